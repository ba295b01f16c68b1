import { isMap, isScalar, isSeq, type ParsedNode, type Scalar } from 'yaml';
import type { Path } from '../../case/index.js';
import { keyText, openDocument } from '../document.js';

/** Where in the data an offset of a text is. */
export interface PlaceAt {
  /** To the collection that the key stands in, or to the value itself. */
  readonly path: Path;
  readonly at: 'key' | 'value';
  /** What stands there already, up to the offset. */
  readonly prefix: string;
  /** Keys that the collection has besides. */
  readonly siblings: readonly string[];
  /** In brackets or braces. */
  readonly flow: boolean;
}

/** A word that no case has. */
const marker = 'q8mark7here';
const wordBefore = /[\p{L}\p{N}_.@-]*$/u;
const wordAfter = /^[\p{L}\p{N}_.@-]*/u;

/**
 * The place of an offset, found by reading the text with a word of its own put there: so a text that is half written, as
 * texts are while somebody writes, is read as it will be. Nothing where that word is in a comment or in longer text.
 */
export function placeAt(text: string, offset: number): PlaceAt | undefined {
  const prefix = wordBefore.exec(text.slice(0, offset))![0];
  const start = offset - prefix.length;
  const end = offset + wordAfter.exec(text.slice(offset))![0].length;
  const rest = text.slice(end);
  const opened = openBrackets(text.slice(0, start));
  for (const closing of ['', opened]) {
    const { yaml } = openDocument('', `${text.slice(0, start)}${marker}${closing}${rest}`);
    const found = yaml === null ? undefined : find(yaml.contents, [], false);
    if (found !== undefined) return { ...found, prefix };
    if (opened === '') return undefined;
  }
  return undefined;
}

/** What closes the brackets that the last line of a text leaves open. */
function openBrackets(text: string): string {
  let closing = '';
  let quote = '';
  for (const one of text.slice(text.lastIndexOf('\n') + 1)) {
    if (quote !== '') quote = one === quote ? '' : quote;
    else if (one === '"' || one === "'") quote = one;
    else if (one === '[' || one === '{') closing = (one === '[' ? ']' : '}') + closing;
    else if (one === ']' || one === '}') closing = closing.slice(1);
  }
  return closing;
}

function find(node: ParsedNode | null, path: Path, flow: boolean): Omit<PlaceAt, 'prefix'> | undefined {
  if (isScalar(node)) return isMarker(node) ? { path, at: 'value', siblings: [], flow } : undefined;
  if (isMap(node)) {
    const inside = node.flow === true;
    for (const { key, value } of node.items) {
      const name = keyText(key);
      if (name === marker) {
        const siblings = node.items.flatMap((pair) => keyText(pair.key) ?? []).filter((one) => one !== marker);
        return { path, at: 'key', siblings, flow: inside };
      }
      const found = name === undefined ? undefined : find(value as ParsedNode | null, [...path, name], inside);
      if (found !== undefined) return found;
    }
  }
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      const found = find(item as ParsedNode, [...path, index], node.flow === true);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function isMarker({ value, source }: Scalar): boolean {
  return value === marker || source === marker;
}
