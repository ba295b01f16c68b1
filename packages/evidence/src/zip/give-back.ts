/** Smaller ones may share their memory with others. */
const own = 64 * 1024;

/**
 * Gives the memory of a buffer back at once that nobody will read again; does nothing where the platform cannot (before
 * Node 22). Else two threads hold some hundred megabytes of what was expanded until the next collection.
 */
export function giveBack(bytes: Buffer): void {
  const memory = bytes.buffer as { readonly byteLength: number; transfer?: (length: number) => unknown };
  if (bytes.length >= own && bytes.byteOffset === 0) memory.transfer?.(0);
}
