import { log } from '@surety/numerics';

/*
 * A hypothesis about two rates leaves one number open (the nuisance). For each of its values the two arms give two
 * independent tail probabilities, and Fisher's combination of the two, P(χ² with 4 degrees > −2 log w) = w (1 − log w) with w
 * their product, is a valid tail; so is the largest of these over all values, whatever the true one (Basu 1977;
 * Berger & Boos 1994, without their restriction).
 */

/**
 * The largest Fisher combination of two tails over the nuisance parameter, in [low, high].
 *
 * @param falling falls with the parameter. @param rising rises with it; the logarithms of both are concave.
 */
export function worstCombination(
  falling: (at: number) => number,
  rising: (at: number) => number,
  low: number,
  high: number,
): number {
  return combined(largestProduct(falling, rising, low, high));
}

/** Fisher's combination of two independent tails, given their product. */
function combined(product: number): number {
  return product <= 0 ? 0 : product >= 1 ? 1 : Math.min(1, product * (1 - log(product)));
}

const golden = (Math.sqrt(5) - 1) / 2;

/** Golden-section search on the logarithm, which is concave; where both probes are 0, the tail that is says which way to go. */
function largestProduct(
  falling: (at: number) => number,
  rising: (at: number) => number,
  low: number,
  high: number,
): number {
  const at = (x: number): Probe => {
    const [down, up] = [falling(x), rising(x)];
    return { x, down, up, value: down * up };
  };
  let best = Math.max(at(low).value, at(high).value);
  let [from, to] = [low, high];
  let left = at(to - golden * (to - from));
  let right = at(from + golden * (to - from));
  for (let i = 0; i < 200 && to > from; i++) {
    best = Math.max(best, left.value, right.value);
    if (goLeft(left, right)) {
      to = right.x;
      right = left;
      left = at(to - golden * (to - from));
    } else {
      from = left.x;
      left = right;
      right = at(from + golden * (to - from));
    }
    if (!(left.x > from && right.x < to)) break;
  }
  return best;
}

interface Probe {
  readonly x: number;
  readonly down: number;
  readonly up: number;
  readonly value: number;
}

function goLeft(left: Probe, right: Probe): boolean {
  if (left.value !== right.value || left.value !== 0) return left.value > right.value;
  return left.down === 0 || right.up > 0;
}

/**
 * The largest, over the nuisance parameter, of twice the smaller tail: valid however the two depend on each other
 * (Bonferroni).
 */
export function worstOfDependent(
  falling: (at: number) => number,
  rising: (at: number) => number,
  low: number,
  high: number,
): number {
  let [from, to] = [low, high];
  if (rising(from) >= falling(from)) return Math.min(1, 2 * falling(from));
  if (rising(to) <= falling(to)) return Math.min(1, 2 * rising(to));
  for (;;) {
    const middle = from + (to - from) / 2;
    if (middle <= from || middle >= to) return Math.min(1, 2 * Math.max(rising(from), falling(to)));
    if (rising(middle) >= falling(middle)) to = middle;
    else from = middle;
  }
}
