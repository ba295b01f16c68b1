import type { Edge, Element, ElementId, Origin } from '../../case/index.js';
import type { RuleContext } from '../rule.js';
import { inside } from '../words.js';

/** A step from an element to one that its truth may depend on, and where the text says so. */
export interface Dependency {
  readonly to: ElementId;
  readonly at: Origin;
}

/**
 * What the truth of an element depends on directly: support, context, challenges, their answers, confidence arguments,
 * and the claims that carry its evidence over from another model.
 */
export function dependenciesOf(element: Element, { lookup, facts }: RuleContext): readonly Dependency[] {
  const found: Dependency[] = [];
  const add = (to: ElementId, at: Origin) => found.push({ to, at });
  const addChallenge = (one: Element) => add(one.id, one.challenge?.target.origin ?? one.origin);
  const addEdge = (edge: Edge) => add(edge.to, edge.origin);
  const addAtLink = ({ to }: Edge) => lookup.challengesToLink(element.id, to).forEach(addChallenge);
  element.supportedBy.forEach(addEdge);
  element.inContextOf.forEach(addEdge);
  lookup.challengesTo(element.id).forEach(addChallenge);
  element.supportedBy.forEach(addAtLink);
  element.inContextOf.forEach(addAtLink);
  lookup.confidenceIn(element.id).forEach(({ goal }) => {
    add(goal.id, inside(goal.origin, 'confidence'));
  });
  if (lookup.case.evidence.length > 0) {
    for (const id of facts.evidenceBehind(element)) {
      const evidence = lookup.evidence(id);
      if (evidence?.transfer !== undefined) add(evidence.transfer, inside(evidence.origin, 'transfer'));
    }
  }
  const answer = element.challenge?.answeredBy;
  if (answer !== undefined) add(answer, inside(element.origin, 'answeredBy'));
  return found;
}
