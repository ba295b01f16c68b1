import { sumCutSets } from './cut-set-sums.js';
import { unionsWithLeaf } from './cut-set-unions.js';
import type { Diagrams } from './diagrams.js';
import { type Families, isKnown, UNKNOWN } from './minimal-sets.js';
import { loadLeaves, sweepProbability } from './sweep.js';
import type { LeafEffects, Measures } from './types.js';

/**
 * Importance measures of all leaves from P(root fails | leaf fails) and P(root fails | leaf holds). Fussell–Vesely is that of
 * the textbook, the part of P in which some minimal cut set with the leaf fails; it lies between criticality and the
 * diagnostic measure, and these bounds are given where its diagrams would pass the limits or, `sets` being null, are not
 * asked for. In a non-coherent model a leaf may count when it holds, and Fussell–Vesely and both worths are those of the sum over minimal cut sets (`by: 'cut-sets'`).
 * Definitions: Dutuit & Rauzy, "Efficient algorithms to assess component and gate importance in fault tree analysis",
 * Reliability Engineering and System Safety 72 (2001).
 */
export function measuresOf(
  d: Diagrams,
  sets: Families | null,
  p: Float64Array,
  slot: number,
  effects: LeafEffects,
  maxNodes: number,
): Measures {
  const { whenFails, whenHolds, exact } = effects;
  const { leaves } = d.graph;
  const total = effects.probability.upper;
  const share = (x: number): number => (total === 0 ? 0 : x / total);
  const each = (of: (leaf: number) => number): Float64Array => {
    const values = new Float64Array(leaves); // (Float64Array.from would take longer than all sweeps)
    for (let leaf = 0; leaf < leaves; leaf++) values[leaf] = of(leaf);
    return values;
  };
  // In one piece: getting memory takes as long as answering a hundred leaves.
  const memory = new ArrayBuffer(5 * 8 * leaves);
  const row = (at: number): Float64Array => new Float64Array(memory, at * 8 * leaves, leaves);
  const birnbaum = row(0);
  const criticality = row(1);
  const diagnostic = row(2);
  const achievementWorth = row(3);
  const reductionWorth = row(4);
  for (let leaf = 0; leaf < leaves; leaf++) {
    const q = p[leaf];
    const failing = whenFails[leaf];
    const holding = whenHolds[leaf];
    const gain = failing - holding;
    birnbaum[leaf] = gain;
    if (total === 0) {
      achievementWorth[leaf] = ratio(failing, 0);
      reductionWorth[leaf] = ratio(0, holding);
      continue;
    }
    const diagnosed = (q * failing) / total;
    criticality[leaf] = (q * gain) / total;
    diagnostic[leaf] = diagnosed > 1 ? 1 : diagnosed;
    achievementWorth[leaf] = failing / total;
    reductionWorth[leaf] = total / holding;
  }
  const common = { probability: effects.probability, exact, birnbaum, criticality, diagnostic };
  const coherent = d.graph.signs === null;
  const family = sets === null || slot < leaves + 2 ? UNKNOWN : sets.familyOf(slot);

  if (!coherent && sets !== null && isKnown(sets, family)) {
    const { sum, slope } = sumCutSets(sets, family, p);
    const vesely = each((leaf) => (sum === 0 ? 0 : (p[leaf] * slope[leaf]) / sum));
    return {
      ...common,
      by: 'cut-sets',
      fussellVesely: { lower: vesely, upper: vesely },
      achievementWorth: each((leaf) => ratio(sum + (1 - p[leaf]) * slope[leaf], sum)),
      reductionWorth: each((leaf) => ratio(sum, Math.max(0, sum - p[leaf] * slope[leaf]))),
    };
  }
  const worths = { achievementWorth, reductionWorth };
  if (slot < leaves + 2) {
    const alone = each((leaf) => (leaf === slot ? share(p[leaf]) : 0));
    return { ...common, ...worths, by: 'function', fussellVesely: { lower: alone, upper: alone } };
  }
  if (sets === null || !coherent || !exact) {
    const some = coherent ? { lower: criticality, upper: diagnostic } : { lower: each(() => 0), upper: each(() => 1) };
    return { ...common, ...worths, by: 'function', fussellVesely: some };
  }
  const values = new Float64Array(leaves + d.nodes);
  loadLeaves(d, p, values);
  sweepProbability(d, values, 2, slot - leaves, 'upper');
  const unions = unionsWithLeaf(d, sets, slot, values, maxNodes);
  const known = (leaf: number): number => Math.min(1, share(p[leaf] * unions[leaf]));
  const bound = (other: Float64Array): Float64Array =>
    each((leaf) => (Number.isNaN(unions[leaf]) ? other[leaf] : known(leaf)));
  return {
    ...common,
    ...worths,
    by: 'function',
    fussellVesely: { lower: bound(criticality), upper: bound(diagnostic) },
  };
}

/** A ratio of risks: 1 where both are 0. */
function ratio(x: number, y: number): number {
  return x === y ? 1 : x / y;
}
