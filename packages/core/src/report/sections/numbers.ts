import { type Doubt, formatProbability, type LeafSource, type OutcomeAssessment } from '../../doubt/index.js';
import {
  type Block,
  cell,
  cellOf,
  code,
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
import { counted, listed, sentence } from '../words.js';
import { partFor } from './part.js';

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
        ...general(view),
      ],
    };
  }
  return {
    anchor,
    title,
    blocks: [
      ...general(view),
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

function thresholdLine(view: View, { id, threshold }: OutcomeAssessment): Line {
  if (threshold === undefined) return ['No threshold is stated.'];
  const approved = view.index.outcome(id)?.threshold?.approved;
  const by =
    approved === undefined
      ? 'nobody is named as having approved it'
      : `approved by ${approved.by}${approved.date === undefined ? '' : ` on ${approved.date}`}`;
  const what = threshold.criterion === 'mean' ? 'for the mean' : `for the mean and the ${threshold.criterion}`;
  return [`Threshold: ${formatProbability(threshold.probability)} per deployment window, ${what}; ${by}.`];
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

/** What the literature warns of, whatever the case. */
function general(view: View): Block[] {
  const proxy =
    'Evidence supports a claim about what was tested. The step from there to the harm is a claim of its own, and is assessed on its own.';
  if (!view.numbers) return [warning(proxy), ...caseNotes(view)];
  return [
    warning(
      'A single confidence number is easily implausible. Read the three numbers together, with what they are sensitive to and where they come from.',
    ),
    paragraph(...provenance(view)),
    warning(proxy),
    ...caseNotes(view),
  ];
}

function caseNotes(view: View): Block[] {
  const notes = view.assessment.notes.map((note) => linked(view, sentence(note.text), [note.element]));
  return notes.length === 0 ? [] : [paragraph('To be known when reading the numbers:'), list(notes)];
}

const sourceWords: Record<LeafSource, string> = {
  evidence: 'from evidence held against a requirement',
  elicited: 'stated by people',
  quantity: 'computed from quantities',
  undeveloped: 'undeveloped, so counted as certain to fail',
  'nothing stated': 'without any statement, so counted as certain to fail',
  limit: 'past a limit, so counted as certain to fail',
  blocked: 'from evidence that may not be relied on, so counted as certain to fail',
};

/** Where the doubts come from: how many from data, how many from whose judgement. */
function provenance({ assessment: { leaves, case: about } }: View): Line {
  const people = new Map<string, number>();
  const counts = new Map<LeafSource, number>();
  for (const { source, by } of leaves) {
    counts.set(source, (counts.get(source) ?? 0) + 1);
    for (const who of by) people.set(who, (people.get(who) ?? 0) + 1);
  }
  const parts = (Object.keys(sourceWords) as LeafSource[]).flatMap((source) => {
    const count = counts.get(source) ?? 0;
    return count === 0 ? [] : [`${count} ${sourceWords[source]}`];
  });
  const most = [...people].sort((a, b) => b[1] - a[1]).slice(0, 3);
  const who =
    people.size === 0
      ? ''
      : ` The judgements are those of ${counted(people.size, 'person', 'people')}; most from ${listed(most.map(([name, count]) => `${name} (${count})`))}.`;
  return [`Where the ${counted(leaves.length, 'doubt')} of `, code(about.id), ` come from: ${listed(parts)}.${who}`];
}
