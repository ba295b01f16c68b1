import type { Diagnostic } from '@surety/core/case';
import { type Places, placeOf } from './place.js';
import { type Style, severityPaint } from './style.js';
import { clean, counted } from './text.js';

/** A finding as `file:line:column severity code message`, with its hint and what is related to it below. */
export function renderFinding(finding: Diagnostic, places: Places, style: Style, withHint = true): string {
  const { severity, code, message, range, hint, related, waived } = finding;
  const until =
    waived === undefined
      ? ''
      : style.dim(` [waived until ${waived.until}${waived.by === undefined ? '' : ` by ${clean(waived.by)}`}]`);
  const paint = waived === undefined ? severityPaint(style, severity) : style.dim;
  const lines = [
    `${style.bold(placeOf(range, places))} ${paint(severity)} ${style.dim(code)} ${clean(message)}${until}`,
  ];
  if (hint !== undefined && withHint) lines.push(`    ${style.dim('hint:')} ${clean(hint)}`);
  for (const one of related ?? [])
    lines.push(`    ${style.dim('see:')} ${placeOf(one.range, places)} ${clean(one.message)}`);
  return lines.join('\n');
}

export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  /** Not counted in the others. */
  readonly waived: number;
}

export function countFindings(findings: readonly Diagnostic[]): FindingCounts {
  const counts = { error: 0, warning: 0, info: 0, waived: 0 };
  for (const { severity, waived } of findings) counts[waived === undefined ? severity : 'waived'] += 1;
  return counts;
}

/** `2 errors, 1 warning and 3 remarks, 1 waived`. */
export function renderCounts(counts: FindingCounts, style: Style): string {
  const parts = [
    counts.error > 0 ? style.red(counted(counts.error, 'error')) : '',
    counts.warning > 0 ? style.yellow(counted(counts.warning, 'warning')) : '',
    counts.info > 0 ? style.cyan(counted(counts.info, 'info', 'infos')) : '',
  ].filter((part) => part !== '');
  const found = parts.length === 0 ? style.green('nothing found') : parts.join(', ');
  return counts.waived === 0 ? found : `${found}, ${counts.waived} waived`;
}
