import { type Document, isMap, isScalar, isSeq, type Pair, type ParsedNode, type YAMLMap } from 'yaml';
import type { Path, SourceRange } from '../case/index.js';
import { composeYaml } from './compose.js';
import { type LineTable, lineTable } from './lines.js';

/** A text with its YAML tree, for those who change it. Offsets are UTF-16 units of `text`, which is kept as it is. */
export interface TextDocument {
  readonly file: string;
  readonly text: string;
  readonly lines: LineTable;
  /** The first YAML document of the text, source tokens kept; its `errors` may be non-empty. Null where it is too deep or too large. */
  readonly yaml: Document.Parsed<ParsedNode> | null;
  /** Line ending of most lines. */
  readonly eol: '\n' | '\r\n';
}

/** Opens any text; never throws. */
export function openDocument(file: string, text: string): TextDocument {
  const composed = composeYaml(text, true);
  const lines = lineTable(file, text);
  return {
    file,
    text,
    lines,
    yaml: composed.kind === 'composed' ? (composed.documents[0] ?? null) : null,
    eol: lineEndOf(text),
  };
}

/** The line ending of most lines. */
export function lineEndOf(text: string): TextDocument['eol'] {
  const [crlf, lines] = ['\r\n', '\n'].map((end) => text.split(end).length - 1);
  return crlf! * 2 > lines! ? '\r\n' : '\n';
}

/** What stands at a path. */
export interface Located {
  /** The value; null where the key has none. */
  readonly node: ParsedNode | null;
  /** The pair whose value it is; absent in a list and at the root. */
  readonly pair?: Pair<ParsedNode, ParsedNode | null>;
  /** The collection that holds it; absent at the root. */
  readonly parent?: ParsedNode;
  /** Index of the pair or item in `parent.items`. */
  readonly index: number;
}

/** Walks a path from the root; undefined where a step does not exist. Where a key stands twice, the first counts. */
export function locate(document: TextDocument, path: Path): Located | undefined {
  let at: Located = { node: document.yaml?.contents ?? null, index: 0 };
  for (const step of path) {
    const next = child(at.node, step);
    if (next === undefined) return undefined;
    at = next;
  }
  return at;
}

function child(parent: ParsedNode | null, step: string | number): Located | undefined {
  if (isMap(parent)) {
    const index = keyIndex(parent).get(String(step));
    if (index === undefined) return undefined;
    const pair = parent.items[index] as Pair<ParsedNode, ParsedNode | null>;
    return { node: pair.value, pair, parent: parent as ParsedNode, index };
  }
  if (isSeq(parent)) {
    const index = Number(step);
    const node = parent.items[index];
    return node === undefined ? undefined : { node: node as ParsedNode, parent: parent as ParsedNode, index };
  }
  return undefined;
}

/** Key → index per map, made at its first look-up: walks to siblings are then constant time. */
const keyIndices = new WeakMap<object, ReadonlyMap<string, number>>();

function keyIndex(map: YAMLMap<unknown, unknown>): ReadonlyMap<string, number> {
  const known = keyIndices.get(map);
  if (known !== undefined) return known;
  const index = new Map<string, number>();
  map.items.forEach((pair, at) => {
    const key = keyText(pair.key);
    if (key !== undefined && !index.has(key)) index.set(key, at);
  });
  keyIndices.set(map, index);
  return index;
}

/** A key as the text has it (`1` stays `1`); undefined for keys that are not scalars. */
export function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  return key.source ?? String(key.value);
}

/** Range of a node in the text, without its trailing comment. */
export function nodeRange(document: TextDocument, node: ParsedNode): SourceRange {
  return document.lines.range(node.range[0], node.range[1]);
}
