import type { Importance } from './assessment.js';
import { coneOf } from './cone.js';
import { modelColumns } from './declared-model.js';
import { type DeclaredSolution, leafBehind, type QuantifiedArgument } from './quantified.js';

/**
 * Importance of every leaf below a claim in the declared number: the leaf itself is made to fail and to hold, common
 * causes and other members are left as they are; nothing is conditioned on. Over trials: ratio of means. Most telling
 * first; ties in text order.
 */
export function importanceOf(quantified: QuantifiedArgument, root: number, solution: DeclaredSolution): Importance[] {
  const { argument, trials, doubts } = quantified;
  const { model, compiled, groups, inForce } = solution;
  const columns = modelColumns(model, trials, doubts, groups, (group) => inForce.has(group));
  const effects = compiled.meanEffects(columns, model.node(root));
  const probability = effects.probability.upper;
  // What is not in the model changes nothing.
  const ifFails = new Float64Array(argument.leaves.length).fill(probability);
  const ifHolds = ifFails.slice();
  model.leaves.forEach((what, leaf) => {
    const behind = leafBehind(model, groups, leaf);
    if (behind === undefined) return;
    if (what.kind === 'leaf' || what.kind === 'force') ifFails[behind] = effects.whenFails[leaf] as number;
    if (what.kind === 'leaf' || what.kind === 'keep') ifHolds[behind] = effects.whenHolds[leaf] as number;
  });
  const cone = coneOf(argument, root);
  const rows: Importance[] = [];
  argument.leaves.forEach((leaf, index) => {
    if (cone.hasLeaf[index] !== 1) return;
    const fails = ifFails[index]!;
    const holds = Math.min(ifHolds[index]!, probability);
    rows.push({
      leaf: leaf.id,
      ifFails: fails,
      ifHolds: holds,
      birnbaum: fails - holds,
      fussellVesely: probability === 0 ? 0 : (probability - holds) / probability,
      riskAchievementWorth: ratio(fails, probability),
      riskReductionWorth: ratio(probability, holds),
    });
  });
  return rows.sort((a, b) => b.fussellVesely - a.fussellVesely || b.birnbaum - a.birnbaum);
}

/** `a / b`; 1 for 0 / 0, null where infinite. */
function ratio(a: number, b: number): number | null {
  if (b !== 0) return a / b;
  return a === 0 ? 1 : null;
}
