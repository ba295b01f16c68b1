import type { Case, Element, ElementType } from '../case/index.js';
import { typeByPrefix } from '../language/index.js';
import { idPattern } from '../schema/index.js';
import { type Refusal, refuse, takenOf } from '../skeleton/index.js';
import { localId } from './named.js';

const usual: Readonly<Record<ElementType, string>> = {
  goal: 'G',
  strategy: 'S',
  solution: 'Sn',
  context: 'C',
  assumption: 'A',
  justification: 'J',
  challenge: 'D',
};

/**
 * The next free id for an element of the type, in the manner of the case: the prefix that most elements of the type have
 * before their number, and the highest number with it plus one, as wide as that was written.
 */
export function nextId(of: Case, type: ElementType, beside?: Pick<Element, 'riskCase'>): string {
  const riskCase = beside?.riskCase;
  const alike = of.elements.filter(
    (one) => one.type === type && (one.riskCase === undefined) === (riskCase === undefined),
  );
  const numbered = alike.flatMap(({ id }) => {
    const [, prefix, digits] = /^(.*?)(\d{1,9})$/u.exec(localId(id)) ?? [];
    return prefix !== undefined && digits !== undefined && typeByPrefix(prefix) === type ? [{ prefix, digits }] : [];
  });
  const counts = new Map<string, number>();
  for (const { prefix } of numbered) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  const prefix = most?.[0] ?? (riskCase !== undefined && type === 'goal' ? 'R' : usual[type]);
  const same = numbered.filter((one) => one.prefix === prefix);
  const width = Math.min(...same.map(({ digits }) => (digits.startsWith('0') ? digits.length : 1)), 9);
  const highest = same.reduce((high, { digits }) => Math.max(high, Number(digits)), 0);
  for (let number = highest + 1; ; number += 1) {
    const id = `${prefix}${String(number).padStart(same.length === 0 ? 1 : width, '0')}`;
    if (takenOf(of, [id]) === undefined) return id;
  }
}

/** The id that is asked for, where it can be one, else the next free one. */
export function newId(
  of: Case,
  type: ElementType,
  asked: string | undefined,
  beside?: Pick<Element, 'riskCase'>,
): { readonly id: string } | Refusal {
  if (asked === undefined) return { id: nextId(of, type, beside) };
  if (!idPattern.test(asked)) return refuse(`“${asked}” is no id`, 'Letters, digits, _ and - are; no - first.');
  if (takenOf(of, [asked]) === undefined) return { id: asked };
  return refuse(`${asked} exists already`, `${nextId(of, type, beside)} would be free.`);
}
