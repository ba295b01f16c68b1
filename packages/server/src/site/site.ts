import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { noncePlace, pagePolicy } from '../gate/headers.js';

/** The page and what it loads, by their paths on the server. */
export interface Site {
  answer(path: string, acceptEncoding: string | undefined): Promise<Response | undefined>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

const compressible = /\.(?:html|js|css|svg|json|map|txt|webmanifest)$/;

/** Smaller ones gain nothing. */
const worthCompressing = 1024;
type Encoding = 'br' | 'gzip';

const notBuilt = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Surety</title>
<h1>The page of the workspace is not built</h1>
<p>The server runs; what it would show is made by <code>npm start</code>, or by <code>node scripts/build-site.mjs</code>
in the folder of Surety. Then load this page again.</p>
</html>
`;

interface Part {
  readonly bytes: Buffer;
  readonly stamp: number;
  br?: Buffer;
  gzip?: Buffer;
}

/**
 * Serves the files that are in the folder, and no path but theirs: what is asked for is looked up in the list of them.
 * Views have paths of their own, which are all the one page. A folder that is built anew is seen at the next load.
 */
export function openSite(folder: string | undefined): Site {
  let paths = listed(folder);
  const parts = new Map<string, Part>();

  function part(path: string): Part | undefined {
    const file = paths.get(path);
    const stamp = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (file === undefined || stamp === undefined) return undefined;
    const known = parts.get(path);
    if (known?.stamp === stamp) return known;
    const read: Part = { bytes: readFileSync(file), stamp };
    parts.set(path, read);
    return read;
  }

  return {
    async answer(path, acceptEncoding) {
      // Ids have dots too: `/argument/G1.2` is a view.
      const isOther = paths.has(path) || path.startsWith('/assets/') || types[extname(path)] !== undefined;
      const isView = path === '/index.html' || !isOther;
      if (isView) paths = listed(folder);
      const name = isView ? '/index.html' : path;
      const found = part(name);
      if (found === undefined) return isView ? page(notBuilt) : undefined;
      if (isView) return withNonce(found.bytes.toString(), accepted(acceptEncoding));
      const hashed = /^\/assets\/.*-[\w-]{8,}\.\w+$/.test(name);
      const headers = new Headers({
        'content-type': types[extname(name)] ?? 'application/octet-stream',
        'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
      if (!compressible.test(name) || found.bytes.length < worthCompressing) return body(found.bytes, headers);
      headers.set('vary', 'accept-encoding');
      const encoding = accepted(acceptEncoding);
      if (encoding === undefined) return body(found.bytes, headers);
      headers.set('content-encoding', encoding);
      found[encoding === 'br' ? 'br' : 'gzip'] ??= await compressed(paths.get(name)!, found.bytes, encoding);
      return body(found[encoding === 'br' ? 'br' : 'gzip']!, headers);
    },
  };
}

/** Another nonce for every answer. */
async function withNonce(html: string, encoding: Encoding | undefined): Promise<Response> {
  const nonce = randomBytes(16).toString('base64');
  const answer = await page(html.replaceAll(noncePlace, nonce), encoding);
  answer.headers.set('content-security-policy', pagePolicy(nonce));
  return answer;
}

async function page(html: string, encoding?: Encoding): Promise<Response> {
  const headers = new Headers({ 'content-type': types['.html']!, 'cache-control': 'no-store' });
  const bytes = Buffer.from(html);
  if (encoding === undefined || bytes.length < worthCompressing) return body(bytes, headers);
  headers.set('content-encoding', encoding);
  return body(await compress(bytes, encoding), headers);
}

function body(bytes: Buffer, headers: Headers): Response {
  headers.set('content-length', String(bytes.length));
  return new Response(new Uint8Array(bytes), { headers });
}

function listed(folder: string | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const waiting = folder === undefined ? [] : [''];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const entry of entries(join(folder!, at))) {
      const path = `${at}/${entry.name}`;
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isFile()) found.set(path, join(folder!, path));
    }
  }
  return found;
}

function entries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function accepted(header: string | undefined): Encoding | undefined {
  const names = (header ?? '').split(',').map((one) => one.trim());
  return (['br', 'gzip'] as const).find((name) =>
    names.some((one) => one === name || (one.startsWith(`${name};`) && !/q=0(?:\.0*)?$/.test(one))),
  );
}

/** What the build compressed beside the file, else compressed now. */
async function compressed(file: string, bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  try {
    const beside = `${file}.${encoding === 'br' ? 'br' : 'gz'}`;
    if (statSync(beside).mtimeMs >= statSync(file).mtimeMs) return readFileSync(beside);
  } catch {
    // There is none.
  }
  return compress(bytes, encoding);
}

function compress(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === 'br'
    ? promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    : promisify(gzip)(bytes);
}
