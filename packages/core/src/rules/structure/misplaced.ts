import type { Edge, Element } from '../../case/index.js';
import { type Found, rule } from '../rule.js';
import { carriesTruth, choiceOf, inside, isArgued, named } from '../words.js';

export const doubtWithoutTruth = rule({
  code: 'doubt-without-truth',
  title: 'Doubt about something that is neither true nor false',
  severity: 'error',
  check: ({ case: of }) =>
    of.elements
      .filter((element) => !carriesTruth(element))
      .flatMap((element) =>
        (['doubt', 'evidence', 'requires', 'inference'] as const)
          .filter((key) => element[key] !== undefined)
          .map((key) => ({
            message: `${named(element)} states \`${key}\`, but a ${element.type} can neither hold nor fail`,
            at: inside(element.origin, key),
            atKey: true,
            element: element.id,
            hint: 'Make it an assumption if the claim depends on it.',
          })),
      ),
});

export const inferenceWithoutSupport = rule({
  code: 'inference-without-support',
  title: 'Inference where nothing is inferred',
  severity: 'error',
  check: ({ case: of }) =>
    of.elements
      .filter((element) => carriesTruth(element) && element.inference !== undefined && element.supportedBy.length === 0)
      .map((element) => ({
        message: `${named(element)} states an inference, but nothing supports it`,
        at: inside(element.origin, 'inference'),
        atKey: true,
        element: element.id,
        hint: 'State it as the `doubt` of the element, or add the support.',
      })),
});

export const uninstantiated = rule({
  code: 'uninstantiated',
  title: 'Pattern that is not filled in',
  severity: 'warning',
  check: ({ case: of }) => of.elements.filter(hasBlanks).flatMap(blanks),
});

function hasBlanks({ uninstantiated: marked, choose, supportedBy, inContextOf }: Element): boolean {
  return marked || choose !== undefined || supportedBy.some(isOpen) || inContextOf.some(isOpen);
}

function isOpen({ optional, multiplicity }: Edge): boolean {
  return optional || multiplicity !== undefined;
}

function blanks(element: Element): Found[] {
  const open = [element.supportedBy, element.inContextOf].flatMap((edges) => edges.filter(isOpen));
  return [
    ...(element.uninstantiated
      ? [
          {
            message: `${named(element)} is uninstantiated`,
            at: inside(element.origin, 'uninstantiated'),
            atKey: true,
            element: element.id,
          },
        ]
      : []),
    ...(element.choose === undefined
      ? []
      : [
          {
            message: `${named(element)} still has to choose ${choiceOf(element.choose)}`,
            at: inside(element.origin, 'choose'),
            atKey: true,
            element: element.id,
          },
        ]),
    ...open.map((edge) => ({
      message: `The link ${element.id} -> ${edge.to} is left open (${edge.multiplicity ?? 'optional'}); an argument says which links there are`,
      at: edge.origin,
      element: element.id,
    })),
  ];
}

export const claimOnEvidence = rule({
  code: 'claim-on-evidence',
  title: 'Claim of an outcome that hangs directly on evidence',
  severity: 'info',
  check: ({ case: of, lookup }) =>
    of.outcomes.flatMap((outcome) => {
      const claim = outcome.claim === undefined ? undefined : lookup.element(outcome.claim);
      if (claim === undefined || !isArgued(claim)) return [];
      return claim.supportedBy
        .filter((edge) => lookup.element(edge.to)?.type === 'solution')
        .map((edge) => ({
          message: `${named(claim)}, the claim of outcome ${outcome.id}, rests directly on solution ${edge.to}`,
          at: edge.origin,
          element: claim.id,
          hint: 'Say in a goal of its own what the evidence shows, and in a strategy why that carries the claim.',
        }));
    }),
});
