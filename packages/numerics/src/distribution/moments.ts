import { exp, expm1 } from '../portable/index.js';
import { type Distribution, flatten, pertShapes, type SimpleDistribution } from './distribution.js';

/** The exact mean. `Infinity` where a lognormal's exceeds the largest double. */
export function mean(d: Distribution): number {
  if (d.kind !== 'mixture') return simpleMean(d);
  return flatten(d).reduce((sum, { weight, of }) => sum + weight * simpleMean(of), 0);
}

/** The exact variance; of a mixture, within and between its components. */
export function variance(d: Distribution): number {
  if (d.kind !== 'mixture') return simpleVariance(d);
  const centre = mean(d);
  return flatten(d).reduce((sum, { weight, of }) => {
    const distance = simpleMean(of) - centre;
    return sum + weight * (simpleVariance(of) + distance * distance);
  }, 0);
}

function simpleMean(d: SimpleDistribution): number {
  switch (d.kind) {
    case 'point':
      return d.value;
    case 'beta':
      return d.a / (d.a + d.b);
    case 'normal':
      return d.mean;
    case 'lognormal':
      return exp(d.mu + 0.5 * d.sigma * d.sigma);
    case 'uniform':
      return d.min + 0.5 * (d.max - d.min);
    case 'pert':
      return (d.min + 4 * d.mode + d.max) / 6;
  }
}

function simpleVariance(d: SimpleDistribution): number {
  switch (d.kind) {
    case 'point':
      return 0;
    case 'beta':
      return betaVariance(d.a, d.b);
    case 'normal':
      return d.sd * d.sd;
    case 'lognormal': {
      const square = d.sigma * d.sigma;
      return expm1(square) * exp(2 * d.mu + square);
    }
    case 'uniform':
      return ((d.max - d.min) * (d.max - d.min)) / 12;
    case 'pert': {
      const { a, b } = pertShapes(d);
      return (d.max - d.min) * (d.max - d.min) * betaVariance(a, b);
    }
  }
}

function betaVariance(a: number, b: number): number {
  const n = a + b;
  return ((a / n) * (b / n)) / (n + 1);
}
