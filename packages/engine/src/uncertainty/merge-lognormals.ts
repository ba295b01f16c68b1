import { distributionOf } from './families.js';
import { termsBuilder, type UncertainLeaves } from './terms.js';

/**
 * The same probabilities in fewer uncertain numbers: where lognormals of known parameters are multiplied with each other and
 * used for nothing else, their product is one lognormal (Crow & Shimizu 1988), its μ and σ² the sums of theirs. The joint
 * distribution of all leaves stays what it was; which trial has which value does not.
 */
export function mergeLognormals(leaves: UncertainLeaves): UncertainLeaves {
  const { terms, leafTerms } = leaves;
  const uses = new Int32Array(terms.length);
  for (const term of terms) if (term.kind !== 'constant') for (const input of term.inputs) uses[input]++;
  for (const term of leafTerms) uses[term]++;
  const mergeable = new Map<number, { readonly mu: number; readonly sigma: number }>();
  const builder = termsBuilder();
  const place: number[] = [];
  const made = (at: number): number => {
    const lognormal = mergeable.get(at);
    if (lognormal === undefined) return place[at];
    mergeable.delete(at);
    place[at] = builder.deviate('lognormal', builder.constant(lognormal.mu), builder.constant(lognormal.sigma));
    return place[at];
  };
  let merged = false;
  for (const [at, term] of terms.entries()) {
    if (term.kind === 'constant') {
      place[at] = builder.constant(term.value);
      continue;
    }
    if (term.kind === 'deviate') {
      const found = uses[at] === 1 ? lognormalOf(at) : undefined;
      if (found === undefined) place[at] = builder.deviate(term.family, ...term.inputs.map(made));
      else mergeable.set(at, found);
      continue;
    }
    const factors = term.operation === 'mul' ? term.inputs.filter((input) => mergeable.has(input)) : [];
    if (factors.length < 2) {
      place[at] = builder.apply(term.operation, ...term.inputs.map(made));
      continue;
    }
    merged = true;
    const parts = factors.map((input) => mergeable.get(input)!);
    for (const input of factors) mergeable.delete(input);
    const product = {
      mu: parts.reduce((sum, { mu }) => sum + mu, 0),
      sigma: Math.sqrt(parts.reduce((sum, { sigma }) => sum + sigma * sigma, 0)),
    };
    const rest = term.inputs.filter((input) => !factors.includes(input)).map(made);
    if (rest.length === 0 && uses[at] === 1) {
      mergeable.set(at, product);
      continue;
    }
    const whole = builder.deviate('lognormal', builder.constant(product.mu), builder.constant(product.sigma));
    place[at] = rest.length === 0 ? whole : builder.apply('mul', whole, ...rest);
  }
  return merged ? { terms: builder.terms, leafTerms: leafTerms.map(made) } : leaves;

  function lognormalOf(at: number): { readonly mu: number; readonly sigma: number } | undefined {
    const term = terms[at];
    if (term.kind !== 'deviate') return undefined;
    const parameters: number[] = [];
    for (const input of term.inputs) {
      const of = terms[input];
      if (of.kind !== 'constant') return undefined;
      parameters.push(of.value);
    }
    const found = distributionOf(term.family, parameters);
    return typeof found !== 'string' && found.kind === 'lognormal' ? found : undefined;
  }
}
