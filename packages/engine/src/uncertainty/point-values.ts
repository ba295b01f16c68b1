import { mean } from '@surety/numerics';
import { distributionOf } from './families.js';
import { operations } from './operations.js';
import type { Terms } from './terms.js';

/**
 * The value of each term with every uncertain number at its mean, as SCRAM has it; `NaN` where there is none. This is the
 * mean of a term only where the term is linear in each uncertain number and none occurs twice.
 */
export function pointValues(terms: Terms): Float64Array {
  const values = new Float64Array(terms.length);
  for (const [at, term] of terms.entries()) {
    if (term.kind === 'constant') {
      values[at] = term.value;
      continue;
    }
    const inputs = term.inputs.map((input) => values[input]);
    if (term.kind === 'apply') {
      values[at] = operations[term.operation].apply(inputs);
      continue;
    }
    const distribution = distributionOf(term.family, inputs);
    values[at] = typeof distribution === 'string' ? Number.NaN : mean(distribution);
  }
  return values;
}

/** Why a term has no finite value: what the innermost term without one says. */
export function whyNoValue(terms: Terms, values: Float64Array, at: number): string {
  for (let term = terms[at]; ; ) {
    if (term.kind === 'constant') return `${term.value} is no number that can be used`;
    const inputs = term.inputs.map((input) => values[input]);
    const bad = term.inputs.find((input) => !Number.isFinite(values[input]));
    // The branch that a choice does not take may be without a value.
    if (bad !== undefined) {
      term = terms[bad];
      continue;
    }
    if (term.kind === 'apply') return `${term.operation} has no value at (${inputs.join(', ')})`;
    const distribution = distributionOf(term.family, inputs);
    return typeof distribution === 'string' ? `${term.family}: ${distribution}` : `${term.family} has no finite mean`;
  }
}
