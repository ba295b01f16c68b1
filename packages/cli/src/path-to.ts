import type { CaseLookup, ElementId } from '@surety/core/case';

/**
 * Shortest ways down the argument from one element to all that its truth may depend on, over support, context,
 * challenges with their answers, and confidence arguments. Gives the ids from the element to the target, both included;
 * of a very long way the ends, with `…` between.
 */
export function pathsFrom(index: CaseLookup, from: ElementId): (target: ElementId) => readonly ElementId[] {
  const cameFrom = new Map<ElementId, ElementId | undefined>([[from, undefined]]);
  const queue: ElementId[] = [from];
  for (const id of queue) {
    for (const next of below(index, id)) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, id);
      queue.push(next);
    }
  }
  return (target) => {
    const path: ElementId[] = [];
    for (
      let at: ElementId | undefined = cameFrom.has(target) ? target : undefined;
      at !== undefined;
      at = cameFrom.get(at)
    ) {
      path.push(at);
    }
    path.reverse();
    if (path.length <= longest) return path;
    return [...path.slice(0, longest / 2), '…', ...path.slice(-longest / 2)];
  };
}

/** Ids of a way that are given. */
const longest = 50;

function below(index: CaseLookup, id: ElementId): ElementId[] {
  const element = index.element(id);
  if (element === undefined) return [];
  const edges = [...element.supportedBy, ...element.inContextOf].map((edge) => edge.to);
  return [
    ...edges,
    ...index.challengesTo(id).map((challenge) => challenge.id),
    ...edges.flatMap((to) => index.challengesToLink(id, to).map((challenge) => challenge.id)),
    ...index.confidenceIn(id).map(({ goal }) => goal.id),
    ...(element.challenge?.answeredBy === undefined ? [] : [element.challenge.answeredBy]),
  ];
}
