import {
  type FormatCollection,
  type FormatDocument,
  type FormatEntry,
  type FormatValue,
  isCollection,
} from './format-tree.js';
import { fileShape, rank, type Shape, shapeAt } from './shape.js';
import { lineWidth } from './value.js';

/** The lines of a formatted text. */
export function printDocument(document: FormatDocument): readonly string[] {
  const out: string[] = [];
  for (const line of document.head) out.push(line);
  const { root } = document;
  if (root === undefined) return tidy(out);
  if (document.head.length > 0 && document.head.at(-1) !== '---') out.push('');
  if (root.entries.length === 0) out.push(root.kind === 'map' ? '{}' : '[]');
  printEntries(root, 0, fileShape, out, root.kind === 'map');
  return tidy(out);
}

/** No blank lines at the start, and one line break at the end. */
function tidy(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line !== '');
  return first === -1 ? [] : lines.slice(first);
}

/** Says whether the last line belongs to a text that would take in blank lines below. */
function printEntries(
  collection: FormatCollection,
  column: number,
  shape: Shape,
  out: string[],
  sections: boolean,
): boolean {
  const entries = collection.kind === 'map' ? inOrder(collection.entries, shape) : collection.entries;
  let kept = false;
  entries.forEach((entry, index) => {
    if (index > 0 && sections && !kept) pushBlank(out);
    printComments(index === 0 || sections || kept ? withoutBlanksAbove(entry.lead) : entry.lead, column, out);
    kept = printEntry(
      entry,
      column,
      collection.kind === 'list' ? (shape.items ?? {}) : shapeAt(shape, entry.name ?? ''),
      out,
    );
  });
  printComments(kept ? withoutBlanksAbove(collection.foot) : collection.foot, column, out);
  return kept && collection.foot.length === 0;
}

function withoutBlanksAbove(lead: readonly string[]): readonly string[] {
  const first = lead.findIndex((line) => line !== '');
  return first === -1 ? [] : lead.slice(first);
}

/** One blank line, unless the last one looks blank already: it may be part of a text. */
function pushBlank(out: string[]): void {
  if (out.length > 0 && out.at(-1)!.trim() !== '') out.push('');
}

function printComments(lines: readonly string[], column: number, out: string[]): void {
  for (const line of lines) {
    if (line === '') pushBlank(out);
    else out.push(' '.repeat(column) + line);
  }
}

function printEntry(entry: FormatEntry, column: number, shape: Shape, out: string[]): boolean {
  const label = ' '.repeat(column) + (entry.key === undefined ? '-' : `${entry.key}:`);
  const { value } = entry;
  const inline = inlineText(entry, label.length + 1);
  let kept = value.kind === 'block scalar' && value.keep;
  if (inline !== undefined || !isCollection(value)) {
    printScalar(entry, inline ?? value, label, column, out);
    if (isCollection(value)) printComments(value.foot, column + 2, out);
  } else if (entry.key === undefined && entry.props === '') kept = printCompact(entry, value, column, shape, out);
  else {
    out.push(withProps(label, entry) + (entry.trail ?? ''));
    kept = printEntries(value, column + 2, shape, out, false);
  }
  printComments(entry.under, column + 2, out);
  return kept && entry.under.length === 0;
}

function withProps(label: string, entry: FormatEntry): string {
  return entry.props === '' ? label : `${label} ${entry.props}`;
}

/** A map or list behind a dash: its first entry stands on the line of the dash, comments above them both. */
function printCompact(
  entry: FormatEntry,
  value: FormatCollection,
  column: number,
  shape: Shape,
  out: string[],
): boolean {
  const indent = ' '.repeat(column);
  if (entry.trail !== undefined) out.push(indent + entry.trail.trimStart());
  const inner: string[] = [];
  const kept = printEntries(value, column + 2, shape, inner, false);
  const first = inner.findIndex((line) => line !== '' && !line.trimStart().startsWith('#'));
  printComments(
    inner.slice(0, first).map((line) => line.trimStart()),
    column,
    out,
  );
  out.push(`${indent}- ${inner[first]!.trimStart()}`);
  for (const line of inner.slice(first + 1)) out.push(line);
  return kept;
}

function printScalar(
  entry: FormatEntry,
  value: string | FormatValue,
  label: string,
  column: number,
  out: string[],
): void {
  const trail = entry.trail ?? '';
  const start = withProps(label, entry);
  const indent = ' '.repeat(column + 2);
  if (typeof value === 'string') out.push(`${start} ${value}${trail}`);
  else if (value.kind === 'scalar') {
    value.lines.forEach((line, index) => {
      const text = index === 0 ? `${start} ${line}` : line === '' ? '' : indent + line;
      out.push(index === value.lines.length - 1 ? text + trail : text);
    });
  } else if (value.kind === 'block scalar') {
    out.push(`${start} ${value.header}${trail}`);
    for (const line of value.lines) out.push(line === '' ? '' : indent + line);
  } else out.push(start + trail);
}

/** Empty collections, and short lists of scalars that were written in brackets: they stay on the line. */
function inlineText(entry: FormatEntry, from: number): string | undefined {
  const { value } = entry;
  if (!isCollection(value)) return undefined;
  if (value.entries.length === 0) return value.kind === 'map' ? '{}' : '[]';
  if (!value.flow || value.kind === 'map' || value.foot.length > 0 || !value.entries.every(isBare)) return undefined;
  const text = `[${value.entries.map(bareText).join(', ')}]`;
  const start = from + (entry.props === '' ? 0 : entry.props.length + 1);
  return start + text.length <= lineWidth ? text : undefined;
}

function isBare(entry: FormatEntry): boolean {
  const quiet = entry.lead.every((line) => line === '') && entry.trail === undefined && entry.under.length === 0;
  return quiet && entry.value.kind === 'scalar' && entry.value.lines.length === 1;
}

function bareText(entry: FormatEntry): string {
  const [text = ''] = entry.value.kind === 'scalar' ? entry.value.lines : [];
  return entry.props === '' ? text : `${entry.props} ${text}`;
}

/**
 * Entries in the order of their keys, unknown ones after. Entries that share the name of an anchor keep their order
 * among themselves, so that every alias still means what it meant.
 */
function inOrder(entries: readonly FormatEntry[], shape: Shape): readonly FormatEntry[] {
  if (shape.keys === undefined) return entries;
  const ranks = new Map(entries.map((entry) => [entry, rank(shape, entry.name ?? '')]));
  const sorted = entries.toSorted((a, b) => ranks.get(a)! - ranks.get(b)!);
  if (entries.every((entry) => entry.anchors.size === 0)) return sorted;
  const before = sharersBefore(entries);
  const done = new Set<FormatEntry>();
  for (const entry of sorted) {
    const stack = [entry];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const missing = before.get(top)?.find((other) => !done.has(other));
      if (missing !== undefined) stack.push(missing);
      else done.add(stack.pop()!);
    }
  }
  return [...done];
}

/** For each entry, the nearest earlier ones that hold a name that is anchored among these entries. */
function sharersBefore(entries: readonly FormatEntry[]): ReadonlyMap<FormatEntry, readonly FormatEntry[]> {
  const anchored = new Set(entries.flatMap((entry) => [...entry.anchors]));
  const latest = new Map<string, FormatEntry>();
  const before = new Map<FormatEntry, readonly FormatEntry[]>();
  for (const entry of entries) {
    const names = [...entry.anchors, ...entry.aliases].filter((name) => anchored.has(name));
    before.set(
      entry,
      names.flatMap((name) => latest.get(name) ?? []),
    );
    for (const name of names) latest.set(name, entry);
  }
  return before;
}
