import type { ElementId } from '../case/index.js';
import type { Doubt, Doubts } from './assessment.js';
import { type ClaimDoubts, costsOf } from './claim.js';
import type { NodeMean } from './declared.js';
import type { Prepared } from './prepare.js';
import { doubtOf } from './statistics-of-trials.js';

/**
 * The three doubts of every element, without percentiles: declared under the legs and groups of the claim that it
 * stands under (of several, risk cases included: the largest), capped at the element's own bound.
 *
 * @param only the elements asked about, all unless given
 */
export function elementDoubts(
  prepared: Prepared,
  claims: readonly ClaimDoubts[],
  only?: readonly ElementId[],
): ReadonlyMap<ElementId, Doubts> {
  const { quantified, argument } = prepared;
  const doubts = new Map<ElementId, Doubts>();
  if (quantified === undefined) return doubts;
  const { written, means } = quantified;
  const ids = (only ?? [...argument.nodeOf.keys()]).filter((id) =>
    prepared.reachable(argument.nodeOf.get(id) as number),
  );
  if (ids.length === 0) return doubts;
  const nodes = ids.map((id) => written.model.node(argument.nodeOf.get(id) as number));
  const bounds = written.compiled.pathSums(costsOf(written.model, means), nodes);
  ids.forEach((id, i) => {
    const independent = written.evaluation.mean(nodes[i] as number);
    const path = bounds[i] ?? { sum: 1, lower: 0, exact: false };
    const bound = Math.min(1, path.sum);
    const node = argument.nodeOf.get(id) as number;
    let own: NodeMean | undefined;
    for (let c = 0; c < claims.length; c++) {
      const mean = claims[c]!.declaredMeans.get(node);
      if (mean !== undefined && mean.upper > (own?.upper ?? -1)) own = mean;
    }
    own ??= { lower: independent.lower, upper: 1, exact: false };
    const upper = Math.min(bound, Math.max(own.upper, independent.upper));
    doubts.set(id, {
      declared: between(upper, own),
      independent: between(Math.min(independent.upper, upper), independent),
      bound: between(bound, path),
    });
  });
  return doubts;
}

function between(mean: number, { lower, exact }: { readonly lower: number; readonly exact: boolean }): Doubt {
  return exact ? { mean } : doubtOf({ mean }, lower);
}
