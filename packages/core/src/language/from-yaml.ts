import { isAlias, isMap, isScalar, isSeq, type ParsedNode, Scalar } from 'yaml';
import { type AnchorWatch, anchors } from './anchors.js';
import { composeYaml, maxDepth } from './compose.js';
import { plainValue } from './scalar.js';
import { quoted, report, type Source } from './source.js';
import { type Entry, forbiddenKey, type MapNode, type ScalarNode, type TextNode } from './tree.js';
import { explainYamlErrors } from './yaml-errors.js';

/**
 * The tree of a text, by the YAML library; everything that is wrong with the YAML is reported on the way. Undefined
 * where there is no tree worth looking at. `gaveUpAt` is where the quick way stopped, for texts that are too large.
 */
export function fromYaml(source: Source, gaveUpAt = 0): TextNode | undefined {
  const composed = composeYaml(source.text);
  if (composed.kind === 'too deep') {
    const message = `The text nests deeper than ${maxDepth} levels here, and at most ${maxDepth} are read.`;
    report(source, 'too-deep', { start: composed.at, end: composed.at + 1 }, message);
    return undefined;
  }
  if (composed.kind === 'too large') {
    const at = { start: gaveUpAt, end: gaveUpAt };
    const message = 'A text of this size is read only in plain YAML, and here is something else, or a fault.';
    const hint = 'Mend this place, or split the case into several files.';
    report(source, 'file-too-large', at, message, { hint });
    return undefined;
  }
  const { documents } = composed;
  const [document, second] = documents;
  if (document === undefined) return undefined;
  if (second !== undefined) {
    const start = second.range[0];
    const message = 'A second YAML document starts here (`---`), and a file of a case is one document.';
    report(source, 'multiple-documents', { start, end: start }, message, { hint: 'Make it a file of its own.' });
  }
  const { version, explicit } = document.directives.yaml;
  if (explicit === true && version !== '1.2') {
    report(source, 'yaml-version', { start: 0, end: 0 }, `The text asks for YAML ${version}, expected 1.2.`);
  }
  if (document.errors.length > 0) {
    explainYamlErrors(source, document.errors, lastScalar(document.contents));
    return undefined;
  }
  const watch = anchors(source);
  const root = convert(source, document.contents, watch, 0, 0);
  return watch.finish() ? undefined : root;
}

/** Where the last scalar of a tree starts: where a quote was not closed, that is the one. */
function lastScalar(node: ParsedNode | null): number | undefined {
  let at: unknown = node;
  while (isMap(at) || isSeq(at)) {
    const last = at.items.at(-1) as { readonly key?: unknown; readonly value?: unknown } | undefined;
    at = isMap(at) ? (last?.value ?? last?.key) : last;
  }
  return isScalar(at) ? at.range?.[0] : undefined;
}

/** `depth` is the number of maps and lists around the node, and `at` the place of one that is not there. */
function convert(source: Source, node: ParsedNode | null, watch: AnchorWatch, at: number, depth: number): TextNode {
  watch.count();
  if (node === null) return { kind: 'scalar', value: null, plain: true, start: at, end: at };
  if (isAlias(node)) return watch.alias(node.source, { start: node.range[0], end: node.range[1] }, depth);
  const leave = watch.enter(node);
  if (node.tag !== undefined) reportTag(source, node);
  const made = convertKind(source, node, watch, depth);
  leave(made);
  return made;
}

function convertKind(
  source: Source,
  node: Exclude<ParsedNode, { source: string; resolve: unknown }>,
  watch: AnchorWatch,
  depth: number,
): TextNode {
  const [start, end] = node.range ?? [0, 0];
  if (isMap(node)) return convertMap(source, node as never, watch, depth);
  if (isSeq(node)) {
    const items = node.items.map((item) => convert(source, item as ParsedNode, watch, start, depth + 1));
    const flow = node.flow === true;
    return { kind: 'list', flow, items, start, end: flow ? end : (items.at(-1)?.end ?? end) };
  }
  return convertScalar(source, node as Scalar.Parsed);
}

