import type { Graph } from '../graph.js';
import type { Side } from '../sweep.js';
import type { Interval } from '../types.js';
import { type Bracket, bracketGate } from './bracket-gate.js';

/** What may be used to close in on a probability. */
export interface BracketLimits {
  /** Nodes of one diagram. */
  readonly nodes: number;
  readonly steps: number;
  /** Stop when upper - lower is at most this part of lower. */
  readonly width: number;
}

export interface Bracketed extends Interval {
  /** Cases into which the leaves that were given in turn divide everything. */
  readonly cases: number;
  /** Of these, how many were solved exactly; the others have bounds from truncated diagrams. */
  readonly solved: number;
}

/** Many small cases close in sooner than few large ones: no more nodes are used for one. */
const MOST_NODES = 1_000_000;
/** A part of the gap that is as good as none, beside the width asked for. */
const SHARE = 1 / 16;

interface Case {
  readonly given: ReadonlyMap<number, boolean>;
  /** Probability of what is given, at the leaves' lower and upper probabilities. */
  readonly weight: Readonly<Record<Side, number>>;
  readonly bracket: Bracket;
}

/**
 * Rigorous bounds on the probability that a coherent graph's only root fails, which close in the longer it takes: branch and
 * bound over leaves. The case with the widest gap is divided by the leaf whose failure most of its gap depends on; both
 * parts are rewritten, which makes them easier, and bounded anew: exactly if they have become small enough, else by
 * truncated diagrams with a fresh budget. As failures are monotone, lower probabilities of the leaves give lower bounds.
 * Steps are counted, so that the answer is the same everywhere.
 */
export function bracketGraph(
  graph: Graph,
  q: Readonly<Record<Side, Float64Array>>,
  { nodes, steps, width }: BracketLimits,
): Bracketed {
  const effort = {
    exactNodes: Math.floor(Math.min(nodes, MOST_NODES) / 32),
    truncatedNodes: Math.min(nodes, 2 * MOST_NODES),
    steps: { left: steps },
  };
  const first = bracketGate(graph, new Map(), q, (l, u) => u - l <= width * l, effort);
  const cases: Case[] = [{ given: new Map(), weight: { lower: 1, upper: 1 }, bracket: first }];
  let lower = 0;
  let upper = 1;
  for (;;) {
    // Two parts that were bounded with what was left may be known less well than the whole was.
    lower = Math.max(lower, total(cases, 'lower'));
    upper = Math.min(upper, total(cases, 'upper'));
    let widest = -1;
    for (const [i, each] of cases.entries()) {
      if (each.bracket.split >= 0 && (widest < 0 || gapOf(each) > gapOf(cases[widest] as Case))) widest = i;
    }
    const done = upper - lower <= width * lower || widest < 0 || effort.steps.left <= 0;
    if (done || gapOf(cases[widest] as Case) === 0) {
      const solved = cases.filter(({ bracket }) => bracket.exact).length;
      return {
        lower: Math.min(lower, upper),
        upper,
        exact: solved === cases.length && lower === upper,
        cases: cases.length,
        solved,
      };
    }
    const [{ given, weight, bracket }] = cases.splice(widest, 1) as [Case];
    for (const value of [false, true]) {
      const factor = (side: Side): number => (value ? q[side][bracket.split] : 1 - q[side][bracket.split]);
      const inner = { lower: weight.lower * factor('lower'), upper: weight.upper * factor('upper') };
      const more = new Map(given).set(bracket.split, value);
      const good = (l: number, u: number): boolean => inner.upper * u - inner.lower * l <= SHARE * width * lower;
      cases.push({ given: more, weight: inner, bracket: bracketGate(graph, more, q, good, effort) });
    }
  }
}

function gapOf({ weight, bracket }: Case): number {
  return weight.upper * bracket.upper - weight.lower * bracket.lower;
}

function total(cases: readonly Case[], side: Side): number {
  return Math.min(
    1,
    cases.reduce((sum, { weight, bracket }) => sum + weight[side] * bracket[side], 0),
  );
}
