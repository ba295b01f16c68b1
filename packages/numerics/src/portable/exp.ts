import { scale } from './words.js';

/*
 * After fdlibm's e_exp.c and s_expm1.c:
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun Microsystems, Inc.
 * business. Permission to use, copy, modify, and distribute this software is freely granted, provided that this
 * notice is preserved.
 */

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const INVERSE_LN2 = Math.LOG2E;
const HALF_LN2 = 0.34657359027997264;
const ONE_AND_HALF_LN2 = 1.0397207708399179;

/**
 * e^x with an error below 1 ulp, the same bits on every engine.
 *
 * @param x any number; `Infinity` above 709.78, 0 below −745.13, `NaN` for `NaN`.
 */
export function exp(x: number): number {
  if (!(x <= 709.782712893384)) return x > 0 ? Infinity : Number.NaN;
  if (x < -745.1332191019411) return 0;
  if (x === 1) return Math.E;
  const magnitude = x < 0 ? -x : x;
  if (magnitude <= HALF_LN2) {
    if (magnitude < 3.725290298461914e-9) return 1 + x;
    const square = x * x;
    const c = x - square * expRemainder(square);
    return 1 - ((x * c) / (c - 2) - x);
  }
  let k: number;
  let high: number;
  let low: number;
  if (magnitude < ONE_AND_HALF_LN2) {
    k = x < 0 ? -1 : 1;
    high = x < 0 ? x + LN2_HIGH : x - LN2_HIGH;
    low = x < 0 ? -LN2_LOW : LN2_LOW;
  } else {
    k = (INVERSE_LN2 * x + (x < 0 ? -0.5 : 0.5)) | 0;
    high = x - k * LN2_HIGH;
    low = k * LN2_LOW;
  }
  const r = high - low;
  const square = r * r;
  const c = r - square * expRemainder(square);
  return scale(1 - (low - (r * c) / (2 - c) - high), k);
}

/** The minimax polynomial P of fdlibm with r·(e^r + 1)/(e^r − 1) = 2 + r²·P(r²) for |r| <= ln 2 / 2. */
export function expRemainder(square: number): number {
  return (
    0.16666666666666602 +
    square *
      (-0.0027777777777015593 +
        square * (6.613756321437934e-5 + square * (-1.6533902205465252e-6 + square * 4.1381367970572385e-8)))
  );
}

/**
 * e^x − 1 without cancellation near 0, with an error below 1 ulp, the same bits on every engine.
 *
 * @param x any number; `Infinity` above 709.78, −1 far below 0, `NaN` for `NaN`.
 */
export function expm1(x: number): number {
  if (!(x <= 709.782712893384)) return x > 0 ? Infinity : Number.NaN;
  if (x <= -38.816242111356935) return -1;
  const magnitude = x < 0 ? -x : x;
  if (magnitude < 5.551115123125783e-17) return x;
  let k = 0;
  let r = x;
  let c = 0;
  if (magnitude > HALF_LN2) {
    let high: number;
    let low: number;
    if (magnitude < ONE_AND_HALF_LN2) {
      k = x < 0 ? -1 : 1;
      high = x < 0 ? x + LN2_HIGH : x - LN2_HIGH;
      low = x < 0 ? -LN2_LOW : LN2_LOW;
    } else {
      k = (INVERSE_LN2 * x + (x < 0 ? -0.5 : 0.5)) | 0;
      high = x - k * LN2_HIGH;
      low = k * LN2_LOW;
    }
    r = high - low;
    c = high - r - low;
  }
  const half = 0.5 * r;
  const square = r * half;
  const q = 1 + square * expm1Remainder(square);
  let t = 3 - q * half;
  let e = square * ((q - t) / (6 - r * t));
  if (k === 0) return r - (r * e - square);
  e = r * (e - c) - c;
  e -= square;
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k <= -2 || k > 56) return scale(1 - (e - r), k) - 1;
  t = scale(1, -k);
  return k < 20 ? scale(1 - t - (e - r), k) : scale(r - (e + t) + 1, k);
}

function expm1Remainder(x: number): number {
  return (
    -0.03333333333333313 +
    x * (0.0015873015872548146 + x * (-7.93650757867488e-5 + x * (4.008217827329362e-6 + x * -2.0109921818362437e-7)))
  );
}
