import { again, end, f64x2, get, i32, i32x4, loop, type MachineFunction, set, tee, V128 } from '../machine/index.js';

/** How many streams are drawn from side by side. */
export const STREAMS = 4;

/**
 * `u(state, columns, end of the first column)`: the next uniform numbers of four streams, as `RandomStream.next`, each into a
 * column of its own, `stride` bytes apart. The state is that of `stateColumns`.
 */
export function uniformCode(stride: number): MachineFunction {
  const [state, to, until] = [0, 1, 2];
  const [s0, s1, s2, s3, t, high, low] = [3, 4, 5, 6, 7, 8, 9];
  const body: number[] = [];
  const put = (...parts: readonly (readonly number[])[]) => {
    for (const part of parts) body.push(...part);
  };
  const rotate = (by: number) =>
    put(tee(t), i32.of(by), i32x4.shiftLeft, get(t), i32.of(32 - by), i32x4.shiftRight, i32x4.or);
  /** Times 5 (shift 2) or 9 (shift 3). */
  const timesOneAnd = (shift: number) => put(tee(t), i32.of(shift), i32x4.shiftLeft, get(t), i32x4.add);
  const mix = (a: number, b: number) => put(get(a), get(b), i32x4.xor, set(a));
  const bits = (into: number) => {
    put(get(s1));
    timesOneAnd(2);
    rotate(7);
    timesOneAnd(3);
    put(set(into), get(s1), i32.of(9), i32x4.shiftLeft, set(t));
    mix(s2, s0);
    mix(s3, s1);
    mix(s1, s2);
    mix(s0, s3);
    mix(s2, t);
    put(get(s3));
    rotate(11);
    put(set(s3));
  };
  for (let i = 0; i < 4; i++) put(get(state), f64x2.load(16 * i), set(s0 + i));
  put(loop);
  bits(high);
  bits(low);
  put(get(low), i32.of(12), i32x4.shiftRight, set(low));
  for (const pair of [0, 1] as const) {
    const part = (of: number) => {
      put(get(of));
      if (pair === 1) put(get(of), i32x4.lastTwo);
      put(i32x4.firstTwo);
    };
    part(high);
    put(f64x2.of(1_048_576), f64x2.mul);
    part(low);
    put(f64x2.add, f64x2.of(0.5), f64x2.add, f64x2.of(2 ** -52), f64x2.mul, set(t));
    put(
      get(to),
      get(t),
      f64x2.storeLane(0, 2 * pair * stride),
      get(to),
      get(t),
      f64x2.storeLane(1, (2 * pair + 1) * stride),
    );
  }
  put(get(to), i32.of(8), i32.add, tee(to), get(until), i32.lessUnsigned, again, end);
  for (let i = 0; i < 4; i++) put(get(state), get(s0 + i), f64x2.store(16 * i));
  return { name: 'u', parameters: 3, locals: [[7, V128]], body };
}
