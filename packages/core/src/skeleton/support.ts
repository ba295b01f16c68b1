import { isAlias, isScalar, isSeq, type ParsedNode, Scalar } from 'yaml';
import type { Element, Path, Relation } from '../case/index.js';
import { type Json, keyPlace } from '../language/edit/index.js';
import { locate, type TextDocument } from '../language/index.js';
import { type Refusal, refuse } from './refusal.js';
import type { Texts } from './texts.js';

/**
 * Adds an id to the support of an element, so that `removeLink` and `leaveList` give the old bytes back: where room has to
 * be made first, the id stands in quotes, as the sign that its place goes with it, in a key that was not there, in a list
 * that was empty, beside support that was no list.
 */
export function addSupport(texts: Texts, element: Element, added: string): Refusal | undefined {
  return addLink(texts, element, 'supportedBy', added, { signed: true });
}

/**
 * Adds an id, or an element written in place, to what an element refers to: at the end, or so that its index becomes `at`.
 * A list gets one more item, and `undeveloped: true` is replaced in its place. `signed`: see `addSupport`.
 */
export function addLink(
  texts: Texts,
  { origin, id }: Pick<Element, 'origin' | 'id'>,
  relation: Relation,
  added: Json,
  { at, signed = false }: { readonly at?: number | undefined; readonly signed?: boolean } = {},
): Refusal | undefined {
  const { file, path } = origin;
  const key: Path = [...path, relation];
  const document = texts.open(file, key);
  const found = locate(document, key);
  const mark = relation === 'supportedBy' ? locate(document, [...path, 'undeveloped'])?.node : undefined;
  if (isMarked(mark)) {
    if (found !== undefined)
      return refuse(`${id} is marked undeveloped and has support`, 'Take one of them away first.');
    if ((mark as Scalar).source !== 'true')
      return refuse(`the mark of ${id} is not written \`undeveloped: true\``, 'Write it like that first.');
    return (
      texts.change(file, { kind: 'renameKey', path: [...path, 'undeveloped'], key: relation }) ??
      texts.change(file, { kind: 'set', path: key, value: [added] })
    );
  }
  if (found === undefined) {
    const place = signed ? {} : keyPlace(document, path, relation);
    return (
      texts.change(file, { kind: 'insert', path, key: relation, value: signed ? added : [added], ...place }) ??
      (signed ? texts.change(file, { kind: 'quote', path: key }) : undefined)
    );
  }
  const { node } = found;
  if (isAlias(node)) {
    const what = relation === 'supportedBy' ? 'supports' : 'is the context of';
    return refuse(`what ${what} ${id} is an alias of &${node.source}`, 'Write it out first.');
  }
  const count = isSeq(node) ? node.items.length : node === null ? 0 : 1;
  const failed =
    (isSeq(node) || node === null ? undefined : texts.change(file, { kind: 'wrap', path: key })) ??
    texts.change(file, { kind: 'append', path: key, value: added, ...(at === undefined ? {} : { at }) });
  if (failed !== undefined || !signed || (isSeq(node) && count > 0)) return failed;
  return texts.change(file, { kind: 'quote', path: [...key, count] });
}

function isMarked(node: ParsedNode | null | undefined): boolean {
  return isScalar(node) && node.value === true;
}

/** What was made for an id when it was added: a key, a list around what stood alone, or only an item. */
type Room = 'key' | 'list' | 'item';

/** The room that goes with an entry of the support of an element; undefined where none was made for it. */
export function roomOf(document: TextDocument, link: Path): Room | undefined {
  const node = locate(document, link)?.node;
  const last = link.at(-1);
  if (!link.includes('supportedBy') || !isScalar(node) || node.type !== Scalar.QUOTE_DOUBLE) return undefined;
  if (last === 'supportedBy') return 'key';
  const list = locate(document, link.slice(0, -1))?.node;
  if (link.at(-2) !== 'supportedBy' || !isSeq(list)) return undefined;
  if (last === 1 && list.items.length === 2) return 'list';
  return last === 0 && list.items.length === 1 && list.flow === true ? 'item' : undefined;
}

/**
 * Takes an entry out of the support or context of an element that stays, with the room that was made for it; a list
 * around what is left stays until `leaveList`. A claim that loses the support that it had is marked undeveloped in its
 * place.
 */
export function removeLink(texts: Texts, file: string, link: Path): Refusal | undefined {
  const inList = typeof link.at(-1) === 'number';
  const key = inList ? link.slice(0, -1) : link;
  const document = texts.open(file, key);
  const list = locate(document, key)?.node;
  const isOneOfMany = inList && isSeq(list) && list.items.length > 1;
  if (isOneOfMany || roomOf(document, link) !== undefined) return texts.change(file, { kind: 'remove', path: link });
  if (key.at(-1) !== 'supportedBy') return texts.change(file, { kind: 'remove', path: key });
  const mark: Path = [...key.slice(0, -1), 'undeveloped'];
  if (locate(document, mark) !== undefined)
    return (
      texts.change(file, { kind: 'set', path: mark, value: true }) ?? texts.change(file, { kind: 'remove', path: key })
    );
  return (
    texts.change(file, { kind: 'set', path: key, value: true }) ??
    texts.change(file, { kind: 'renameKey', path: key, key: 'undeveloped' })
  );
}

/** Support that stood without a list before something was added beside it stands so again. */
export function leaveList(texts: Texts, file: string, key: Path): void {
  // What a person wrote as a list, with a comment in it for instance, is refused and stays one.
  texts.change(file, { kind: 'unwrap', path: key });
}
