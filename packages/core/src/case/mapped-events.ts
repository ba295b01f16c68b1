import { formatProbability } from './format-probability.js';
import type { CaseLookup } from './lookup.js';
import type { Measure } from './measure.js';
import type { Element, ElementId, Evidence } from './model/index.js';

/** A basic event of a fault tree that cannot be the element that the case says it is. */
export interface MappedFault {
  readonly event: string;
  readonly element: ElementId;
  /** A clause, without what the evidence is called. */
  readonly text: string;
}

/**
 * What is wrong with `map` of a fault tree: the tree was solved with its own probability of a basic event, so an element that
 * is this event may not be likelier to fail (the tree is coherent, or it would not have been measured). That shows only in a
 * doubt that is one number, of an element that nothing else can make fail.
 */
export function mappedFaults(
  evidence: Evidence,
  measure: Measure | undefined,
  lookup: CaseLookup,
): readonly MappedFault[] {
  return mappedEvents(evidence, measure).flatMap(({ event, element: id, probability }) => {
    const element = lookup.element(id);
    // An element that is not there is told as that.
    const text = element === undefined ? undefined : faultOf(event, element, probability, lookup);
    return text === undefined ? [] : [{ event, element: id, text }];
  });
}

/** The basic events of a solved tree that are elements, with what it was solved with; nothing where a lock file of before says none. */
export function mappedEvents(
  { map }: Evidence,
  measure: Measure | undefined,
): readonly { readonly event: string; readonly element: ElementId; readonly probability: number | undefined }[] {
  const counts = measure?.results[0]?.counts;
  if (counts?.kind !== 'computed') return [];
  const { events = {} } = counts;
  return Object.entries(map).map(([event, element]) => ({
    event,
    element,
    probability: Object.hasOwn(events, event) ? events[event] : undefined,
  }));
}

function faultOf(
  event: string,
  element: Element,
  probability: number | undefined,
  lookup: CaseLookup,
): string | undefined {
  const { id } = element;
  if (probability === undefined)
    return `the basic event ${event} is ${id}, and its probability is not in the lock file: lock the evidence again`;
  const doubt = plainDoubt(element, lookup);
  if (doubt === undefined)
    return `the basic event ${event} cannot be ${id}, which does not fail by a stated number alone`;
  if (doubt <= probability) return undefined;
  return `the basic event ${event} has a probability of ${formatProbability(probability)} in the tree, and ${id}, which it is, a doubt of ${formatProbability(doubt)}`;
}

/** The doubt of an element that is one number, where nothing else can make the element fail. */
function plainDoubt(element: Element, lookup: CaseLookup): number | undefined {
  const { id, doubt, inference, supportedBy, inContextOf, holdsUntil } = element;
  const value = doubt?.opinions.length === 1 ? doubt.opinions[0]!.value : undefined;
  const more =
    inference !== undefined ||
    element.evidence !== undefined ||
    supportedBy.length > 0 ||
    inContextOf.length > 0 ||
    holdsUntil.length > 0 ||
    element.undeveloped ||
    element.uninstantiated ||
    element.defeated ||
    element.type === 'challenge' ||
    lookup.challengesTo(id).length > 0 ||
    lookup.confidenceIn(id).length > 0;
  return value?.kind === 'number' && !more ? value.value : undefined;
}
