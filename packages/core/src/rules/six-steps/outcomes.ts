import { blank, claimDraft, freeId, riskCaseDraft, sectionOf } from '../draft.js';
import { rule } from '../rule.js';
import { inside, named } from '../words.js';

export const noOutcomes = rule({
  code: 'no-outcomes',
  step: 2,
  title: 'Case without an unacceptable outcome',
  severity: 'warning',
  check: ({ case: of }) =>
    of.outcomes.length > 0
      ? []
      : [
          {
            message: 'The case lists no unacceptable outcome',
            at: of.origin,
            atKey: true,
            hint: 'Add an `outcomes` section.',
            draft: [{ at: sectionOf(of, 'outcomes'), key: 'harm', value: { text: blank, severity: blank } }],
          },
        ],
});

export const noClaim = rule({
  code: 'no-claim',
  step: 2,
  title: 'Outcome without a claim',
  severity: 'error',
  check: ({ case: of }) =>
    of.outcomes
      .filter((outcome) => outcome.claim === undefined)
      .map((outcome) => ({
        message: `Outcome ${outcome.id} has no claim`,
        at: outcome.origin,
        atKey: true,
        hint: 'Add `claim`: the goal that says that it will not occur in the window.',
        draft: claimDraft(of, outcome.origin, outcome.text),
      })),
});

export const claimInRiskCase = rule({
  code: 'claim-in-risk-case',
  step: 2,
  title: 'Outcome whose claim stands in a risk case',
  severity: 'error',
  check: ({ case: of, lookup }) =>
    of.outcomes.flatMap((outcome) => {
      const claim = outcome.claim === undefined ? undefined : lookup.element(outcome.claim);
      if (claim?.riskCase === undefined) return [];
      return [
        {
          message: `The claim of outcome ${outcome.id} is ${claim.id}, which belongs to the risk case for ${claim.riskCase}`,
          at: inside(outcome.origin, 'claim'),
          element: claim.id,
        },
      ];
    }),
});

export const claimWithoutContext = rule({
  code: 'claim-without-context',
  step: 2,
  title: 'Claim of an outcome without context',
  severity: 'info',
  check: ({ case: of, lookup }) =>
    of.outcomes.flatMap((outcome) => {
      const claim = outcome.claim === undefined ? undefined : lookup.element(outcome.claim);
      if (claim === undefined || claim.inContextOf.length > 0) return [];
      return [
        {
          message: `${named(claim)}, the claim of outcome ${outcome.id}, stands in no context`,
          at: claim.origin,
          atKey: true,
          element: claim.id,
          hint: 'Cite the threat model, the system boundary and the definitions that it uses in `inContextOf`.',
        },
      ];
    }),
});

export const riskCaseMissing = rule({
  code: 'risk-case-missing',
  step: 2,
  title: 'Outcome without a risk case',
  severity: 'info',
  check: ({ case: of }) => {
    const argued = new Set(of.riskCases.map((riskCase) => riskCase.outcome));
    return of.outcomes
      .filter((outcome) => !argued.has(outcome.id))
      .map((outcome) => ({
        message: `Nobody argues that outcome ${outcome.id} will occur`,
        at: outcome.origin,
        atKey: true,
        hint: `Let an independent team write \`riskCases.${outcome.id}\`.`,
        draft: [
          {
            at: sectionOf(of, 'riskCases'),
            key: outcome.id,
            value: riskCaseDraft(freeId(of, 'R'), outcome.text),
          },
        ],
      }));
  },
});
