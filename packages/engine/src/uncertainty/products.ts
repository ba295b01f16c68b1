import { type Distribution, isSmooth } from '@surety/numerics';
import { distributionOf } from './families.js';
import type { Terms } from './terms.js';

/** Factors that are drawn at a time. */
const MOST = 4;

/**
 * Products of two to four uncertain numbers that are used for nothing else, with the distributions of their factors, by the
 * product's term: these can be drawn at once, without a column for each factor.
 *
 * @param wanted terms that are used for themselves.
 */
export function productsIn(terms: Terms, wanted: readonly number[]): ReadonlyMap<number, readonly Distribution[]> {
  const uses = new Int32Array(terms.length);
  for (const term of terms) if (term.kind !== 'constant') for (const input of term.inputs) uses[input]++;
  for (const at of wanted) uses[at]++;
  const found = new Map<number, readonly Distribution[]>();
  for (const [at, term] of terms.entries()) {
    if (term.kind !== 'apply' || term.operation !== 'mul' || term.inputs.length < 2 || term.inputs.length > MOST)
      continue;
    const factors = term.inputs.flatMap((input) => (uses[input] === 1 ? factorAt(terms, input) : []));
    if (factors.length === term.inputs.length) found.set(at, factors);
  }
  return found;
}

/** The distribution of an uncertain number of known parameters, where it is drawn from a table; else nothing. */
function factorAt(terms: Terms, at: number): Distribution[] {
  const term = terms[at];
  if (term.kind !== 'deviate') return [];
  const parameters = term.inputs.flatMap((input) => {
    const of = terms[input];
    return of.kind === 'constant' ? [of.value] : [];
  });
  if (parameters.length < term.inputs.length) return [];
  const found = distributionOf(term.family, parameters);
  return typeof found !== 'string' && isSmooth(found) ? [found] : [];
}
