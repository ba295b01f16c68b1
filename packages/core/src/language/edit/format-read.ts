import { type CST, Parser } from 'yaml';
import type { TextDocument } from '../document.js';
import { type Refusal, refuse } from './change.js';
import { blockScalarBody, fullEnd } from './entry.js';
import {
  blankAbove,
  claim,
  type Reader,
  readComment,
  readComments,
  takeLines,
  takeWaiting,
} from './format-comments.js';
import {
  type FormatCollection,
  type FormatDocument,
  type FormatEntry,
  type FormatValue,
  isCollection,
} from './format-tree.js';
import { maxKeyLength } from './scalar.js';
import { columnOf, firstOnLine, lineEnd, lineKind, nextLine } from './text.js';

type Item = CST.FlowCollection['items'][number];

/** Reads valid YAML for printing, or says what in it has no place in a case. */
export function readForFormat(document: TextDocument): FormatDocument | Refusal {
  const { text } = document;
  const reader: Reader = { text, waiting: [], naming: text.includes('&') };
  const head: string[] = [];
  const token = document.yaml?.contents?.srcToken;
  readHead(reader, token === undefined ? text : text.slice(0, token.offset), head);
  const root = token === undefined ? undefined : readRoot(reader, token, head);
  if (token?.type === 'flow-collection') readComments(reader, token);
  if (token !== undefined) readFoot(reader, fullEnd(token));
  if (reader.problem !== undefined) return refuse(reader.problem);
  if (root === undefined) return { head: [...head, ...takeWaiting(reader)] };
  // What is left belongs to the last things of the text, by its indentation.
  const all = { ...newEntry(reader), value: { ...root, column: 0 } };
  claim(reader, -1, all);
  root.foot.push(...all.under, ...takeWaiting(reader));
  return { head, root };
}

/** What stands before the first section: comments and `---`. */
function readHead(reader: Reader, head: string, into: string[]): void {
  for (const token of new Parser().parse(head)) {
    if (token.type === 'comment') readComment(reader, token);
    else if (token.type === 'directive') reader.problem = 'directives (%) have no place in a case';
    else if (token.type !== 'document') continue;
    else {
      for (const part of [...token.start, ...(token.end ?? [])]) {
        if (part.type === 'comment') readComment(reader, part);
        else if (part.type === 'doc-start') into.push(...takeWaiting(reader), '---');
        else if (part.type === 'anchor' || part.type === 'tag')
          reader.problem = 'the text as a whole has an anchor or a tag';
      }
    }
  }
}

/** What stands after the last section: comments. */
function readFoot(reader: Reader, from: number): void {
  const { text } = reader;
  for (let at = from; at < text.length; at = nextLine(text, at)) {
    const { kind, indent } = lineKind(text, at);
    if (kind === 'comment')
      readComment(reader, {
        type: 'comment',
        offset: at + indent,
        indent,
        source: text.slice(at + indent, lineEnd(text, at)),
      });
    else if (kind === 'content') reader.problem = 'the text has several parts';
  }
}

function readRoot(reader: Reader, token: CST.Token, head: string[]): FormatCollection | undefined {
  const empty = token.type === 'flow-collection' && token.items.length === 0;
  const lastBlank = reader.waiting.findLastIndex((comment) => comment.blankAbove);
  const count = empty || blankAbove(reader.text, token.offset) ? reader.waiting.length : lastBlank;
  // Comments before a blank line speak about the text, those right above the first section about it.
  if (count > 0) head.push(...takeLines(reader.waiting.splice(0, count)));
  const value = readValue(reader, token);
  if (isCollection(value)) return value;
  reader.problem = 'the text is not a map of sections';
  return undefined;
}

function readValue(reader: Reader, token: CST.Token): FormatValue {
  switch (token.type) {
    case 'block-map':
    case 'block-seq':
      return readBlock(reader, token);
    case 'flow-collection':
      return readFlow(reader, token);
    case 'block-scalar':
      return readBlockScalar(reader, token);
    case 'alias':
      reader.last?.aliases.add(token.source.slice(1));
      return { kind: 'scalar', lines: [token.source] };
    case 'scalar':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      return token.source === '' ? { kind: 'none' } : { kind: 'scalar', lines: scalarLines(token.source) };
    default:
      reader.problem = 'the text is not valid YAML';
      return { kind: 'none' };
  }
}

/** Space around the line breaks of a scalar means nothing, unless it is escaped. */
function scalarLines(source: string): string[] {
  const lines = source.split(/\r?\n/);
  return lines.map((line, at) => {
    const start = at === 0 ? line : line.trimStart();
    return at === lines.length - 1 ? start : start.replace(/(?<!\\)[ \t]+$/, '');
  });
}

function readBlockScalar(reader: Reader, token: CST.BlockScalar): FormatValue {
  const header = (token.props[0] as CST.SourceToken).source;
  for (const part of token.props) if (part.type === 'comment') readComment(reader, part);
  const keep = header.includes('+');
  const digit = Number(/[1-9]/.exec(header)?.[0] ?? 0);
  const source = reader.text.slice(blockScalarBody(token), blockScalarBody(token) + token.source.length);
  const lines = source.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const indent = digit > 0 ? token.indent + digit : contentIndent(lines);
  const bare = lines.map((line) => line.slice(Math.min(indent, line.length - line.trimStart().length)));
  while (!keep && bare.at(-1) === '') bare.pop();
  return { kind: 'block scalar', header: header.replace(/[1-9]/, '2'), lines: bare, keep };
}

