import type { Operand, Program, Step } from './program.js';

/** Columns that one loop reads at a time: more than the processor fetches ahead of their use make it wait for each. */
const COLUMNS_AT_ONCE = 8;

/** A program in parts, each a loop of its own over a block of trials. */
export interface Segments {
  /** Number of the segment of each step, ascending. */
  readonly of: Int32Array;
  /** Where each step's values are put for later segments or the caller, in blocks behind the results; -1 where they are not. */
  readonly block: Int32Array;
  /** Blocks in use, those of the outputs first. */
  readonly blocks: number;
}

/** The values that a step is made of, by number: inputs first, then steps. */
export function valuesIn(step: Step): readonly number[] {
  if (step.kind === 'mix') return [step.x, step.y];
  return [step.q, step.hi, step.lo].flatMap(({ x }: Operand) => (x === undefined ? [] : [x]));
}

/** Cut a program where it has read some columns. In one piece, where more than `mostBlocks` values would lie between the pieces. */
export function segmentsOf({ inputs, steps, outputs }: Program, mostBlocks: number): Segments {
  const of = new Int32Array(steps.length);
  let columns = new Set<number>();
  for (const [at, step] of steps.entries()) {
    const read = valuesIn(step).filter((x) => x < inputs.length);
    const more = read.filter((x) => !columns.has(x)).length;
    const full = at > 0 && columns.size > 0 && columns.size + more > COLUMNS_AT_ONCE;
    if (full) columns = new Set();
    of[at] = at === 0 ? 0 : of[at - 1] + (full ? 1 : 0);
    for (const x of read) columns.add(x);
  }
  const cut = blocksFor(of, inputs.length, steps, outputs);
  return cut.blocks <= mostBlocks ? cut : blocksFor(new Int32Array(steps.length), inputs.length, steps, outputs);
}

function blocksFor(of: Int32Array, inputs: number, steps: readonly Step[], outputs: readonly number[]): Segments {
  const lastUse = of.slice();
  for (const [at, step] of steps.entries())
    for (const x of valuesIn(step)) if (x >= inputs) lastUse[x - inputs] = of[at];
  const block = new Int32Array(steps.length).fill(-1);
  for (const [place, step] of outputs.entries()) block[step] = place;
  let blocks = outputs.length;
  const free: number[] = [];
  const until: { readonly segment: number; readonly block: number }[] = [];
  for (let at = 0; at < steps.length; at++) {
    // A block is written again in a segment after the last one that reads it.
    for (let i = until.length - 1; i >= 0; i--) {
      if (until[i].segment < of[at]) free.push(...until.splice(i, 1).map((one) => one.block));
    }
    if (block[at] >= 0 || lastUse[at] === of[at]) continue;
    block[at] = free.pop() ?? blocks++;
    until.push({ segment: lastUse[at], block: block[at] });
  }
  return { of, block, blocks };
}