function convertScalar(source: Source, node: Scalar.Parsed): ScalarNode {
  const [start, end] = node.range;
  const plain = node.type === Scalar.PLAIN;
  const text = node.source;
  const block = node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL;
  return {
    kind: 'scalar',
    value: plain ? plainValue(text) : text,
    plain,
    start,
    end: block ? trimmedEnd(source.text, start, end) : end,
  };
}

/** The end of a block of text without the line ends that belong to it. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && ' \n\r'.includes(text[at - 1]!)) at -= 1;
  return at;
}

function convertMap(
  source: Source,
  node: { items: { key: ParsedNode; value: ParsedNode | null }[]; flow?: boolean; range: [number, number, number] },
  watch: AnchorWatch,
  depth: number,
): MapNode {
  const entries: Entry[] = [];
  const seen = new Map<string, Entry>();
  for (const pair of node.items) {
    const key = convertKey(source, pair.key, watch);
    const [keyStart, keyEnd] = pair.key.range;
    const value = convert(source, pair.value, watch, keyEnd, depth + 1);
    if (key === undefined) continue;
    // A value that is not there has no place of its own: its key stands for it.
    const empty = value.kind === 'scalar' && value.value === null && value.start === value.end;
    const entry = { key, keyStart, keyEnd, value: empty ? { ...value, start: keyStart, end: keyEnd } : value };
    const first = seen.get(key);
    if (first === undefined) seen.set(key, entry);
    else reportDuplicate(source, first, entry);
    entries.push(entry);
  }
  const flow = node.flow === true;
  const [start, end] = node.range;
  return { kind: 'map', flow, entries, start, end: flow ? end : (entries.at(-1)?.value.end ?? end) };
}

function convertKey(source: Source, node: ParsedNode, watch: AnchorWatch): string | undefined {
  const [start, end] = node.range;
  if (!isScalar(node)) {
    report(source, 'bad-key', { start, end }, 'A key must be plain text, but here it is a list, a map or an alias.');
    return undefined;
  }
  if (node.anchor !== undefined) watch.enter(node)(convertScalar(source, node));
  if (node.tag !== undefined) reportTag(source, node);
  const key = node.source;
  if (key === '' && node.type === Scalar.PLAIN) {
    report(source, 'bad-key', { start, end: end + 1 }, 'A key is missing before `:`.');
    return undefined;
  }
  if (key === forbiddenKey) {
    report(source, 'bad-key', { start, end }, `\`${forbiddenKey}\` may not be used as a key.`);
    return undefined;
  }
  if (key === '<<' && node.type === Scalar.PLAIN) {
    watch.mergeKey({ start, end });
    return undefined;
  }
  return key;
}

function reportDuplicate(source: Source, first: Entry, second: Entry): void {
  const range = source.lines().range(first.keyStart, first.keyEnd);
  const message = `The key \`${second.key}\` stands twice in this map: first in line ${range.start.line}.`;
  report(source, 'duplicate-key', { start: second.keyStart, end: second.keyEnd }, message, {
    hint: 'Remove one of them, or rename it.',
    related: [{ message: 'First here', range }],
  });
}

function reportTag(source: Source, node: { range?: readonly number[] | null; type?: unknown }): void {
  const [start = 0, end = 0] = node.range ?? [];
  const lineStart = source.text.lastIndexOf('\n', start - 1) + 1;
  const bang = source.text.lastIndexOf('!', start);
  const at = bang >= lineStart ? bang : start;
  if (node.type === Scalar.PLAIN) {
    const message = 'A text that starts with `!` is read by YAML as a tag; put it in quotes.';
    const fix = { start: at, end, text: quoted(source.text.slice(at, end)) };
    report(source, 'leading-indicator', { start: at, end }, message, { fix });
  } else {
    report(source, 'tag', { start: at, end: Math.max(at + 1, start) }, 'YAML tags (`!name`) are not read.', {
      hint: 'Remove the tag.',
    });
  }
}
