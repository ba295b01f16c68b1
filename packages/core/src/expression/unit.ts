/** One counted thing in a unit. `stem` decides whether two are the same, `word` is how the text wrote it. */
interface UnitFactor {
  readonly stem: string;
  readonly word: string;
  /** Positive above `per`, negative below; never 0. */
  readonly power: number;
}

/** A unit: COUNT per BASE, products and quotients of such. Factors are in the order of their stems; none: a plain number. */
export type Unit = readonly UnitFactor[];

/** A number without a unit, and a probability per nothing. */
export const plainUnit: Unit = [];

const part = /^[\p{L}_][\p{L}\d_-]*(?: [\p{L}_][\p{L}\d_-]*)*$/u;

/**
 * Reads `attempts per window`, `attempts`, `tasks per instance per window`. One and many (a final s, also copy
 * and copies), upper and lower case are the same; `probability` by itself is a plain number, and so is `probability given
 * success`: a condition counts nothing, it only says which events the share is of.
 *
 * @returns the unit, or what is wrong with the text as a sentence.
 */
export function parseUnit(text: string): Unit | { readonly message: string } {
  const written = text.trim().replace(/\s+/g, ' ');
  const parts = written.split(/ per /i);
  const bad = parts.find((each) => !part.test(each) || /^per$|^per | per$/i.test(each));
  if (bad === undefined) return normal(parts.map((word, i) => factor(word, i === 0 ? 1 : -1)));
  const expected = 'a unit is written like `attempts per window`';
  if (written === '') return { message: `${expected}, and this one is empty` };
  const slash = written.includes('/') ? `; write \`${written.replace(/ ?\/ ?/g, ' per ')}\`` : '';
  return { message: `${expected}, and \`${written}\` was found${slash}` };
}

/** The unit as it is written; `a plain number` where there is none. */
export function unitText(unit: Unit): string {
  if (unit.length === 0) return 'a plain number';
  const side = (sign: number) =>
    unit
      .filter((each) => each.power * sign > 0)
      .map((each) => (each.power * sign === 1 ? each.word : `${each.word}^${each.power * sign}`))
      .join('·');
  const [above, below] = [side(1), side(-1)];
  return [above, ...(below === '' ? [] : [`per ${below}`])].filter((text) => text !== '').join(' ');
}

/** `attempts` → `attempt`: a word of a unit as it stands behind `per`. */
export function oneOfUnit(word: string): string {
  return word.replace(/ies$/i, 'y').replace(/([^sui])s$/i, '$1');
}

/** Same counted things to the same powers. */
export function sameUnit(a: Unit, b: Unit): boolean {
  return a.length === b.length && a.every((each, i) => each.stem === b[i]!.stem && each.power === b[i]!.power);
}

/**
 * The unit of a product; equal counts and bases cancel. Two probabilities per X multiply to a probability per X: that
 * both happen in the same X.
 */
export function multiplyUnits(a: Unit, b: Unit): Unit {
  return isProbability(a) && isProbability(b) && sameUnit(a, b) ? a : normal([...a, ...b]);
}

/** The unit of a quotient. */
export function divideUnits(a: Unit, b: Unit): Unit {
  return normal([...a, ...b.map((each) => ({ ...each, power: -each.power }))]);
}

/** A probability per something (a probability per nothing is a plain number). */
export function isProbability(unit: Unit): boolean {
  return (
    unit.every((each) => (each.stem === probabilityStem ? each.power === 1 : each.power < 0)) && unit.some(isCount)
  );
}

/** What a doubt may have: no unit, or `probability per window`. */
export function isDoubtUnit(unit: Unit): boolean {
  return unit.length === 0 || sameUnit(unit, windowProbability);
}

const probabilityStem = 'probability';

function isCount(each: UnitFactor): boolean {
  return each.stem === probabilityStem;
}

function factor(word: string, power: number): UnitFactor {
  const stem = word
    .toLowerCase()
    .replace(/^(probability) given .*$/, '$1')
    .replace(/s(?= |$)/g, '')
    .replace(/ie(?= |$)/g, 'y');
  return { stem, word, power };
}

const windowProbability: Unit = normal([factor('probability', 1), factor('window', -1)]);

/** Joins equal factors, drops those that cancel, orders the rest; a probability per nothing is a plain number. */
function normal(factors: readonly UnitFactor[]): Unit {
  const joined = new Map<string, UnitFactor>();
  for (const each of factors) {
    const known = joined.get(each.stem);
    joined.set(each.stem, known === undefined ? each : { ...known, power: known.power + each.power });
  }
  const left = [...joined.values()].filter((each) => each.power !== 0);
  if (left.length === 1 && isCount(left[0]!) && left[0]!.power === 1) return plainUnit;
  return left.sort((a, b) => (a.stem < b.stem ? -1 : 1));
}
