import * as zlib from 'node:zlib';

/** Expands to a known number of bytes in one piece; throws, or gives another number, where that is not what is there. */
export type AtOnce = (bytes: Buffer, expanded: number) => Buffer;

/** Of what `node:zlib` has from Node 22.15 on; the types are those of the oldest Node that Surety runs on. */
const { zstdDecompressSync } = zlib as {
  readonly zstdDecompressSync?: (
    bytes: Buffer,
    options: { readonly maxOutputLength: number; readonly chunkSize: number },
  ) => Buffer;
};

/** Beyond what is expanded, so that the decoder sees the end without asking for another piece of memory. */
const spare = 64;

/** The platform's own, where it has one: twice as fast as WebAssembly. */
export const platformZstd: AtOnce | undefined =
  zstdDecompressSync &&
  ((bytes, expanded) => zstdDecompressSync(bytes, { maxOutputLength: expanded, chunkSize: expanded + spare }));

/** The reference decoder, compiled to WebAssembly. */
export async function wasmZstd(): Promise<AtOnce> {
  const { default: wasm } = await import('@foxglove/wasm-zstd');
  await wasm.isLoaded;
  return (bytes, expanded) => wasm.decompress(bytes, expanded);
}
