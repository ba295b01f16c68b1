import type { Diagnostic } from '@surety/core/case';
import type { NextEdit, Step, StepState } from '@surety/core/steps';
import { countFindings, renderCounts } from './findings.js';
import { filePath, type Places } from './place.js';
import { type Style, severityPaint } from './style.js';
import { clean, cleaned, counted, wrap } from './text.js';

interface Shown {
  readonly all: readonly Step[];
  readonly wanted: readonly Step[];
  readonly elsewhere: readonly Diagnostic[];
}

/** Findings of a step that are listed where all six are shown. */
const mostMissing = 3;

const signs: Readonly<Record<StepState, string>> = { done: '●', findings: '◐', 'nothing said': '○' };

/** The path with how far each step has come, then the steps; one that was asked for is shown in full. */
export function renderSteps(
  { all, wanted, elsewhere }: Shown,
  places: Places,
  view: { readonly style: Style; readonly width: number },
  full: boolean,
): string {
  const { style, width } = view;
  const path = all.map(({ number, state }) => `${number} ${paintOf(style, state)(signs[state])}`).join(' ── ');
  const rest = wrap(
    `${counted(elsewhere.length, 'finding')} that ${elsewhere.length === 1 ? 'is' : 'are'} about none of the steps: surety check`,
    width,
  );
  return [
    path,
    style.dim('● nothing is missing   ◐ something is   ○ nothing is said'),
    ...wanted.map((step) => `\n${stepLines(step, places, view, full).join('\n')}`),
    ...(elsewhere.length === 0 || full ? [] : [`\n${rest}`]),
  ].join('\n');
}

function stepLines(
  { number, title, asks, state, there, missing, next }: Step,
  places: Places,
  { style, width }: { readonly style: Style; readonly width: number },
  full: boolean,
): string[] {
  const counts = missing.length === 0 ? '' : `: ${renderCounts(countFindings(missing), style)}`;
  const words = { done: 'nothing is missing', findings: 'something is missing', 'nothing said': 'nothing is said' };
  const shown = full ? missing : missing.slice(0, mostMissing);
  const left = missing.length - shown.length;
  return [
    `${paintOf(style, state)(signs[state])} ${style.bold(`Step ${number}: ${title.value}`)}`,
    `  ${paintOf(style, state)(words[state])}${counts}`,
    ...(full ? askLines(asks, style, width) : []),
    ...cleaned(there).map((line) => wrap(line, width, '  + ', '    ')),
    ...shown.map((finding) => missingLine(finding, places, style, width)),
    ...(left > 0 ? [style.dim(`  and ${left} more: surety steps --step ${number}`)] : []),
    ...(next === undefined ? [] : nextLines(next, places, style, width)),
  ];
}

function askLines(asks: Step['asks'], style: Style, width: number): string[] {
  return [
    style.dim('  What is asked'),
    ...asks.map(({ value, provenance, source }) =>
      wrap(`${value} ${style.dim(`(${provenance}: ${source})`)}`, width, '  ? ', '    '),
    ),
  ];
}

function missingLine({ message, severity, range, waived }: Diagnostic, places: Places, style: Style, width: number) {
  const place = `${filePath(range.file, places)}:${range.start.line}`;
  const until = waived === undefined ? '' : ` (waived until ${clean(waived.until)})`;
  return wrap(
    `${severityPaint(style, severity)(severity)} ${clean(message)}${until} ${style.dim(place)}`,
    width,
    '  - ',
    '    ',
  );
}

function nextLines({ file, line, hint, writes }: NextEdit, places: Places, style: Style, width: number): string[] {
  const what = hint === undefined ? 'mend the first of these' : clean(hint);
  return [
    wrap(`${style.cyan('Next:')} ${what} ${style.dim(`${filePath(file, places)}:${line}`)}`, width, '  ', '    '),
    ...writes.flatMap((write) => [
      style.dim(`    after line ${write.line} of ${filePath(write.file, places)}`),
      ...write.text.split('\n').map((text) => `      ${clean(text)}`),
    ]),
  ];
}

function paintOf(style: Style, state: StepState): (text: string) => string {
  return { done: style.green, findings: style.yellow, 'nothing said': style.red }[state];
}
