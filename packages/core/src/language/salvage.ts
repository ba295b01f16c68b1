import type * as z from 'zod';
import { nearest, type Path } from '../case/index.js';
import { closest, dataAt, type Issue, pathOf, withoutEchoes } from './issues.js';
import { listedIds, takesIds } from './listed-ids.js';
import { keysOf, optionsOf, type Schema, schemaAt, takes } from './schema-words.js';
import { type Entry, entryOf, type MapNode, type Plain, type TextNode, toPlain, walk } from './tree.js';

/** What is left of a value that did not keep to its schema. */
export interface Salvaged {
  readonly node: TextNode;
  /** Where something was taken out of it, or was read as what was meant; paths in the value as it stands. */
  readonly mended: readonly Mended[];
}

export interface Mended {
  readonly path: Path;
  /** It is gone; otherwise it was read as what was meant. */
  readonly gone: boolean;
}

/** A mended value may show further faults; after so many rounds it is given up. */
const mostRounds = 8;

/** Faults of one value that are worked around; with more there is hardly anything left of what was meant. */
const mostFaults = 500;

/** What an element says whose text could not be read. */
const unread = '?';

/**
 * A value without what its schema does not take, so that the rest can be looked at: faulty keys and items are taken out,
 * mistyped keys and ids with commas between are read as they were meant. Undefined where nothing is left.
 */
export function salvage(schema: z.ZodType, value: TextNode): Salvaged | undefined {
  let node = value;
  const mended: Mended[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const data = toPlain(node);
    const result = schema.safeParse(data);
    if (result.success) return { node, mended };
    const changes = changesFor(schema, data, node, [], withoutEchoes(result.error.issues));
    const next = changes.length > mostFaults ? undefined : changed(node, changes, 0);
    if (next === undefined) return undefined;
    node = next;
    for (const change of changes) {
      const about = change.kind === 'rename' ? [...change.path, change.key] : change.path;
      // After the first round items may have moved: the value as a whole stands for them.
      mended.push({ path: round === 0 ? about : about.slice(0, 1), gone: change.kind === 'cut' });
    }
  }
  return undefined;
}

/** What is done at a path: something goes, a key of a map gets another name, a map gets a text, a value becomes a list. */
type Change = { readonly path: Path } & (
  | { readonly kind: 'cut' }
  | { readonly kind: 'rename'; readonly key: string; readonly to: string }
  | { readonly kind: 'text' }
  | { readonly kind: 'list'; readonly list: TextNode }
);

function changesFor(
  schema: Schema,
  data: Plain,
  node: TextNode,
  at: Path,
  issues: readonly Issue[],
): readonly Change[] {
  return issues.flatMap((issue) => changeFor(schema, data, node, at, issue));
}

/** `at` leads to where `schema`, `data` and `node` belong. */
function changeFor(schema: Schema, data: Plain, node: TextNode, at: Path, issue: Issue): readonly Change[] {
  const path = pathOf(issue);
  const here = [...at, ...path];
  const found = walk(node, path);
  if (found.found < path.length) return [missing(here)];
  if (issue.code === 'unrecognized_keys') {
    if (issue.keys.length > mostFaults) return [{ kind: 'cut', path: here }];
    return issue.keys.map((key) => unknownKey(here, key, schemaAt(schema, path, data), found.node));
  }
  const list = issue.code === 'custom' && takesIds(here) ? idsIn(found.node) : undefined;
  if (list !== undefined) return [{ kind: 'list', path: here, list }];
  if (issue.code === 'invalid_union' && issue.discriminator === undefined) {
    const value = dataAt(data, path);
    const same = optionsOf(schemaAt(schema, path, data)).filter((option) => takes(option, value));
    if (same.length > 0) {
      const best = closest(same, value);
      return changesFor(best.option, value as Plain, found.node, here, withoutEchoes(best.issues));
    }
  }
  return [{ kind: 'cut', path: here }];
}

/** Only a text that is missing can be made up for; else the map that should have the key has no meaning. */
function missing(path: Path): Change {
  return { kind: path.at(-1) === 'text' ? 'text' : 'cut', path: path.slice(0, -1) };
}

