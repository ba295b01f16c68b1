/**
 * Exponents of doubles, taken apart and put together. All of it is exact, so nothing here depends on the engine.
 */

const scratch = new Float64Array(1);
const halves = new Int32Array(scratch.buffer);
/** Which of the two 32-bit halves of a double holds its sign and exponent. */
export const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;

/** Sign, exponent and the upper 20 bits of the significand, as a signed 32-bit integer. */
export function highWord(x: number): number {
  scratch[0] = x;
  return halves[HIGH];
}

/** 2^k at index k + 1074, for every k that a double can hold. */
const powers = powersOfTwo();

function powersOfTwo(): Float64Array {
  const table = new Float64Array(2098);
  let power = 1;
  for (let k = 0; k <= 1023; k++, power *= 2) table[k + 1074] = power;
  power = 1;
  for (let k = 0; k >= -1074; k--, power /= 2) table[k + 1074] = power;
  return table;
}

/** 2^k exactly, for an integer k in [−1074, 1023]. */
export function powerOfTwo(k: number): number {
  return powers[k + 1074];
}

/** `y · 2^k`, exact unless it overflows or becomes subnormal, then rounded once. `k` in [−1100, 2046]. */
export function scale(y: number, k: number): number {
  if (k > 1023) return y * powerOfTwo(1023) * powerOfTwo(k - 1023);
  // Stay 53 bits above the subnormal range before the last step, so that the result is rounded once.
  if (k < -1022) return y * powerOfTwo(-200) * powerOfTwo(k + 200);
  return y * powerOfTwo(k);
}
