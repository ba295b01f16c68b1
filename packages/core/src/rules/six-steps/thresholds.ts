import type { Case } from '../../case/index.js';
import { blank, says } from '../draft.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { inside, list } from '../words.js';

export const noThreshold = rule({
  code: 'no-threshold',
  step: 2,
  title: 'Outcome without a threshold',
  severity: 'warning',
  check: ({ case: of }) =>
    of.outcomes
      .filter((outcome) => outcome.threshold === undefined)
      .map((outcome) => ({
        message: `Outcome ${outcome.id} has no threshold`,
        at: outcome.origin,
        atKey: true,
        hint: 'Add `threshold: { probability, per: window }`. How much is acceptable is for whoever decides; 0.1 % is an illustration.',
        // The illustration that the paper is reported to give.
        draft: [{ at: outcome.origin, key: 'threshold', value: { probability: 0.001, per: 'window' } }],
      })),
});

export const thresholdNotApproved = rule({
  code: 'threshold-not-approved',
  step: 2,
  title: 'Threshold that nobody approved',
  severity: 'warning',
  check: ({ case: of, asOf }) =>
    of.outcomes.flatMap(({ id, threshold }): Found[] => {
      if (threshold === undefined) return [];
      const { approved, origin } = threshold;
      if (!says(approved?.by)) {
        return [
          {
            message: `Nobody approved the threshold of outcome ${id}`,
            at: origin,
            atKey: true,
            hint: 'Add `approved: { by, date }`.',
            draft: [{ at: origin, key: 'approved', value: { by: blank, date: asOf } }],
          },
        ];
      }
      if (approved?.date !== undefined) return [];
      return [
        {
          message: `When the threshold of outcome ${id} was approved is not said`,
          at: inside(origin, 'approved'),
          hint: 'Add `date`: whether it was agreed before there was evidence follows from it.',
          draft: [{ at: inside(origin, 'approved'), key: 'date', value: asOf }],
        },
      ];
    }),
});

export const thresholdAfterEvidence = rule({
  code: 'threshold-after-evidence',
  step: 2,
  title: 'Threshold approved after evidence was collected',
  severity: 'info',
  check: (context) => context.case.outcomes.flatMap((outcome) => late(outcome, context)),
});

function late({ id, threshold }: Case['outcomes'][number], { case: of, lookup, facts }: RuleContext) {
  const approved = threshold?.approved?.date;
  if (threshold === undefined || approved === undefined) return [];
  if (!of.evidence.some(({ collected }) => collected !== undefined && collected < approved)) return [];
  const earlier = new Set<string>();
  for (const elementId of facts.argumentFor(id)) {
    const element = lookup.element(elementId);
    for (const evidence of element === undefined ? [] : facts.evidenceBehind(element)) {
      const collected = lookup.evidence(evidence)?.collected;
      if (collected !== undefined && collected < approved) earlier.add(evidence);
    }
  }
  if (earlier.size === 0) return [];
  return [
    {
      message: `The threshold of outcome ${id} was approved on ${approved}, after evidence ${list([...earlier])} had been collected`,
      at: inside(threshold.origin, 'approved'),
    },
  ];
}

export const overBudget = rule({
  code: 'over-budget',
  step: 2,
  title: 'Thresholds that exceed the budget',
  severity: 'error',
  check: ({ case: of }) => {
    if (of.budget === undefined) return [];
    const thresholds = of.outcomes.flatMap((outcome) => outcome.threshold?.probability ?? []);
    const total = exactSum(thresholds);
    if (total <= of.budget.probability * (1 + 1e-12)) return [];
    return [
      {
        message: `The thresholds add up to ${short(total)}, more than the budget of ${short(of.budget.probability)}`,
        at: of.budget.origin,
        hint: 'What all outcomes together may come to is for whoever decides: agree another `budget`, or lower thresholds.',
      },
    ];
  },
});

/** Sum with the rounding errors carried along (Neumaier 1974), so that the order of the outcomes does not matter. */
function exactSum(values: readonly number[]): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** Up to six significant digits. */
function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}

export const noBudget = rule({
  code: 'no-budget',
  step: 2,
  title: 'Several thresholds and no budget',
  severity: 'info',
  check: ({ case: of }) => {
    const limited = of.outcomes.filter((outcome) => outcome.threshold !== undefined);
    if (of.budget !== undefined || limited.length < 2) return [];
    return [
      {
        message: `The case has ${limited.length} thresholds and no budget that they must keep together`,
        at: of.origin,
        atKey: true,
        hint: 'Add `budget: { probability, per: window }` to `case`.',
        draft: [
          {
            at: of.origin,
            key: 'budget',
            value: {
              probability: exactSum(limited.map(({ threshold }) => threshold?.probability ?? 0)),
              per: 'window',
            },
          },
        ],
      },
    ];
  },
});
