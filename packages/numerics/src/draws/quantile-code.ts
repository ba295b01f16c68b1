import {
  again,
  end,
  F64,
  f64,
  f64x2,
  get,
  I32,
  i32,
  i32x4,
  i64x2,
  loop,
  type MachineFunction,
  set,
  tee,
  V128,
} from '../machine/index.js';
import { FIRST_CELL, SIDE_BYTES } from './quantile-cells.js';

/**
 * `(uniforms, draws, end of uniforms, table)`: a draw for each uniform number, two at a time (so one more where they are
 * odd), by the polynomial of its cell; with `times` it is multiplied onto what stands there. Gives the sum of all that is
 * written, which is `NaN` where a cell was not filled. Without branches, which could not be foreseen: which half and which
 * cell is chance.
 */
export function quantileCode(name: string, times = false): MachineFunction {
  const [from, to, until, table, cell] = [0, 1, 2, 3, 4];
  const [sums, u, tails, place, first, second, s, square, firstS] = [5, 6, 7, 8, 9, 10, 11, 12, 13];
  const body: number[] = [];
  const put = (...parts: readonly (readonly number[])[]) => {
    for (const part of parts) body.push(...part);
  };
  put(loop, get(from), f64x2.load(), set(u));
  put(f64x2.of(1), get(u), f64x2.sub, get(u), f64x2.least, tee(tails));
  // The cell of a tail by its exponent and leading bits, in bytes; no lower than the first.
  put(i32.of(49), i64x2.shiftRight, i64x2.of(FIRST_CELL), i32x4.sub, i64x2.of(0), i32x4.greatest);
  put(tee(place), i32.of(6), i32x4.shiftLeft, get(place), i32.of(4), i32x4.shiftLeft, i32x4.add);
  put(get(u), f64x2.of(0.5), f64x2.greater, i64x2.of(SIDE_BYTES), i64x2.and, i32x4.add);
  put(get(table), i32x4.splat, i32x4.add, set(place));
  for (const lane of [0, 1] as const) {
    // Even and odd part of the polynomial, as two numbers, from s and s², each twice.
    put(get(place), i32x4.lane(2 * lane), set(cell));
    put(get(tails), f64x2.lane(lane), f64x2.splat, get(cell), f64x2.loadTwice(), f64x2.sub);
    put(tee(s), get(s), f64x2.mul, set(square), get(cell), f64x2.load(64));
    for (const offset of [48, 32, 16]) put(get(square), f64x2.mul, get(cell), f64x2.load(offset), f64x2.add);
    if (lane === 0) put(set(first), get(s), set(firstS));
    else put(set(second));
  }
  put(get(first), get(second), f64x2.firsts, get(first), get(second), f64x2.seconds);
  put(get(firstS), get(s), f64x2.firsts, f64x2.mul, f64x2.add, set(first));
  if (times) put(get(first), get(to), f64x2.load(), f64x2.mul, set(first));
  put(get(to), get(first), f64x2.store(), get(sums), get(first), f64x2.add, set(sums));
  put(get(to), i32.of(16), i32.add, set(to), get(from), i32.of(16), i32.add, tee(from));
  put(get(until), i32.lessUnsigned, again, end);
  put(get(sums), f64x2.lane(0), get(sums), f64x2.lane(1), f64.add);
  return {
    name,
    parameters: 4,
    result: F64,
    locals: [
      [1, I32],
      [9, V128],
    ],
    body,
  };
}
