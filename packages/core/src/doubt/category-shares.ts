import type { Case, Category, ElementId } from '../case/index.js';
import type { Assessment, LeafAssessment, OutcomeAssessment } from './assessment.js';

export type Share = Category | 'uncategorised';

export const shareNames: readonly Share[] = ['inability', 'control', 'trustworthiness', 'deference', 'uncategorised'];

/**
 * Which categories of argument the doubt about an outcome lies in. The importance of each leaf (Fussell–Vesely: what part of
 * the doubt would go if the leaf held) counts for the category of the nearest element at or above it that states one, along
 * support, context and challenges; several at the same distance share it equally. The shares are divided by their sum, so
 * they add up to 1; empty where there is no doubt to divide.
 */
export function categoryShares(
  of: Case,
  assessment: Assessment,
  outcome: OutcomeAssessment,
): ReadonlyMap<Share, number> {
  const leaves = new Map(assessment.leaves.map((leaf) => [leaf.id, leaf]));
  const nearest = nearestCategories(of, outcome.claim);
  const sums = new Map<Share, number>();
  let total = 0;
  for (const { leaf, fussellVesely } of outcome.importance) {
    const at: LeafAssessment | undefined = leaves.get(leaf);
    const found = nearest(at?.element ?? leaf);
    for (const name of found) sums.set(name, (sums.get(name) ?? 0) + fussellVesely / found.length);
    total += fussellVesely;
  }
  if (!(total > 0)) return new Map();
  return new Map(shareNames.flatMap((name) => (sums.has(name) ? [[name, sums.get(name)! / total] as const] : [])));
}

/** For an element, the categories nearest above it within the argument for a claim. */
function nearestCategories(of: Case, claim: ElementId | undefined): (id: ElementId) => readonly Share[] {
  const byId = new Map(of.elements.map((element) => [element.id, element]));
  const above = new Map<ElementId, ElementId[]>();
  const add = (id: ElementId, parent: ElementId) => above.set(id, [...(above.get(id) ?? []), parent]);
  for (const element of of.elements) {
    for (const { to } of [...element.supportedBy, ...element.inContextOf]) add(to, element.id);
    const { challenge } = element;
    if (challenge === undefined) continue;
    add(element.id, challenge.target.kind === 'element' ? challenge.target.element : challenge.target.from);
    if (challenge.answeredBy !== undefined) add(challenge.answeredBy, element.id);
  }
  // Only what leads up to the claim counts: another outcome may use the same leaf in another argument.
  const leads = new Set<ElementId>();
  const below = new Map<ElementId, ElementId[]>();
  for (const [id, parents] of above) for (const one of parents) below.set(one, [...(below.get(one) ?? []), id]);
  const stack = claim === undefined ? [] : [claim];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (leads.has(id)) continue;
    leads.add(id);
    stack.push(...(below.get(id) ?? []));
  }
  return (start) => {
    const seen = new Set<ElementId>();
    for (let level = [start]; level.length > 0; ) {
      const found = new Set(level.flatMap((id) => byId.get(id)?.category ?? []));
      if (found.size > 0) return [...found];
      for (const id of level) seen.add(id);
      const next = new Set(level.flatMap((id) => above.get(id) ?? []).filter((id) => leads.has(id) && !seen.has(id)));
      level = [...next];
    }
    return ['uncategorised'];
  };
}
