import { highWord, powerOfTwo } from './words.js';

/*
 * After fdlibm's e_log.c and s_log1p.c:
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun Microsystems, Inc.
 * business. Permission to use, copy, modify, and distribute this software is freely granted, provided that this
 * notice is preserved.
 */

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/**
 * The natural logarithm with an error below 1 ulp, the same bits on every engine.
 *
 * @param x in [0, ∞]; −∞ at 0, `NaN` below 0 and for `NaN`.
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  let k = 0;
  let significand = x;
  if (x < 2.2250738585072014e-308) {
    k = -54;
    significand *= 18014398509481984;
  }
  const word = highWord(significand);
  const fraction = word & 0xfffff;
  const shift = 1023 - (word >> 20) - ((fraction + 0x95f64) >> 20);
  k -= shift;
  const f = significand * powerOfTwo(shift) - 1;
  if ((0xfffff & (2 + fraction)) < 3) {
    if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
    const r = f * f * (0.5 - 0.3333333333333333 * f);
    return k === 0 ? f - r : k * LN2_HIGH - (r - k * LN2_LOW - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const r = odd + even;
  if (((fraction - 0x6147a) | (0x6b851 - fraction)) > 0) {
    const half = 0.5 * f * f;
    return k === 0 ? f - (half - s * (half + r)) : k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
  }
  return k === 0 ? f - s * (f - r) : k * LN2_HIGH - (s * (f - r) - k * LN2_LOW - f);
}

/**
 * log(1 + x) without cancellation near 0, with an error below 1 ulp, the same bits on every engine.
 *
 * @param x in [−1, ∞]; −∞ at −1, `NaN` below −1 and for `NaN`.
 */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  const magnitude = x < 0 ? -x : x;
  if (magnitude < 1.862645149230957e-9) return magnitude < 5.551115123125783e-17 ? x : x - x * x * 0.5;
  let k = 0;
  let f = x;
  let c = 0;
  let fraction = 1;
  if (x <= -0.2928932188134524 || x >= 0.41421356237309503) {
    let u = x;
    if (x < 9007199254740992) {
      u = 1 + x;
      k = (highWord(u) >> 20) - 1023;
      c = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
    } else {
      k = (highWord(u) >> 20) - 1023;
    }
    fraction = highWord(u) & 0xfffff;
    if (fraction < 0x6a09e) {
      f = u * powerOfTwo(-k) - 1;
    } else {
      k += 1;
      f = u * powerOfTwo(-k) - 1;
      fraction = (0x00100000 - fraction) >> 2;
    }
  }
  const half = 0.5 * f * f;
  if (fraction === 0) {
    if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + (c + k * LN2_LOW);
    const r = half * (1 - 0.6666666666666666 * f);
    return k === 0 ? f - r : k * LN2_HIGH - (r - (k * LN2_LOW + c) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const r = z * log1pRemainder(z);
  return k === 0 ? f - (half - s * (half + r)) : k * LN2_HIGH - (half - (s * (half + r) + (k * LN2_LOW + c)) - f);
}

function log1pRemainder(z: number): number {
  return (
    0.6666666666666735 +
    z *
      (0.3999999999940942 +
        z *
          (0.2857142874366239 +
            z * (0.22222198432149784 + z * (0.1818357216161805 + z * (0.15313837699209373 + z * 0.14798198605116586)))))
  );
}

/**
 * log(1 + t) − t without cancellation near 0: the deviance term of Loader (2000).
 *
 * @param t > −1
 * @param ratio 1 + t, which the caller may know more accurately where t is near −1.
 */
export function log1pMinus(t: number, ratio: number): number {
  if (t < -0.3 || t > 0.4) return log(ratio) - t;
  // log(1 + t) = 2 atanh(r), and 2r − t = −r·t.
  const r = t / (2 + t);
  const w = r * r;
  const series =
    0.3333333333333333 +
    w *
      (0.2 +
        w *
          (0.14285714285714285 +
            w *
              (0.1111111111111111 +
                w *
                  (0.09090909090909091 +
                    w *
                      (0.07692307692307693 +
                        w *
                          (0.06666666666666667 +
                            w * (0.058823529411764705 + w * (0.05263157894736842 + w * 0.047619047619047616))))))));
  return r * (2 * w * series - t);
}
