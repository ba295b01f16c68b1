import type { Diagrams } from './diagrams.js';

/**
 * Bounds on P(fails) of the nodes `from … to` of a non-coherent model in which some gates have no diagram. `lower` and `upper`
 * hold the leaves' probabilities. Inputs of such a gate may depend on each other in any way, so its bounds are Fréchet's.
 */
export function sweepIntervals(d: Diagrams, lower: Float64Array, upper: Float64Array, from: number, to: number): void {
  const { leaves } = d.graph;
  const { variable, lo, hi } = d;
  lower[leaves] = upper[leaves] = 0;
  lower[leaves + 1] = upper[leaves + 1] = 1;
  for (let n = from; n <= to; n++) {
    const slot = leaves + n;
    const v = variable[n];
    if (v < 0) {
      boundGate(d, lo[n], slot, lower, upper);
      continue;
    }
    const few = lower[v];
    const many = upper[v];
    lower[slot] = Math.min(
      few * lower[hi[n]] + (1 - few) * lower[lo[n]],
      many * lower[hi[n]] + (1 - many) * lower[lo[n]],
    );
    upper[slot] = Math.max(
      few * upper[hi[n]] + (1 - few) * upper[lo[n]],
      many * upper[hi[n]] + (1 - many) * upper[lo[n]],
    );
  }
}

/**
 * At least k of n: the mean number of counting inputs, S, lies between k·P and (k - 1) + (n - k + 1)·P. An odd number: at
 * least one counts; nothing more is used.
 */
function boundGate(d: Diagrams, gate: number, slot: number, lower: Float64Array, upper: Float64Array): void {
  const { start, inputs, need, signs } = d.graph;
  const n = start[gate + 1] - start[gate];
  let fewest = 0;
  let most = 0;
  let least = 1;
  for (let i = start[gate]; i < start[gate + 1]; i++) {
    const input = d.slotOf[inputs[i]];
    const negated = signs !== null && signs.negated[i] === 1;
    const low = negated ? 1 - upper[input] : lower[input];
    const high = negated ? 1 - lower[input] : upper[input];
    fewest += low;
    most += high;
    least = Math.min(least, high);
  }
  if (signs !== null && signs.odd[gate] === 1) {
    lower[slot] = 0;
    upper[slot] = Math.min(1, most);
    return;
  }
  const k = need[gate];
  lower[slot] = k <= 0 ? 1 : k > n ? 0 : Math.max(0, (fewest - (k - 1)) / (n - k + 1));
  upper[slot] = k <= 0 ? 1 : k > n ? 0 : Math.min(1, most / k, k === n ? least : 1);
}
