import type { Case, CaseLookup, Element, ElementId } from '../case/index.js';

/**
 * An element and all below it that nothing else uses: support, context, challenges with their answers, arguments about
 * its claim points, and what patterns make of it.
 */
export function ownSubtree(look: CaseLookup, id: ElementId): ReadonlySet<ElementId> {
  const found = new Set<ElementId>([id]);
  for (const one of look.below([id])) found.add(one);
  const users = usersOf(look.case);
  for (let changed = true; changed; ) {
    changed = false;
    for (const one of found) {
      if (one === id || (users.get(one) ?? []).every((user) => found.has(user))) continue;
      found.delete(one);
      changed = true;
    }
  }
  return found;
}

/** For each element, what needs it: the name of an outcome is one that never goes away. */
function usersOf(of: Case): ReadonlyMap<ElementId, readonly string[]> {
  const users = new Map<ElementId, string[]>();
  const add = (id: ElementId, user: string) => users.set(id, [...(users.get(id) ?? []), user]);
  for (const element of of.elements) {
    for (const { to } of [...element.supportedBy, ...element.inContextOf]) add(to, element.id);
    const { challenge } = element;
    if (challenge?.answeredBy !== undefined) add(challenge.answeredBy, element.id);
    for (const target of targetsOf(element)) add(element.id, target);
    for (const point of element.claimPoints) {
      for (const goal of of.elements) if (goal.confidence === point.name) add(goal.id, element.id);
    }
  }
  for (const { id, claim } of of.outcomes) if (claim !== undefined) add(claim, `outcome ${id}`);
  for (const { outcome, claim } of of.riskCases) add(claim, `risk case ${outcome}`);
  return users;
}

/** What a challenge is against. */
function targetsOf({ challenge }: Element): readonly ElementId[] {
  const target = challenge?.target;
  if (target === undefined) return [];
  return target.kind === 'element' ? [target.element] : [target.from, target.to];
}
