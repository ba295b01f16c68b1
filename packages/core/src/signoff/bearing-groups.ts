import type { CaseLookup, DependenceGroup, Element, ElementId, EvidenceId } from '../case/index.js';

/**
 * Finds the dependence groups that bear on elements: those that name one of them, and those that name another element
 * that rests on evidence of one of them. Leaves of the same evidence are one automatic group, and a declared group that
 * names any of them stands in its place; groups that meet so are counted as one. Evidence with a source in common is
 * the same here.
 */
export function bearingGroups(
  { case: of }: CaseLookup,
  evidenceOf: (element: Element) => Iterable<EvidenceId>,
): (elements: ReadonlySet<ElementId>) => readonly DependenceGroup[] {
  if (of.dependence.length === 0) return () => [];
  const keysOf = new Map<ElementId, readonly string[]>();
  const withKey = new Map<string, ElementId[]>();
  const sources = new Map([...of.evidence].reverse().map(({ id, sources: paths }) => [id, paths]));
  for (const element of of.elements) {
    const keys = [...evidenceOf(element)].flatMap((id) => [
      `evidence ${id}`,
      ...(sources.get(id) ?? []).map(({ path }) => `source ${path}`),
    ]);
    keysOf.set(element.id, keys);
    for (const key of keys) append(withKey, key, element.id);
  }
  const namedBy = new Map<ElementId, DependenceGroup[]>();
  for (const group of of.dependence) {
    for (const id of membersOf(group)) append(namedBy, id, group);
  }
  return (elements) => {
    const seen = new Set(elements);
    const keys = new Set<string>();
    const found = new Set<DependenceGroup>();
    for (const id of seen) {
      for (const key of keysOf.get(id) ?? []) {
        if (keys.has(key)) continue;
        keys.add(key);
        for (const other of withKey.get(key) ?? []) seen.add(other);
      }
      for (const group of namedBy.get(id) ?? []) {
        found.add(group);
        for (const other of membersOf(group)) seen.add(other);
      }
    }
    return of.dependence.filter((group) => found.has(group));
  };
}

/** The elements that the members are, or are the inference steps of. */
function membersOf({ members }: DependenceGroup): readonly ElementId[] {
  return members.map(({ leaf }) => leaf.replace(/\.inference$/, ''));
}

function append<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}
