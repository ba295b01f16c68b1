import { type Distribution, lognormalByErrorFactor, validate } from '@surety/numerics';
import type { Family } from './terms.js';

/** The distribution of a family with these parameters; what is wrong with them as a sentence. */
export function distributionOf(family: Family, v: ArrayLike<number>): Distribution | string {
  const found = made(family, v);
  return validate(found) ?? found;
}

function made(family: Family, v: ArrayLike<number>): Distribution {
  switch (family) {
    case 'uniform':
      return { kind: 'uniform', min: v[0], max: v[1] };
    case 'normal':
      return { kind: 'normal', mean: v[0], sd: v[1] };
    case 'lognormal':
      return { kind: 'lognormal', mu: v[0], sigma: v[1] };
    case 'lognormal-by-error-factor':
      return lognormalByErrorFactor(v[0], v[1], v[2]);
    case 'gamma':
      return { kind: 'gamma', shape: v[0], scale: v[1] };
    case 'beta':
      return { kind: 'beta', a: v[0], b: v[1] };
    case 'triangular':
    case 'pert':
      return { kind: family, min: v[0], mode: v[1], max: v[2] };
    case 'histogram': {
      const bounds = [v[0]];
      const weights: number[] = [];
      for (let i = 1; i < v.length; i += 2) {
        bounds.push(v[i]);
        weights.push(v[i + 1]);
      }
      return { kind: 'histogram', bounds, weights };
    }
  }
}
