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
import { CELL_BYTES, FIRST_CELL, SIDE_BYTES } from './quantile-cells.js';

/** Local values of two draws: one address, and so many vectors. */
export interface DrawLocals {
  readonly cell: number;
  /** The first of `DRAW_VECTORS`. */
  readonly vectors: number;
}

export const DRAW_VECTORS = 6;

/**
 * The draws of two uniform numbers, in the local `u`, onto the stack, by the polynomials of their cells. Without branches, which
 * could not be foreseen: which half and which cell is chance. `NaN` where a cell was not filled.
 *
 * @param table local of the address of the polynomials.
 */
export function drawCode({ cell, vectors }: DrawLocals, u: number, table: number): readonly number[] {
  const [s, place, first, second, square, squares] = [0, 1, 2, 3, 4, 5].map((i) => vectors + i);
  // A cell by the exponent and the leading bits of a tail, no lower than the first; its middle has one bit more.
  const body = [
    ...[...f64x2.of(1), ...get(u), ...f64x2.sub, ...get(u), ...f64x2.least, ...tee(s)],
    ...[...i32.of(49), ...i64x2.shiftRight, ...tee(place)],
    ...[...get(s), ...get(place), ...i32.of(49), ...i64x2.shiftLeft, ...f64x2.of(2 ** -1026), ...i64x2.or],
    ...[...f64x2.sub, ...tee(s), ...get(s), ...f64x2.mul, ...set(squares)],
    ...[...i64x2.of(FIRST_CELL), ...i32x4.greatest, ...i32.of(CELL_BYTES), ...i32x4.splat, ...i32x4.mul],
    ...[...get(u), ...f64x2.of(0.5), ...f64x2.greater, ...i64x2.of(SIDE_BYTES), ...i64x2.and, ...i32x4.add],
    ...[...get(table), ...i32.of(-FIRST_CELL * CELL_BYTES), ...i32.add, ...i32x4.splat, ...i32x4.add, ...set(place)],
  ];
  for (const [lane, into] of [
    [0, first],
    [1, second],
  ] as const) {
    // Even and odd part of the polynomial, as two numbers, from s² twice.
    body.push(...get(place), ...i32x4.lane(2 * lane), ...set(cell));
    body.push(...get(squares), ...get(squares), ...(lane === 0 ? f64x2.firsts : f64x2.seconds), ...set(square));
    body.push(...get(cell), ...f64x2.load(64));
    for (const offset of [48, 32, 16])
      body.push(...get(square), ...f64x2.mul, ...get(cell), ...f64x2.load(offset), ...f64x2.add);
    body.push(...set(into));
  }
  body.push(...get(first), ...get(second), ...f64x2.firsts, ...get(first), ...get(second), ...f64x2.seconds);
  body.push(...get(s), ...f64x2.mul, ...f64x2.add);
  return body;
}

/** Whether a sum of what two numbers of a vector hold is `NaN` tells whether one of them was. */
export function sumOf(vector: number): readonly number[] {
  return [...get(vector), ...f64x2.lane(0), ...get(vector), ...f64x2.lane(1), ...f64.add];
}

/**
 * `(uniforms, draws, end of uniforms, table)`: a draw for each uniform number, two at a time (so one more where they are
 * odd); with `times` it is multiplied onto what stands there. Gives the sum of all that is written, which is `NaN` where a cell
 * was not filled.
 */
export function quantileCode(name: string, times = false): MachineFunction {
  const [from, to, until, table, cell] = [0, 1, 2, 3, 4];
  const [sums, u, draws, vectors] = [5, 6, 7, 8];
  const body = [...loop, ...get(from), ...f64x2.load(), ...set(u), ...drawCode({ cell, vectors }, u, table)];
  if (times) body.push(...get(to), ...f64x2.load(), ...f64x2.mul);
  body.push(...set(draws), ...get(to), ...get(draws), ...f64x2.store());
  body.push(...get(sums), ...get(draws), ...f64x2.add, ...set(sums));
  body.push(...get(to), ...i32.of(16), ...i32.add, ...set(to), ...get(from), ...i32.of(16), ...i32.add, ...tee(from));
  body.push(...get(until), ...i32.lessUnsigned, ...again, ...end, ...sumOf(sums));
  const locals = [[1, I32] as const, [3 + DRAW_VECTORS, V128] as const];
  return { name, parameters: 4, result: F64, locals, body };
}
