import { createHash, hash } from 'node:crypto';
import { defaultLimits } from '../limits.js';
import { failed, ok, type Result } from '../problem.js';
import { openSource, readRange, type Source } from './source.js';

/** `sha256:` and 64 hex digits. */
export type Digest = string;

/** SHA-256 of the whole source, read in chunks. */
export async function digestOf(source: Source, onBytes?: (bytes: number) => void): Promise<Result<Digest>> {
  const sum = createHash('sha256');
  const problem = await readRange(source, 0, source.size, (chunk) => {
    sum.update(chunk);
    onBytes?.(chunk.length);
    return undefined;
  });
  return problem === undefined ? ok(`sha256:${sum.digest('hex')}`) : failed(problem);
}

export function digestOfText(text: string): Digest {
  return `sha256:${hash('sha256', text, 'hex')}`;
}

export function digestOfBytes(bytes: Uint8Array): Digest {
  return `sha256:${hash('sha256', bytes, 'hex')}`;
}

/** SHA-256 of a file; `undefined` where it is not here or cannot be read. */
export async function digestOfFile(location: string): Promise<Digest | undefined> {
  const opened = await openSource(location, location, defaultLimits);
  if (!opened.ok) return undefined;
  try {
    const digest = await digestOf(opened.value);
    return digest.ok ? digest.value : undefined;
  } finally {
    await opened.value.handle.close();
  }
}
