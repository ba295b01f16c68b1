import type { XmlHandlers, XmlLimits, XmlPlace, XmlProblem } from './xml-types.js';

type Deed = (handlers: XmlHandlers) => XmlProblem | undefined;

const unusual = /[^\t\n\x20-\x7e]|&/;
const declaration = /^<\?xml version="1\.0"(?: encoding="(?:utf-8|UTF-8)")?\?>/;
const nameForm = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

/**
 * What is met in a document that is complete, well-formed and of the plainest kind: printable ASCII, no references, no CDATA,
 * no instructions, each tag on a line; nothing in any other. Most fault trees are of this kind, and are read in a few steps
 * per tag where the parser of all XML goes character by character. What it gives is what that parser gives, by test.
 */
export function plainXml(text: string, limits: XmlLimits): readonly Deed[] | undefined {
  if (unusual.test(text)) return undefined;
  const deeds: Deed[] = [];
  const open: string[] = [];
  const names = new Set<string>();
  const isName = (name: string): boolean => {
    if (names.has(name)) return true;
    if (!nameForm.test(name)) return false;
    names.add(name);
    return true;
  };
  let line = 1;
  let lineStart = 0;
  let at = declaration.exec(text)?.[0].length ?? 0;
  let ended = false;
  /** Where the parser says that it is when it has read up to there: one past its last character. */
  const placeAfter = (end: number): XmlPlace => ({ line, column: end - lineStart + 1 });
  const countLines = (from: number, end: number): void => {
    for (let next = text.indexOf('\n', from); next >= 0 && next < end; next = text.indexOf('\n', next + 1)) {
      line++;
      lineStart = next + 1;
    }
  };

  while (at < text.length) {
    const found = text.indexOf('<', at);
    const begin = found < 0 ? text.length : found;
    if (begin > at) {
      const words = text.slice(at, begin);
      if (words.includes('>') || words.length > limits.token) return undefined;
      countLines(at, begin);
      if (open.length > 0) {
        // The parser has read the `<` that ends a text.
        const place = placeAfter(begin + 1);
        deeds.push((handlers) => handlers.text?.(words, place));
      } else if (words.trim() !== '') return undefined;
      at = begin;
      continue;
    }
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('--', at + 4);
      if (end < 0 || text[end + 2] !== '>' || end - at > limits.token) return undefined;
      countLines(at, end);
      at = end + 3;
      continue;
    }
    const end = text.indexOf('>', at);
    const tag = text.slice(at + 1, end);
    if (end < 0 || tag.length > limits.token || /[<\n\t]/.test(tag)) return undefined;
    const place = placeAfter(end + 1);
    if (tag.startsWith('/')) {
      const name = tag.slice(1);
      if (open.pop() !== name) return undefined;
      deeds.push((handlers) => handlers.close(name, place));
      ended = open.length === 0;
    } else {
      const isEmpty = tag.endsWith('/');
      const inner = isEmpty ? tag.slice(0, -1) : tag;
      const space = inner.indexOf(' ');
      const name = space < 0 ? inner : inner.slice(0, space);
      const attributes = space < 0 ? none : attributesOf(inner, space, limits.attributes, isName);
      if (!isName(name) || attributes === undefined || ended || open.length >= limits.depth) return undefined;
      const begun = placeAfter(at);
      deeds.push((handlers) => handlers.open({ name, attributes, ...begun }));
      if (isEmpty) deeds.push((handlers) => handlers.close(name, place));
      else open.push(name);
      ended = open.length === 0;
    }
    at = end + 1;
  }
  return ended ? deeds : undefined;
}

const none: Readonly<Record<string, string>> = Object.freeze(Object.create(null));

/** The attributes of a tag from a space on; nothing where they are not plain, too many, or one is there twice. */
function attributesOf(
  tag: string,
  from: number,
  most: number,
  isName: (name: string) => boolean,
): Readonly<Record<string, string>> | undefined {
  const attributes: Record<string, string> = Object.create(null);
  let count = 0;
  for (let at = from; ; ) {
    if (at < tag.length && tag[at] !== ' ') return undefined;
    while (tag[at] === ' ') at++;
    if (at === tag.length) return attributes;
    const equals = tag.indexOf('="', at);
    const end = equals < 0 ? -1 : tag.indexOf('"', equals + 2);
    const name = tag.slice(at, equals);
    if (end < 0 || !isName(name) || Object.hasOwn(attributes, name) || ++count > most) return undefined;
    attributes[name] = tag.slice(equals + 2, end);
    at = end + 1;
  }
}
