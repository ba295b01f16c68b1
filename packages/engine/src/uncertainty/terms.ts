import type { Operation } from './operations.js';

/** Families of uncertain numbers, with their parameters in order. */
export type Family =
  /** min, max */
  | 'uniform'
  /** mean, standard deviation */
  | 'normal'
  /** μ, σ of the logarithm */
  | 'lognormal'
  /** mean, error factor, level of the error factor */
  | 'lognormal-by-error-factor'
  /** shape, scale */
  | 'gamma'
  /** α, β */
  | 'beta'
  /** min, mode, max */
  | 'triangular'
  /** min, mode, max */
  | 'pert'
  /** the first bound; then upper bound and weight of each bin */
  | 'histogram';

/** A number that may be uncertain, made of earlier ones (by their place in the list). */
export type Term =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'apply'; readonly operation: Operation; readonly inputs: readonly number[] }
  /** One uncertain number: wherever the term is used, it has the same value in a trial. */
  | { readonly kind: 'deviate'; readonly family: Family; readonly inputs: readonly number[] };

/** Terms, each after those that it is made of. Plain data. */
export type Terms = readonly Term[];

/** What the probabilities of the leaves of a model are made of. Plain data. */
export interface UncertainLeaves {
  readonly terms: Terms;
  /** The term that is the probability of each leaf. */
  readonly leafTerms: readonly number[];
}

/** Builds terms; equal constants and operations become one, deviates never do. */
export interface TermsBuilder {
  readonly terms: Terms;
  constant(value: number): number;
  apply(operation: Operation, ...inputs: readonly number[]): number;
  deviate(family: Family, ...inputs: readonly number[]): number;
}

export function termsBuilder(): TermsBuilder {
  const terms: Term[] = [];
  const known = new Map<string, number>();
  const once = (key: string, term: Term): number => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const at = terms.push(term) - 1;
    known.set(key, at);
    return at;
  };
  return {
    terms,
    constant: (value) => once(Object.is(value, -0) ? '-0' : String(value), { kind: 'constant', value }),
    apply: (operation, ...inputs) => once(`${operation} ${inputs.join(' ')}`, { kind: 'apply', operation, inputs }),
    deviate: (family, ...inputs) => terms.push({ kind: 'deviate', family, inputs }) - 1,
  };
}
