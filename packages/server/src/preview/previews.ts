import { randomBytes } from 'node:crypto';
import { previewPolicy } from '../gate/headers.js';

export interface Previews {
  /** Path that the report is at from now on. */
  add(html: Buffer): string;
  answer(name: string): Response | undefined;
}

/** Reports that are kept, the newest: a window shows one, and asks for another after a change. */
const mostKept = 8;
const keptFor = 10 * 60 * 1000;

/** Reports that frames show, each under a path that cannot be guessed. */
export function keepPreviews(now: () => number): Previews {
  const kept = new Map<string, { readonly html: Buffer; readonly until: number }>();
  return {
    add(html) {
      for (const [name, { until }] of kept) if (until <= now() || kept.size >= mostKept) kept.delete(name);
      const name = randomBytes(24).toString('base64url');
      kept.set(name, { html, until: now() + keptFor });
      return `/preview/${name}`;
    },
    answer(name) {
      const found = kept.get(name);
      if (found === undefined || found.until <= now()) return undefined;
      return new Response(new Uint8Array(found.html), {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': previewPolicy,
          'cache-control': 'no-store',
        },
      });
    },
  };
}
