import { exp, expm1, log1p, type RandomStream } from '@surety/numerics';

/** What an attempt of an attack comes to: detected, succeeded, or neither. The three add up to 1. */
export interface AttemptRates {
  /** Probability that an attempt is detected, after which nothing more is attempted. */
  readonly detected: number;
  /** Probability that it succeeds undetected. */
  readonly succeeds: number;
}

/**
 * Probability of a success before the first detection, over N tasks of which each is attacked with probability q:
 * s/(s+d) · [1 − (1 − q(s+d))^N] (the closed form of the extrapolation of Korbak et al. 2025, arXiv 2501.17315, for
 * independent tasks with the same rates).
 *
 * @param q probability that a task is attacked, in [0, 1]. @param tasks at least 0; `Infinity` gives the limit s/(s+d).
 * @returns in [0, 1]; `NaN` outside the domain.
 */
export function successBeforeDetection({ detected: d, succeeds: s }: AttemptRates, q: number, tasks: number): number {
  if (!(d >= 0 && s >= 0 && d + s <= 1 + 1e-12 && q >= 0 && q <= 1 && tasks >= 0)) return Number.NaN;
  const ends = Math.min(1, q * (s + d));
  if (ends === 0 || tasks === 0) return 0;
  const share = s / (s + d);
  return ends === 1 ? share : share * -expm1(tasks * log1p(-ends));
}

/** Probability that k attempts, each detected with probability d, all stay undetected: (1 − d)^k. */
export function undetected(d: number, k: number): number {
  if (!(d >= 0 && d <= 1 && k >= 0)) return Number.NaN;
  if (k === 0) return 1;
  return d === 1 ? 0 : exp(k * log1p(-d));
}

/**
 * The same as `successBeforeDetection` by playing the deployment through, task by task: what a simulation of cached
 * results does. For checking a simulator against the closed form, and for rates that differ from task to task.
 *
 * @param rates of each task; the list is gone through as often as it takes. @param runs deployments to be played.
 * @returns share of the deployments with a success, and its standard error.
 */
export function simulateDeployment(
  rates: readonly AttemptRates[],
  options: { readonly q: number; readonly tasks: number; readonly runs: number; readonly random: RandomStream },
): { readonly mean: number; readonly error: number } {
  const { q, tasks, runs, random } = options;
  let successes = 0;
  for (let run = 0; run < runs; run++) {
    for (let task = 0; task < tasks; task++) {
      if (random.next() >= q) continue;
      const { detected, succeeds } = rates[Math.min(rates.length - 1, Math.floor(random.next() * rates.length))]!;
      const draw = random.next();
      if (draw < succeeds) successes += 1;
      if (draw < succeeds + detected) break;
    }
  }
  const mean = successes / runs;
  return { mean, error: Math.sqrt((mean * (1 - mean)) / runs) };
}
