import {
  again,
  end,
  F64,
  f64x2,
  get,
  I32,
  i32,
  i32x4,
  loop,
  type MachineFunction,
  set,
  tee,
  V128,
} from '../machine/index.js';
import { DRAW_VECTORS, drawCode, sumOf } from './quantile-code.js';
import { bitsCode, loadState, storeState, uniformOfWords } from './uniform-code.js';

/**
 * `(state, products, end of products, table of each factor)`: products of a draw from each of so many streams, two to four, two
 * products at a time (so one more where they are odd); the state as `uniformCode` has it. Nothing between uniform numbers and
 * products leaves the processor's registers. Gives the sum of the products, which is `NaN` where a cell was not filled.
 */
export function productCode(name: string, factors: number): MachineFunction {
  const [state, to, until, tables] = [0, 1, 2, 3];
  const cell = tables + factors;
  // Words of four streams, for the product at hand and the one after it.
  const [words, between, high, low, nextHigh, nextLow] = [1, 5, 6, 7, 8, 9].map((i) => cell + i);
  const [pairs, nextPairs, u, product, sums, vectors] = [10, 11, 12, 13, 14, 15].map((i) => cell + i);
  const locals = { words, between };
  const body = [...loadState(state, locals), ...loop];
  for (const into of [high, low, nextHigh, nextLow]) body.push(...bitsCode(locals, into));
  for (let factor = 0; factor < factors; factor++) {
    if (factor % 2 === 0) {
      const ofTwo = factor === 0 ? i32x4.firstPairs : i32x4.lastPairs;
      body.push(...get(low), ...get(high), ...ofTwo, ...set(pairs));
      body.push(...get(nextLow), ...get(nextHigh), ...ofTwo, ...set(nextPairs));
    }
    body.push(...get(pairs), ...get(nextPairs), ...(factor % 2 === 0 ? f64x2.firsts : f64x2.seconds));
    body.push(...uniformOfWords, ...set(u), ...drawCode({ cell, vectors }, u, tables + factor));
    if (factor > 0) body.push(...get(product), ...f64x2.mul);
    body.push(...set(product));
  }
  body.push(...get(to), ...get(product), ...f64x2.store(), ...get(sums), ...get(product), ...f64x2.add, ...set(sums));
  body.push(...get(to), ...i32.of(16), ...i32.add, ...tee(to), ...get(until), ...i32.lessUnsigned, ...again, ...end);
  body.push(...storeState(state, locals), ...sumOf(sums));
  const declared = [[1, I32] as const, [14 + DRAW_VECTORS, V128] as const];
  return { name, parameters: tables + factors, result: F64, locals: declared, body };
}
