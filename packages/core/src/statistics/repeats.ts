/*
 * k repeats of one task, from n ≥ k that were run and of which c succeeded: the chance that k drawn from the n without
 * putting back all succeed, or any does, is an unbiased estimate of the same for k fresh repeats, whatever the task's own
 * rate (a U-statistic: Hoeffding 1948).
 */

/**
 * All k repeats succeed: C(c, k) / C(n, k), "pass^k" (Yao, Shinn, Razavi & Narasimhan 2024, τ-bench, arXiv 2406.12045).
 * Its mean over tasks lies above the rate to the power k as soon as tasks differ in difficulty.
 *
 * @param c successes, 0 … n. @param n repeats, at least k. @param k at least 1; whole numbers, else `NaN`.
 */
export function allPass(c: number, n: number, k: number): number {
  if (!valid(c, n, k)) return Number.NaN;
  let product = 1;
  for (let i = 0; i < k && product > 0; i++) product *= (c - i) / (n - i);
  return product;
}

/**
 * Any of k repeats succeeds: 1 − C(n−c, k) / C(n, k), "pass@k" (Chen et al. 2021, Evaluating large language models
 * trained on code, arXiv 2107.03374). Arguments as in `allPass`.
 */
export function anyPass(c: number, n: number, k: number): number {
  if (!valid(c, n, k)) return Number.NaN;
  // Of the repeats drawn one by one: none so far succeeded, and the next does. Nothing cancels where that is rare.
  let any = 0;
  for (let i = 0; i < k && any < 1; i++) any += (1 - any) * Math.min(1, c / (n - i));
  return any;
}

function valid(c: number, n: number, k: number): boolean {
  return [c, n, k].every(Number.isInteger) && c >= 0 && c <= n && k >= 1 && k <= n;
}
