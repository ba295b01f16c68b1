import { isMap, isSeq } from 'yaml';
import { type Case, type ElementId, kindOfName } from '../case/index.js';
import type { Json } from '../language/edit/index.js';
import { locate } from '../language/index.js';
import { idPattern } from '../schema/index.js';
import { samePerson, subtreeHash, wholeCaseHash } from '../signoff/index.js';
import { type Refusal, refuse, refuseUnknown, takenOf } from '../skeleton/index.js';
import { cite, jsonOf } from './doubts.js';
import type { AddEvidence, SignOffCase, Waive } from './intent.js';
import { elementOf, isRefusal, localId, moduleOfId, writable } from './named.js';
import { type Outcome, steps, type Working } from './working.js';
import { setKey } from './write-element.js';

/** How a file refers to an element: within its own module by the plain id. */
function referenceIn(of: Case, file: string, id: ElementId): string | Refusal {
  const qualified = of.elements.some((one) => one.id.includes('@'));
  const home = qualified ? of.modules.find(({ origin }) => origin.file === file)?.name : undefined;
  if (moduleOfId(id) === home) return localId(id);
  return moduleOfId(id) === undefined
    ? refuse(`${id} stands in no module, and ${file} can refer to what stands in modules only`)
    : id;
}

/** Adds an item to a list that may not be there yet. */
function appendTo({ texts }: Working, file: string, section: readonly string[], value: Json): Refusal | undefined {
  const found = locate(texts.open(file, section), section)?.node;
  if (isSeq(found)) return texts.change(file, { kind: 'append', path: section, value });
  const key = section.at(-1)!;
  return setKey({ texts } as Working, { file, path: section.slice(0, -1) }, key, [value]);
}

export function addEvidence(working: Working, { id, entry, citedBy, requires }: AddEvidence): Outcome {
  const { of, texts } = working;
  if (!idPattern.test(id)) return refuse(`“${id}” is no id`, 'Letters, digits, _ and - are; no - first.');
  if (takenOf(of, [id]) !== undefined) return refuse(`${id} exists already`);
  const leaf = citedBy === undefined ? undefined : writable(working, citedBy);
  if (leaf !== undefined && isRefusal(leaf)) return leaf;
  const file = of.evidence[0]?.origin.file ?? of.origin.file;
  const value = jsonOf(entry);
  const found = locate(texts.open(file, ['evidence']), ['evidence'])?.node;
  const failed = steps(
    () =>
      isMap(found)
        ? texts.change(file, { kind: 'insert', path: ['evidence'], key: id, value })
        : setKey(working, { file, path: [] }, 'evidence', { [id]: value }),
    () => (leaf === undefined ? undefined : cite(working, leaf, id, requires)),
  );
  return (
    failed ?? {
      ok: true,
      what: `Add the evidence ${id}${citedBy === undefined ? '' : `, cited at ${citedBy}`}`,
      ...(citedBy === undefined ? {} : { select: citedBy }),
    }
  );
}

export function waive(working: Working, { rule, at, because, by = working.options.who, until }: Waive): Outcome {
  const { of } = working;
  const file = of.waivers[0]?.origin.file ?? of.origin.file;
  if (because.trim() === '') return refuse('a waiver says why the finding is acceptable for now');
  if (by === undefined) return refuse('a waiver says who accepts the finding');
  const unknown = at === undefined ? undefined : unknownPlace(working, at);
  if (unknown !== undefined) return unknown;
  const place = at === undefined || working.look.element(at) === undefined ? at : referenceIn(of, file, at);
  if (place !== undefined && typeof place !== 'string') return place;
  const value = { rule, ...(place === undefined ? {} : { at: place }), because, by, until };
  const failed = appendTo(working, file, ['waivers'], value);
  return failed ?? { ok: true, what: `Waive ${rule}${at === undefined ? '' : ` at ${at}`} until ${until}` };
}

/** A waiver is at anything that has a name: an element, its inference, a link, an outcome, … */
function unknownPlace({ of, look }: Working, at: string): Refusal | undefined {
  const known = (name: string) =>
    look.element(name.replace(/\.inference$/, '')) !== undefined ||
    kindOfName(of, name) !== undefined ||
    of.dependence.some((group) => group.name === name) ||
    of.patterns.some(({ id }) => id === name);
  const ends = at.split('->').map((end) => end.trim());
  const lost = known(at) ? undefined : ends.find((end) => !known(end));
  return lost === undefined
    ? undefined
    : refuseUnknown(
        'thing',
        lost,
        of.elements.map(({ id }) => id),
      );
}

/** A signature takes the place of an earlier one by the same person, in the same role, of the same thing. */
export function signOff(working: Working, intent: SignOffCase): Outcome {
  const { of, look, texts } = working;
  const { role, who = working.options.who, date = working.options.today, element: id, statement } = intent;
  if (who === undefined || who.trim() === '') return refuse('a signature says who signed');
  if (role.trim() === '') return refuse('a signature says in which role', 'For example: independent assessor.');
  const element = id === undefined ? undefined : elementOf(working, id);
  if (element !== undefined && isRefusal(element)) return element;
  const now = element === undefined ? wholeCaseHash(of) : subtreeHash(look, element.id);
  const what = id ?? 'the case';
  if (intent.of !== undefined && intent.of !== now)
    return refuse(`${what} is not as it was when it was read`, 'Read what changed, and sign that.');
  const earlier = of.review.signoffs.find((one) => one.role === role && one.element === id && samePerson(one.who, who));
  const file = earlier?.origin.file ?? reviewFile(working);
  const reference = id === undefined ? undefined : referenceIn(of, file, id);
  if (reference !== undefined && typeof reference !== 'string') return reference;
  const value = jsonOf({ role, who, date, of: now, element: reference, statement });
  const failed =
    earlier === undefined
      ? locate(texts.open(file, ['review']), ['review']) === undefined
        ? setKey(working, { file, path: [] }, 'review', { signoffs: [value] })
        : appendTo(working, file, ['review', 'signoffs'], value)
      : texts.change(file, { kind: 'set', path: earlier.origin.path, value });
  return failed ?? { ok: true, what: `Sign ${what} as ${role}`, ...(id === undefined ? {} : { select: id }) };
}

/** Where the review stands, or else the file that says what the case is. */
function reviewFile({ of, texts }: Working): string {
  const { signoffs, origin } = of.review;
  const known = signoffs[0]?.origin.file ?? origin?.file;
  const has = (file: string) => locate(texts.open(file, ['review']), ['review']) !== undefined;
  return known ?? texts.files().find(({ file, text }) => text.includes('review') && has(file))?.file ?? of.origin.file;
}
