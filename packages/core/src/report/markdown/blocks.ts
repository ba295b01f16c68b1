import { cleanLines } from '../../shown/index.js';
import type { Card, Verdict } from '../card.js';
import {
  type Block,
  type Cell,
  type Line,
  type List,
  leftOut,
  type OutlineRow,
  type Span,
  type Table,
  type Tone,
} from '../document.js';
import { codeMarkdown, escapeMarkdown } from './escape.js';

/** Deeper rows of an outline are not indented any further. */
const deepest = 12;

export function printBlocks(blocks: readonly Block[]): string {
  return blocks.map(printBlock).join('\n\n');
}

function printBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.look === 'warning' ? `> ${printLine(block.line)}` : printLine(block.line);
    case 'list':
      return printList(block);
    case 'facts':
      return block.facts
        .map(({ term, lines }) => `- ${escapeMarkdown(term)}: ${lines.map(printLine).join('; ')}`)
        .join('\n');
    case 'table':
      return printTable(block);
    case 'verbatim':
      return fenced(block.text);
    case 'details':
      return `**${escapeMarkdown(block.summary)}**\n\n${printBlocks(block.blocks)}`;
    case 'part':
      return `### ${printLine(block.title)}\n\n${printBlocks(block.blocks)}`;
    case 'deep':
      return printBlocks(block.blocks);
    case 'beside':
      return block.parts.map((part) => `**${escapeMarkdown(part.title)}**\n\n${printBlocks(part.blocks)}`).join('\n\n');
    case 'overall':
      return `**${escapeMarkdown(block.headline)}.** ${escapeMarkdown(block.text)}`;
    case 'plot':
      return escapeMarkdown(block.plot.alternative);
    case 'figure':
      return escapeMarkdown(block.caption);
    case 'drawing':
      return escapeMarkdown(`${block.figure.title}: ${block.figure.description}`);
    case 'cards':
      return block.cards.map(printCard).join('\n\n');
    case 'outline':
      return block.rows.map(printOutlineRow).join('\n');
  }
}

/** A block of code whose fence is longer than any run of backticks in it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}yaml\n${cleanLines(text)}\n${fence}`;
}

function printList({ ordered, first, items, left }: List): string {
  const rest = left === 0 ? '' : `\n\n${leftOut(left)}`;
  return `${items.map((line, at) => `${ordered ? `${at + first}.` : '-'} ${printLine(line)}`).join('\n')}${rest}`;
}

export function printLine(line: Line): string {
  return line.map(printSpan).join('');
}

function printSpan(span: Span): string {
  if (typeof span === 'string') return escapeMarkdown(span);
  switch (span.kind) {
    case 'strong':
      return span.text.trim() === '' ? '' : `**${escapeMarkdown(span.text)}**`;
    case 'code':
      return codeMarkdown(span.text);
    case 'soft':
      return escapeMarkdown(span.text);
    // The anchors of the HTML report are not there.
    case 'link':
      return escapeMarkdown(span.text);
    case 'badge':
      return `${signs[span.tone]}**${escapeMarkdown(span.text)}**`;
  }
}

const signs: Record<Tone, string> = { good: '✓ ', bad: '✗ ', open: '! ', plain: '' };

const symbols: Record<Verdict['symbol'], string> = { check: '✓', cross: '✗', question: '?', pencil: '✎', circle: '○' };

function printCard({ name, text, severity, verdict, says, plot, three, hinges, changes, changesNote }: Card): string {
  const head = `### ${symbols[verdict.symbol]} ${escapeMarkdown(verdict.word)}: ${escapeMarkdown(name)}`;
  const lines = [
    `${escapeMarkdown(text)}${severity === undefined ? '' : ` (${escapeMarkdown(severity)})`}`,
    ...(says.length === 0 ? [] : [printLine(says)]),
    ...(three === undefined ? [] : [escapeMarkdown(three)]),
    ...(plot === undefined ? [] : [escapeMarkdown(plot.alternative)]),
  ];
  return [
    head,
    ...lines,
    ...printPoints('It hinges on', hinges),
    ...printPoints(
      `What would change it${changesNote === undefined ? '' : ` (${escapeMarkdown(changesNote)})`}`,
      changes,
    ),
  ].join('\n\n');
}

function printPoints(label: string, lines: readonly Line[]): string[] {
  return lines.length === 0 ? [] : [`${label}:`, lines.map((line) => `- ${printLine(line)}`).join('\n')];
}

function printTable({ caption, columns, rows, left }: Table): string {
  const head = `| ${columns.map(({ title }) => escapeMarkdown(title)).join(' | ')} |`;
  const rule = `| ${columns.map(({ numeric }) => (numeric ? '--:' : '---')).join(' | ')} |`;
  const body = rows.map(({ cells }) => `| ${cells.map(printCell).join(' | ')} |`);
  const rest =
    left === 0
      ? ''
      : `

${leftOut(left)}`;
  return `**${escapeMarkdown(caption)}**\n\n${[head, rule, ...body].join('\n')}${rest}`;
}

function printCell({ lines }: Cell): string {
  return lines
    .map(printLine)
    .filter((line) => line !== '')
    .join('<br>');
}

function printOutlineRow({ depth, id, type, marks, text, doubt, facts, seeAbove }: OutlineRow): string {
  const indent = '  '.repeat(Math.min(depth, deepest));
  const level = depth > deepest ? `(level ${depth}) ` : '';
  const notes = [
    type,
    ...(doubt === undefined ? [] : [`doubt ${doubt}`]),
    ...marks.map((mark) => mark.text),
    ...(seeAbove === undefined ? [] : ['shown above']),
  ];
  const about = seeAbove === undefined ? facts.map(printLine) : [];
  return `${indent}- ${level}**${escapeMarkdown(id)}** (${escapeMarkdown(notes.join('; '))}) ${escapeMarkdown(text)}${about.length === 0 ? '' : `<br>${about.join(' ')}`}`;
}
