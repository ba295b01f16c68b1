import { isAlias, isMap, isSeq } from 'yaml';
import type { Element, Path } from '../case/index.js';
import { locate } from '../language/index.js';
import { type Refusal, refuse } from './refusal.js';
import type { Texts } from './texts.js';

/**
 * Adds an id to the support of an element. `undeveloped: true` is replaced in its place, and so put back when the last
 * support is taken away again.
 */
export function addSupport(texts: Texts, { origin, id }: Element, added: string): Refusal | undefined {
  const { file, path } = origin;
  const key: Path = [...path, 'supportedBy'];
  const found = locate(texts.open(file), key);
  if (found === undefined) {
    const open: Path = [...path, 'undeveloped'];
    if (locate(texts.open(file), open) === undefined) {
      return texts.change(file, { kind: 'insert', path, key: 'supportedBy', value: [added] });
    }
    return (
      texts.change(file, { kind: 'renameKey', path: open, key: 'supportedBy' }) ??
      texts.change(file, { kind: 'set', path: key, value: [added] })
    );
  }
  const { node } = found;
  if (isSeq(node) || node === null) return texts.change(file, { kind: 'append', path: key, value: added });
  if (isMap(node) || isAlias(node)) {
    return refuse(`what supports ${id} is written in place`, 'Write its support as a list first: supportedBy: [ … ].');
  }
  return texts.change(file, { kind: 'set', path: key, value: [String((node as { source?: string }).source), added] });
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
