import type { Refused } from '../api/index.js';

/** An answer that says why there is none, in a sentence. */
export function refused(why: string, status: number): Response {
  return json({ kind: 'refused', why } satisfies Refused, status);
}

export function json(data: unknown, status = 200): Response {
  return new Response(JSON.stringify(data), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
