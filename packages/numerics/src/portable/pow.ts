import { expRemainder } from './exp.js';
import { highWord, powerOfTwo, scale } from './words.js';

/*
 * After fdlibm's e_pow.c:
 * Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy, modify, and distribute
 * this software is freely granted, provided that this notice is preserved.
 */

/**
 * x^y with an error of about 1 ulp, the same bits on every engine. Special cases as in `Math.pow`
 * (so 1^±∞ and (−1)^±∞ are `NaN`, and x^0 is 1 for every x).
 *
 * @param x base; a negative one needs an integer `y`, else the result is `NaN`.
 * @param y exponent, any number.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (y === -1) return 1 / x;
  if (y === 0.5 && x > 0) return Math.sqrt(x);
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const base = x < 0 ? -x : x;
  if (y === Infinity || y === -Infinity) {
    if (base === 1) return Number.NaN;
    return base > 1 === y > 0 ? Infinity : 0;
  }
  const odd = isOdd(y);
  const negative = x < 0 || Object.is(x, -0);
  if (base === 0 || base === Infinity) {
    const result = (base === 0) === y > 0 ? 0 : Infinity;
    return negative && odd ? -result : result;
  }
  if (negative && !Number.isInteger(y)) return Number.NaN;
  const result = base === 1 ? 1 : positivePow(base, y);
  return negative && odd ? -result : result;
}

function isOdd(y: number): boolean {
  return Number.isInteger(y) && y % 2 !== 0;
}

/** x^y for a positive finite x other than 1. Heads are doubles of 24 bits, so that products of two heads are exact. */
function positivePow(x: number, y: number): number {
  if (y > 2147483648 || y < -2147483648) {
    // Beyond these bounds |y log2 x| exceeds 1075.
    const near = x > 0.9999995 && x < 1.0000005 && y < 2e19 && y > -2e19;
    if (!near) return x > 1 === y > 0 ? Infinity : 0;
  }
  let n = 0;
  let significand = x;
  if (x < 2.2250738585072014e-308) {
    significand *= 9007199254740992;
    n = -53;
  }
  const word = highWord(significand);
  const exponent = (word >> 20) - 1023;
  const fraction = word & 0xfffff;
  const nearThreeHalves = fraction > 0x3988e && fraction < 0xbb67a;
  const shift = fraction >= 0xbb67a ? exponent + 1 : exponent;
  n += shift;
  significand *= powerOfTwo(-shift);
  const centre = nearThreeHalves ? 1.5 : 1;

  // log2 x = n + log2 centre + 2/(3 ln 2) · 3 atanh(s), as head + tail.
  const u = significand - centre;
  const v = 1 / (significand + centre);
  const s = u * v;
  const sHead = Math.fround(s);
  const sumHead = Math.fround(significand + centre);
  const sumTail = significand - (sumHead - centre);
  const sTail = v * (u - sHead * sumHead - sHead * sumTail);
  const square = s * s;
  const r =
    square *
      square *
      (0.5999999999999946 +
        square *
          (0.4285714285785502 +
            square *
              (0.33333332981837743 +
                square * (0.272728123808534 + square * (0.23066074577556175 + square * 0.20697501780033842))))) +
    sTail * (sHead + s);
  const squareHead = sHead * sHead;
  const tHead = Math.fround(3 + squareHead + r);
  const tTail = r - (tHead - 3 - squareHead);
  const p = sHead * tHead;
  const q = sTail * tHead + tTail * s;
  const pHead = Math.fround(p + q);
  const pTail = q - (pHead - p);
  const zHead = 0.9617967009544373 * pHead;
  const zTail =
    -7.028461650952758e-9 * pHead + pTail * 0.9617966939259756 + (nearThreeHalves ? 1.350039202129749e-8 : 0);
  const offset = nearThreeHalves ? 0.5849624872207642 : 0;
  const head = Math.fround(zHead + zTail + offset + n);
  const tail = zTail - (head - n - offset - zHead);

  const yHead = Math.fround(y);
  const low = (y - yHead) * head + y * tail;
  const high = yHead * head;
  const z = low + high;
  if (z >= 1024) {
    if (z > 1024 || low + 8.008566259537294e-17 > z - high) return Infinity;
  } else if (z <= -1075) {
    if (z < -1075 || low <= z - high) return 0;
  }
  return exp2(z, high, low);
}

/** 2^(high + low), where z = high + low rounded and |z| < 1076. */
function exp2(z: number, high: number, low: number): number {
  const n = z > 0.5 || z < -0.5 ? Math.floor(z + 0.5) : 0;
  const rest = high - n;
  const t = Math.fround(low + rest);
  const u = t * 0.6931471824645996;
  const v = (low - (t - rest)) * Math.LN2 + t * -1.904654299957768e-9;
  const y = u + v;
  const w = v - (y - u);
  const square = y * y;
  const c = y - square * expRemainder(square);
  const r = (y * c) / (c - 2) - (w + y * w);
  return scale(1 - (r - y), n);
}
