import { double, signed, unsigned } from './module.js';

/** Instructions of WebAssembly by name, as bytes. Addresses are aligned to eight bytes. */
export const get = (local: number) => [0x20, ...unsigned(local)];
export const set = (local: number) => [0x21, ...unsigned(local)];
export const tee = (local: number) => [0x22, ...unsigned(local)];
export const loop = [0x03, 0x40];
/** Back to the beginning of the loop, if what stands on the stack is not 0. */
export const again = [0x0d, 0];
export const end = [0x0b];

export const i32 = {
  of: (value: number) => [0x41, ...signed(value)],
  add: [0x6a],
  lessUnsigned: [0x49],
} as const;

export const f64 = { add: [0xa0] } as const;

const vector = (...bytes: readonly number[]) => [0xfd, ...bytes];

/** Two numbers of 64 bits. */
export const f64x2 = {
  of: (value: number) => vector(0x0c, ...double(value), ...double(value)),
  load: (offset = 0) => vector(0x00, 3, ...unsigned(offset)),
  /** One number, twice. */
  loadTwice: (offset = 0) => vector(0x0a, 3, ...unsigned(offset)),
  store: (offset = 0) => vector(0x0b, 3, ...unsigned(offset)),
  storeLane: (lane: 0 | 1, offset = 0) => vector(0x5b, 3, ...unsigned(offset), lane),
  splat: vector(0x14),
  lane: (lane: 0 | 1) => vector(0x21, lane),
  add: vector(0xf0, 0x01),
  sub: vector(0xf1, 0x01),
  mul: vector(0xf2, 0x01),
  /** The lesser of each pair, as the processor has it: of ordinary numbers only. */
  least: vector(0xf6, 0x01),
  /** All bits 1 where the first is greater, else 0. */
  greater: vector(0x4a),
  /** The first numbers of two, and the second ones. */
  firsts: vector(0x0d, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23),
  seconds: vector(0x0d, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31),
} as const;

/** Two whole numbers of 64 bits. */
export const i64x2 = {
  /** A value of 32 bits. */
  of: (value: number) => vector(0x0c, ...word(value), 0, 0, 0, 0, ...word(value), 0, 0, 0, 0),
  shiftLeft: vector(0xcb, 0x01),
  shiftRight: vector(0xcd, 0x01),
  and: vector(0x4e),
  or: vector(0x50),
} as const;

/** Four whole numbers of 32 bits. */
export const i32x4 = {
  splat: vector(0x11),
  lane: (lane: number) => vector(0x1b, lane),
  add: vector(0xae, 0x01),
  sub: vector(0xb1, 0x01),
  mul: vector(0xb5, 0x01),
  greatest: vector(0xb8, 0x01),
  shiftLeft: vector(0xab, 0x01),
  shiftRight: vector(0xad, 0x01),
  xor: vector(0x51),
  or: vector(0x50),
  /** The first two of two, each beside its like: as numbers of 64 bits, the second ones above. And the last two. */
  firstPairs: vector(0x0d, 0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23),
  lastPairs: vector(0x0d, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31),
} as const;

function word(value: number): number[] {
  return [value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >> 24) & 255];
}
