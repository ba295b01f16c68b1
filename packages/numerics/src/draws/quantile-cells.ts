import { highWord } from '../portable/words.js';

/**
 * A quantile function as polynomials of degree 7, one for each eighth of an octave of the nearer tail u or 1 − u: cells become
 * as small as the distance to the end of (0, 1), near which quantile functions bend as powers and roots of logarithms do.
 */

/** Numbers of a cell: its middle, one that is not used, eight coefficients of powers of the distance from the middle. */
const NUMBERS = 10;
const NODES = 8;
export const CELL_BYTES = 8 * NUMBERS;
/** Of the tail 2^−56, by exponent and leading three bits of a number; up to 0.5 there are so many. */
export const FIRST_CELL = (1023 - 56) * 8;
const CELLS = 1022 * 8 - FIRST_CELL + 1;
export const SIDE_BYTES = CELLS * CELL_BYTES;
export const TABLE_NUMBERS = 2 * CELLS * NUMBERS;
/** 1 − u takes steps of 2^−53: an upper tail needs cells wide enough for eight nodes. */
const FIRST_UPPER = (56 - 44) * 8;

/** The table of one quantile function, filled where it is asked. */
export interface QuantileCells {
  /** The draw of a uniform number in (0, 1), where need be after filling its cell: to a relative 1e-11 of `exact`. */
  at(u: number): number;
}

/** @param table so many numbers as `TABLE_NUMBERS`, as it is now; first filled with `NaN`. */
export function quantileCells(exact: (u: number) => number, table: () => Float64Array): QuantileCells {
  table().fill(Number.NaN);
  const given = new Uint8Array(2 * CELLS); // cells that were tried to fill

  const fill = (place: number, upper: boolean, cell: number): void => {
    given[place] = 1;
    // The last cell is 0.5 alone.
    if (cell < (upper ? FIRST_UPPER : 8) || cell === CELLS - 1) return;
    const exponent = ((FIRST_CELL + cell) >> 3) - 1023;
    const half = 2 ** (exponent - 4);
    const middle = 2 ** exponent * (1 + (cell & 7) / 8) + half;
    const t = new Float64Array(NODES);
    const divided = new Float64Array(NODES);
    for (let i = 0; i < NODES; i++) {
      const tail = middle + half * CHEBYSHEV[i];
      const u = upper ? 1 - tail : tail;
      t[i] = ((upper ? 1 - u : u) - middle) / half;
      divided[i] = exact(u);
    }
    // Newton's divided differences, multiplied out.
    for (let order = 1; order < NODES; order++)
      for (let i = NODES - 1; i >= order; i--) divided[i] = (divided[i] - divided[i - 1]) / (t[i] - t[i - order]);
    const c = new Float64Array(NODES);
    c[0] = divided[NODES - 1];
    for (let i = NODES - 2; i >= 0; i--) {
      for (let j = NODES - 1; j > 0; j--) c[j] = c[j - 1] - t[i] * c[j];
      c[0] = divided[i] - t[i] * c[0];
    }
    let scale = 1;
    for (let j = 0; j < NODES; j++, scale /= half) c[j] *= scale;
    if (!c.every(Number.isFinite)) return;
    const into = table();
    into[place * NUMBERS] = middle;
    into.set(c, place * NUMBERS + 2);
  };

  return {
    at: (u) => {
      const tail = Math.min(1 - u, u);
      const cell = Math.max(0, (highWord(tail) >> 17) - FIRST_CELL);
      const place = u > 0.5 ? CELLS + cell : cell;
      if (given[place] === 0) fill(place, u > 0.5, cell);
      const c = table();
      const k = place * NUMBERS;
      if (Number.isNaN(c[k])) return exact(u);
      const s = tail - c[k];
      const square = s * s;
      const even = ((c[k + 8] * square + c[k + 6]) * square + c[k + 4]) * square + c[k + 2];
      const odd = ((c[k + 9] * square + c[k + 7]) * square + c[k + 5]) * square + c[k + 3];
      return even + odd * s;
    },
  };
}

/** cos((2i + 1)π/16), i = 0 … 7. */
const CHEBYSHEV = [
  0.9807852804032304, 0.8314696123025452, 0.5555702330196022, 0.19509032201612828, -0.19509032201612828,
  -0.5555702330196022, -0.8314696123025452, -0.9807852804032304,
];
