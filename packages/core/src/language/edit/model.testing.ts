import { isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { Path } from '../../case/index.js';
import { keyText, openDocument, type TextDocument } from '../document.js';
import type { Change, Json } from './change.js';

/** Parsed data with its key order, also where JavaScript would sort keys. */
export type Model =
  | { readonly kind: 'scalar'; readonly value: unknown }
  | { readonly kind: 'list'; readonly items: readonly Model[] }
  | { readonly kind: 'map'; readonly pairs: readonly (readonly [string, Model])[] };

const nothing: Model = { kind: 'scalar', value: null };

/** Opens a text that must be YAML; undefined where it is not, or where aliases go in circles. */
export function openValid(text: string): TextDocument | undefined {
  const document = openDocument('case.yaml', text);
  if (document.yaml !== null && document.yaml.errors.length > 0) return undefined;
  try {
    document.yaml?.toJS({ maxAliasCount: 10_000 });
    return circular(document) ? undefined : document;
  } catch {
    return undefined;
  }
}

function circular(document: TextDocument): boolean {
  try {
    JSON.stringify(document.yaml?.toJS({ maxAliasCount: 10_000 }));
    return false;
  } catch {
    return true;
  }
}

export function modelOf(document: TextDocument): Model {
  return document.yaml === null ? nothing : nodeModel(document, document.yaml.contents);
}

function nodeModel(document: TextDocument, node: ParsedNode | null): Model {
  if (node === null) return nothing;
  if (isAlias(node)) return nodeModel(document, node.resolve(document.yaml!) as ParsedNode);
  if (isScalar(node)) return { kind: 'scalar', value: node.value };
  if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => nodeModel(document, item as ParsedNode)) };
  if (!isMap(node)) return nothing;
  return {
    kind: 'map',
    pairs: node.items.map((pair) => [keyText(pair.key) ?? '?', nodeModel(document, pair.value as ParsedNode | null)]),
  };
}

export function jsonModel(value: Json): Model {
  if (value === null || typeof value !== 'object') return { kind: 'scalar', value };
  if (Array.isArray(value)) return { kind: 'list', items: value.map(jsonModel) };
  return { kind: 'map', pairs: Object.entries(value).map(([key, item]) => [key, jsonModel(item)]) };
}

/** Every path of the data, the root first; not into what an alias shows. */
export function pathsOf(document: TextDocument): readonly Path[] {
  const paths: Path[] = [];
  const walk = (node: unknown, path: Path): void => {
    paths.push(path);
    if (isMap(node)) for (const pair of node.items) walk(pair.value, [...path, keyText(pair.key) ?? '?']);
    if (isSeq(node)) for (const [at, item] of node.items.entries()) walk(item, [...path, at]);
  };
  walk(document.yaml?.contents ?? null, []);
  return paths;
}

/** The change, made in the data. */
export function applyToModel(model: Model, change: Change): Model {
  const { kind, path } = change;
  switch (kind) {
    case 'set':
      return at(model, path, () => jsonModel(change.value));
    case 'insert':
      return at(model, path, (map) => {
        const pairs = map.kind === 'map' ? map.pairs : [];
        const sibling = pairs.findIndex(([key]) => key === (change.before ?? change.after));
        const index = change.before !== undefined ? sibling : change.after !== undefined ? sibling + 1 : pairs.length;
        return { kind: 'map', pairs: pairs.toSpliced(index, 0, [change.key, jsonModel(change.value)]) };
      });
    case 'append':
      return at(model, path, (list) => {
        const items = list.kind === 'list' ? list.items : [];
        return { kind: 'list', items: items.toSpliced(change.at ?? items.length, 0, jsonModel(change.value)) };
      });
    case 'wrap':
      return at(model, path, (own) => ({ kind: 'list', items: [own] }));
    case 'unwrap':
      return at(model, path, (own) => (own.kind === 'list' ? own.items[0]! : own));
    case 'quote':
      return model;
    case 'remove':
      return inParent(model, path, (entries, index) => entries.toSpliced(index, 1));
    case 'renameKey':
      return inParent(model, path, (entries, index) =>
        entries.with(index, [change.key, (entries[index] as [string, Model])[1]]),
      );
    case 'move':
      return inParent(model, path, (entries, index) =>
        entries.toSpliced(index, 1).toSpliced(change.to, 0, entries[index]),
      );
  }
}

function at(model: Model, path: Path, change: (of: Model) => Model): Model {
  const [step, ...rest] = path;
  if (step === undefined) return change(model);
  if (model.kind === 'map') {
    return {
      kind: 'map',
      pairs: model.pairs.map(([key, value]) => (key === String(step) ? [key, at(value, rest, change)] : [key, value])),
    };
  }
  if (model.kind === 'list')
    return {
      kind: 'list',
      items: model.items.map((item, index) => (index === Number(step) ? at(item, rest, change) : item)),
    };
  throw new Error('No such path');
}

function inParent(
  model: Model,
  path: Path,
  change: (entries: readonly unknown[], index: number) => readonly unknown[],
): Model {
  return at(model, path.slice(0, -1), (parent) => {
    const last = path.at(-1)!;
    if (parent.kind === 'list') return { kind: 'list', items: change(parent.items, Number(last)) as Model[] };
    if (parent.kind !== 'map') throw new Error('No such path');
    const index = parent.pairs.findIndex(([key]) => key === String(last));
    return { kind: 'map', pairs: change(parent.pairs, index) as [string, Model][] };
  });
}

/** The model with the pairs of every map by key. */
export function sorted(model: Model): Model {
  if (model.kind === 'list') return { kind: 'list', items: model.items.map(sorted) };
  if (model.kind === 'scalar') return model;
  const pairs = model.pairs.map(([key, value]) => [key, sorted(value)] as const);
  return { kind: 'map', pairs: pairs.toSorted(([a], [b]) => (a < b ? -1 : 1)) };
}
