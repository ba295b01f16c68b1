import type { Edge, Element, ElementId } from '../../case/index.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { inside, list, named } from '../words.js';

export const unknownLink = rule({
  code: 'unknown-link',
  title: 'Challenge to a link that does not exist',
  severity: 'error',
  fatal: true,
  check: (context) => context.case.elements.flatMap((element) => lostLink(element, context)),
});

function lostLink(element: Element, { lookup, case: of, facts }: RuleContext): Found[] {
  const target = element.challenge?.target;
  if (target?.kind !== 'link') return [];
  const from = lookup.element(target.from);
  const neighbours = neighboursOf(from);
  if (neighbours.includes(target.to)) return [];
  const link = `${named(element)} challenges the link ${target.from} -> ${target.to}`;
  const lost = [target.from, target.to].find((id) => lookup.element(id) === undefined);
  const at = { at: target.origin, element: element.id };
  if (lost !== undefined) {
    const names = of.elements.map(({ id }) => id);
    return [{ message: `${link}, but ${lost} is no element of the case`, ...at, ...facts.didYouMean(lost, names) }];
  }
  if (neighboursOf(lookup.element(target.to)).includes(target.from)) {
    return [
      { message: `${link}, but the link goes the other way`, hint: `Write ${target.to} -> ${target.from}.`, ...at },
    ];
  }
  const names = neighbours.length === 0 ? 'nothing' : list(neighbours);
  return [{ message: `${link}, which does not exist; ${target.from} has links to ${names}`, ...at }];
}

function neighboursOf(element: Element | undefined): readonly ElementId[] {
  if (element === undefined) return [];
  return [...element.supportedBy, ...element.inContextOf].map((edge) => edge.to);
}

export const claimPointPlace = rule({
  code: 'claim-point-place',
  title: 'Assurance claim point that stands at no neighbour',
  severity: 'error',
  fatal: true,
  check: ({ case: of, lookup }) =>
    of.elements.flatMap((element) =>
      element.claimPoints.flatMap((point) =>
        point.at
          .filter((id) => id !== element.id && lookup.element(id) !== undefined && !neighboursOf(element).includes(id))
          .map((id) => ({
            message: `Claim point ${point.name} of ${element.id} stands at ${id}; expected ${list([element.id, ...neighboursOf(element)], 'or')}`,
            at: point.origin,
            element: element.id,
          })),
      ),
    ),
});

export const unknownClaimPoint = rule({
  code: 'unknown-claim-point',
  title: 'Confidence argument for a claim point that does not exist',
  severity: 'error',
  fatal: true,
  check: ({ case: of, facts }) => {
    const points = new Set(of.elements.flatMap((element) => element.claimPoints.map((point) => point.name)));
    return of.elements.flatMap((element): Found[] => {
      if (element.confidence === undefined || points.has(element.confidence)) return [];
      const expected = points.size === 0 ? 'the case has none' : `expected ${list([...points], 'or')}`;
      return [
        {
          message: `${named(element)} argues the claim point ${element.confidence}, which no element has; ${expected}`,
          at: inside(element.origin, 'confidence'),
          element: element.id,
          ...facts.didYouMean(element.confidence, [...points]),
        },
      ];
    });
  },
});

export const notPublic = rule({
  code: 'not-public',
  title: 'Reference to an element that its module keeps private',
  severity: 'error',
  check: ({ case: of, lookup }) => {
    const found: Found[] = [];
    of.elements.forEach((element) => {
      const look = (edge: Edge) => {
        const target = lookup.element(edge.to);
        if (target?.module === undefined || target.public || target.module === element.module) return;
        // What develops an element of another module is that other side's own affair: nothing is cited.
        if (edge.developedBy !== target.module) found.push(privately(element, edge, target, target.module));
      };
      element.supportedBy.forEach(look);
      element.inContextOf.forEach(look);
    });
    return found;
  },
});

function privately(element: Element, edge: Edge, target: Element, module: string): Found {
  return {
    message: `${named(element)} cites ${edge.to}, which module ${module} does not make public`,
    at: edge.origin,
    element: element.id,
    hint: `Mark it \`public: true\` in module ${module}, or cite an element that is.`,
    related: [{ message: `${edge.to} stands here`, at: target.origin }],
  };
}