function contentIndent(lines: readonly string[]): number {
  const first = lines.find((line) => line.trim() !== '');
  if (first !== undefined) return first.length - first.trimStart().length;
  return Math.max(0, ...lines.map((line) => line.length));
}

function readBlock(reader: Reader, token: CST.BlockMap | CST.BlockSequence): FormatCollection {
  const kind = token.type === 'block-map' ? 'map' : 'list';
  const column = columnOf(reader.text, token.offset);
  const collection: FormatCollection = { kind, flow: false, column, entries: [], foot: [] };
  for (const item of token.items) readItem(reader, collection, item as Item);
  return collection;
}

function readFlow(reader: Reader, token: CST.FlowCollection): FormatCollection {
  const kind = token.start.type === 'flow-map-start' ? 'map' : 'list';
  const collection: FormatCollection = { kind, flow: true, column: -1, entries: [], foot: [] };
  for (const item of token.items) readItem(reader, collection, item);
  collection.foot.push(...takeWaiting(reader));
  return collection;
}

/** Shared by all entries of a text without anchors. */
const noNames = new Set<string>();

function newEntry(reader: Reader): FormatEntry {
  const [anchors, aliases] = reader.naming ? [new Set<string>(), new Set<string>()] : [noNames, noNames];
  return { lead: [], props: '', value: { kind: 'none' }, under: [], anchors, aliases };
}

function readItem(reader: Reader, into: FormatCollection, item: Item): void {
  const entry = newEntry(reader);
  const wrapped = into.kind === 'list' && (item.key != null || item.sep !== undefined);
  const keyProps: string[] = [];
  let open = false;
  const start = (offset: number) => {
    if (!open) openEntry(reader, into, entry, offset);
    open = true;
  };
  for (const part of item.start) {
    if (part.type === 'comment') readComment(reader, part);
    if (part.type === 'seq-item-ind' || part.type === 'explicit-key-ind') start(part.offset);
    if (part.type !== 'anchor' && part.type !== 'tag') continue;
    start(part.offset);
    keyProps.push(part.source);
    if (part.type === 'anchor') entry.anchors.add(part.source.slice(1));
  }
  if (item.key == null && item.sep === undefined && item.value === undefined && !open) return;
  start(item.key?.offset ?? item.value?.offset ?? 0);
  if (wrapped) readWrapped(reader, entry, item);
  else {
    if (into.kind === 'list') entry.props = keyProps.join(' ');
    else readKey(reader, entry, item.key, keyProps);
    readOwned(reader, entry, item);
  }
  into.entries.push(entry);
}

/** `a: 1` inside `[ ]` is a map of one pair. */
function readWrapped(reader: Reader, entry: FormatEntry, item: Item): void {
  const map: FormatCollection = { kind: 'map', flow: true, column: -1, entries: [], foot: [] };
  const props = item.start.filter((part) => part.type === 'anchor' || part.type === 'tag');
  readItem(reader, map, { ...item, start: props });
  entry.lead.push(...map.entries[0]!.lead.splice(0).filter((line) => line !== ''));
  addNames(entry, map.entries[0]!);
  entry.value = map;
}

function addNames(entry: FormatEntry, nested: FormatEntry): void {
  for (const name of nested.anchors) entry.anchors.add(name);
  for (const name of nested.aliases) entry.aliases.add(name);
}

function openEntry(reader: Reader, into: FormatCollection, entry: FormatEntry, offset: number): void {
  if (into.flow) entry.lead.push(...takeWaiting(reader));
  else claim(reader, into.column, into.entries.at(-1));
  entry.lead.push(...takeWaiting(reader));
  if (firstOnLine(reader.text, offset) && blankAbove(reader.text, offset)) entry.lead.push('');
  reader.last = entry;
}

function readKey(
  reader: Reader,
  entry: FormatEntry,
  key: CST.Token | null | undefined,
  props: readonly string[],
): void {
  if (key == null || !['scalar', 'alias', 'single-quoted-scalar', 'double-quoted-scalar'].includes(key.type)) {
    reader.problem = 'a key is not a text on one line';
    return;
  }
  const { source } = key as CST.FlowScalar;
  if (source.includes('\n') || source.length > maxKeyLength) reader.problem = 'a key is not a text on one line';
  if (key.type === 'alias') entry.aliases.add(source.slice(1));
  entry.key = [...props, key.type === 'alias' ? `${source} ` : source].join(' ');
  entry.name = key.type === 'scalar' ? source : source.slice(1, -1);
  readComments(reader, key as CST.FlowScalar);
}

function readOwned(reader: Reader, entry: FormatEntry, item: Item): void {
  const props: string[] = [];
  for (const part of item.sep ?? []) {
    if (part.type === 'comment') readComment(reader, part);
    if (part.type === 'anchor') entry.anchors.add(part.source.slice(1));
    if (part.type === 'anchor' || part.type === 'tag') props.push(part.source);
  }
  if (props.length > 0) entry.props = props.join(' ');
  if (item.value === undefined) return;
  entry.value = readValue(reader, item.value);
  if (reader.naming && isCollection(entry.value)) for (const one of entry.value.entries) addNames(entry, one);
  reader.last = entry;
  readComments(reader, item.value as { end?: CST.SourceToken[] } & CST.Token);
}
