import { type CST, isMap, isSeq, type Pair, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import { beforeBreak, columnOf, firstOnLine, lineKind, lineStart, nextLine, skipDeeperComments } from './text.js';

export type Collection = YAMLMap.Parsed | YAMLSeq.Parsed;

/** A map pair or list item as the text has it; offsets into the text. */
export interface Entry {
  /** First character: the dash, an anchor or tag before the key, or the key (in flow: the value of a list item). */
  readonly start: number;
  /** Where the key's text ends; for pairs only. */
  readonly keyEnd?: number;
  /** After the colon or dash and the anchors behind it; absent where a flow pair has no colon, or a flow item no anchor. */
  readonly after?: number;
  /** After the last character of the value, or of the entry where it has none. A block scalar ends with its line break. */
  readonly end: number;
  readonly node: ParsedNode | null;
  /** The value's token; absent where there is none. */
  readonly value?: CST.Token;
  readonly anchor?: string;
  /** Has a `!tag`: its text is not all that gives it its value. */
  readonly tagged: boolean;
  /** Has `?` before its key. */
  readonly explicit: boolean;
  /** `a: 1` as an item of `[ ]`: a map without braces. */
  readonly wrapped: boolean;
  /** Commas before it (flow only): offset of the one that parts it from the entry before. */
  readonly comma?: number;
}

type Item = CST.BlockMap['items'][number] | CST.BlockSequence['items'][number] | CST.FlowCollection['items'][number];

/** The parser's items of a collection that hold something, in step with the tree's; undefined for `a: 1` inside `[ ]`. */
function tokenItems(collection: Collection): readonly Item[] | undefined {
  const token = collection.srcToken;
  if (token?.type === 'block-map' || token?.type === 'flow-collection' || token?.type === 'block-seq') {
    const items: readonly Item[] = token.items;
    const last = items.at(-1);
    // Comments after the last entry, or a comma, come as an item of their own.
    return items.length > collection.items.length && last !== undefined
      ? items.slice(0, collection.items.length)
      : items;
  }
  return undefined;
}

/** Whether the collection is written with brackets. */
export function isFlow(collection: Collection): boolean {
  return collection.flow === true;
}

/** Whether the collection has brackets or dashes of its own, so that it can grow and shrink. */
export function hasOwnToken(collection: Collection): boolean {
  return collection.srcToken !== undefined;
}

export function entryCount(collection: Collection): number {
  return collection.items.length;
}

export function entryAt(collection: Collection, index: number): Entry {
  const item = tokenItems(collection)?.[index];
  const source = collection.items[index] as Pair<ParsedNode, ParsedNode | null> | ParsedNode;
  const node = isMap(collection) ? (source as Pair<ParsedNode, ParsedNode | null>).value : (source as ParsedNode);
  return readEntry(item ?? pairToken(source), node, isFlow(collection), isSeq(collection));
}

function pairToken(source: unknown): Item {
  const token = (source as { srcToken?: Item }).srcToken;
  if (token === undefined) throw new Error('The document was opened without source tokens');
  return token;
}

function readEntry(item: Item, node: ParsedNode | null, flow: boolean, inList: boolean): Entry {
  const { start, key, sep, value } = item as CST.FlowCollection['items'][number];
  // `a: 1` inside `[ ]` is an item whose pair the tree wraps in a map of its own.
  const wrapped = inList && (key != null || sep !== undefined);
  const owner = inList && !wrapped ? start : (sep ?? []);
  const indicator = owner.find((token) => token.type === 'map-value-ind' || token.type === 'seq-item-ind');
  const anchor = wrapped ? undefined : owner.findLast((token) => token.type === 'anchor');
  const props = owner.filter((token) => token.type === 'anchor' || token.type === 'tag');
  const first = start.find((token) => !['space', 'newline', 'comment', 'comma'].includes(token.type));
  const last = value ?? props.at(-1) ?? indicator ?? key ?? start.at(-1);
  const valueEnd = value === undefined ? sourceEnd(last) : tokenEnd(value);
  const keep = anchor ?? indicator;
  return {
    start: first?.offset ?? key?.offset ?? value?.offset ?? sourceEnd(start.at(-1)),
    keyEnd: key == null ? undefined : tokenEnd(key),
    after: keep === undefined || wrapped ? undefined : sourceEnd(keep),
    end: valueEnd,
    node,
    value: wrapped ? undefined : value,
    anchor: anchor?.source.slice(1),
    tagged: props.some((token) => token.type === 'tag'),
    explicit: start.some((token) => token.type === 'explicit-key-ind') || (!inList && key == null),
    wrapped,
    comma: flow ? start.find((token) => token.type === 'comma')?.offset : undefined,
  };
}

function sourceEnd(token: CST.Token | undefined): number {
  if (token === undefined) return 0;
  return 'source' in token && token.type !== 'block-scalar' ? token.offset + token.source.length : tokenEnd(token);
}

/** After the last character of a value, without the comments and line breaks behind it. */
export function tokenEnd(token: CST.Token): number {
  switch (token.type) {
    case 'block-scalar':
      return blockScalarBody(token) + token.source.length;
    case 'flow-collection':
      return token.end.length === 0 ? token.offset + 1 : sourceEnd(token.end[0]);
    case 'block-map':
    case 'block-seq': {
      for (const item of (token.items as readonly Item[]).toReversed()) {
        const { start, key, sep, value } = item as CST.FlowCollection['items'][number];
        if (value !== undefined) return tokenEnd(value);
        const own = [...start, ...(sep ?? [])].filter((part) => !['space', 'newline', 'comment'].includes(part.type));
        const last = Math.max(...own.map(sourceEnd), key == null ? 0 : tokenEnd(key));
        if (last > 0) return last;
      }
      return token.offset;
    }
    case 'document':
    case 'error':
      return token.offset;
    default:
      return token.offset + token.source.length;
  }
}

/** After a token with all the space, comments and line breaks that the parser counts to it. */
export function fullEnd(token: CST.Token): number {
  if (token.type === 'block-map' || token.type === 'block-seq') {
    const { start, key, sep, value } = token.items.at(-1) as CST.FlowCollection['items'][number];
    if (value !== undefined) return fullEnd(value);
    return Math.max(sourceEnd((sep ?? start).at(-1)), key == null ? 0 : fullEnd(key));
  }
  const last = 'end' in token ? token.end?.at(-1) : undefined;
  return last === undefined ? tokenEnd(token) : sourceEnd(last);
}

/** Where the lines of a block scalar start, after its header line. */
export function blockScalarBody(token: CST.BlockScalar): number {
  const last = token.props.at(-1)!;
  return last.offset + ('source' in last ? last.source.length : 0);
}

/** The end of a value without the line break that a block scalar ends with. */
export function trimmedEnd(text: string, entry: Entry): number {
  return entry.value !== undefined && endsInBlockScalar(entry.value) ? beforeBreak(text, entry.end) : entry.end;
}

/** Whether the last thing in a value is a block scalar (that keeps blank lines: `|+`): lines after it may belong to it. */
export function endsInBlockScalar(token: CST.Token | undefined, which: 'any' | 'keeps' = 'any'): boolean {
  if (token?.type === 'block-scalar') {
    return (
      which === 'any' || token.props.some((part) => part.type === 'block-scalar-header' && part.source.includes('+'))
    );
  }
  if (token?.type !== 'block-map' && token?.type !== 'block-seq') return false;
  for (const item of (token.items as readonly Item[]).toReversed()) {
    const { start, key, sep, value } = item as CST.FlowCollection['items'][number];
    if (value !== undefined) return endsInBlockScalar(value, which);
    if (key != null || sep !== undefined || start.some((part) => part.type === 'seq-item-ind')) return false;
  }
  return false;
}

/** Column of a block collection: of its first key or dash. */
export function columnOfBlock(text: string, collection: Collection): number {
  return columnOf(text, entryAt(collection, 0).start);
}

/**
 * After the lines of a block entry: its value, the comment behind it, and comments below that stand deeper than it.
 * Either the start of a line or the end of the text.
 */
export function extentEnd(text: string, entry: Entry, column: number): number {
  const atLineStart = entry.value !== undefined && endsInBlockScalar(entry.value) && text[entry.end - 1] === '\n';
  return skipDeeperComments(text, atLineStart ? entry.end : nextLine(text, entry.end), column);
}

/** Start of the unbroken comment lines directly above a block entry that is first on its line; not before `floor`. */
export function leadStart(text: string, entry: Entry, floor: number): number {
  let at = lineStart(text, entry.start);
  if (!firstOnLine(text, entry.start)) return entry.start;
  while (at > floor && at > 0) {
    const above = lineStart(text, at - 1);
    if (above < floor || above === at || lineKind(text, above).kind !== 'comment') break;
    at = above;
  }
  return at;
}
