import { criterionOf, type Doubt, formatProbability, type OutcomeAssessment } from '../../doubt/index.js';
import type { Domain } from '../axis.js';
import { type Block, cell, cellOf, deep, type Line, numeric, paragraph, type Row, table } from '../document.js';
import { formatDoubt, formatShare } from '../numbers.js';
import { domainOf, plotOf, spreadPlot } from '../plot.js';
import type { View } from '../view.js';
import { partFor } from './part.js';
import { warnings } from './warnings.js';
import { whatCounted } from './what-counted.js';

/** The three doubts of each outcome, and what was and was not counted in them. */
export function numbersOf(view: View): readonly Block[] {
  const { outcomes } = view.assessment;
  if (!view.numbers) {
    return [
      paragraph('The case states no doubt anywhere, so nothing is computed and no number is shown.'),
      ...warnings(view),
    ];
  }
  const domain = domainOf(outcomes);
  return [
    deep(...warnings(view)),
    ...budget(view),
    ...outcomes.map((outcome) => partFor(outcome, 'numbers', forOutcome(view, outcome, domain))),
  ];
}

function forOutcome(view: View, outcome: OutcomeAssessment, domain: Domain | undefined): Block[] {
  const { doubt } = outcome;
  const threshold = paragraph(...thresholdLine(view, outcome));
  if (doubt === undefined)
    return [threshold, paragraph('No goal claims that the outcome will not occur, so there is no doubt to show.')];
  const three = domain === undefined ? undefined : plotOf(outcome, domain);
  return [
    threshold,
    ...(three === undefined ? [] : [{ kind: 'plot', plot: three } as const]),
    ...spread(outcome),
    deep(
      doubtTable(outcome.id, [
        ['Declared', 'with the dependence that the author declared; the number of the verdict', doubt.declared],
        ['Independent', 'leaves independent, full credit for every leg; for comparison', doubt.independent],
        ['Dependence-free bound', 'whatever the dependence between leaves', doubt.bound],
      ]),
      ...whatCounted(view, outcome),
    ),
  ];
}

/** How unsure the number of the verdict is, and how often it would lie above the threshold. */
function spread(outcome: OutcomeAssessment): Block[] {
  const plot = spreadPlot(outcome);
  const above = outcome.distribution?.above;
  const words =
    above === undefined
      ? []
      : [
          paragraph(
            above === 1
              ? 'In all of the trials, or nearly all, the declared doubt is above the threshold.'
              : `In at most ${formatShare(above)} of the trials the declared doubt is above the threshold.`,
          ),
        ];
  return plot === undefined ? words : [...words, { kind: 'plot', plot }];
}

function doubtTable(id: string, rows: readonly (readonly [string, string, Doubt])[]): Block {
  const shown = (value: number | undefined) => cell(value === undefined ? '–' : formatProbability(value));
  return table(
    `The three doubts about ${id}, per deployment window`,
    ['Doubt', numeric('Mean'), numeric('Standard error'), numeric('5 %'), numeric('50 %'), numeric('95 %')],
    rows,
    ([word, meaning, doubt]): Row => ({
      cells: [
        cellOf([[{ kind: 'strong', text: word }], [{ kind: 'soft', text: meaning }]]),
        cell(formatDoubt(doubt)),
        shown(doubt.error),
        shown(doubt.p5),
        shown(doubt.p50),
        shown(doubt.p95),
      ],
    }),
  );
}

function thresholdLine(view: View, outcome: OutcomeAssessment): Line {
  const { id, threshold, number } = outcome;
  if (threshold === undefined) return ['No threshold is stated.'];
  const approved = view.index.outcome(id)?.threshold?.approved;
  const by =
    approved === undefined
      ? 'nobody is named as having approved it'
      : `approved by ${approved.by}${approved.date === undefined ? '' : ` on ${approved.date}`}`;
  const what = threshold.criterion === 'mean' ? 'for the mean' : `for the mean and the ${threshold.criterion}`;
  const held =
    number === undefined ? '' : ` The number held against it is ${formatProbability(number)}: ${heldWords(outcome)}.`;
  const percentile = criterionOf(outcome);
  const also =
    percentile === undefined
      ? ''
      : ` The ${percentile.criterion} of the declared doubt is ${formatProbability(percentile.value)}, ${percentile.met ? 'within' : 'above'} the threshold.`;
  return [
    `Threshold: ${formatProbability(threshold.probability)} per deployment window, ${what}; ${by}.${held}${also}`,
  ];
}

/** What the number of the verdict is: the upper end of the mean. */
function heldWords({ doubt }: OutcomeAssessment): string {
  const what =
    doubt !== undefined && 'lower' in doubt.declared
      ? 'the upper end of the declared doubt'
      : 'the mean of the declared doubt';
  return doubt?.declared.error === undefined ? what : `${what} with three standard errors added`;
}

function budget({ case: of, assessment }: View): Block[] {
  if (of.budget === undefined) return [];
  const sum = assessment.outcomes.reduce((total, { threshold }) => total + (threshold?.probability ?? 0), 0);
  return [
    paragraph(
      `The thresholds of all outcomes add up to ${formatProbability(Math.min(1, sum))}; the case allows ${formatProbability(of.budget.probability)} in all.`,
    ),
  ];
}
