import { isAlias, isMap, isSeq } from 'yaml';
import type { Element, Path, Relation } from '../case/index.js';
import { type Json, keyPlace } from '../language/edit/index.js';
import { locate, nodeRange } from '../language/index.js';
import { type Refusal, refuse } from './refusal.js';
import type { Texts } from './texts.js';

/** Adds an id to the support of an element. */
export function addSupport(texts: Texts, element: Element, added: string): Refusal | undefined {
  return addLink(texts, element, 'supportedBy', added);
}

/**
 * Adds an id, or an element written in place, to what an element refers to: at the end, or so that its index becomes
 * `at`. `undeveloped: true` is replaced by support in its place, and so put back when the last support is taken away again.
 */
export function addLink(
  texts: Texts,
  { origin, id }: Pick<Element, 'origin' | 'id'>,
  relation: Relation,
  added: Json,
  at?: number,
): Refusal | undefined {
  const { file, path } = origin;
  const key: Path = [...path, relation];
  const document = texts.open(file);
  const found = locate(document, key);
  if (found === undefined) {
    const open: Path = [...path, 'undeveloped'];
    if (relation !== 'supportedBy' || locate(document, open) === undefined) {
      return texts.change(file, {
        kind: 'insert',
        path,
        key: relation,
        value: [added],
        ...keyPlace(document, path, relation),
      });
    }
    return (
      texts.change(file, { kind: 'renameKey', path: open, key: relation }) ??
      texts.change(file, { kind: 'set', path: key, value: [added] })
    );
  }
  const { node } = found;
  if (isSeq(node) || node === null) {
    return texts.change(file, { kind: 'append', path: key, value: added, ...(at === undefined ? {} : { at }) });
  }
  if (isMap(node) && node.flow === true) {
    const { start, end } = nodeRange(document, node);
    const { text } = document;
    texts.write(
      file,
      `${text.slice(0, start.offset)}[${text.slice(start.offset, end.offset)}]${text.slice(end.offset)}`,
    );
    return texts.change(file, { kind: 'append', path: key, value: added, ...(at === undefined ? {} : { at }) });
  }
  if (isMap(node) || isAlias(node)) {
    const what = relation === 'supportedBy' ? 'supports' : 'is the context of';
    return refuse(`what ${what} ${id} is written in place`, `Write it as a list first: ${relation}: [ … ].`);
  }
  const only = String((node as { source?: string }).source);
  return texts.change(file, { kind: 'set', path: key, value: at === 0 ? [added, only] : [only, added] });
}

/** Takes an entry out of the support or context of an element that stays. */
export function removeLink(texts: Texts, file: string, link: Path): Refusal | undefined {
  const last = link.at(-1);
  const inList = typeof last === 'number';
  const key = inList ? link.slice(0, -1) : link;
  const list = locate(texts.open(file), key)?.node;
  if (inList && isSeq(list) && list.items.length > 1) return texts.change(file, { kind: 'remove', path: link });
  if (key.at(-1) !== 'supportedBy') return texts.change(file, { kind: 'remove', path: key });
  const open: Path = [...key.slice(0, -1), 'undeveloped'];
  return (
    texts.change(file, { kind: 'set', path: key, value: true }) ??
    texts.change(file, { kind: 'renameKey', path: key, key: String(open.at(-1)) })
  );
}
