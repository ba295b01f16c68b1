import { betaSurvival, exp, log, log1p, log1pMinus, logGamma } from '@surety/numerics';
import type { EventCount } from '../case/index.js';

/*
 * Clusters whose rates differ: cluster i has a rate from a Beta distribution of mean μ, two trials of one cluster having
 * the correlation ρ. Prior: both uniform on (0, 1), independent (Jeffreys' for μ falls short at low rates: a bound must err the
 * other way). Both are integrated in their log-odds, where the trapezoidal rule converges exponentially for such smooth peaks.
 */

/**
 * P(μ > limit) given the clusters, never below the exact Clopper–Pearson tail of all trials as if they were independent.
 *
 * Assumes clusters drawn independently and alike, rates that are Beta distributed between them, and the prior above. It
 * misleads where cluster rates have two peaks (a few families that always fail), which no Beta distribution of few clusters
 * shows; without any event the prior of ρ decides how much a cluster is worth.
 * Skellam 1948; Gelman et al. 2013, Bayesian data analysis, section 5.3.
 */
export function betaBinomialDoubt(clusters: readonly EventCount[], limit: number): number {
  const all = clusters.filter(({ trials }) => trials > 0);
  if (all.length === 0 || !(limit >= 0)) return 1;
  if (limit >= 1) return 0;
  const trials = all.reduce((sum, each) => sum + each.trials, 0);
  const events = all.reduce((sum, each) => sum + each.events, 0);
  if (limit === 0 || events === trials) return 1;
  const exact = betaSurvival(limit, events + 1, trials - events);
  return Math.min(1, Math.max(exact, betaBinomialTail(all, limit)));
}

/** P(μ > limit), for a limit in (0, 1). */
export function betaBinomialTail(clusters: readonly EventCount[], limit: number): number {
  const cut = log(limit) - log1p(-limit);
  let total = 0;
  let beyond = 0;
  let scale = -Infinity;
  for (const { density } of correlationsOf(clusters)) {
    const peak = peakOf(density);
    const mass = fullIntegral(density, peak);
    const above = cut >= peak.at ? halfIntegral(density, cut, 1) : logMinus(mass, halfIntegral(density, cut, -1));
    if (mass > scale) {
      total *= exp(scale - mass);
      beyond *= exp(scale - mass);
      scale = mass;
    }
    total += exp(mass - scale);
    beyond += exp(above - scale);
  }
  return beyond / total;
}

/**
 * Draws of the posterior of the mean rate at uniform numbers.
 *
 * @param uniform in (0, 1).
 */
export function betaBinomialDraws(clusters: readonly EventCount[], uniform: Float64Array): Float64Array {
  const all = clusters.filter(({ trials }) => trials > 0);
  if (all.length === 0) return new Float64Array(uniform.length).fill(1);
  const slices = correlationsOf(all).map(({ density }) => ({ density, peak: peakOf(density) }));
  const most = Math.max(...slices.map(({ peak }) => peak.value));
  const seen = slices.filter(({ peak }) => peak.value > most - negligible);
  const from = Math.min(...seen.map(({ peak }) => peak.from));
  const to = Math.max(...seen.map(({ peak }) => peak.to));
  const narrowest = Math.min(...seen.map(({ peak }) => peak.to - peak.from));
  const nodes = Math.min(4000, Math.ceil((200 * (to - from)) / narrowest));
  const cumulated = new Float64Array(nodes + 1);
  for (let i = 1; i <= nodes; i++) {
    const at = from + ((i - 0.5) * (to - from)) / nodes;
    const mass = seen.reduce((sum, { density }) => sum + exp(density(at) - most), 0);
    cumulated[i] = cumulated[i - 1]! + mass;
  }
  return uniform.map((u) => {
    const wanted = u * cumulated[nodes]!;
    let low = 0;
    let high = nodes;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (cumulated[middle]! <= wanted) low = middle;
      else high = middle;
    }
    const width = cumulated[high]! - cumulated[low]!;
    const part = width > 0 ? (wanted - cumulated[low]!) / width : 0;
    return 1 / (1 + exp(-(from + ((low + part) * (to - from)) / nodes)));
  });
}

/** log density of the log-odds of μ. */
type Density = (y: number) => number;

/** What has fallen by this in the logarithm is left out: 1e-14. */
const negligible = 32;

/** Evenly spaced log-odds of ρ, as many as matter, with the density of the log-odds of μ at each. */
function correlationsOf(clusters: readonly EventCount[]): readonly { readonly density: Density }[] {
  const terms = likelihoodTerms(clusters);
  const densityAt = (w: number): Density => {
    // a + b = (1 − ρ) / ρ = e^−w; uniform ρ and μ have the densities ρ (1 − ρ) and μ (1 − μ) in their log-odds.
    const size = exp(-w);
    const rest = -Math.abs(w) - 2 * log1p(exp(-Math.abs(w))) - terms.ofSize(size);
    return (y) => {
      // Shapes would leave the range of numbers, where nothing is left of the density.
      if (Math.abs(y) > 200) return -Infinity;
      const tail = log1p(exp(-Math.abs(y)));
      const [logMean, logRest] = y > 0 ? [-tail, -y - tail] : [y - tail, -tail];
      return rest + logMean + logRest + terms.ofMean(size, logMean, logRest);
    };
  };
  const peak = peakOf((w) => highest(densityAt(w), 26).value);
  const step = Math.min(0.25, (peak.to - peak.from) / 40);
  const found: { readonly density: Density }[] = [];
  for (let w = peak.from; w <= peak.to; w += step) found.push({ density: densityAt(w) });
  return found;
}

