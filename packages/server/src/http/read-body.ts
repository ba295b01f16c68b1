import type { IncomingMessage } from 'node:http';

export type Body<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: 400 | 408 | 413 | 415; readonly why: string };

/** The size that is announced, where it is more than may come: nothing need be read to know that. */
export function announcedTooMuch(request: IncomingMessage, most: number): boolean {
  return Number(request.headers['content-length'] ?? 0) > most;
}

/** All of a body of at most `most` bytes. What is longer is not read any further. */
export async function readBody(request: IncomingMessage, most: number): Promise<Body<Buffer>> {
  const tooMuch = {
    ok: false,
    status: 413,
    why: `The request is larger than ${Math.floor(most / 1024 / 1024)} MiB.`,
  } as const;
  if (announcedTooMuch(request, most)) return tooMuch;
  const parts: Buffer[] = [];
  let size = 0;
  try {
    // Whoever is refused is still to be answered, so that leaving the loop may not end the connection.
    for await (const part of request.iterator({ destroyOnReturn: false })) {
      size += (part as Buffer).length;
      if (size > most) return tooMuch;
      parts.push(part as Buffer);
    }
  } catch {
    return { ok: false, status: 400, why: 'The request broke off.' };
  }
  return { ok: true, value: Buffer.concat(parts, size) };
}
