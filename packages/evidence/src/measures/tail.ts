import { flawKinds, type TailSpec } from '@surety/core/case';
import { elicitedQueries, fitTail, worstQueryRisk } from '@surety/core/statistics';
import { failed, ok, type Result } from '../problem.js';
import type { PooledTrials } from '../trials/index.js';
import { fieldNumber, forecastRange } from './field-number.js';
import { flaw, flawNotes, policyWith } from './flaw.js';
import { groupRows } from './groups.js';
import type { Measured } from './measured.js';
import { rowValues } from './row-values.js';

/**
 * Elicitation probabilities of queries, from which rare behaviours are extrapolated. The value of a query is the mean of
 * its epochs. A flawed query has no probability that could be put in its place, neither the best nor the worst: it is
 * refused unless the text excludes its kind and says why.
 */
export function measureTail(spec: TailSpec, trials: PooledTrials): Result<Measured> {
  const number = fieldNumber(trials, spec.elicitation, spec.scorer, forecastRange);
  if (!number.ok) return number;
  const read = rowValues<number>(trials, number.value);
  if (!read.ok) return read;
  const { flaws, values, occurring, unscored } = read.value;
  const excluded = flawKinds.every((kind) => spec[kind] === 'exclude' || (occurring & flaw[kind]) === 0);
  if (!excluded || (occurring !== 0 && !spec.groupByBecause?.trim())) {
    return failed({
      code: 'flawed-queries',
      message: `a flawed query has no elicitation probability (${flawNotes(flaws, unscored).join(', ')})`,
      expected: 'its kind to be excluded (`errors: exclude`), with a `because`',
    });
  }
  const groups = groupRows(trials, spec.groupBy);
  const sums = new Float64Array(groups.count);
  const sizes = new Uint32Array(groups.count);
  values.forEach((value, row) => {
    if (value === undefined) return;
    sums[groups.of[row]!]! += value;
    sizes[groups.of[row]!]! += 1;
  });
  const elicitation = [...sums].flatMap((sum, at) => (sizes[at] === 0 ? [] : [sum / sizes[at]!]));
  const fit = fitTail(elicitation);
  if ('message' in fit) {
    return failed({
      code: 'no-tail',
      message: fit.message,
      expected: 'at least ten queries with a probability between 0 and 1 each, not all the same',
    });
  }
  const { orders, warning } = worstQueryRisk(fit, spec.uses);
  return ok({
    results: [
      {
        policy: policyWith(spec, occurring, 'exclude'),
        counts: { kind: 'tail', uses: spec.uses, ...elicitedQueries(elicitation) },
      },
    ],
    notes: [
      ...flawNotes(flaws, unscored),
      warning ?? `extrapolated over ${Math.max(0, orders).toFixed(1)} orders of magnitude`,
      'an estimate and no bound: of the published forecasts of this method 34 % were too low, and 86 % within a factor of ten (Jones et al. 2025)',
    ],
  });
}
