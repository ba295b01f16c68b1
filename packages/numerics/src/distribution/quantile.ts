import { exp } from '../portable/index.js';
import { betaQuantile, gammaQuantile, normalQuantile } from '../special/index.js';
import { histogramQuantile, stretch, triangularQuantile } from './bounded.js';
import { cdf, survival } from './cdf.js';
import { type Distribution, flatten, pertShapes, type SimpleDistribution } from './distribution.js';

/**
 * The u-quantile: the smallest x with P(X <= x) >= u. Of a mixture it is the quantile of the pool, found by bisection.
 *
 * @param u probability in [0, 1], else `NaN`. At 0 and 1 the ends of the support, which may be infinite.
 */
export function quantile(d: Distribution, u: number): number {
  if (!(u >= 0 && u <= 1)) return Number.NaN;
  return d.kind === 'mixture' ? mixtureQuantile(d, u) : simpleQuantile(d, u);
}

function simpleQuantile(d: SimpleDistribution, u: number): number {
  switch (d.kind) {
    case 'point':
      return d.value;
    case 'beta':
      return betaQuantile(u, d.a, d.b);
    case 'normal':
      return d.mean + d.sd * normalQuantile(u);
    case 'lognormal':
      return exp(d.mu + d.sigma * normalQuantile(u));
    case 'uniform':
      return stretch(d.min, d.max, u);
    case 'gamma':
      return d.scale * gammaQuantile(u, d.shape);
    case 'triangular':
      return triangularQuantile(d, u);
    case 'histogram':
      return histogramQuantile(d)(u);
    case 'pert': {
      const { a, b } = pertShapes(d);
      return stretch(d.min, d.max, betaQuantile(u, a, b));
    }
  }
}

function mixtureQuantile(d: Distribution, u: number): number {
  const parts = flatten(d);
  const ends = parts.map(({ of }) => simpleQuantile(of, u));
  let low = ends.reduce((a, b) => Math.min(a, b));
  let high = ends.reduce((a, b) => Math.max(a, b));
  const reached = (x: number) => (u <= 0.5 ? cdf(d, x) >= u : survival(d, x) <= 1 - u);
  if (low === high || reached(low)) return low;
  for (let i = 0; i < 200; i++) {
    // Halve the number of digits between positive ends that are orders of magnitude apart, else the distance.
    const middle = low > 0 && high > 4 * low ? Math.sqrt(low) * Math.sqrt(high) : low + 0.5 * (high - low);
    if (!(middle > low && middle < high)) break;
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}