function unknownKey(path: Path, key: string, schema: Schema | undefined, map: TextNode): Change {
  const to = map.kind === 'map' ? meant(key, schema, map) : undefined;
  return to === undefined ? { kind: 'cut', path: [...path, key] } : { kind: 'rename', path, key, to };
}

function meant(key: string, schema: Schema | undefined, map: MapNode): string | undefined {
  const value = entryOf(map, key)?.value;
  // A piece of text that a comma cut off.
  if (value === undefined || (value.kind === 'scalar' && value.value === null)) return undefined;
  const absent = keysOf(schema).filter((name) => entryOf(map, name) === undefined);
  return nearest(key, absent);
}

/** `G1, G2` as the list that was meant. */
function idsIn(node: TextNode): TextNode | undefined {
  const ids = node.kind === 'scalar' && typeof node.value === 'string' ? listedIds(node.value) : undefined;
  if (ids === undefined) return undefined;
  const { start, end } = node;
  const items = ids.map((value): TextNode => ({ kind: 'scalar', value, plain: false, start, end }));
  return { kind: 'list', flow: true, items, start, end };
}

/** The tree with all changes made, or undefined where nothing is left of it; `depth` steps of their paths lead to it. */
function changed(node: TextNode, changes: readonly Change[], depth: number): TextNode | undefined {
  const here = changes.filter(({ path }) => path.length === depth);
  if (here.some(({ kind }) => kind === 'cut')) return undefined;
  const list = here.find((change) => change.kind === 'list');
  if (list !== undefined) return list.list;
  const below = new Map<string, Change[]>();
  for (const change of changes) {
    if (change.path.length === depth) continue;
    const step = String(change.path[depth]);
    const same = below.get(step);
    if (same === undefined) below.set(step, [change]);
    else same.push(change);
  }
  const inside = (step: string, value: TextNode): TextNode | undefined => {
    const own = below.get(step);
    return own === undefined ? value : changed(value, own, depth + 1);
  };
  if (node.kind === 'list') {
    return { ...node, items: node.items.flatMap((item, index) => inside(String(index), item) ?? []) };
  }
  if (node.kind === 'scalar') return node;
  const entries = node.entries.flatMap((entry): Entry[] => {
    const value = inside(entry.key, entry.value);
    return value === undefined ? [] : [{ ...entry, value }];
  });
  return withText({ ...node, entries: renamed(entries, here) }, here);
}

function renamed(entries: readonly Entry[], changes: readonly Change[]): readonly Entry[] {
  const names = new Map(changes.flatMap((change) => (change.kind === 'rename' ? [[change.key, change.to]] : [])));
  const taken = new Set(entries.map(({ key }) => key));
  return entries.map((entry) => {
    const to = names.get(entry.key);
    if (to === undefined || taken.has(to)) return entry;
    taken.add(to);
    return { ...entry, key: to };
  });
}

function withText(map: MapNode, changes: readonly Change[]): MapNode {
  if (!changes.some(({ kind }) => kind === 'text') || map.entries.some(({ key }) => key === 'text')) return map;
  const { start } = map;
  const value: TextNode = { kind: 'scalar', value: unread, plain: false, start, end: start };
  return { ...map, entries: [...map.entries, { key: 'text', keyStart: start, keyEnd: start, value }] };
}

/** Keys once: of those that stand twice the first counts, as in plain data. */
export function withoutTwins(node: TextNode): TextNode {
  if (node.kind === 'scalar') return node;
  if (node.kind === 'list') {
    const items = node.items.map(withoutTwins);
    return items.every((item, index) => item === node.items[index]) ? node : { ...node, items };
  }
  const seen = new Set<string>();
  const entries: Entry[] = [];
  for (const entry of node.entries) {
    if (seen.has(entry.key)) continue;
    seen.add(entry.key);
    const value = withoutTwins(entry.value);
    entries.push(value === entry.value ? entry : { ...entry, value });
  }
  const same = entries.length === node.entries.length && entries.every((entry, i) => entry === node.entries[i]);
  return same ? node : { ...node, entries };
}
