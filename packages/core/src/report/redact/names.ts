import { type Case, statedDoubts } from '../../case/index.js';
import type { SignOffs } from '../../signoff/index.js';

/** Stands for a name, the same one everywhere: who said two things is seen, who it is is not. */
export interface Pseudonyms {
  readonly count: number;
  of(name: string): string;
}

export function pseudonymsFor(names: readonly string[]): Pseudonyms {
  const known = new Map([...new Set(names)].map((name, at) => [name, `[name ${at + 1}]`]));
  return { count: known.size, of: (name) => known.get(name) ?? '[name]' };
}

/** Every name that the case states, in the order of the text. */
export function namesIn(of: Case, { given }: SignOffs): readonly string[] {
  const names: (string | undefined)[] = [
    of.owner,
    ...of.outcomes.map(({ threshold }) => threshold?.approved?.by),
    ...of.system.map(({ owner }) => owner),
    ...of.elements.flatMap((element) => [
      element.owner,
      element.challenge?.raisedBy,
      ...statedDoubts(element).flatMap(({ stated }) => stated.opinions.map(({ by }) => by)),
    ]),
    ...of.evidence.map(({ by }) => by),
    ...of.waivers.map(({ by }) => by),
    ...given.map(({ signOff }) => signOff.who),
    ...(of.review.keys ?? []).map(({ who }) => who),
  ];
  return [...new Set(names.filter((name) => name !== undefined))];
}

/**
 * What of a name may stand in other texts: the name, and the parts of a person's that could be told apart from plain
 * words. A name that is one plain word (`security`) is looked for only where names stand.
 */
export function partsOfNames(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    if (/^\p{Ll}+$/u.test(name)) return [];
    const parts = name.split(/[\s,]+/).filter((part) => /^\p{Lu}[\p{L}'’-]{2,}$/u.test(part));
    return name.includes(' ') ? [name, ...parts] : [name];
  });
}
