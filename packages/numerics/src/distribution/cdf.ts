import { log } from '../portable/index.js';
import { betaCdf, betaSurvival, gammaCdf, gammaSurvival, normalCdf, normalSurvival } from '../special/index.js';
import { histogramCdf, triangularCdf, triangularSurvival } from './bounded.js';
import { type Distribution, flatten, pertShapes, type SimpleDistribution } from './distribution.js';

/** P(X <= x), accurate in the lower tail. */
export function cdf(d: Distribution, x: number): number {
  if (d.kind !== 'mixture') return simpleCdf(d, x);
  return atMostOne(flatten(d).reduce((sum, { weight, of }) => sum + weight * simpleCdf(of, x), 0));
}

/** P(X > x), accurate in the upper tail. */
export function survival(d: Distribution, x: number): number {
  if (d.kind !== 'mixture') return simpleSurvival(d, x);
  return atMostOne(flatten(d).reduce((sum, { weight, of }) => sum + weight * simpleSurvival(of, x), 0));
}

function atMostOne(p: number): number {
  return Math.min(p, 1);
}

function simpleCdf(d: SimpleDistribution, x: number): number {
  switch (d.kind) {
    case 'point':
      return x >= d.value ? 1 : 0;
    case 'beta':
      return betaCdf(x, d.a, d.b);
    case 'normal':
      return normalCdf((x - d.mean) / d.sd);
    case 'lognormal':
      return x <= 0 ? 0 : normalCdf((log(x) - d.mu) / d.sigma);
    case 'uniform':
      return x <= d.min ? 0 : x >= d.max ? 1 : (x - d.min) / (d.max - d.min);
    case 'gamma':
      return x <= 0 ? 0 : gammaCdf(x / d.scale, d.shape);
    case 'triangular':
      return triangularCdf(d, x);
    case 'histogram':
      return histogramCdf(d, x);
    case 'pert': {
      const { a, b } = pertShapes(d);
      return betaCdf((x - d.min) / (d.max - d.min), a, b);
    }
  }
}

function simpleSurvival(d: SimpleDistribution, x: number): number {
  switch (d.kind) {
    case 'point':
      return x >= d.value ? 0 : 1;
    case 'beta':
      return betaSurvival(x, d.a, d.b);
    case 'normal':
      return normalSurvival((x - d.mean) / d.sd);
    case 'lognormal':
      return x <= 0 ? 1 : normalSurvival((log(x) - d.mu) / d.sigma);
    case 'uniform':
      return x <= d.min ? 1 : x >= d.max ? 0 : (d.max - x) / (d.max - d.min);
    case 'gamma':
      return x <= 0 ? 1 : gammaSurvival(x / d.scale, d.shape);
    case 'triangular':
      return triangularSurvival(d, x);
    case 'histogram':
      return histogramCdf(d, x, true);
    case 'pert': {
      // The beta of 1 − x with the shapes exchanged, so that no digits are lost near max.
      const { a, b } = pertShapes(d);
      return betaCdf((d.max - x) / (d.max - d.min), b, a);
    }
  }
}
