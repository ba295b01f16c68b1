import { amplifyWords, type ChainAssessment, cautions, type NextGeneration } from '@surety/core/chain';
import { clause } from '@surety/core/shown';
import { formatProbability } from './numbers.js';
import type { Style } from './style.js';
import { table } from './table.js';
import { cleaned, counted, wrap } from './text.js';

const mostWays = 3;

/** The generations as a table, how many hold, and what one more would take. */
export function renderChain(
  found: ChainAssessment,
  { style, width }: { readonly style: Style; readonly width: number },
): string {
  const { generations, holding, room, next } = cleaned(found);
  const right = 'right' as const;
  const columns = [
    { title: '' },
    { title: 'case' },
    { title: 'amplified by' },
    { title: 'gap step', align: right },
    { title: 'adds', align: right },
    { title: 'in all', align: right },
    { title: 'threshold', align: right },
    { title: 'verdict' },
  ];
  const rows = generations.map(({ id, amplify, gap, own, doubt, threshold, verdict }, at) => [
    String(at + 1),
    id,
    amplify === undefined ? '' : amplifyWords(amplify),
    gap === undefined ? '' : formatProbability(gap.doubt),
    formatProbability(own),
    formatProbability(doubt),
    threshold === undefined ? 'none' : formatProbability(threshold),
    verdict,
  ]);
  const idOf = (name: string) => generations.find((one) => one.name === name)?.id ?? name;
  const all = holding === generations.length;
  const lines = [
    ...table(columns, rows, '', style.dim),
    '',
    wrap(
      style.bold(
        all
          ? `All ${counted(generations.length, 'generation')} stay under their thresholds`
          : `${counted(holding, 'generation')} of ${generations.length} stay under their thresholds`,
      ),
      width,
    ),
    wrap(
      'Doubts add up, whatever the generations have in common: if a claim fails, the cited one failed, or it fails although that one held.',
      width,
      '  ',
    ),
  ];
  for (const { generation, reason } of generations.at(-1)?.blockers ?? [])
    lines.push(wrap(`Blocked in ${idOf(generation)}: ${reason.text}`, width, '  - ', '    '));
  for (const { id, shares } of generations) {
    for (const { generation, what } of shares)
      lines.push(wrap(`${id} and ${idOf(generation)} both rest on ${what}`, width, '  - ', '    '));
  }
  for (const words of cautions(generations)) lines.push(wrap(words, width, '  - ', '    '));
  if (room !== undefined && room > 0)
    lines.push(
      wrap(`If each added as much as the last one, ${counted(room, 'further generation')} would fit.`, width, '  '),
    );
  return [...lines, ...nextLines(next, idOf, width, style)].join('\n');
}

function nextLines(
  { generation, excess, ways }: NextGeneration,
  idOf: (name: string) => string,
  width: number,
  style: Style,
): readonly string[] {
  if (excess === 0) return [];
  const what =
    generation === undefined
      ? 'For one more that adds as much as the last one'
      : `For ${idOf(generation)} to stay under its threshold`;
  const lines = [
    '',
    wrap(style.bold(`${what}, ${formatProbability(excess)} of doubt has to go. Each of these does it:`), width),
  ];
  for (const { generation: where, allowed, advice } of ways) {
    lines.push(wrap(`in ${idOf(where)}, which may add ${formatProbability(allowed)}:`, width, '  '));
    if (advice.ways.length === 0) lines.push('    - nothing that was tried');
    for (const { steps } of advice.ways.slice(0, mostWays))
      lines.push(
        wrap(steps.map(({ text }, at) => (at === 0 ? text : clause(text))).join('; and '), width, '    - ', '      '),
      );
    const left = advice.ways.length - mostWays;
    if (left > 0) lines.push(`    - and ${counted(left, 'other way')} (--json)`);
  }
  if (ways.length === 0) lines.push('  No generation can make up for it by itself.');
  return lines;
}
