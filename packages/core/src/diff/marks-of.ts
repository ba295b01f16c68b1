import type { Case, Edge, Element, ElementId } from '../case/index.js';
import { edgeKey, edgeKinds } from './links.js';
import { elementKey, withRemoved } from './lists.js';
import { renameElements } from './rename-elements.js';
import { sectionsUnion } from './sections.js';
import { type CaseDiff, type ChangeKind, type DiffMarks, linkKey } from './types.js';

/** Elements that are looked at, in all, to see that no link that is put back closes a circle. */
const mostSteps = 2_000_000;

/**
 * Both states in one, for a diagram. What was removed stands behind what it stood behind. A removed link that would close
 * a circle with links of the later state is marked and not put back, for an argument has none.
 */
export function marksOf(a: Case, b: Case, diff: CaseDiff): DiffMarks {
  const before = renameElements(a, diff.renamed);
  const elements = unionOfElements(before.elements, b.elements);
  const links = new Map<string, 'added' | 'removed'>();
  for (const { from, to, change, edge } of diff.links) {
    if (change === 'added' || change === 'removed') links.set(linkKey(from, edge?.to ?? to), change);
  }
  return { union: { ...sectionsUnion(before, b), elements }, elements: elementMarks(diff), links };
}

/** What an element says counts more than where it stands; its place in the text alone is no mark, for it is not drawn. */
function elementMarks({ elements, renamed }: CaseDiff): ReadonlyMap<ElementId, ChangeKind> {
  const marks = new Map<ElementId, ChangeKind>(renamed.map(({ to }) => [to, 'changed']));
  for (const change of elements) {
    if (change.change !== 'moved') marks.set(change.id, change.change);
    else if (!marks.has(change.id) && isDrawn(change.moved)) marks.set(change.id, 'moved');
  }
  return marks;
}

function isDrawn(moved: object | undefined): boolean {
  return Object.keys(moved ?? {}).some((part) => part !== 'text');
}

function unionOfElements(before: readonly Element[], after: readonly Element[]): readonly Element[] {
  const old = new Map(before.map((element) => [element.id, element]));
  const all = withRemoved(before, after, elementKey);
  const circles = circleFinder(all);
  return all.map((element) => {
    const was = old.get(element.id);
    if (was === undefined || was === element) return element;
    const edges = edgeKinds.map((kind) => [kind, unionOfEdges(element.id, was[kind], element[kind], circles)]);
    return { ...element, ...Object.fromEntries(edges) };
  });
}

function unionOfEdges(
  from: ElementId,
  before: readonly Edge[],
  after: readonly Edge[],
  closes: (from: ElementId, to: ElementId) => boolean,
): readonly Edge[] {
  const kept = new Set(after.map(edgeKey));
  return withRemoved(
    before.filter(({ to }) => kept.has(to) || !closes(from, to)),
    after,
    edgeKey,
  );
}

/** Tells whether a link would close a circle; one that would not is taken in. Past the limit every one is said to. */
function circleFinder(elements: readonly Element[]): (from: ElementId, to: ElementId) => boolean {
  const below = new Map(
    elements.map(({ id, supportedBy, inContextOf }) => [id, [...supportedBy, ...inContextOf].map(edgeKey)]),
  );
  let steps = 0;
  return (from, to) => {
    const seen = new Set<ElementId>();
    const waiting = [to];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      steps += 1;
      if (id === from || steps > mostSteps) return true;
      if (seen.has(id)) continue;
      seen.add(id);
      for (const next of below.get(id) ?? []) waiting.push(next);
    }
    below.get(from)?.push(to);
    return false;
  };
}
