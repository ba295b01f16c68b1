import { meanOf } from '@surety/numerics';
import type { Importance, TornadoBar } from './assessment.js';
import { coneOf } from './cone.js';
import type { Column } from './group-model.js';
import type { Prepared } from './prepare.js';

/** Inputs that are looked at, those of the most important leaves first: each costs a sort of the trials. */
const MOST_INPUTS = 100;

/**
 * How far each uncertain input moves the declared doubt of a claim: its mean over the tenth of the trials in which the
 * input is lowest, and over the tenth in which it is highest. Everything else varies as it does, so what moves with an
 * input by a shared quantity moves with it here. An input is a quantity that is drawn, or a leaf with a distribution of its own.
 */
export function tornadoOf(
  { argument, leaves, sampled }: Prepared,
  root: number,
  doubt: Column,
  importance: readonly Importance[],
): readonly TornadoBar[] {
  if (typeof doubt === 'number') return [];
  const { hasLeaf } = coneOf(argument, root);
  const columns = new Map<string, { readonly input: TornadoBar['input']; readonly column: Float64Array }>();
  const add = (input: TornadoBar['input'], column: Column) => {
    const key = input.kind === 'quantity' ? `quantity ${input.name}` : `leaf ${input.leaf}`;
    if (typeof column !== 'number' && columns.size < MOST_INPUTS) columns.set(key, { input, column });
  };
  for (const { leaf: id } of importance) {
    const at = argument.leafByName.get(id);
    const leaf = at === undefined || hasLeaf[at] !== 1 ? undefined : leaves[at];
    if (leaf === undefined || typeof leaf.column === 'number') continue;
    if (leaf.sources.length === 0) add({ kind: 'leaf', leaf: id }, leaf.column);
    for (const name of leaf.sources) {
      const drawn = sampled.column(name);
      if (drawn.kind === 'column') add({ kind: 'quantity', name }, drawn.column);
    }
  }
  const bars = [...columns.values()].map(({ input, column }) => ({ input, ...endsOf(column, doubt) }));
  return bars.sort((a, b) => reach(b) - reach(a));
}

function reach({ low, high }: Pick<TornadoBar, 'low' | 'high'>): number {
  return Math.abs(high.doubt - low.doubt);
}

function endsOf(input: Float64Array, doubt: Float64Array): Pick<TornadoBar, 'low' | 'high'> {
  const { low, high } = endTrials(input);
  const endOf = (trials: Uint32Array) => ({
    value: meanOf(Float64Array.from(trials, (trial) => input[trial] as number)),
    doubt: meanOf(Float64Array.from(trials, (trial) => doubt[trial] as number)),
  });
  return { low: endOf(low), high: endOf(high) };
}

/**
 * The tenth of the trials in which a number is lowest, and that in which it is highest, in ascending order of the number. Ties
 * go by trial, so that the same trials give the same bytes. Trials are put in order within these tenths alone: an order by a
 * function of two trials takes many times longer than one of plain numbers, which says where the tenths end.
 */
export function endTrials(input: Float64Array): { readonly low: Uint32Array; readonly high: Uint32Array } {
  const tenth = Math.max(1, Math.floor(input.length / 10));
  const sorted = input.slice().sort();
  const [lowEnd, highEnd] = [sorted[tenth - 1] as number, sorted[input.length - tenth] as number];
  const [low, high]: [number[], number[]] = [[], []];
  for (let trial = 0; trial < input.length; trial++) {
    const value = input[trial] as number;
    if (value <= lowEnd) low.push(trial);
    if (value >= highEnd) high.push(trial);
  }
  const inOrder = (trials: number[]) =>
    Uint32Array.from(trials).sort((a, b) => (input[a] as number) - (input[b] as number) || a - b);
  return { low: inOrder(low).subarray(0, tenth), high: inOrder(high).subarray(high.length - tenth) };
}
