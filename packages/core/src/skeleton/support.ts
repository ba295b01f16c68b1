import { isAlias, isScalar, isSeq, type ParsedNode, Scalar } from 'yaml';
import type { Element, Path } from '../case/index.js';
import { locate, type TextDocument } from '../language/index.js';
import { type Refusal, refuse } from './refusal.js';
import type { Texts } from './texts.js';

/**
 * Adds an id to the support of an element, so that `removeLink` and `leaveList` give the old bytes back. A list gets one more item, and
 * `undeveloped: true` is replaced in its place. Where room has to be made first, the id stands in quotes, as the sign that
 * its place goes with it: in a key that was not there, in a list that was empty, beside support that was no list.
 */
export function addSupport(texts: Texts, { origin, id }: Element, added: string): Refusal | undefined {
  const { file, path } = origin;
  const key: Path = [...path, 'supportedBy'];
  const mark = locate(texts.open(file), [...path, 'undeveloped'])?.node;
  const support = locate(texts.open(file), key);
  if (isMarked(mark)) {
    if (support !== undefined)
      return refuse(`${id} is marked undeveloped and has support`, 'Take one of them away first.');
    if ((mark as Scalar).source !== 'true')
      return refuse(`the mark of ${id} is not written \`undeveloped: true\``, 'Write it like that first.');
    return (
      texts.change(file, { kind: 'renameKey', path: [...path, 'undeveloped'], key: 'supportedBy' }) ??
      texts.change(file, { kind: 'set', path: key, value: [added] })
    );
  }
  if (support === undefined)
    return (
      texts.change(file, { kind: 'insert', path, key: 'supportedBy', value: added }) ??
      texts.change(file, { kind: 'quote', path: key })
    );
  const { node } = support;
  if (isAlias(node))
    return refuse(`what supports ${id} is an alias of &${node.source}`, 'Write the support itself first.');
  const count = isSeq(node) ? node.items.length : 1;
  const failed =
    (isSeq(node) ? undefined : texts.change(file, { kind: 'wrap', path: key })) ??
    texts.change(file, { kind: 'append', path: key, value: added });
  if (failed !== undefined || (isSeq(node) && count > 0)) return failed;
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
  const document = texts.open(file);
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
