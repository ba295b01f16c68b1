import { log } from '../portable/index.js';
import { normalQuantile } from '../special/index.js';

/**
 * A probability distribution of one number, as plain data (JSON).
 *
 * - `point`: `value` with certainty.
 * - `beta`: Beta(a, b) on [0, 1]; a, b > 0.
 * - `normal`: mean and standard deviation, sd > 0.
 * - `lognormal`: e^(Normal(mu, sigma)), sigma > 0.
 * - `uniform`: on [min, max], min < max.
 * - `pert`: the beta-PERT of Malcolm et al. (1959) with λ = 4, min <= mode <= max, min < max.
 * - `gamma`: shape > 0 and scale > 0; its mean is their product.
 * - `triangular`: min <= mode <= max, min < max.
 * - `histogram`: uniform between neighbours of `bounds` (ascending, one more than weights), in each with probability
 *   weights[i] / Σ weights; weights >= 0, not all 0.
 * - `mixture`: the linear opinion pool: a draw comes from component i with probability weights[i] / Σ weights.
 *   Weights >= 0, not all 0, as many as components. Components may be mixtures.
 */
export type Distribution =
  | { readonly kind: 'point'; readonly value: number }
  | { readonly kind: 'beta'; readonly a: number; readonly b: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  | { readonly kind: 'lognormal'; readonly mu: number; readonly sigma: number }
  | { readonly kind: 'uniform'; readonly min: number; readonly max: number }
  | { readonly kind: 'pert'; readonly min: number; readonly mode: number; readonly max: number }
  | { readonly kind: 'gamma'; readonly shape: number; readonly scale: number }
  | { readonly kind: 'triangular'; readonly min: number; readonly mode: number; readonly max: number }
  | { readonly kind: 'histogram'; readonly bounds: readonly number[]; readonly weights: readonly number[] }
  | { readonly kind: 'mixture'; readonly components: readonly Distribution[]; readonly weights: readonly number[] };

/** A distribution that is not a mixture. */
export type SimpleDistribution = Exclude<Distribution, { kind: 'mixture' }>;

/** What is wrong with the parameters, as a sentence, or null. All other functions expect a valid distribution. */
export function validate(d: Distribution): string | null {
  switch (d.kind) {
    case 'point':
      return finite({ value: d.value });
    case 'beta':
      return finite({ a: d.a, b: d.b }) ?? positive({ a: d.a, b: d.b });
    case 'normal':
      return finite({ mean: d.mean, sd: d.sd }) ?? positive({ sd: d.sd });
    case 'lognormal':
      return finite({ mu: d.mu, sigma: d.sigma }) ?? positive({ sigma: d.sigma });
    case 'uniform':
      return finite({ min: d.min, max: d.max }) ?? (d.min < d.max ? null : `min ${d.min} must be below max ${d.max}`);
    case 'gamma':
      return finite({ shape: d.shape, scale: d.scale }) ?? positive({ shape: d.shape, scale: d.scale });
    case 'histogram':
      return validateHistogram(d.bounds, d.weights);
    case 'pert':
    case 'triangular':
      return (
        finite({ min: d.min, mode: d.mode, max: d.max }) ??
        (d.min < d.max ? null : `min ${d.min} must be below max ${d.max}`) ??
        (d.min <= d.mode && d.mode <= d.max ? null : `mode ${d.mode} must lie between min ${d.min} and max ${d.max}`)
      );
    case 'mixture':
      return validateMixture(d.components, d.weights);
  }
}

function validateHistogram(bounds: readonly number[], weights: readonly number[]): string | null {
  if (weights.length === 0) return 'a histogram needs at least one bin';
  if (bounds.length !== weights.length + 1) return `${weights.length} bins have ${bounds.length} bounds`;
  for (const [i, bound] of bounds.entries()) {
    if (!Number.isFinite(bound)) return `bound ${bound} must be a finite number`;
    if (i > 0 && !(bound > bounds[i - 1])) return `bound ${bound} must be above ${bounds[i - 1]}`;
  }
  return validateWeights(weights);
}

function validateMixture(components: readonly Distribution[], weights: readonly number[]): string | null {
  if (components.length === 0) return 'a mixture needs at least one component';
  if (weights.length !== components.length) return `${components.length} components have ${weights.length} weights`;
  const problem = validateWeights(weights);
  if (problem !== null) return problem;
  for (const [i, component] of components.entries()) {
    const wrong = validate(component);
    if (wrong !== null) return `component ${i + 1}: ${wrong}`;
  }
  return null;
}

function validateWeights(weights: readonly number[]): string | null {
  let total = 0;
  for (const weight of weights) {
    if (!(weight >= 0)) return `weight ${weight} must be 0 or more`;
    total += weight;
  }
  if (!(total > 0 && total < Infinity)) return 'the weights must have a positive finite sum';
  return null;
}

function finite(parameters: Readonly<Record<string, number>>): string | null {
  for (const [name, value] of Object.entries(parameters)) {
    if (!Number.isFinite(value)) return `${name} must be a finite number, not ${value}`;
  }
  return null;
}

function positive(parameters: Readonly<Record<string, number>>): string | null {
  for (const [name, value] of Object.entries(parameters)) {
    if (!(value > 0)) return `${name} must be above 0, not ${value}`;
  }
  return null;
}

/** The beta distribution that a PERT is a stretched copy of. */
export function pertShapes(d: { readonly min: number; readonly mode: number; readonly max: number }): {
  readonly a: number;
  readonly b: number;
} {
  const width = d.max - d.min;
  return { a: 1 + (4 * (d.mode - d.min)) / width, b: 1 + (4 * (d.max - d.mode)) / width };
}

/** The components of a distribution that are not mixtures, with weights above 0 that add up to 1. */
export function flatten(d: Distribution): readonly { readonly weight: number; readonly of: SimpleDistribution }[] {
  if (d.kind !== 'mixture') return [{ weight: 1, of: d }];
  const total = d.weights.reduce((sum, weight) => sum + weight, 0);
  return d.components.flatMap((component, i) =>
    d.weights[i] > 0
      ? flatten(component).map(({ weight, of }) => ({ weight: (weight * d.weights[i]) / total, of }))
      : [],
  );
}

/** The 95 % point of the standard normal. */
const Z95 = 1.6448536269514722;

/**
 * The distribution whose 5 % and 95 % points are `lo` and `hi`: a lognormal where lo > 0, a normal otherwise, a point where
 * they are equal.
 *
 * @throws RangeError unless both are finite and lo <= hi.
 */
export function betweenToDistribution(lo: number, hi: number): Distribution {
  if (!(Number.isFinite(lo) && Number.isFinite(hi) && lo <= hi)) {
    throw new RangeError(`a 90 % interval needs finite ends in order, not [${lo}, ${hi}]`);
  }
  if (lo === hi) return { kind: 'point', value: lo };
  if (lo <= 0) return { kind: 'normal', mean: lo + 0.5 * (hi - lo), sd: (hi - lo) / (2 * Z95) };
  const low = log(lo);
  const high = log(hi);
  return { kind: 'lognormal', mu: 0.5 * (low + high), sigma: (high - low) / (2 * Z95) };
}

/**
 * The lognormal of a mean and an error factor: the ratio of the `level` quantile to the median (usually of 0.95), as in
 * probabilistic risk assessment (Swain & Guttmann, NUREG/CR-1278, 1983). A distribution that `validate` refuses where the
 * mean is not above 0, the factor not above 1, or the level not in (0.5, 1).
 */
export function lognormalByErrorFactor(mean: number, factor: number, level: number): Distribution {
  const sigma = level > 0.5 && level < 1 && mean > 0 ? log(factor) / normalQuantile(level) : Number.NaN;
  return { kind: 'lognormal', mu: log(mean) - 0.5 * sigma * sigma, sigma };
}
