import type { AssessmentDiff, OutcomeDiff, WordHunk } from '@surety/core/diff';
import type { Fact } from '@surety/core/diff/told';
import {
  type ChangeBlock,
  type ChangeLine,
  changeBlocks,
  countsInWords,
  cutSetWords,
  doubtWords,
  evidenceWords,
  isNews,
} from '@surety/core/diff/told';
import type { Comparison } from '../../compare/comparison.js';
import { bullet, type Canvas, firstOf, indent } from '../canvas.js';
import { formatProbability } from '../numbers.js';
import { verdictPaint } from '../outcome.js';
import type { Style } from '../style.js';
import { cleaned, wrap } from '../text.js';
import { wordsOf } from '../words.js';

const mostElements = 12;
const mostLines = 60;

/** A comparison for people: what it did to the verdicts first, then what changed. Cleans everything that a case says. */
export function renderComparison(
  dirty: Comparison,
  view: { readonly style: Style; readonly width: number; readonly brief: boolean },
): string {
  const { before, after, changes, assessments } = cleaned(dirty);
  const { style, width, brief } = view;
  const canvas: Canvas = { style, width, words: wordsOf(after.case) };
  const counts = countsInWords(changes);
  const head = [
    wrap(`${style.bold(after.case.title)}: ${before.name} → ${after.name}`, width),
    style.dim(wrap(counts === '' ? 'The two say the same.' : counts, width)),
    assessments === undefined ? '' : style.dim(wrap(`both as of ${assessments.asOf}, seed ${assessments.seed}`, width)),
  ].filter((line) => line !== '');
  const verdicts = (assessments?.outcomes ?? []).map((outcome) => outcomeBlock(outcome, canvas, brief));
  if (brief) return [...(verdicts.length === 0 ? head : verdicts)].join('\n');
  const notes = [...before.notes, ...after.notes].map((text) => bullet(text, canvas));
  return [
    head.join('\n'),
    ...verdicts,
    ...(assessments === undefined ? [] : doubtBlocks(assessments, canvas)),
    ...changeBlocks(changes, before.case, after.case).map((block) => changeBlock(block, canvas)),
    notes.length === 0 ? '' : [style.bold('Notes'), ...notes].join('\n'),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function outcomeBlock(outcome: OutcomeDiff, canvas: Canvas, brief: boolean): string {
  const { style, width } = canvas;
  const { id, text, before, after, verdict, sentence, reasonsCame, reasonsWent, cutSetsCame, cutSetsWent } = outcome;
  const label = (side: typeof before) =>
    side === undefined ? '–' : verdictPaint(style, side.verdict)(style.bold(side.verdict.toUpperCase()));
  const labels = verdict === 'same' ? label(after) : `${label(before)} → ${label(after)}`;
  if (brief) return wrap(`${labels} ${sentence}`, width, '', indent);
  const cutSets = (list: typeof cutSetsCame, words: string, mark: string) =>
    list.map((set) => bullet(`${words}: ${cutSetWords(set)}`, canvas, mark));
  return [
    wrap(`${labels} ${style.bold(id)}: ${text}`, width, '', indent),
    wrap(sentence, width, indent),
    ...doubtsLine(outcome, canvas),
    ...reasonsCame
      .filter(isNews)
      .map((reason) => bullet(`${reason.blocks ? 'BLOCKS: ' : ''}${reason.text}`, canvas, '+')),
    ...reasonsWent
      .filter(isNews)
      .map((reason) => bullet(`${reason.blocks ? 'no longer blocks: ' : 'no longer: '}${reason.text}`, canvas, '-')),
    ...cutSets(cutSetsCame, 'among the likeliest cut sets now', '+'),
    ...cutSets(cutSetsWent, 'no longer among them', '-'),
  ].join('\n');
}

/** The three doubts on both sides, where any is another. */
function doubtsLine({ before, after, number }: OutcomeDiff, { style, width }: Canvas): readonly string[] {
  if (before?.doubt === undefined || after?.doubt === undefined || number?.move === 'same') return [];
  const [was, is] = [before.doubt, after.doubt];
  const kinds = [
    ['declared', 'declared'],
    ['independent', 'if independent'],
    ['bound', 'dependence-free bound'],
  ] as const;
  const text = kinds.map(([kind, name]) => `${name} ${upper(was[kind])} → ${upper(is[kind])}`).join('; ');
  return [style.dim(wrap(text, width, `${indent}${indent}`))];
}

function upper(doubt: { readonly mean: number } | { readonly upper: number }): string {
  return formatProbability('mean' in doubt ? doubt.mean : doubt.upper);
}

function doubtBlocks({ elements, evidence }: AssessmentDiff, canvas: Canvas): readonly string[] {
  const { style, words } = canvas;
  const moved = elements.map((one) =>
    bullet(`${style.bold(one.id)} ${doubtWords(one)}: ${words.element(one.id)}`, canvas),
  );
  const states = evidence.map((one) => bullet(evidenceWords(one), canvas));
  return [
    moved.length === 0 ? '' : [style.bold('Doubts that moved'), ...firstOf(moved, mostElements, canvas)].join('\n'),
    states.length === 0 ? '' : [style.bold('Evidence that is not as it was'), ...states].join('\n'),
  ];
}

const signs = { added: '+', removed: '-', moved: '>', changed: '~', renamed: '=' } as const;

function changeBlock({ title, lines }: ChangeBlock, canvas: Canvas): string {
  return [
    canvas.style.bold(title),
    ...firstOf(
      lines.map((line) => changeLine(line, canvas)),
      mostLines,
      canvas,
    ),
  ].join('\n');
}

function changeLine({ change, name, text, facts }: ChangeLine, { style, width }: Canvas): string {
  const paint = change === 'added' ? style.green : change === 'removed' ? style.red : style.yellow;
  const [only] = facts;
  const short = facts.length === 1 && only?.label === '' && text === '';
  const words = short ? factWords(only, style) : text;
  const head = wrap(
    `${style.bold(name)}${words === '' ? '' : `: ${words}`}`,
    width,
    `${indent}${paint(signs[change])} `,
    '      ',
  );
  const below = short ? [] : facts.map((fact) => wrap(factWords(fact, style), width, '      ', '        '));
  return [head, ...below].join('\n');
}

function factWords({ label, text }: Fact, style: Style): string {
  const isSwap = text.length === 2 && text[0]?.kind === 'removed' && text[1]?.kind === 'added';
  const words = isSwap
    ? `${style.red(text[0]!.text)} → ${style.green(text[1]!.text)}`
    : text.map((hunk) => hunkWords(hunk, text.length, style)).join('');
  return label === '' ? words : `${label}: ${words}`;
}

/** Brackets say what colour says, for those who see none; what stands alone needs them not. */
function hunkWords({ kind, text }: WordHunk, of: number, style: Style): string {
  if (kind === 'same') return text;
  if (kind === 'removed') return style.red(of === 1 ? `removed ${text}` : `[-${text}-]`);
  return style.green(of === 1 ? text : `{+${text}+}`);
}
