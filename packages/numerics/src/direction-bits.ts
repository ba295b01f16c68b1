import { furtherDirections } from './further-directions.js';
import { SOBOL_DEGREES, SOBOL_DIRECTIONS } from './sobol-directions.generated.js';

/** What the sequence of a dimension is made from. */
export interface Initial {
  /** With all its coefficients as bits, the leading one too. */
  readonly polynomial: number;
  /** m1, m2, …: as many as the degree of the polynomial. */
  readonly numbers: readonly number[];
}

/** The polynomial and the initial numbers of a dimension from 1 on, out of the packed table. */
export function initialOf(dimension: number): Initial {
  let [degree, before, at] = [1, 1, 0];
  for (const count of SOBOL_DEGREES) {
    if (dimension < before + count) break;
    at += count * bitsOf(degree);
    before += count;
    degree += 1;
  }
  at += (dimension - before) * bitsOf(degree);
  const polynomial = (1 << degree) | (bitsAt(at, degree - 1) << 1) | 1;
  at += degree - 1;
  const numbers: number[] = [];
  for (let i = 0; i < degree; i++) {
    numbers.push((bitsAt(at, i) << 1) | 1);
    at += i;
  }
  return { polynomial, numbers };
}

/** Bits that a dimension takes: d − 1 of the polynomial, and 0, 1, …, d − 1 of its numbers. */
function bitsOf(degree: number): number {
  return degree - 1 + (degree * (degree - 1)) / 2;
}

/** So many bits from a place on, the first one leading. */
function bitsAt(from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at++) {
    const six = sixBitsOf(characterAt(Math.floor(at / 6)));
    value = (value << 1) | ((six >> (5 - (at % 6))) & 1);
  }
  return value;
}

function characterAt(place: number): number {
  const first = SOBOL_DIRECTIONS.length;
  return place < first ? SOBOL_DIRECTIONS.charCodeAt(place) : furtherDirections().charCodeAt(place - first);
}

/** What a character of base64 stands for. */
function sixBitsOf(code: number): number {
  if (code >= 97) return code - 71;
  if (code >= 65) return code - 65;
  if (code >= 48) return code + 4;
  return code === 43 ? 62 : 63;
}
