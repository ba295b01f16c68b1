import { isNarrow } from '@surety/core/case';
import { type CutSets, criterionOf, type OutcomeAssessment, pathSetInWords, type Verdict } from '@surety/core/doubt';
import { someOf } from '@surety/core/shown';
import { bullet, type Canvas, firstOf, indent, section } from './canvas.js';
import { cutSetHeading, renderCutSets } from './cut-sets.js';
import { fewerLines, groupLines, legLines } from './dependence.js';
import { renderDoubts } from './doubts.js';
import { importanceLines } from './importance.js';
import { formatProbability } from './numbers.js';
import { reasonLines } from './reasons.js';
import type { Style } from './style.js';
import { listed, wrap } from './text.js';
import { tornadoLines } from './tornado.js';

const mostSets = 5;
const mostChanges = 8;
const mostNotes = 12;

/** `SUPPORTED leak: The agent shows …`, the line that a decision maker reads first. */
export function renderVerdict(outcome: OutcomeAssessment, { style, width }: Canvas): string {
  const label = verdictPaint(style, outcome.verdict)(style.bold(outcome.verdict.toUpperCase()));
  return wrap(`${label} ${style.bold(outcome.id)}: ${outcome.text}`, width, '', indent);
}

export function verdictPaint(style: Style, verdict: Verdict): (text: string) => string {
  if (verdict === 'supported') return style.green;
  if (verdict === 'not supported') return style.red;
  return verdict === 'undecided' ? style.yellow : style.cyan;
}

/** All there is to say about one outcome, the verdict first. */
export function renderOutcome(outcome: OutcomeAssessment, canvas: Canvas): string {
  const { style, width } = canvas;
  const { doubt, wouldChange, notes, importance, tornado } = outcome;
  const changes = wouldChange.map(({ text }) => bullet(text, canvas));
  const said = notes.map(({ text }) => bullet(text, canvas));
  const parts = [
    [renderVerdict(outcome, canvas), wrap(`${statementOf(outcome)}${numberLine(outcome)}`, width, indent)],
    doubt === undefined ? [] : renderDoubts(doubt, indent, style),
    section('Why', reasonLines(outcome, canvas), canvas),
    section('What would change it', firstOf(changes, mostChanges, canvas), canvas),
    cutSetLines(outcome, canvas),
    section('Legs that are counted', legLines(outcome, canvas), canvas),
    section('Common causes', groupLines(outcome, canvas), canvas),
    section('Leaves that matter most', importanceLines(importance, canvas), canvas),
    section('Uncertain inputs that move it most', tornadoLines(tornado, canvas), canvas),
    section('What carries it alone', pathLines(outcome, canvas), canvas),
    section('Notes', firstOf(said, mostNotes, canvas), canvas),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function statementOf({ statement }: OutcomeAssessment): string {
  const sentence = `${statement[0]?.toUpperCase() ?? ''}${statement.slice(1)}`;
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

function numberLine(outcome: OutcomeAssessment): string {
  const { number, threshold } = outcome;
  if (number === undefined) return '';
  if (threshold === undefined) return ` Doubt ${formatProbability(number)}; there is no threshold.`;
  const percentile = criterionOf(outcome);
  const also =
    percentile === undefined ? '' : ` with a ${percentile.criterion} of ${formatProbability(percentile.value)},`;
  const both = percentile === undefined ? '' : ', which both must meet';
  const narrow = isNarrow(Math.max(number, percentile?.value ?? 0), threshold.probability) ? ': only just within' : '';
  return ` Doubt ${formatProbability(number)}${also} against a threshold of ${formatProbability(threshold.probability)} per window${both}${narrow}.`;
}

function cutSetLines(outcome: OutcomeAssessment, canvas: Canvas): readonly string[] {
  const { cutSets, doubt } = outcome;
  if (cutSets === undefined) return [];
  const { words, width, style } = canvas;
  const lines = renderCutSets(withoutZeros(cutSets), mostSets, words, `${indent}${indent}`, width, style);
  if (lines.length === 0) return [];
  const heading = wrap(style.bold(cutSetHeading(cutSets, doubt !== undefined)), width, indent);
  return [heading, ...lines, ...(doubt === undefined ? [] : fewerLines(outcome, canvas))];
}

/** Sets of probability 0 say nothing beside others; `surety cutsets` lists them too. */
function withoutZeros(sets: CutSets): CutSets {
  const positive = sets.top.filter(({ probability }) => probability !== 0);
  return positive.length === 0 ? sets : { ...sets, top: positive };
}

function pathLines({ pathSet }: OutcomeAssessment, canvas: Canvas): string[] {
  if (pathSet.length === 0) return [];
  return [bullet(`${pathSetInWords(pathSet.length)}: ${listed(someOf(pathSet))}`, canvas)];
}
