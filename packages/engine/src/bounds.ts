/**
 * Bounds on a gate's probability from bounds on its inputs', where the inputs may share leaves. The leaves are independent
 * and all gates monotone, so the failures of the inputs are associated (Esary, Proschan & Walkup, Ann. Math. Stat. 38, 1967;
 * Esary & Proschan, "Coherent structures of non-identical components", Technometrics 5, 1963): for any of them
 * P(all fail) >= product of P(fails) and P(none fails) >= product of P(holds). An input listed twice is no exception.
 */

/**
 * Lower bound on P(at least `k` of the inputs fail), given lower bounds. The `k` likeliest all failing suffices, and by
 * association that has at least the product of their probabilities. For an `and` this is the product of all; for an `or`
 * see `lowerBoundOfAny`. `values` is reordered.
 */
export function lowerBound(values: Float64Array, k: number): number {
  const n = values.length;
  if (k <= 0) return 1;
  if (k > n) return 0;
  if (k < n) values.sort();
  let product = 1;
  for (let i = n - k; i < n; i++) product *= values[i];
  return product;
}

/**
 * Lower bound on P(any of the inputs fails), given lower bounds: the largest, or 1 - product of (1 - l) over the inputs whose
 * failures are independent, which are marked by a 1 in `apart` from `from` on.
 */
export function lowerBoundOfAny(values: Float64Array, apart: Uint8Array, from: number): number {
  let largest = 0;
  let any = 0;
  for (let i = 0; i < values.length; i++) {
    largest = Math.max(largest, values[i]);
    if (apart[from + i] === 1) any += values[i] * (1 - any);
  }
  return Math.max(largest, any);
}

/**
 * Upper bound on P(at least `k` of the inputs fail), given upper bounds; the least of the following, valid for any set S of m
 * inputs, m > n - k. When at least k of all n fail, at least j = k - (n - m) >= 1 of S do, so by Markov's inequality
 * P <= (sum of S) / j; and at least one of S does, so by association P <= 1 - product over S of (1 - u).
 * The best S of each size are the m unlikeliest, and for the second bound m = n - k + 1. For an `or` this gives
 * 1 - product of (1 - u), for an `and` the smallest. `values` is reordered.
 */
export function upperBound(values: Float64Array, k: number): number {
  const n = values.length;
  if (k <= 0) return 1;
  if (k > n) return 0;
  if (k > 1) values.sort();
  const fewest = n - k + 1;
  let any = 0; // P(any fails), accumulated without cancellation
  let sum = 0;
  for (let i = 0; i < fewest; i++) {
    any += values[i] * (1 - any);
    sum += values[i];
  }
  let best = Math.min(any, sum);
  for (let m = fewest + 1; m <= n; m++) {
    sum += values[m - 1];
    best = Math.min(best, sum / (k - n + m));
  }
  return best;
}
