import { aType, type Case, type Element, type ElementId, type Origin } from '../../case/index.js';
import { type Found, rule } from '../rule.js';
import { inside, named } from '../words.js';

/** A place in the text that names an element. */
interface Reference {
  readonly to: ElementId;
  readonly at: Origin;
  /** What stands there: `Goal G1 is supported by`. */
  readonly who: string;
  /** The element that makes the reference. */
  readonly element?: ElementId;
}

export const unknownElement = rule({
  code: 'unknown-element',
  title: 'Reference to an element that does not exist',
  severity: 'error',
  fatal: true,
  check: ({ case: of, lookup, facts }) => {
    const names = of.elements.map(({ id }) => id);
    const isUnknown = (to: ElementId) => lookup.element(to) === undefined;
    return references(of, isUnknown)
      .filter(({ to }) => isUnknown(to))
      .map(({ to, at, who, element }) => ({
        message: `${who} ${to}, which is no element of the case`,
        at,
        ...(element === undefined ? {} : { element }),
        ...facts.didYouMean(to, names),
      }));
  },
});

/**
 * References to elements in the case, except those of groups, links and waivers, which have rules of their own; of those of
 * elements, which are many, only the wanted ones.
 */
function references(of: Case, isWanted: (to: ElementId) => boolean): readonly Reference[] {
  return [
    ...ofElements(of.elements, isWanted),
    ...of.outcomes.flatMap(({ id, claim, origin }) =>
      one(claim, inside(origin, 'claim'), `Outcome ${id} has the claim`),
    ),
    ...of.riskCases.map(({ outcome, claim, origin }) => ({
      to: claim,
      at: inside(origin, 'claim'),
      who: `The risk case for ${outcome} has the claim`,
    })),
    ...of.evidence.flatMap(({ id, transfer, map, origin }) => [
      ...one(transfer, inside(origin, 'transfer'), `Evidence ${id} is carried over by`),
      ...Object.entries(map).map(([event, to]) => ({
        to,
        at: inside(origin, 'map', event),
        who: `Evidence ${id} maps event ${event} to`,
      })),
    ]),
    ...of.interactions.flatMap(({ kind, arguedBy, origin }) =>
      one(arguedBy, inside(origin, 'arguedBy'), `The interaction ${kind} is argued by`),
    ),
    ...of.fmea.flatMap(({ subsystem, mode, arguedBy, origin }) =>
      one(arguedBy, inside(origin, 'arguedBy'), `The failure mode ${mode} of ${subsystem} is argued by`),
    ),
    ...of.indicators.flatMap(({ id, tests, origin }) => one(tests, inside(origin, 'tests'), `Indicator ${id} tests`)),
    ...(of.chain === undefined ? [] : one(of.chain.gap, inside(of.chain.origin, 'gap'), 'The chain has the gap step')),
  ];
}

function ofElements(elements: readonly Element[], isWanted: (to: ElementId) => boolean): readonly Reference[] {
  const found: Reference[] = [];
  elements.forEach((element) => {
    const { id } = element;
    if (!namesWanted(element, isWanted)) return;
    ofElement(element, (to, at, words) => {
      if (isWanted(to)) found.push({ to, at, who: `${named(element)} ${words}`, element: id });
    });
  });
  return found;
}

/** Whether an element may refer to one that is wanted: nearly all have edges alone, to what is there. */
function namesWanted(
  { supportedBy, inContextOf, challenge, claimPoints, defeatedRelation }: Element,
  isWanted: (to: ElementId) => boolean,
): boolean {
  if (challenge !== undefined || claimPoints.length > 0 || defeatedRelation.length > 0) return true;
  for (let at = 0; at < supportedBy.length; at++) if (isWanted(supportedBy[at]!.to)) return true;
  for (let at = 0; at < inContextOf.length; at++) if (isWanted(inContextOf[at]!.to)) return true;
  return false;
}

function ofElement(element: Element, add: (to: ElementId, at: Origin, words: string) => void): void {
  const { challenge, origin } = element;
  element.supportedBy.forEach((edge) => {
    add(edge.to, edge.origin, 'is supported by');
  });
  element.inContextOf.forEach((edge) => {
    add(edge.to, edge.origin, 'stands in context of');
  });
  if (challenge?.target.kind === 'element') add(challenge.target.element, challenge.target.origin, 'challenges');
  if (challenge?.answeredBy !== undefined) add(challenge.answeredBy, inside(origin, 'answeredBy'), 'is answered by');
  element.claimPoints.forEach((point) => {
    for (const at of point.at) add(at, point.origin, `has the claim point ${point.name} at`);
  });
  element.defeatedRelation.forEach((to) => {
    add(to, inside(origin, 'defeatedRelation'), 'marks as defeated the relation to');
  });
}

function one(to: ElementId | undefined, at: Origin, who: string): Reference[] {
  return to === undefined ? [] : [{ to, at, who }];
}

export const notAGoal = rule({
  code: 'not-a-goal',
  title: 'Something other than a goal where a claim is needed',
  severity: 'error',
  fatal: true,
  check: ({ case: of, lookup }) => {
    const places: readonly Reference[] = [
      ...of.outcomes.flatMap(({ id, claim, origin }) =>
        one(claim, inside(origin, 'claim'), `The claim of outcome ${id}`),
      ),
      ...of.riskCases.map(({ outcome, claim, origin }) => ({
        to: claim,
        at: inside(origin, 'claim'),
        who: `The claim of the risk case for ${outcome}`,
      })),
      ...of.evidence.flatMap(({ id, transfer, origin }) =>
        one(transfer, inside(origin, 'transfer'), `The transfer argument of evidence ${id}`),
      ),
      ...of.elements
        .filter(({ challenge }) => challenge !== undefined)
        .flatMap(({ id, challenge, origin }) =>
          one(challenge?.answeredBy, inside(origin, 'answeredBy'), `The answer to challenge ${id}`),
        ),
      ...of.elements
        .filter(({ confidence }) => confidence !== undefined)
        .flatMap(({ id, confidence, origin }) =>
          one(id, inside(origin, 'confidence'), `The confidence argument for ${confidence}`),
        ),
    ];
    return places.flatMap(({ to, at, who }): Found[] => {
      const target = lookup.element(to);
      if (target === undefined || target.type === 'goal') return [];
      return [{ message: `${who} is ${to}, which is ${aType(target.type)}; expected a goal`, at }];
    });
  },
});
