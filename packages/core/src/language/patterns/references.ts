import { readLink, referencePattern } from '../../schema/index.js';
import type { Naming } from '../modules.js';
import type { Entry, ListNode, MapNode, ScalarNode, TextNode } from '../tree.js';
import type { BoundScalar } from './fill.js';
import { type Scope, scopeOfFile } from './scope.js';

/**
 * What stands under a key of an element, its references replaced by the ids that they mean; edges apart. Undefined where
 * all that it refers to is left out.
 */
export function withIds(key: string, node: TextNode, scope: Scope): TextNode | undefined {
  switch (key) {
    case 'answeredBy':
      return eachScalar(node, (scalar) => idsOf(scalar, scope).slice(0, 1));
    case 'defeatedRelation':
      return eachScalar(node, (scalar) => idsOf(scalar, scope));
    case 'challenges':
      return eachScalar(node, (scalar) => linkOf(scalar, scope));
    case 'confidence':
      return eachScalar(node, (scalar) => [scopeIn(scalar, scope).point(String(scalar.value))]);
    case 'acp':
      return node.kind === 'map' ? pointsOf(node, scope) : node;
    default:
      return node;
  }
}

/** The ids that the reference in a scalar means; what is no reference stays, for the schema to say so. */
export function idsOf(scalar: ScalarNode, scope: Scope): readonly string[] {
  const reference = String(scalar.value);
  return referencePattern.test(reference) ? scopeIn(scalar, scope).refer(reference) : [reference];
}

/** A value that was filled in means what it means where it was given. */
function scopeIn(scalar: BoundScalar, scope: Scope): Scope {
  return scalar.scope ?? scope;
}

function linkOf(scalar: ScalarNode, scope: Scope): readonly string[] {
  const link = readLink(String(scalar.value));
  if (link === undefined) return [String(scalar.value)];
  const { refer } = scopeIn(scalar, scope);
  const ends = [link.from, ...(link.to === undefined ? [] : [link.to])].map((end) => refer(end)[0]);
  const made = ends.every((end) => end !== undefined) ? ends.join(' -> ') : '';
  // An id that is none, which was reported, would make another link of it, or none.
  return readLink(made) === undefined ? [] : [made];
}

function pointsOf(node: MapNode, scope: Scope): MapNode | undefined {
  const entries = node.entries.flatMap((entry): Entry[] => {
    const value = eachScalar(entry.value, (scalar) => idsOf(scalar, scope));
    return value === undefined ? [] : [{ ...entry, key: scope.point(entry.key), value }];
  });
  return entries.length === 0 ? undefined : { ...node, entries };
}

/** A scalar or a list of them, each by none, one or several others. */
function eachScalar(node: TextNode, map: (scalar: ScalarNode) => readonly string[]): TextNode | undefined {
  const replaced = (scalar: ScalarNode) => map(scalar).map((value): ScalarNode => ({ ...scalar, value }));
  if (node.kind === 'map') return node;
  if (node.kind === 'scalar') {
    const made = replaced(node);
    return made.length > 1 ? listAt(node, made) : made[0];
  }
  const items = node.items.flatMap((item): readonly TextNode[] => (item.kind === 'scalar' ? replaced(item) : [item]));
  return items.length === 0 ? undefined : listAt(node, items);
}

function listAt({ start, end }: TextNode, items: readonly TextNode[]): ListNode {
  return { kind: 'list', flow: true, items, start, end };
}

/** An element as its own text says it, every reference replaced by the id that it means. */
export function withOwnIds(node: MapNode, naming: Naming): MapNode {
  const scope = scopeOfFile(naming);
  const entries = node.entries.flatMap((entry): Entry[] => {
    const { key, value } = entry;
    const made = key === 'supportedBy' || key === 'inContextOf' ? edgesOf(value, naming) : withIds(key, value, scope);
    return made === undefined ? [] : [{ ...entry, value: made }];
  });
  return { ...node, entries };
}

function edgesOf(node: TextNode, naming: Naming): TextNode {
  if (node.kind === 'list') return { ...node, items: node.items.map((item) => edgesOf(item, naming)) };
  if (node.kind === 'scalar') return { ...node, value: naming.refer(String(node.value)) };
  const inPlace = node.entries.find(({ key }) => key === 'id')?.value;
  if (inPlace?.kind === 'scalar') return { ...inPlace, value: naming.own(String(inPlace.value)) };
  const entries = node.entries.map((entry) =>
    entry.key === 'to' ? { ...entry, value: edgesOf(entry.value, naming) } : entry,
  );
  return { ...node, entries };
}
