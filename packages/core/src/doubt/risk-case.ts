import { formatProbability, type Outcome, type RiskCase } from '../case/index.js';
import type { Doubts, Reason, RiskCaseAssessment } from './assessment.js';
import { boundOf } from './claim.js';
import type { Prepared } from './prepare.js';
import { doubtOf, upperEnd } from './statistics-of-trials.js';

/**
 * The other side's argument that the outcome will occur: its lower bound on the outcome's probability is 1 − (the
 * dependence-free bound of its claim). Above the number of the verdict, or above the threshold, it contradicts.
 */
export function riskCaseAgainst(
  prepared: Prepared,
  riskCase: RiskCase,
  outcome: Outcome,
  safety: { readonly doubts: Doubts; readonly number: number } | undefined,
): { readonly assessment: RiskCaseAssessment; readonly reason?: Reason } | undefined {
  const { quantified, argument } = prepared;
  const node = argument.nodeOf.get(riskCase.claim);
  if (quantified === undefined || node === undefined) return undefined;
  const { path, statistics } = boundOf(quantified, node);
  const bound = doubtOf(statistics, path.exact ? undefined : Math.min(1, path.lower));
  const lowerBound = Math.max(0, 1 - upperEnd(bound));
  const above = (limit: number | undefined) => limit !== undefined && lowerBound > limit;
  const contradiction = above(safety?.number)
    ? 'declared number'
    : above(outcome.threshold?.probability)
      ? 'threshold'
      : 'none';
  const contradictsIndependence =
    contradiction === 'declared number' && safety !== undefined && lowerBound < upperEnd(safety.doubts.bound);
  const assessment: RiskCaseAssessment = {
    outcome: outcome.id,
    claim: riskCase.claim,
    bound,
    lowerBound,
    contradiction,
    contradictsIndependence,
  };
  if (contradiction === 'none') return { assessment };
  const against =
    contradiction === 'threshold'
      ? 'the threshold'
      : `the number of the verdict, ${formatProbability(safety?.number ?? 0)}`;
  const blame = contradictsIndependence
    ? '; it lies below the dependence-free bound, so the dependence that is counted is what it contradicts'
    : '';
  const text = `The risk case ${riskCase.claim} makes the outcome at least ${formatProbability(lowerBound)} likely, above ${against}${blame}`;
  return { assessment, reason: { code: 'contradiction', text, element: riskCase.claim, blocks: true } };
}
