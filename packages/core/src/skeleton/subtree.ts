import { type Case, type CaseLookup, citedClaim, type Element, type ElementId } from '../case/index.js';

/**
 * An element and all below it that nothing else uses: support, context, challenges with their answers, arguments about
 * its claim points, and what patterns make of it.
 */
export function ownSubtree(look: CaseLookup, id: ElementId): ReadonlySet<ElementId> {
  // Of a link that is no more there is nothing to challenge.
  const toLinks = look.parents(id).flatMap((parent) => look.challengesToLink(parent.element.id, id));
  return ownBelow(look, [id, ...toLinks.map((one) => one.id)]);
}

/** These elements and all below them that nothing else uses. */
export function ownBelow(look: CaseLookup, ids: readonly ElementId[]): ReadonlySet<ElementId> {
  const roots = new Set(ids);
  const found = new Set<ElementId>([...roots, ...look.below([...roots])]);
  // A claim that stands in another case is no part of this text.
  if (look.case.chain !== undefined) found.delete(citedClaim(look.case.chain));
  const users = usersOf(look.case);
  for (let changed = true; changed; ) {
    changed = false;
    for (const one of found) {
      if (roots.has(one) || (users.get(one) ?? []).every((user) => found.has(user))) continue;
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

/** What a challenge is against; of a link the element that has it. */
function targetsOf({ challenge }: Element): readonly ElementId[] {
  const target = challenge?.target;
  if (target === undefined) return [];
  return [target.kind === 'element' ? target.element : target.from];
}
