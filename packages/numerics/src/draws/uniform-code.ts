import {
  again,
  end,
  f64x2,
  get,
  i32,
  i32x4,
  i64x2,
  loop,
  type MachineFunction,
  set,
  tee,
  V128,
} from '../machine/index.js';

/** How many streams are drawn from side by side. */
export const STREAMS = 4;

/** Local values that drawing works with: the four words of the state of each stream, and one in between. */
export interface StreamLocals {
  /** The first of four. */
  readonly words: number;
  readonly between: number;
}

/** The next 32 bits of four streams, as `RandomStream.bits`, into the local `into`. */
export function bitsCode({ words, between }: StreamLocals, into: number): readonly number[] {
  const [s0, s1, s2, s3] = [words, words + 1, words + 2, words + 3];
  const rotate = (by: number) => [
    ...tee(between),
    ...i32.of(by),
    ...i32x4.shiftLeft,
    ...get(between),
    ...i32.of(32 - by),
    ...i32x4.shiftRight,
    ...i32x4.or,
  ];
  /** Times 5 (shift 2) or 9 (shift 3). */
  const timesOneAnd = (shift: number) => [
    ...tee(between),
    ...i32.of(shift),
    ...i32x4.shiftLeft,
    ...get(between),
    ...i32x4.add,
  ];
  const mix = (a: number, b: number) => [...get(a), ...get(b), ...i32x4.xor, ...set(a)];
  return [
    ...[...get(s1), ...timesOneAnd(2), ...rotate(7), ...timesOneAnd(3), ...set(into)],
    ...[...get(s1), ...i32.of(9), ...i32x4.shiftLeft, ...set(between)],
    ...[mix(s2, s0), mix(s3, s1), mix(s1, s2), mix(s0, s3), mix(s2, between)].flat(),
    ...[...get(s3), ...rotate(11), ...set(s3)],
  ];
}

/**
 * Two uniform numbers of two pairs of words on the stack, the lower below. 52 bits m behind those of 1 are 1 + m/2^52; what is
 * taken away leaves (m + 1/2)/2^52, as `RandomStream.next`, without rounding.
 */
export const uniformOfWords: readonly number[] = [
  ...[...i32.of(12), ...i64x2.shiftRight, ...f64x2.of(1), ...i64x2.or],
  ...[...f64x2.of(1 - 2 ** -53), ...f64x2.sub],
];

/** Loads the state that lies at the address in the local `at`, or stores it. */
export function loadState(at: number, { words }: StreamLocals): readonly number[] {
  return [0, 1, 2, 3].flatMap((i) => [...get(at), ...f64x2.load(16 * i), ...set(words + i)]);
}

export function storeState(at: number, { words }: StreamLocals): readonly number[] {
  return [0, 1, 2, 3].flatMap((i) => [...get(at), ...get(words + i), ...f64x2.store(16 * i)]);
}

/**
 * `u(state, columns, end of the first column)`: the next uniform numbers of four streams, as `RandomStream.next`, each into a
 * column of its own, `stride` bytes apart. The state is the first words of the streams, then the second, and so on.
 */
export function uniformCode(stride: number): MachineFunction {
  const [state, to, until] = [0, 1, 2];
  const locals = { words: 3, between: 7 };
  const [high, low, uniforms] = [8, 9, 10];
  const body = [...loadState(state, locals), ...loop, ...bitsCode(locals, high), ...bitsCode(locals, low)];
  for (const [pair, pairs] of [i32x4.firstPairs, i32x4.lastPairs].entries()) {
    body.push(...get(low), ...get(high), ...pairs, ...uniformOfWords, ...set(uniforms));
    for (const lane of [0, 1] as const)
      body.push(...get(to), ...get(uniforms), ...f64x2.storeLane(lane, (2 * pair + lane) * stride));
  }
  body.push(...get(to), ...i32.of(8), ...i32.add, ...tee(to), ...get(until), ...i32.lessUnsigned, ...again, ...end);
  body.push(...storeState(state, locals));
  return { name: 'u', parameters: 3, locals: [[8, V128]], body };
}
