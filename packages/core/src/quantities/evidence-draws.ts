import { fillQuantiles } from '@surety/numerics';
import type { Counts } from '../case/index.js';

/** What evidence needs for its draws. */
export interface DrawNeeds {
  /** Dimensions of uniform numbers: one per stratum, else one. */
  readonly dimensions: number;
  /** What is to be said about the way of drawing. */
  readonly note?: string;
}

/** How many uniform numbers a trial of this evidence takes. */
export function drawNeeds(counts: Counts): DrawNeeds {
  if (counts.kind === 'strata') return { dimensions: Math.max(1, counts.strata.length) };
  if (counts.kind !== 'clusters') return { dimensions: 1 };
  return { dimensions: 1, note: 'clusters are drawn as one trial each, an event where any of their trials is one' };
}

/**
 * Draws of the measured rate, one per trial: of the Jeffreys posterior Beta(k+½, n−k+½); over strata the largest of
 * their draws in each trial (no strata: 1); of clusters as if each were one trial that is an event if any of its trials
 * is; of a sample of draws the one that the uniform picks, in the order given.
 *
 * @param uniforms one column per dimension of `drawNeeds`, in the open interval (0, 1).
 */
export function evidenceDraws(counts: Counts, uniforms: readonly Float64Array[]): Float64Array | number {
  const first = uniforms[0]!;
  switch (counts.kind) {
    case 'binomial':
      return posterior(counts.events, counts.trials, first);
    case 'strata': {
      if (counts.strata.length === 0) return 1;
      const [head, ...rest] = counts.strata.map((each, i) => posterior(each.events, each.trials, uniforms[i]!));
      for (const other of rest) for (let i = 0; i < head!.length; i++) head![i] = Math.max(head![i]!, other[i]!);
      return head!;
    }
    case 'clusters': {
      const clusters = counts.clusters.filter((cluster) => cluster.trials > 0);
      return posterior(clusters.filter((cluster) => cluster.events > 0).length, clusters.length, first);
    }
    case 'draws': {
      const { draws } = counts;
      if (draws.length === 0) return 1;
      return first.map((u) => draws[Math.min(draws.length - 1, Math.floor(u * draws.length))]!);
    }
  }
}

function posterior(events: number, trials: number, uniform: Float64Array): Float64Array {
  const out = new Float64Array(uniform.length);
  fillQuantiles({ kind: 'beta', a: events + 0.5, b: trials - events + 0.5 }, uniform, out);
  return out;
}
