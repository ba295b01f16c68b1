import { exp, log } from '../portable/index.js';

/*
 * erfc after fdlibm's s_erf.c:
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun Microsystems, Inc.
 * business. Permission to use, copy, modify, and distribute this software is freely granted, provided that this
 * notice is preserved.
 */

/**
 * P(Z <= x) for a standard normal Z. Relative error below 1e-13 down to the smallest normal double.
 *
 * @param x any number; `NaN` for `NaN`.
 */
export function normalCdf(x: number): number {
  return 0.5 * erfc(-x * Math.SQRT1_2);
}

/**
 * P(Z > x) for a standard normal Z, as accurate in the upper tail as `normalCdf` is in the lower.
 *
 * @param x any number; `NaN` for `NaN`.
 */
export function normalSurvival(x: number): number {
  return 0.5 * erfc(x * Math.SQRT1_2);
}

/** The density of a standard normal at x. */
export function normalDensity(x: number): number {
  return 0.3989422804014327 * exp(-0.5 * x * x);
}

/**
 * The x with P(Z <= x) = p. Relative error about 1e-15 for every p (Wichura 1988, algorithm AS 241).
 *
 * @param p probability in [0, 1]; −∞ at 0, ∞ at 1, else `NaN`.
 */
export function normalQuantile(p: number): number {
  const centred = p - 0.5;
  if (centred >= -0.425 && centred <= 0.425) {
    const r = 0.180625 - centred * centred;
    return (centred * centralNumerator(r)) / centralDenominator(r);
  }
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : Number.NaN;
  return centred < 0 ? -upperTailQuantile(p) : upperTailQuantile(1 - p);
}

/**
 * The x with P(Z > x) = q, for upper bounds at a small tail q.
 *
 * @param q probability in [0, 1]; ∞ at 0, −∞ at 1, else `NaN`.
 */
export function normalQuantileUpper(q: number): number {
  return 0 - normalQuantile(q);
}

/** Tail below 0.075. */
function upperTailQuantile(tail: number): number {
  const r = Math.sqrt(-log(tail));
  return r <= 5 ? middleTail(r - 1.6) : farTail(r - 5);
}

function centralNumerator(r: number): number {
  return (
    ((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r +
      13731.69376550946) *
      r +
      1971.5909503065513) *
      r +
      133.14166789178438) *
      r +
    3.3871328727963665
  );
}

function centralDenominator(r: number): number {
  return (
    ((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r +
      5394.196021424751) *
      r +
      687.1870074920579) *
      r +
      42.31333070160091) *
      r +
    1
  );
}

function middleTail(r: number): number {
  const numerator =
    ((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r + 1.2704582524523684) * r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
    1.4234371107496835;
  const denominator =
    ((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r + 0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
    1;
  return numerator / denominator;
}

function farTail(r: number): number {
  const numerator =
    ((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r + 0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
    6.657904643501103;
  const denominator =
    ((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r + 0.0007868691311456133) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
    1;
  return numerator / denominator;
}

/** The complementary error function, 1 − erf(x). */
function erfc(x: number): number {
  const magnitude = x < 0 ? -x : x;
  if (magnitude < 0.84375) {
    const z = x * x;
    const numerator =
      0.12837916709551256 +
      z * (-0.3250421072470015 + z * (-0.02848174957559851 + z * (-0.005770270296489442 + z * -2.3763016656650163e-5)));
    const denominator =
      1 +
      z *
        (0.39791722395915535 +
          z *
            (0.0650222499887673 +
              z * (0.005081306281875766 + z * (0.00013249473800432164 + z * -3.960228278775368e-6))));
    const y = numerator / denominator;
    return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x * y + (x - 0.5));
  }
  if (magnitude < 1.25) {
    const s = magnitude - 1;
    const numerator =
      -0.0023621185607526594 +
      s *
        (0.41485611868374833 +
          s *
            (-0.3722078760357013 +
              s *
                (0.31834661990116175 +
                  s * (-0.11089469428239668 + s * (0.035478304325618236 + s * -0.002166375594868791)))));
    const denominator =
      1 +
      s *
        (0.10642088040084423 +
          s *
            (0.540397917702171 +
              s *
                (0.07182865441419627 +
                  s * (0.12617121980876164 + s * (0.01363708391202905 + s * 0.011984499846799107)))));
    const y = 0.8450629115104675 + numerator / denominator;
    return x < 0 ? 1 + y : 0.15493708848953247 - numerator / denominator;
  }
  if (Number.isNaN(x)) return Number.NaN;
  if (magnitude >= 28 || x < -6) return x < 0 ? 2 : 0;
  const s = 1 / (magnitude * magnitude);
  const ratio = magnitude < 2.857142857142857 ? nearRatio(s) : farRatio(s);
  // e^(−x²) with the square split, so that its rounding does not cost digits.
  const head = Math.fround(magnitude);
  const tail = (exp(-head * head - 0.5625) * exp((head - magnitude) * (head + magnitude) + ratio)) / magnitude;
  return x < 0 ? 2 - tail : tail;
}

function nearRatio(s: number): number {
  const numerator =
    -0.009864944034847148 +
    s *
      (-0.6938585727071818 +
        s *
          (-10.558626225323291 +
            s *
              (-62.375332450326006 +
                s *
                  (-162.39666946257347 +
                    s * (-184.60509290671104 + s * (-81.2874355063066 + s * -9.814329344169145))))));
  const denominator =
    1 +
    s *
      (19.651271667439257 +
        s *
          (137.65775414351904 +
            s *
              (434.56587747522923 +
                s *
                  (645.3872717332679 +
                    s *
                      (429.00814002756783 +
                        s * (108.63500554177944 + s * (6.570249770319282 + s * -0.0604244152148581)))))));
  return numerator / denominator;
}

function farRatio(s: number): number {
  const numerator =
    -0.0098649429247001 +
    s *
      (-0.799283237680523 +
        s *
          (-17.757954917754752 +
            s * (-160.63638485582192 + s * (-637.5664433683896 + s * (-1025.0951316110772 + s * -483.5191916086514)))));
  const denominator =
    1 +
    s *
      (30.33806074348246 +
        s *
          (325.7925129965739 +
            s *
              (1536.729586084437 +
                s *
                  (3199.8582195085955 +
                    s * (2553.0504064331644 + s * (474.52854120695537 + s * -22.44095244658582))))));
  return numerator / denominator;
}
