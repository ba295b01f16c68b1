import type { Diagrams } from './diagrams.js';
import { BLOCK, type FusedPasses, fusedPasses, type TrialMemory } from './fused/index.js';
import { collectNeeds, createKernel } from './kernel.js';
import { atMostOne, slotOfNode } from './sweep.js';
import { createSymbols, type Symbols } from './symbols.js';
import type { Columns, Evaluation, Interval, NodeRef, TrialValues } from './types.js';

/** Numbers kept between questions for the inputs of what changes (32 MB). */
const RETAINED = 4_000_000;

/**
 * Push columns of leaf probabilities through the diagrams. Every slot is kept as `a + b·(vector of another slot)`, in which
 * all that does not vary is folded; only slots where two varying things meet become vectors, and these are computed block by
 * block, for what is asked.
 */
export function evaluateColumns(d: Diagrams, columns: Columns, passes: FusedPasses = fusedPasses()): Evaluation {
  const { trials } = columns;
  const { leaves } = d.graph;
  const values = leafValuesOf(columns, leaves);

  const upper = createSide(d, trials, values, 'upper', passes, columns.memory);
  const lower = d.exact ? upper : createSide(d, trials, values, 'lower', passes, columns.memory);

  return {
    trials,
    values: (node: NodeRef): TrialValues => {
      const slot = slotOfNode(d, node);
      const high = upper.values(slot);
      if (d.inexact[slot] === 0) return { lower: high, upper: high, exact: true };
      return { lower: lower.values(slot), upper: high, exact: false };
    },
    mean: (node: NodeRef): Interval => {
      const slot = slotOfNode(d, node);
      const high = upper.mean(slot);
      if (d.inexact[slot] === 0) return { lower: high, upper: high, exact: true };
      return { lower: Math.min(lower.mean(slot), high), upper: high, exact: false };
    },
    set: (leaf: number, value: number | Float64Array): void => {
      checkLeaf(leaf, leaves);
      checkValue(value, trials, leaf);
      upper.set(leaf, value);
      if (lower !== upper) lower.set(leaf, value);
    },
  };
}

/**
 * The number or column of each leaf.
 * @throws RangeError unless `columns` has a probability for each leaf in each trial.
 */
export function leafValuesOf(
  { trials, constants, varying, checked = false }: Columns,
  leaves: number,
): (number | Float64Array)[] {
  if (!Number.isInteger(trials) || trials < 1) throw new RangeError(`trials must be a positive integer, not ${trials}`);
  if (constants.length !== leaves) throw new RangeError(`${constants.length} constants for ${leaves} leaves`);
  const values: (number | Float64Array)[] = Array.from(constants);
  for (const [leaf, column] of varying) {
    checkLeaf(leaf, leaves);
    values[leaf] = column;
  }
  if (!checked) for (let leaf = 0; leaf < leaves; leaf++) checkValue(values[leaf], trials, leaf);
  return values;
}

export function checkLeaf(leaf: number, leaves: number): void {
  if (!Number.isInteger(leaf) || leaf < 0 || leaf >= leaves) throw new RangeError(`${leaf} is no leaf`);
}

export function checkValue(value: number | Float64Array, trials: number, leaf: number): void {
  if (typeof value === 'number') {
    if (!(value >= 0 && value <= 1)) throw new RangeError(`probability ${value} of leaf ${leaf} is not in [0, 1]`);
    return;
  }
  if (value.length !== trials) throw new RangeError(`leaf ${leaf} has ${value.length} values for ${trials} trials`);
  for (let t = 0; t < trials; t++) {
    if (!(value[t] >= 0 && value[t] <= 1)) {
      throw new RangeError(`probability ${value[t]} of leaf ${leaf} in trial ${t} is not in [0, 1]`);
    }
  }
}

interface SideEvaluation {
  values(slot: number): Float64Array | number;
  mean(slot: number): number;
  set(leaf: number, value: number | Float64Array): void;
}

/** One of the two evaluations, lower or upper; where all is exact there is only one. */
function createSide(
  d: Diagrams,
  trials: number,
  leafValues: readonly (number | Float64Array)[],
  side: 'lower' | 'upper',
  passes: FusedPasses,
  memory: TrialMemory | undefined,
): SideEvaluation {
  const { leaves } = d.graph;
  const symbols: Symbols = createSymbols(d, leafValues, side);
  const kernel = createKernel(d, symbols, side, passes, memory);
  const means = new Float64Array(leaves + d.nodes).fill(Number.NaN);
  /** Full vectors by slot: answers given, and unchanging inputs of what has changed. */
  const full = new Map<number, Float64Array>();
  const seen = new Uint8Array(leaves + d.nodes);
  let retained = 0;

  const forget = (slot: number): void => {
    means[slot] = Number.NaN;
    if (full.delete(slot)) retained -= trials;
  };

  /** Compute the means of the slots given, and the vectors of those in `keep`. */
  const run = (targets: readonly number[], keep: ReadonlySet<number>): void => {
    const kept = new Map<number, Float64Array>();
    const { slots, frontier } = collectNeeds(d, symbols, targets, (slot) => full.has(slot), seen);
    for (const slot of keep) kept.set(slot, new Float64Array(trials));
    for (const slot of frontier) {
      if (kept.has(slot) || full.has(slot) || retained + trials > RETAINED) continue;
      kept.set(slot, new Float64Array(trials));
      retained += trials;
    }
    const sums = new Float64Array(targets.length);
    kernel.load(slots, targets, full, kept.keys(), trials);
    for (let from = 0; from < trials; from += BLOCK) {
      const to = Math.min(trials, from + BLOCK);
      kernel.block(from, to, sums, kept);
    }
    for (let i = 0; i < targets.length; i++) means[targets[i]] = sums[i] / trials;
    for (const [slot, vector] of kept) full.set(slot, vector);
  };

  const refresh = (asked?: number): void => {
    symbols.refresh(asked).forEach(forget);
  };

  const ask = (slots: Iterable<number>): void => {
    const targets = new Set<number>();
    for (const slot of slots) {
      const base = symbols.base[slot];
      if (base >= 0 && Number.isNaN(means[base])) targets.add(base);
    }
    if (targets.size > 0)
      run(
        [...targets].sort((x, y) => x - y),
        new Set(),
      );
  };

  const rootSlots = new Set(d.graph.roots.map((root) => d.slotOf[root]));
  const allSlots = d.slotOf.filter((slot) => slot >= 0);

  return {
    values: (slot) => {
      refresh();
      const base = symbols.base[slot];
      const a = symbols.a[slot];
      const b = symbols.b[slot];
      if (base < 0) return atMostOne(a);
      if (base < leaves && a === 0 && b === 1) return symbols.column(base);
      let vector = base < leaves ? symbols.column(base) : full.get(base);
      if (vector === undefined) {
        run([base], new Set([base]));
        retained += trials;
        vector = full.get(base) as Float64Array;
      }
      if (a === 0 && b === 1) return vector;
      return vector.map((x) => atMostOne(a + b * x));
    },
    mean: (slot) => {
      // A plain number is there as soon as what it depends on is up to date.
      refresh(slot);
      if (symbols.base[slot] < 0) return atMostOne(symbols.a[slot]);
      refresh();
      const base = symbols.base[slot];
      // One question about a root answers all roots, one about another node answers all nodes: each takes one sweep.
      if (Number.isNaN(means[base])) ask(rootSlots.has(slot) ? rootSlots : allSlots);
      return atMostOne(symbols.a[slot] + symbols.b[slot] * means[base]);
    },
    set: (leaf, value) => symbols.set(leaf, value),
  };
}
