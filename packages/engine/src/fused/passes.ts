import { type MachineMemory, machineMemory } from '@surety/numerics/machine';
import { type Fused, fuse, strideOf } from './fuse.js';
import type { Program, Step } from './program.js';
import { BLOCK, MOST_BLOCKS, type TrialMemory } from './trial-memory.js';

/** A program bound to columns: after `run` its results for these trials, a block at most, stand at the beginning of `outputs`. */
export interface Pass {
  readonly run: (from: number, length: number) => void;
  readonly outputs: readonly Float64Array[];
}

/** Programs of one model that were fused, so that the next evaluation need not make them again. */
export interface FusedPasses {
  /** `null` where the platform does not fuse. Columns that lie in `memory` are read there, others are copied block by block. */
  bind(
    steps: readonly Step[],
    outputs: readonly number[],
    columns: readonly Float64Array[],
    memory?: TrialMemory,
  ): Pass | null;
}

/** How many programs are kept. */
const MOST_PROGRAMS = 8;

interface Kept {
  readonly signature: Float64Array;
  /** Where it reads; `null` for a place of its own, and where there is none. */
  readonly shared: MachineMemory | null;
  readonly place: MachineMemory | null;
  readonly fused: Fused | null;
}

export function fusedPasses(): FusedPasses {
  const kept: Kept[] = [];

  const bind: FusedPasses['bind'] = (steps, outputs, columns, memory) => {
    const shared = sharedBy(columns, outputs.length, memory);
    const first = shared === null ? 0 : Math.min(...columns.map((column) => column.byteOffset));
    const inputs = columns.map((column, at) => (shared === null ? at * strideOf(BLOCK) : column.byteOffset - first));
    const resultsAt = shared === null ? inputs.length * strideOf(BLOCK) : memory!.resultsAt;
    const { fused, place } = program({ inputs, steps, outputs }, shared);
    if (fused === null || place === null) return null;
    const view = (at: number) => new Float64Array(place.buffer, at, BLOCK);
    const copies = shared === null ? inputs.map(view) : [];
    return {
      outputs: outputs.map((_, at) => view(resultsAt + at * strideOf(BLOCK))),
      run: (from, length) => {
        for (let i = 0; i < copies.length; i++) copies[i].set(columns[i].subarray(from, from + length));
        fused(first + (shared === null ? 0 : 8 * from), resultsAt, length);
      },
    };
  };

  const program = (wanted: Program, shared: MachineMemory | null): Kept => {
    const signature = signatureOf(wanted);
    const before = kept.find((one) => one.shared === shared && same(one.signature, signature));
    if (before !== undefined) return before;
    const blocks = wanted.inputs.length + Math.max(MOST_BLOCKS, wanted.outputs.length);
    const place = shared ?? machineMemory(blocks * strideOf(BLOCK));
    const fused =
      place === null ? null : fuse(wanted, place, { blockStride: strideOf(BLOCK), mostBlocks: MOST_BLOCKS });
    const made: Kept = { signature, shared, place, fused };
    if (kept.length >= MOST_PROGRAMS) kept.length = 0;
    kept.push(made);
    return made;
  };

  return { bind };
}

/** The memory, if all columns lie in it and it has room for the results. */
function sharedBy(columns: readonly Float64Array[], results: number, memory?: TrialMemory): MachineMemory | null {
  const shared = memory?.shared ?? null;
  if (shared === null || results > MOST_BLOCKS) return null;
  return columns.every(({ buffer }) => buffer === shared.buffer) ? shared : null;
}

/** All that a program says, as numbers. */
function signatureOf({ inputs, steps, outputs }: Program): Float64Array {
  const said = [inputs.length, ...inputs, outputs.length, ...outputs];
  for (const step of steps) {
    if (step.kind === 'mix') said.push(0, step.add, step.by, step.x, step.byY, step.y);
    else for (const { add, by, x = -1 } of [step.q, step.hi, step.lo]) said.push(1, add, by, x);
  }
  return Float64Array.from(said);
}

function same(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((x, at) => Object.is(x, b[at]));
}
