import { exp } from '../portable/index.js';
import { betaQuantileTable } from '../special/beta-table.js';
import { gammaQuantileTable } from '../special/gamma-table.js';
import { normalQuantile } from '../special/index.js';
import { histogramQuantile, stretch, triangularQuantile } from './bounded.js';
import { type Distribution, flatten, pertShapes, type SimpleDistribution } from './distribution.js';

/** How many uniform numbers a draw takes: 2 of a mixture (a value and a choice of component), else 1. */
export function uniformsNeeded(d: Distribution): 1 | 2 {
  return d.kind === 'mixture' ? 2 : 1;
}

/**
 * A function that maps a column of uniform numbers to draws from `d`, with what can be prepared prepared. Use it where
 * several columns are drawn from one distribution. Draw i depends on `u[i]` (and `choice[i]`) only, and is `quantile(d, u[i])`
 * to a relative 1e-11.
 *
 * The returned function takes `u` in (0, 1), `out` of the same length (it may be `u` itself), and of a mixture `choice`
 * in (0, 1), which selects the component whose quantile at u is the draw; it throws a RangeError if lengths differ or
 * the choice is missing.
 */
export function quantileFiller(d: Distribution): (u: Float64Array, out: Float64Array, choice?: Float64Array) => void {
  if (d.kind !== 'mixture') {
    const at = sampler(d);
    return (u, out) => {
      sameLength(u, out);
      for (let i = 0; i < u.length; i++) out[i] = at(u[i]);
    };
  }
  const parts = flatten(d);
  const samplers = parts.map(({ of }) => sampler(of));
  const upTo: number[] = [];
  let total = 0;
  for (const { weight } of parts) {
    total += weight;
    upTo.push(total);
  }
  const last = parts.length - 1;
  return (u, out, choice) => {
    if (choice === undefined) throw new RangeError('draws from a mixture need a second column of uniform numbers');
    sameLength(u, out);
    sameLength(u, choice);
    for (let i = 0; i < u.length; i++) {
      let component = 0;
      while (component < last && choice[i] >= upTo[component]) component++;
      out[i] = samplers[component](u[i]);
    }
  };
}

/** One call of `quantileFiller(d)`. */
export function fillQuantiles(d: Distribution, u: Float64Array, out: Float64Array, choice?: Float64Array): void {
  quantileFiller(d)(u, out, choice);
}

function sameLength(a: Float64Array, b: Float64Array): void {
  if (a.length !== b.length) throw new RangeError(`columns of ${a.length} and ${b.length} numbers`);
}

function sampler(d: SimpleDistribution): (u: number) => number {
  switch (d.kind) {
    case 'point':
      return () => d.value;
    case 'beta':
      return betaQuantileTable(d.a, d.b);
    case 'normal':
      return (u) => d.mean + d.sd * normalQuantile(u);
    case 'lognormal':
      return (u) => exp(d.mu + d.sigma * normalQuantile(u));
    case 'uniform':
      return (u) => stretch(d.min, d.max, u);
    case 'gamma': {
      const at = gammaQuantileTable(d.shape);
      return (u) => d.scale * at(u);
    }
    case 'triangular':
      return (u) => triangularQuantile(d, u);
    case 'histogram':
      return histogramQuantile(d);
    case 'pert': {
      const { a, b } = pertShapes(d);
      const at = betaQuantileTable(a, b);
      return (u) => stretch(d.min, d.max, at(u));
    }
  }
}
