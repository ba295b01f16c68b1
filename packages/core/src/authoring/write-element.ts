import { isMap } from 'yaml';
import type { Element, ElementType, Origin, Path, Relation } from '../case/index.js';
import { type Json, keyPlace } from '../language/edit/index.js';
import { locate, typeByPrefix } from '../language/index.js';
import { addLink, type Refusal } from '../skeleton/index.js';
import { argumentOf, caseId, isNested, referenceTo } from './named.js';
import { steps, type Working } from './working.js';

/** An element to be written. `fields` are its keys as the text has them, without its type. */
export interface NewElement {
  readonly id: string;
  readonly type: ElementType;
  readonly fields: { readonly [key: string]: Json };
}

/** Its keys, with its type where the prefix of its id says another one, or none. */
function fieldsOf({ id, type, fields }: NewElement, section: Path): { readonly [key: string]: Json } {
  const said = section[0] === 'assumptions' ? 'assumption' : typeByPrefix(id);
  return said === type ? fields : { type, ...fields };
}

/** Where an element with an entry of its own goes, and behind which other one. */
interface Place {
  readonly file: string;
  readonly section: Path;
  readonly after?: string;
}

/**
 * Writes an element below another and links it there: behind the block of the last of its siblings, in the section
 * where the other stands, or in place where the siblings are written so.
 */
export function writeBelow(
  working: Working,
  parent: Element,
  relation: Relation,
  element: NewElement,
  at?: number,
): Refusal | undefined {
  const siblings = parent[relation].flatMap(({ to, developedBy }) => {
    const sibling = developedBy === undefined ? working.look.element(to) : undefined;
    return sibling === undefined ? [] : [sibling];
  });
  const inPlace = isWrittenIn(siblings[0], parent) || (siblings.length === 0 && isNested(parent));
  if (inPlace) {
    const nested = { id: element.id, ...fieldsOf(element, argumentOf(parent.origin.path)) };
    return addLink(working.texts, parent, relation, nested, { at });
  }
  const place = placeBelow(working, parent, siblings, element.type);
  return steps(
    () => addLink(working.texts, parent, relation, element.id, { at }),
    () => writeAt(working, place, element),
  );
}

function isWrittenIn(child: Element | undefined, { origin: { file, path } }: Element): boolean {
  return (
    child?.origin.file === file &&
    child.origin.path.length > path.length &&
    path.every((step, index) => child.origin.path[index] === step)
  );
}

/** The key of the entry that an element stands in, where that is in the section. */
function entryIn({ file, section }: Place, { origin }: { readonly origin: Origin }): string | undefined {
  const { path } = origin;
  const inside = origin.file === file && section.every((step, index) => path[index] === step);
  return inside && path.length > section.length ? String(path[section.length]) : undefined;
}

function placeBelow(working: Working, parent: Element, siblings: readonly Element[], type: ElementType): Place {
  const { file, path } = parent.origin;
  const own: Place = { file, section: argumentOf(path) };
  const apart = type === 'assumption' && own.section[0] === 'argument' ? assumptionsOf(working, file) : undefined;
  if (apart !== undefined) return apart;
  const last = siblings.findLast((one) => entryIn(own, one) !== undefined);
  // Without siblings it follows its parent, and what that cites.
  const before = last ?? parent;
  const after = endOfBlock(
    working,
    own,
    entryIn(own, before)!,
    last === undefined ? cited(working, parent) : undefined,
  );
  return { ...own, after };
}

/** The section of assumptions, where the case keeps them there. */
function assumptionsOf({ of, texts }: Working, file: string): Place | undefined {
  const others = of.elements.filter((one) => one.type === 'assumption' && one.origin.file === file);
  if (others.length > 0 && others.every(({ origin }) => origin.path[0] !== 'assumptions')) return undefined;
  const found = locate(texts.open(file, ['assumptions']), ['assumptions'])?.node;
  return isMap(found) ? { file, section: ['assumptions'] } : undefined;
}

function cited(working: Working, { inContextOf }: Element): ReadonlySet<string> {
  return new Set(inContextOf.map(({ to }) => to).filter((id) => working.look.element(id) !== undefined));
}

/** The last entry of the unbroken run behind `start` that only speaks for it: what is below it, or in `these`. */
function endOfBlock(working: Working, place: Place, start: string, these?: ReadonlySet<string>): string {
  const { look, of } = working;
  const inPlace = of.elements.flatMap((one) => {
    const key = entryIn(place, one);
    return key === undefined ? [] : [{ key, one }];
  });
  const home = inPlace.find(({ key }) => key === start)?.one;
  if (home === undefined) return start;
  const below = these ?? look.below([caseId(home, start)]);
  const keys = [...new Set(inPlace.map(({ key }) => key))];
  let at = keys.indexOf(start);
  while (at + 1 < keys.length && below.has(caseId(home, keys[at + 1]!))) at += 1;
  return keys[at]!;
}

/** Writes an element with an entry of its own. */
function writeAt({ texts }: Working, { file, section, after }: Place, element: NewElement): Refusal | undefined {
  return texts.change(file, {
    kind: 'insert',
    path: section,
    key: element.id,
    value: fieldsOf(element, section),
    ...(after === undefined ? {} : { after }),
  });
}

/** Writes an element behind another one's block, without a link between them: a challenge to it, or its answer. */
export function writeBehind(working: Working, other: Element, element: NewElement): Refusal | undefined {
  const { file, path } = other.origin;
  const own: Place = { file, section: argumentOf(path) };
  const section: Place = own.section[0] === 'assumptions' ? { file, section: ['argument'] } : own;
  const entry = entryIn(section, other);
  if (entry !== undefined) return writeAt(working, { ...section, after: endOfBlock(working, section, entry) }, element);
  return writeInSection(working, file, section.section, element);
}

/** Writes an element at the end of the argument of a file. */
export function writeAtEnd(working: Working, file: string, element: NewElement): Refusal | undefined {
  const bare = working.of.elements.some(({ origin }) => origin.file === file && argumentOf(origin.path).length === 0);
  return writeInSection(working, file, bare ? [] : ['argument'], element);
}

function writeInSection(working: Working, file: string, section: Path, element: NewElement): Refusal | undefined {
  const [name] = section;
  if (name === undefined || locate(working.texts.open(file, section), section) !== undefined) {
    return writeAt(working, { file, section }, element);
  }
  return setKey(working, { file, path: [] }, String(name), { [element.id]: fieldsOf(element, section) });
}

/**
 * The value of a key of the format in the map at a place; undefined takes the key away. A new key goes where the house
 * format has it.
 */
export function setKey(
  { texts }: Working,
  { file, path }: Origin,
  key: string,
  value: Json | undefined,
): Refusal | undefined {
  const document = texts.open(file, [...path, key]);
  const isThere = locate(document, [...path, key]) !== undefined;
  if (value === undefined) return isThere ? texts.change(file, { kind: 'remove', path: [...path, key] }) : undefined;
  return texts.change(
    file,
    isThere
      ? { kind: 'set', path: [...path, key], value }
      : { kind: 'insert', path, key, value, ...keyPlace(document, path, key) },
  );
}

/** Links an element that is there below another. */
export function linkTo(
  working: Working,
  from: Element,
  relation: Relation,
  to: Element,
  at?: number,
): Refusal | undefined {
  const reference = referenceTo(from, to.id);
  if (typeof reference !== 'string') return reference;
  return addLink(working.texts, from, relation, reference, { at });
}
