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

/** `G-sabot-open`: a prefix and words. One that ends with a number counts as a number. */
const worded = /^(CSn|CG|Sn|[GSCAJDR])-(.*[^\d])$/u;

type Beside = Pick<Element, 'id' | 'riskCase'>;

/**
 * The next free id for an element of the type, in the manner of the case. Where more than half of the elements of the type
 * (of all, where it has none yet) have words behind their prefix, it has the words of what it stands beside: below
 * `G-sabot-open` stands `Sn-sabot-open` or `G-sabot-open-2`, and `G-memory` answers `D-memory`. Else, and beside what has no
 * words, it is the prefix that most elements of the type have before their number, and the highest number with it plus
 * one, as wide as that was written.
 */
export function nextId(of: Case, type: ElementType, beside?: Beside): string {
  return wordedId(of, type, beside) ?? numberedId(of, type, beside);
}

function wordedId(of: Case, type: ElementType, beside: Beside | undefined): string | undefined {
  // Its own number goes, so that what stands below `G-memory-2` is `G-memory-3`.
  const [, , words] = worded.exec(localId(beside?.id ?? '').replace(/(?:-\d+)+$/u, '')) ?? [];
  if (words === undefined) return undefined;
  const alike = of.elements.filter((one) => one.type === type);
  const among = alike.length > 0 ? alike : of.elements;
  const named = among.filter(({ id }) => worded.test(localId(id)));
  if (2 * named.length <= among.length) return undefined;
  const prefix = (alike.length > 0 ? worded.exec(localId(named[0]!.id))?.[1] : undefined) ?? usual[type];
  for (let number = 1; ; number += 1) {
    const id = `${prefix}-${words}${number === 1 ? '' : `-${number}`}`;
    if (takenOf(of, [id]) === undefined) return id;
  }
}

function numberedId(of: Case, type: ElementType, beside: Beside | undefined): string {
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
  beside?: Beside,
): { readonly id: string } | Refusal {
  if (asked === undefined) return { id: nextId(of, type, beside) };
  if (!idPattern.test(asked)) return refuse(`“${asked}” is no id`, 'Letters, digits, _ and - are; no - first.');
  if (takenOf(of, [asked]) === undefined) return { id: asked };
  return refuse(`${asked} exists already`, `${nextId(of, type, beside)} would be free.`);
}
