import { type Doubt, formatProbability, type OutcomeAssessment } from '../../doubt/index.js';
import { criterionOf } from '../criterion.js';
import {
  type Block,
  cell,
  cellOf,
  type Line,
  list,
  numeric,
  paragraph,
  type Row,
  type Section,
  soft,
  table,
  warning,
} from '../document.js';
import { formatDoubt } from '../numbers.js';
import { anchorOf, elementLink, elementLinks, leafLink, linked, type View } from '../view.js';
import { sentence } from '../words.js';
import { partFor } from './part.js';
import { warnings } from './warnings.js';

/** The three doubts of each outcome, and what was and was not counted in them. */
export function numbersOf(view: View): Section {
  const title = 'The outcomes in numbers';
  const anchor = anchorOf.section('numbers');
  const { outcomes } = view.assessment;
  if (!view.numbers) {
    return {
      anchor,
      title,
      blocks: [
        paragraph('The case states no doubt anywhere, so nothing is computed and no number is shown.'),
        ...warnings(view),
      ],
    };
  }
  return {
    anchor,
    title,
    blocks: [
      ...warnings(view),
      ...budget(view),
      ...outcomes.map((outcome) => partFor(outcome, 'numbers', forOutcome(view, outcome))),
    ],
  };
}

function forOutcome(view: View, outcome: OutcomeAssessment): Block[] {
  const { doubt, notes, legs, legsProvedBest, groups } = outcome;
  const blocks: Block[] = [paragraph(...thresholdLine(view, outcome))];
  if (doubt === undefined)
    blocks.push(paragraph('No goal claims that the outcome will not occur, so there is no doubt to show.'));
  else
    blocks.push(
      doubtTable(outcome.id, [
        ['Declared', 'with the dependence that the author declared; the number of the verdict', doubt.declared],
        ['Independent', 'leaves independent, full credit for every leg; for comparison', doubt.independent],
        ['Dependence-free bound', 'whatever the dependence between leaves', doubt.bound],
      ]),
    );
  const choices = legs.map(({ element, legs: chosen, dependence, beta }): Line => {
    const others =
      view.index
        .element(element)
        ?.supportedBy.map((edge) => edge.to)
        .filter((to) => !chosen.includes(to)) ?? [];
    const credit =
      dependence === 'undeclared'
        ? 'nothing is declared about their dependence, so they earn no credit'
        : `partial credit only, as a common cause of probability ${beta === undefined ? 'unknown' : formatProbability(beta)} is declared`;
    return [
      elementLink(view, element),
      ' rests on ',
      ...elementLinks(view, chosen),
      '; not credited in full: ',
      ...(others.length === 0 ? ['none'] : elementLinks(view, others)),
      ` (${credit}).`,
    ];
  });
  if (choices.length > 0) blocks.push(paragraph('Where one leg of several would be enough:'), list(choices));
  if (!legsProvedBest)
    blocks.push(warning('The legs are not proved to be the best ones: the declared doubt is an interval.'));
  const causes = groups.map(
    ({ name, members, beta, automatic, inForce, because }): Line => [
      `${inForce ? 'In force' : 'Not in force, as it would lower the doubt'}: “${name}” (${automatic ? 'found by Surety' : 'declared'}, β = ${formatProbability(beta)}) on `,
      ...members.flatMap((leaf, at): Line => [...(at === 0 ? [] : [', ']), leafLink(view, leaf)]),
      because === undefined ? '.' : sentence(`: ${because}`),
    ],
  );
  blocks.push(
    ...(causes.length === 0
      ? [soft('No common cause bears on this outcome beyond those between legs.')]
      : [paragraph('Common causes:'), list(causes)]),
  );
  return [
    ...blocks,
    ...notes.map((note) => warning(...linked(view, sentence(note.text), [note.element, outcome.importance[0]?.leaf]))),
  ];
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
