import { isAlias, isCollection, isMap, isScalar, isSeq, type ParsedNode, visit, type YAMLMap } from 'yaml';
import type { Path } from '../../case/index.js';
import { type Located, locate, type TextDocument } from '../document.js';
import { type Refusal, refuse } from './change.js';
import type { Collection } from './entry.js';

/** What a change is about, and all that holds it. */
export interface Target extends Located {
  readonly ok: true;
  /** The collections from the root to the parent. */
  readonly above: readonly ParsedNode[];
}

/** Finds what stands at a path, or says why it cannot be changed there. */
export function find(document: TextDocument, path: Path): Target | Refusal {
  const above: ParsedNode[] = [];
  let at: Located | undefined = locate(document, []);
  for (const [depth, step] of path.entries()) {
    const node = at?.node ?? null;
    if (isAlias(node)) return refuse(`${show(path.slice(0, depth))} is an alias of &${node.source}; change it there`);
    const next = locateStep(document, path.slice(0, depth), node, step);
    if ('ok' in next) return next;
    above.push(node as ParsedNode);
    at = next;
  }
  return { ...(at ?? { node: null, index: 0 }), ok: true, above };
}

function locateStep(
  document: TextDocument,
  above: Path,
  node: ParsedNode | null,
  step: string | number,
): Located | Refusal {
  if (isSeq(node) && !(Number.isInteger(Number(step)) && Number(step) >= 0)) {
    return refuse(`${show(above)} is a list, which has no ${JSON.stringify(step)}`);
  }
  const found = locate(document, [...above, step]);
  if (found === undefined) return refuse(`${show(above)} has no ${JSON.stringify(step)}`);
  if (isMap(node) && occurrences(node, String(step)) > 1) {
    return refuse(`${JSON.stringify(step)} stands twice in ${show(above)}`);
  }
  return found;
}

function occurrences(map: YAMLMap.Parsed, key: string): number {
  let count = 0;
  for (const { key: node } of map.items) {
    if (!isScalar(node)) continue;
    const same =
      node.source === key || node.value === key || (typeof node.value !== 'string' && String(node.value) === key);
    if (same) count += 1;
  }
  return count;
}

/** Whether a map has a key, as text or as value. */
export function hasKey(map: YAMLMap.Parsed, key: string): boolean {
  return occurrences(map, key) > 0;
}

/** A path for a message. */
export function show(path: Path): string {
  return path.length === 0 ? 'the text' : path.join('.');
}

/**
 * Refuses a change of what an alias elsewhere also shows: `inside` are collections whose content changes, `whole` is a
 * node that goes away or gets another value.
 */
export function refuseShared(
  document: TextDocument,
  inside: readonly (ParsedNode | null | undefined)[],
  whole: readonly (ParsedNode | null | undefined)[],
): Refusal | undefined {
  const names = new Set<string>();
  if (!document.text.includes('*') || !document.text.includes('&')) return undefined;
  for (const node of inside) if (node != null && !isAlias(node) && node.anchor !== undefined) names.add(node.anchor);
  for (const root of whole) for (const name of anchorsIn(root)) names.add(name);
  const shared = [...names].find((name) => document.text.includes(`*${name}`) && isAliased(document, name));
  return shared === undefined
    ? undefined
    : refuse(`*${shared} elsewhere shows the same as &${shared} here, and would change with it`);
}

function anchorsIn(root: ParsedNode | null | undefined): readonly string[] {
  const names: string[] = [];
  if (root == null) return names;
  visit(root, {
    Node: (_, node) => {
      if ((isScalar(node) || isCollection(node)) && node.anchor !== undefined) names.push(node.anchor);
    },
  });
  return names;
}

function isAliased(document: TextDocument, name: string): boolean {
  let found = false;
  if (document.yaml === null) return false;
  visit(document.yaml, {
    Alias: (_, alias) => {
      if (alias.source !== name) return undefined;
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

/** Whether a node holds anchors or aliases, so that its place among others matters. */
export function hasReferences(root: ParsedNode | null | undefined): boolean {
  let found = false;
  if (root == null) return false;
  visit(root, {
    Node: (_, node) => {
      if (!isAlias(node) && node.anchor === undefined) return undefined;
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

export function asCollection(node: ParsedNode | null): Collection | undefined {
  return isMap(node) || isSeq(node) ? (node as Collection) : undefined;
}
