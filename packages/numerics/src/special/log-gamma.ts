import { log } from '../portable/index.js';

/*
 * Below 8 after fdlibm's e_lgamma_r.c:
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun Microsystems, Inc.
 * business. Permission to use, copy, modify, and distribute this software is freely granted, provided that this
 * notice is preserved.
 */

/** log √(2π). */
export const LOG_SQRT_TWO_PI = 0.9189385332046728;

/** The positive minimum of the gamma function, and log Γ there (minus its rounding error). */
const MINIMUM = 1.4616321449683622;
const LOG_GAMMA_AT_MINIMUM = -0.12148629053584961;
const TAIL_AT_MINIMUM = -3.638676997039505e-18;

/**
 * log Γ(x), relative error about 1e-15, also near its zeros at 1 and 2.
 *
 * @param x in [0, ∞]; `Infinity` at 0 and ∞, `NaN` below 0 and for `NaN`.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : Number.NaN;
  if (x === Infinity) return Infinity;
  if (x < 1e-17) return -log(x);
  if (x === 1 || x === 2) return 0;
  if (x < 2) return belowTwo(x);
  if (x < 8) return belowEight(x);
  return (x - 0.5) * (log(x) - 1) + (LOG_SQRT_TWO_PI - 0.5) + stirlingSeries(x);
}

/**
 * The error of Stirling's formula, log Γ(x + 1) − log(√(2πx) (x/e)^x), absolute error about 1e-15.
 * Loader (2000), "Fast and accurate computation of binomial probabilities".
 *
 * @param x > 0
 */
export function stirlingError(x: number): number {
  if (x >= 8) return stirlingSeries(x);
  if (x < 0.5) return logGamma(x + 1) - (x + 0.5) * log(x) + x - LOG_SQRT_TWO_PI;
  return logGamma(x) - (x - 0.5) * log(x) + x - LOG_SQRT_TWO_PI;
}

/** Σ B_2k / (2k (2k−1) x^(2k−1)), below 1e-16 off for x >= 8. */
function stirlingSeries(x: number): number {
  const w = 1 / (x * x);
  return (
    (0.08333333333333333 -
      w *
        (0.002777777777777778 -
          w *
            (0.0007936507936507937 -
              w *
                (0.0005952380952380953 -
                  w *
                    (0.0008417508417508417 -
                      w *
                        (0.0019175269175269176 -
                          w * (0.00641025641025641 - w * (0.029550653594771242 - w * 0.17964437236883057)))))))) /
    x
  );
}

function belowTwo(x: number): number {
  if (x <= 0.9) {
    // log Γ(x) = log Γ(1 + x) − log x
    if (x >= 0.7316) return nearTwo(1 - x) - log(x);
    if (x >= 0.23164) return nearMinimum(x - (MINIMUM - 1)) - log(x);
    return nearOne(x) - log(x);
  }
  if (x >= 1.7316) return nearTwo(2 - x);
  if (x >= 1.23164) return nearMinimum(x - MINIMUM);
  return nearOne(x - 1);
}

/** log Γ(2 − y). */
function nearTwo(y: number): number {
  const z = y * y;
  const odd =
    0.07721566490153287 +
    z *
      (0.06735230105312927 +
        z *
          (0.007385550860814029 +
            z * (0.0011927076318336207 + z * (0.00022086279071390839 + z * 2.5214456545125733e-5))));
  const even =
    z *
    (0.3224670334241136 +
      z *
        (0.020580808432516733 +
          z *
            (0.0028905138367341563 +
              z * (0.0005100697921535113 + z * (0.00010801156724758394 + z * 4.4864094961891516e-5)))));
  return y * odd + even - 0.5 * y;
}

/** log Γ at distance y from the minimum. */
function nearMinimum(y: number): number {
  const z = y * y;
  const w = z * y;
  const p1 =
    0.48383612272381005 +
    w *
      (-0.032788541075985965 + w * (0.006100538702462913 + w * (-0.0014034646998923284 + w * 0.00031563207090362595)));
  const p2 =
    -0.1475877229945939 +
    w * (0.01797067508118204 + w * (-0.0036845201678113826 + w * (0.000881081882437654 + w * -0.00031275416837512086)));
  const p3 =
    0.06462494023913339 +
    w *
      (-0.010314224129834144 + w * (0.0022596478090061247 + w * (-0.0005385953053567405 + w * 0.0003355291926355191)));
  return LOG_GAMMA_AT_MINIMUM + (z * p1 - (TAIL_AT_MINIMUM - w * (p2 + y * p3)));
}

/** log Γ(1 + y) for small y. */
function nearOne(y: number): number {
  const p =
    y *
    (-0.07721566490153287 +
      y *
        (0.6328270640250934 +
          y * (1.4549225013723477 + y * (0.9777175279633727 + y * (0.22896372806469245 + y * 0.013381091853678766)))));
  const q =
    1 +
    y *
      (2.4559779371304113 +
        y * (2.128489763798934 + y * (0.7692851504566728 + y * (0.10422264559336913 + y * 0.003217092422824239))));
  return -0.5 * y + p / q;
}

function belowEight(x: number): number {
  const whole = Math.floor(x);
  const y = x - whole;
  const p =
    y *
    (-0.07721566490153287 +
      y *
        (0.21498241596060885 +
          y *
            (0.325778796408931 +
              y *
                (0.14635047265246445 +
                  y * (0.02664227030336386 + y * (0.0018402845140733772 + y * 3.194753265841009e-5))))));
  const q =
    1 +
    y *
      (1.3920053346762105 +
        y *
          (0.7219355475671381 +
            y *
              (0.17193386563280308 +
                y * (0.01864591917156529 + y * (0.0007779424963818936 + y * 7.326684307446256e-6)))));
  let product = 1;
  for (let i = 2; i < whole; i++) product *= y + i;
  const base = 0.5 * y + p / q;
  return product === 1 ? base : base + log(product);
}
