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
    case 'gamma':
      return d.shape * d.scale;
    case 'triangular':
      return (d.min + d.mode + d.max) / 3;
    case 'histogram':
      return histogramMean(d);
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
    case 'gamma':
      return d.shape * d.scale * d.scale;
    case 'triangular': {
      const low = d.mode - d.min;
      const high = d.max - d.mode;
      return (low * low + low * high + high * high) / 18;
    }
    case 'histogram': {
      const centre = histogramMean(d);
      return overBins(d, (from, to) => {
        const distance = 0.5 * (from + to) - centre;
        return distance * distance + ((to - from) * (to - from)) / 12;
      });
    }
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

type Histogram = Extract<Distribution, { kind: 'histogram' }>;

function histogramMean(d: Histogram): number {
  return overBins(d, (from, to) => 0.5 * (from + to));
}

function overBins({ bounds, weights }: Histogram, of: (from: number, to: number) => number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.reduce((sum, weight, i) => sum + (weight / total) * of(bounds[i], bounds[i + 1]), 0);
}
