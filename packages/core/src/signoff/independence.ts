import type { CaseLookup, Element, Origin, SignOff } from '../case/index.js';
import type { Subtree } from './subtree.js';

/** One thing of what was signed that the signer made: in words, and where it is said. */
export interface OwnWork {
  readonly what: string;
  readonly at: Origin;
}

/**
 * What an assessor had a hand in of what they signed: a sign-off as author, the case itself as its owner, doubts that
 * they stated, evidence that they collected, elements that they own. Empty where the role is not that of an assessor.
 * Without a subtree the whole case was signed. Challenges are left out: to raise them is what an assessor does.
 */
export function ownWork(lookup: CaseLookup, signOff: SignOff, subtree: Subtree | undefined): readonly OwnWork[] {
  const { case: of } = lookup;
  if (!isAssessor(signOff.role)) return [];
  const own = (name: string | undefined) => name !== undefined && samePerson(name, signOff.who);
  const authored = of.review.signoffs.filter(({ role, who }) => isAuthor(role) && own(who));
  const found: OwnWork[] = authored.map(({ role, origin }) => ({
    what: `signed as ${role}`,
    at: below(origin, 'role'),
  }));
  if (own(of.owner)) found.push({ what: 'owns the case', at: below(of.origin, 'owner') });
  for (const element of of.elements) {
    if (subtree !== undefined && !subtree.elements.has(element.id)) continue;
    found.push(...workOn(element, own));
  }
  for (const { id, by, origin } of of.evidence) {
    if (subtree !== undefined && !subtree.evidence.has(id)) continue;
    if (own(by)) found.push({ what: `collected evidence ${id}`, at: below(origin, 'by') });
  }
  return found;
}

function workOn(
  { id, owner, doubt, inference, origin }: Element,
  own: (name: string | undefined) => boolean,
): OwnWork[] {
  const opinions = [
    ...(doubt?.opinions ?? []).map((opinion) => ({ opinion, what: `stated the doubt of ${id}` })),
    ...(inference?.opinions ?? []).map((opinion) => ({ opinion, what: `assessed the inference step of ${id}` })),
  ];
  return [
    ...(own(owner) ? [{ what: `owns ${id}`, at: below(origin, 'owner') }] : []),
    ...opinions
      .filter(({ opinion }) => own(opinion.by))
      .map(({ opinion, what }) => ({ what, at: below(opinion.origin, 'by') })),
  ];
}

/** A role that holds the word assessor. */
export function isAssessor(role: string): boolean {
  return /(?<!\p{L})assessors?(?!\p{L})/u.test(plain(role));
}

/** A role that holds the word author. */
export function isAuthor(role: string): boolean {
  return /(?<!\p{L})authors?(?!\p{L})/u.test(plain(role));
}

/**
 * Whether two texts name one person. Capitals, spaces, characters that show nothing and the way in which accents are
 * encoded do not matter; of `Anna Holm <anna@example.org>` the name or the address is enough.
 */
export function samePerson(a: string, b: string): boolean {
  const names = namesIn(a);
  return namesIn(b).some((name) => names.includes(name));
}

/** The text without an address in angle brackets, and that address. */
function namesIn(text: string): readonly string[] {
  const match = /^([^<]*)<([^<>]*)>$/.exec(plain(text).replace(/\s/g, ''));
  const parts = (match?.slice(1) ?? [plain(text).replace(/\s/g, '')]).filter((part) => part !== '');
  return parts.length === 0 ? [''] : parts;
}

/** By capitals first, as some letters have no capital of their own: `ß` is `SS`. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .trim();
}

function below({ file, path }: Origin, key: string): Origin {
  return { file, path: [...path, key] };
}
