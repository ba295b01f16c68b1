import {
  type BuildingBlock,
  type Entry,
  type Fact,
  labelsOf,
  marksLegend,
  provenanceMarks,
} from '@surety/core/catalogue';
import type { Style } from './style.js';
import { table } from './table.js';
import { wrap } from './text.js';

interface View {
  readonly style: Style;
  readonly width: number;
}

/** Building blocks, the highest first, with their three labels. */
export function renderRanking(blocks: readonly BuildingBlock[], { style }: View): string {
  const titles = ['block', 'category', 'practicality', 'maximum strength', 'scalability'].map((title) => ({ title }));
  const rows = blocks.map(({ id, category, practicality, strength, scalability, role, ranksHighest }) => [
    `${id}${role.value === 'supporting' ? ' (supporting only)' : ''}${ranksHighest === undefined ? '' : ' *'}`,
    category,
    marked(practicality),
    marked(strength),
    marked(scalability),
  ]);
  const used = blocks.flatMap((block) => labelsOf(block).map(([, { provenance }]) => provenance));
  const top = blocks.some(({ ranksHighest }) => ranksHighest !== undefined);
  return [
    ...table(titles, rows, '', style.dim),
    '',
    ...(top ? ['* at a name: the paper names it among the three that rank highest.'] : []),
    `Where labels come from: ${marksLegend(used)}`,
  ].join('\n');
}

function marked({ value, provenance }: Fact<string>): string {
  return `${value} ${provenanceMarks[provenance]}`;
}

export function renderBlock(block: BuildingBlock, view: View): string {
  const { style, width } = view;
  const bullets = (lines: readonly string[]) => lines.map((line) => wrap(line, width, '  - ', '    '));
  return [
    wrap(`${style.bold(block.id)} (${block.category}): ${block.title}. ${block.idea}`, width),
    '',
    ...labelsOf(block).flatMap(([name, fact]) => labelLines(name, fact, view)),
    '',
    style.bold('Claim'),
    wrap(block.claim, width, '  '),
    style.bold(block.strategy),
    ...bullets(
      block.subclaims.map(
        ({ key, text, category, provenance }) =>
          `${style.bold(key)}: ${text}${category === undefined ? '' : ` (${category})`} ${style.dim(`(${provenance})`)}`,
      ),
    ),
    style.bold('Evidence that it needs'),
    ...bullets(block.evidence),
    style.bold('Usual defeaters'),
    ...bullets(
      block.defeaters.map(
        ({ text, against, source }) =>
          `${text}${against === undefined ? '' : ` (against ${against})`} ${style.dim(source)}`,
      ),
    ),
    style.bold('Literature'),
    ...bullets(block.literature),
  ].join('\n');
}

function labelLines(name: string, fact: Fact<string | boolean>, { style, width }: View): string[] {
  const value = fact.value === true ? 'yes' : fact.value === false ? 'no' : fact.value;
  const why = fact.because === undefined ? '' : ` ${fact.because}`;
  return [
    wrap(
      `${value}.${why} ${style.dim(`(${fact.provenance}: ${fact.source})`)}`,
      width,
      `  ${name.padEnd(18)}`,
      ' '.repeat(20),
    ),
  ];
}

export function renderEntry({ id, title, text }: Entry, { style, width }: View): string {
  return wrap(
    `${style.bold(id)}: ${title}. ${text.value} ${style.dim(`(${text.provenance}: ${text.source})`)}`,
    width,
    '',
    '  ',
  );
}

export function renderList(title: string, entries: readonly Entry[], view: View): string {
  return [
    view.style.bold(title),
    ...entries.map((entry) => `  ${renderEntry(entry, { ...view, width: view.width - 2 }).replaceAll('\n', '\n  ')}`),
  ].join('\n');
}
