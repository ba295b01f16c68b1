import type { Case } from '@surety/core/case';
import { type AssessmentInShort, criterionOf } from '@surety/core/doubt';
import { type Canvas, firstOf } from './canvas.js';
import { formatProbability } from './numbers.js';
import { renderOutcome, renderVerdict, verdictPaint } from './outcome.js';
import type { Style } from './style.js';
import { table } from './table.js';
import { cleaned, counted, wrap } from './text.js';
import { wordsOf } from './words.js';

export interface AssessmentView {
  readonly style: Style;
  readonly width: number;
  /** One line per outcome. */
  readonly brief: boolean;
}

/** An assessment for people: the verdicts first, then what they rest on. Data is cleaned here, so any text may come in. */
export function renderAssessment(of: Case, dirty: AssessmentInShort, { style, width, brief }: AssessmentView): string {
  const assessment = cleaned(dirty);
  const canvas: Canvas = { style, width, words: wordsOf(of) };
  if (brief) return assessment.outcomes.map((outcome) => renderVerdict(outcome, canvas)).join('\n');
  const blocks = [
    header(assessment, canvas),
    assessment.outcomes.length < 2 ? '' : overview(assessment, canvas),
    ...assessment.outcomes.map((outcome) => renderOutcome(outcome, canvas)),
    evidenceBlock(assessment, canvas),
    riskCaseBlock(assessment, canvas),
    notesBlock(assessment, canvas),
    inShort(assessment, canvas),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function header({ case: about, asOf, seed, sampling, outcomes }: AssessmentInShort, { style, width }: Canvas): string {
  const trials =
    sampling === undefined
      ? 'nothing uncertain to sample'
      : `${sampling.randomisations} × ${sampling.points} trials over ${counted(sampling.dimensions, 'uncertain input')}, seed ${seed}`;
  const lines = [
    wrap(style.bold(about.title), width),
    style.dim(wrap(`${about.id}, ${about.status}, as of ${asOf}; ${trials}`, width)),
  ];
  if (outcomes.length === 0)
    lines.push('', wrap('The case names no outcome, so there is nothing to give a verdict on.', width));
  return lines.join('\n');
}

/** The verdicts once more at the end: of a long assessment that is the part on the screen. */
function inShort(assessment: AssessmentInShort, canvas: Canvas): string {
  const lines = overview(assessment, canvas);
  return lines === '' ? '' : `${canvas.style.bold('In short')}\n${lines}`;
}

/** The verdicts side by side. */
function overview({ outcomes }: AssessmentInShort, { style }: Canvas): string {
  if (outcomes.length === 0) return '';
  const widest = Math.max(...outcomes.map(({ verdict }) => verdict.length));
  const rows = outcomes.map((outcome) => {
    const { id, verdict, number, threshold, reasons, unassessed } = outcome;
    const percentile = criterionOf(outcome);
    const blocks = reasons.filter((reason) => reason.blocks).length;
    return [
      // Painted after padding: colours take no columns.
      verdictPaint(style, verdict)(verdict.toUpperCase().padEnd(widest)),
      id,
      number === undefined ? '' : formatProbability(number),
      threshold === undefined ? '' : `of ${formatProbability(threshold.probability)}`,
      // The mean alone would not explain the verdict.
      percentile === undefined || percentile.met
        ? ''
        : `${percentile.criterion} ${formatProbability(percentile.value)}`,
      blocks > 0 ? counted(blocks, 'blocker') : verdict === 'supported' ? conditionOf(unassessed.length) : '',
    ];
  });
  const right = 'right' as const;
  const hasText = (column: number) => rows.some((row) => row[column] !== '');
  return table(
    [
      { title: '' },
      { title: '' },
      { title: '', align: right },
      ...[3, 4, 5].filter(hasText).map(() => ({ title: '' })),
    ],
    rows.map((row) => row.filter((_, at) => at < 3 || hasText(at))),
    '',
  ).join('\n');
}

/** A verdict that hangs on steps which nobody assessed is not to be read without them. */
function conditionOf(steps: number): string {
  if (steps === 0) return '';
  return steps === 1 ? 'if 1 step is sound' : `if ${steps} steps are sound`;
}

function evidenceBlock({ evidence }: AssessmentInShort, { style, width }: Canvas): string {
  const lines = evidence.flatMap(({ id, states, counts, notes }) => {
    const said = [
      ...states.map(({ state, text }) => (state === 'fresh' ? 'read from its source' : text)),
      counts ?? '',
      ...notes,
    ];
    return wrap(`${style.bold(id)}: ${said.filter((part) => part !== '').join('; ')}`, width, '  - ', '    ');
  });
  return lines.length === 0 ? '' : [style.bold('Evidence'), ...lines].join('\n');
}

function riskCaseBlock({ riskCases }: AssessmentInShort, { style, width }: Canvas): string {
  const lines = riskCases.map(({ outcome, claim, lowerBound, contradiction, contradictsIndependence }) => {
    const verdict =
      contradiction === 'none'
        ? 'no contradiction with the safety case'
        : `it contradicts the ${contradiction === 'threshold' ? 'threshold' : 'declared doubt'}${contradictsIndependence ? ', by way of the dependence that is counted' : ''}`;
    if (lowerBound === 0) {
      const nothing = `${style.bold(outcome)}: ${claim} says nothing against the safety case so far`;
      return wrap(nothing, width, '  - ', '    ');
    }
    return wrap(
      `${style.bold(outcome)}: if ${claim} is right, the outcome is at least ${formatProbability(lowerBound)} likely; ${verdict}`,
      width,
      '  - ',
      '    ',
    );
  });
  return lines.length === 0 ? '' : [style.bold("The other side's argument"), ...lines].join('\n');
}

const mostNotes = 20;

function notesBlock({ notes }: AssessmentInShort, canvas: Canvas): string {
  const { style, width } = canvas;
  if (notes.length === 0) return '';
  const lines = notes.map(({ text }) => wrap(text, width, '  - ', '    '));
  return [style.bold('Notes'), ...firstOf(lines, mostNotes, canvas)].join('\n');
}
