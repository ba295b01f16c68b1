import { moduleOf } from './module.js';
import type { Program } from './program.js';
import { segmentsOf } from './segments.js';

/** Memory for the inputs and outputs of programs, as WebAssembly has it. */
export interface FusedMemory {
  readonly buffer: ArrayBuffer;
}

/** A program in memory: reads inputs from `inputsAt` on and writes outputs from `outputsAt` on (bytes), for so many trials. */
export type Fused = (inputsAt: number, outputsAt: number, trials: number) => void;

interface Wasm {
  readonly Memory: new (of: { readonly initial: number }) => FusedMemory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly m: { readonly m: FusedMemory } },
  ) => {
    readonly exports: { readonly f: (from: number, to: number, end: number) => void };
  };
  readonly validate: (bytes: Uint8Array<ArrayBuffer>) => boolean;
}

const wasm = (): Wasm | undefined => (globalThis as { readonly WebAssembly?: Wasm }).WebAssembly;

/** Room for so many numbers; `null` where the platform has no WebAssembly, or no memory for it. */
export function fusedMemory(count: number): FusedMemory | null {
  const platform = wasm();
  if (platform === undefined) return null;
  try {
    return new platform.Memory({ initial: Math.ceil((count * 8) / PAGE) });
  } catch {
    // No memory, or more than an address can say: the loops of the kernel do the same.
    return null;
  }
}

/**
 * The program as WebAssembly, made to run in a memory over two trials at a time: values stay in registers, where a loop per
 * node would go through memory each time. WebAssembly's arithmetic is IEEE 754 without contraction, and so the bits are
 * those of the plain loops. `null` where the platform has no WebAssembly with vectors, or does not allow it (a page may
 * forbid code that is made at run time).
 *
 * An odd last trial is computed with what stands behind it, which is harmless.
 *
 * @param blockStride bytes from one output to the next; between segments of the program values stand behind the outputs, in
 *   at most `mostBlocks` blocks with them.
 */
export function fuse(
  program: Program,
  memory: FusedMemory,
  { blockStride, mostBlocks }: { readonly blockStride: number; readonly mostBlocks: number },
): Fused | null {
  const platform = wasm();
  if (platform === undefined) return null;
  const bytes = moduleOf(program, segmentsOf(program, mostBlocks), blockStride);
  if (!platform.validate(bytes)) return null;
  try {
    const { f } = new platform.Instance(new platform.Module(bytes), { m: { m: memory } }).exports;
    return (inputsAt, outputsAt, trials) => f(inputsAt, outputsAt, inputsAt + 8 * trials);
  } catch {
    // Forbidden: the loops of the kernel do the same.
    return null;
  }
}

/** Bytes from one column to the next: a line of the cache more, or all would compete for the same few of its sets. */
export function strideOf(trials: number): number {
  return Math.ceil(trials / 8) * 64 + 64;
}

const PAGE = 65_536;
