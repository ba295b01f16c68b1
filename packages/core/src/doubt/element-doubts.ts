import type { ElementId } from '../case/index.js';
import type { AssessedOutcome } from './assess-outcome.js';
import type { Doubts } from './assessment.js';
import { costsOf } from './claim.js';
import type { Prepared } from './prepare.js';
import { doubtOf } from './statistics-of-trials.js';

/**
 * The three doubts of every element, without percentiles: declared under the legs and groups of the outcome that it
 * stands under (of several outcomes: the largest), capped at the element's own bound.
 */
export function elementDoubts(
  prepared: Prepared,
  outcomes: readonly AssessedOutcome[],
): ReadonlyMap<ElementId, Doubts> {
  const { quantified, argument } = prepared;
  const doubts = new Map<ElementId, Doubts>();
  if (quantified === undefined) return doubts;
  const { written, means } = quantified;
  const declared = new Map<number, number>();
  for (const { claim } of outcomes) {
    for (const [node, mean] of claim?.declaredMeans ?? []) declared.set(node, Math.max(mean, declared.get(node) ?? 0));
  }
  const ids = [...argument.nodeOf.keys()];
  const nodes = ids.map((id) => written.model.node(argument.nodeOf.get(id) as number));
  const bounds = written.compiled.pathSums(costsOf(written.model, means), nodes);
  ids.forEach((id, i) => {
    const independent = written.evaluation.mean(nodes[i] as number);
    const path = bounds[i] ?? { sum: 1, lower: 0, exact: false };
    const bound = Math.min(1, path.sum);
    // Elements of a risk case stand under no outcome's claim: as written.
    const own = declared.get(argument.nodeOf.get(id) as number) ?? independent.upper;
    const mean = Math.min(bound, Math.max(own, independent.upper));
    doubts.set(id, {
      declared: doubtOf({ mean }, independent.exact ? undefined : Math.min(independent.lower, mean)),
      independent: doubtOf(
        { mean: Math.min(independent.upper, mean) },
        independent.exact ? undefined : independent.lower,
      ),
      bound: doubtOf({ mean: bound }, path.exact ? undefined : Math.min(1, path.lower)),
    });
  });
  return doubts;
}
