import { type Criterion, formatAgainst, formatProbability, type Threshold } from '../case/index.js';
import type { Doubt, Reason, Verdict } from './assessment.js';
import { upperEnd } from './statistics-of-trials.js';

/** Standard errors by which the mean is widened before it is held against a threshold. */
const ERRORS = 3;

export interface NumberVerdict {
  readonly verdict: Extract<Verdict, 'supported' | 'not supported' | 'undecided'>;
  /** The number of the verdict: the upper end of what was held against the threshold. */
  readonly number: number;
  readonly reasons: readonly Reason[];
}

/**
 * The verdict by number (`semantics.md` section 4): [lo, hi] is mean ± 3 errors, or the interval, or the point twice.
 * hi <= threshold is supported, lo > threshold is not supported, anything else is undecided. A percentile criterion
 * applies in addition to the mean, never instead of it.
 */
export function verdictByNumber(declared: Doubt, threshold: Threshold): NumberVerdict {
  const spread = ERRORS * (declared.error ?? 0);
  const low = Math.max(0, ('mean' in declared ? declared.mean : declared.lower) - spread);
  const high = Math.min(1, upperEnd(declared) + spread);
  const limit = threshold.probability;
  const reasons: Reason[] = [];
  const reason = (code: Reason['code'], text: string) => reasons.push({ code, text, blocks: false });
  const allowed = formatProbability(limit);
  const [from, to] = [formatAgainst(low, limit), formatAgainst(high, limit)];
  const shown = from === to ? to : `between ${from} and ${to}`;
  const byMean = high <= limit ? 'supported' : low > limit ? 'not supported' : 'undecided';
  if (byMean === 'supported')
    reason('below-threshold', `The declared doubt is ${shown}, within the threshold of ${allowed}`);
  if (byMean === 'not supported')
    reason('above-threshold', `The declared doubt is ${shown}, above the threshold of ${allowed}`);
  if (byMean === 'undecided')
    reason(
      'near-threshold',
      `The declared doubt is ${shown}, across the threshold of ${allowed}: more trials, or a higher limit, decide`,
    );
  const byCriterion = criterionVerdict(declared, threshold.criterion, limit);
  if (byCriterion === undefined || byCriterion.verdict === 'supported')
    return { verdict: byMean, number: high, reasons };
  reason(
    'criterion-above-threshold',
    `The ${threshold.criterion} of the declared doubt is ${formatAgainst(byCriterion.value, limit)}, above the threshold of ${allowed}`,
  );
  return {
    verdict: byMean === 'supported' || byCriterion.verdict === 'not supported' ? byCriterion.verdict : byMean,
    number: high,
    reasons: reasons.reverse(),
  };
}

/** What the threshold is held against, as one number: that of the verdict, or the percentile where that is larger. */
export function heldAgainst(number: number, declared: Doubt, { criterion }: Pick<Threshold, 'criterion'>): number {
  return criterion === 'mean' ? number : Math.max(number, declared[criterion] ?? upperEnd(declared));
}

function criterionVerdict(
  declared: Doubt,
  criterion: Criterion,
  limit: number,
): { readonly verdict: 'supported' | 'not supported' | 'undecided'; readonly value: number } | undefined {
  if (criterion === 'mean') return undefined;
  const value = declared[criterion] ?? upperEnd(declared);
  if (value <= limit) return { verdict: 'supported', value };
  // The percentiles of an interval are those of its upper end.
  return { verdict: 'mean' in declared ? 'not supported' : 'undecided', value };
}
