import type { CaseLookup } from './lookup.js';
import { resultKinds } from './measure-spec.js';
import type { Element } from './model/index.js';

/**
 * A requirement is about a parameter, a claim about an event (`semantics.md` section 6). A requirement `rate <= r` with
 * r > 0, or `rate >= r` with r < 1, or any on a result that is no share of events, must reach the event by an assessed inference step (doubt and `because`) of every
 * element that cites the solution. True for elements without such a requirement.
 */
export function reachesEvent(lookup: CaseLookup, element: Element): boolean {
  const { requires } = element;
  if (requires === undefined || element.evidence === undefined) return true;
  const exact = requires.direction === '<=' ? requires.value <= 0 : requires.value >= 1;
  const isShare = resultKinds[requires.result].complement;
  if (exact && isShare) return true;
  const citing = lookup.parents(element.id).filter((parent) => parent.relation === 'supportedBy');
  return citing.length > 0 && citing.every(({ element: parent }) => isAssessed(parent));
}

function isAssessed(element: Element): boolean {
  const opinions = element.inference?.opinions ?? [];
  return (
    opinions.length > 0 && opinions.every((opinion) => opinion.because !== undefined && opinion.because.trim() !== '')
  );
}
