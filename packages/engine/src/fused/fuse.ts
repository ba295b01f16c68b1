import { type MachineMemory, machineCode, machineFunctions } from '@surety/numerics/machine';
import { moduleOf } from './module.js';
import type { Program } from './program.js';
import { segmentsOf } from './segments.js';

/** A program in memory: reads inputs from `inputsAt` on and writes outputs from `outputsAt` on (bytes), for so many trials. */
export type Fused = (inputsAt: number, outputsAt: number, trials: number) => void;

/**
 * The program as WebAssembly, made to run in a memory over two trials at a time: values stay in registers, where a loop per
 * node would go through memory each time. WebAssembly's arithmetic is IEEE 754 without contraction, and so the bits are
 * those of the plain loops. `null` where the platform does not have or allow it.
 *
 * An odd last trial is computed with what stands behind it, which is harmless.
 *
 * @param blockStride bytes from one output to the next; between segments of the program values stand behind the outputs, in
 *   at most `mostBlocks` blocks with them.
 */
export function fuse(
  program: Program,
  memory: MachineMemory,
  { blockStride, mostBlocks }: { readonly blockStride: number; readonly mostBlocks: number },
): Fused | null {
  const code = machineCode(moduleOf(program, segmentsOf(program, mostBlocks), blockStride));
  const functions = code === null ? null : machineFunctions(code, memory);
  if (functions === null) return null;
  return (inputsAt, outputsAt, trials) => void functions.f(inputsAt, outputsAt, inputsAt + 8 * trials);
}

/** Bytes from one column to the next: a line of the cache more, or all would compete for the same few of its sets. */
export function strideOf(trials: number): number {
  return Math.ceil(trials / 8) * 64 + 64;
}
