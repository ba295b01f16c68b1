import { formatProbability, type RiskCaseAssessment } from '../../doubt/index.js';
import { badge, cell, cellOf, type Line, numeric, paragraph, type Section, table } from '../document.js';
import { anchorOf, elementLink, type View } from '../view.js';

/** The other side's argument beside the safety case. */
export function riskCases(view: View): Section {
  const anchor = anchorOf.section('risk-cases');
  const title = 'Risk cases';
  const stated = view.case.riskCases;
  if (stated.length === 0)
    return {
      anchor,
      title,
      blocks: [paragraph('The case holds no argument of the other side, that an outcome will occur.')],
    };
  const assessed = new Map(view.assessment.riskCases.map((one) => [one.outcome, one]));
  const outcomes = new Map(view.assessment.outcomes.map((one) => [one.id, one]));
  const shown = (value: number | undefined) => cell(value === undefined ? '–' : formatProbability(value));
  const columns = [
    'Outcome',
    'The other side claims',
    ...(view.numbers
      ? [
          numeric('Outcome at least this likely'),
          numeric('Number of the verdict'),
          numeric('Threshold'),
          'It contradicts',
        ]
      : []),
  ];
  const rows = table(
    'The argument that an outcome will occur, beside the argument that it will not',
    columns,
    stated,
    ({ outcome, claim }) => ({
      cells: [
        cell(outcome),
        cellOf([[elementLink(view, claim)], [view.index.element(claim)?.text ?? '']]),
        ...(view.numbers
          ? [
              shown(assessed.get(outcome)?.lowerBound),
              shown(outcomes.get(outcome)?.number),
              shown(outcomes.get(outcome)?.threshold?.probability),
              cellOf(contradictionOf(assessed.get(outcome))),
            ]
          : []),
      ],
    }),
  );
  const meaning =
    'A risk case argues that an outcome will occur. If it is right, the outcome is at least as likely as its lower bound, whatever depends on what; above the number of the verdict, or above the threshold, the two contradict each other.';
  return { anchor, title, blocks: [...(view.numbers ? [paragraph(meaning)] : []), rows] };
}

function contradictionOf(assessed: RiskCaseAssessment | undefined): Line[] {
  if (assessed === undefined) return [['not computed']];
  if (assessed.contradiction === 'none') return [[badge('good', 'nothing')]];
  const what = assessed.contradiction === 'threshold' ? 'the threshold' : 'the number of the verdict';
  const blame: Line[] = assessed.contradictsIndependence
    ? [['It lies below the dependence-free bound: the declared independence is what it contradicts.']]
    : [];
  return [[badge('bad', what)], ...blame];
}