interface Peak {
  readonly at: number;
  readonly value: number;
  /** Where it has become negligible. */
  readonly from: number;
  readonly to: number;
}

/** Log-odds beyond this are not looked at: rates below 1e-26. */
const farthest = 60;
const golden = (Math.sqrt(5) - 1) / 2;

/** By golden-section search, which narrows the range to `0.618^steps` of what is looked at. */
function highest(density: Density, steps: number): { readonly at: number; readonly value: number } {
  let [from, to] = [-farthest, farthest];
  let [a, b] = [to - golden * (to - from), from + golden * (to - from)];
  let [fa, fb] = [density(a), density(b)];
  for (let i = 0; i < steps; i++) {
    if (fa > fb) {
      [to, b, fb] = [b, a, fa];
      a = to - golden * (to - from);
      fa = density(a);
    } else {
      [from, a, fa] = [a, b, fb];
      b = from + golden * (to - from);
      fb = density(b);
    }
  }
  return fa > fb ? { at: a, value: fa } : { at: b, value: fb };
}

function peakOf(density: Density): Peak {
  const { at, value } = highest(density, 32);
  const edge = (sign: 1 | -1): number => {
    let near = 0;
    let far = 1e-3;
    while (far < 2 * farthest && density(at + sign * far) > value - negligible) [near, far] = [far, 2 * far];
    for (let i = 0; i < 6; i++) {
      const middle = (near + far) / 2;
      if (density(at + sign * middle) > value - negligible) near = middle;
      else far = middle;
    }
    return at + sign * far;
  };
  return { at, value, from: edge(-1), to: edge(1) };
}

/** log ∫ e^density, by the trapezoidal rule. */
function fullIntegral(density: Density, { value, from, to }: Peak): number {
  const step = Math.min(0.25, (to - from) / 40);
  let sum = 0;
  for (let y = from; y <= to; y += step) sum += exp(density(y) - value);
  return value + log(sum * step);
}

/** log ∫ e^density from the cut outward, where it falls: the double exponential rule (Takahasi & Mori 1974). */
function halfIntegral(density: Density, cut: number, sign: 1 | -1): number {
  const top = density(cut);
  let scale = 1e-6;
  while (scale < farthest && density(cut + sign * scale) > top - 1) scale *= 1.5;
  let sum = 0;
  const step = 1 / 10;
  for (let t = -3.5; t <= 5; t += step) {
    const distance = scale * exp(t - exp(-t));
    sum += exp(density(cut + sign * distance) - top) * distance * (1 + exp(-t));
  }
  return top + log(sum * step);
}

/** log(e^a − e^b), for b at most a. */
function logMinus(a: number, b: number): number {
  return b >= a ? -Infinity : a + log1p(-exp(b - a));
}

/**
 * log of the likelihood, apart from binomial coefficients, with equal numbers of many clusters taken together: that of
 * independent trials, plus what the rising factorials a (a+1) … (a+k−1) exceed a^k by, so that nothing large cancels.
 */
function likelihoodTerms(clusters: readonly EventCount[]) {
  const events = tally(clusters.map((each) => each.events));
  const others = tally(clusters.map((each) => each.trials - each.events));
  const sizes = tally(clusters.map((each) => each.trials));
  const allEvents = clusters.reduce((sum, each) => sum + each.events, 0);
  const allOthers = clusters.reduce((sum, each) => sum + each.trials - each.events, 0);
  const sum = (terms: readonly (readonly [number, number])[], shape: number) => {
    let all = 0;
    for (const [number, times] of terms) all += times * logExcess(shape, number);
    return all;
  };
  return {
    ofSize: (size: number) => sum(sizes, size),
    ofMean: (size: number, logMean: number, logRest: number) =>
      allEvents * logMean + allOthers * logRest + sum(events, size * exp(logMean)) + sum(others, size * exp(logRest)),
  };
}

function tally(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const counts = new Map<number, number>();
  for (const each of numbers) if (each > 1) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts];
}

/** Σ log(1 + j/shape) for j from 0 to n − 1, at least 0: a product of few terms, else by Stirling's series. */
function logExcess(shape: number, n: number): number {
  const x = n / shape;
  if (n <= 24) {
    let product = 1;
    let sum = 0;
    for (let j = 1; j < n; j++) {
      product *= 1 + j / shape;
      if (product > 1e250) {
        sum += log(product);
        product = 1;
      }
    }
    return x < 1e-8 ? (n - 1) * x * 0.5 : sum + log(product);
  }
  if (shape < 32) return logGamma(shape + n) - logGamma(shape) - n * log(shape);
  const correction = stirling(shape + n) - stirling(shape);
  return shape * log1pMinus(x, 1 + x) + (n - 0.5) * log1p(x) + correction;
}

/** The first terms of Stirling's series, enough from 32 on. */
function stirling(z: number): number {
  const w = 1 / (z * z);
  return (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w / 1680))) / z;
}
