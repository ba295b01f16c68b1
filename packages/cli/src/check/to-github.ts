import type { Diagnostic, Severity } from '@surety/core/case';
import { countFindings, renderCounts } from '../render/findings.js';
import { makeStyle } from '../render/style.js';
import { clean } from '../render/text.js';
import type { Checked } from './checked.js';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Workflow commands of GitHub Actions, which it shows beside the lines of a pull request. Waived findings are left out.
 * Places are relative to the root of the repository. Everything that comes from a text is on one line and escaped, so
 * that no text can give commands of its own.
 */
export function toGithub({ findings, asOf }: Checked): string {
  const told = findings.filter(({ waived }) => waived === undefined).map(commandOf);
  const counts = renderCounts(countFindings(findings), makeStyle(false));
  return [...told, `${counts}, as of ${asOf}`].map((line) => `${line}\n`).join('');
}

function commandOf({ severity, code, message, hint, range }: Diagnostic): string {
  const { file, start, end } = range;
  const oneLine = start.line === end.line;
  const properties: readonly (readonly [string, string | number])[] = [
    ['file', file],
    ['line', start.line],
    // Columns are of one line only; what spans several is shown at its lines.
    ...(oneLine ? ([['col', start.column]] as const) : []),
    ['endLine', end.line],
    ...(oneLine ? ([['endColumn', end.column]] as const) : []),
    ['title', `surety: ${code}`],
  ];
  const told = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  const text = hint === undefined ? clean(message) : `${clean(message)}\n${clean(hint)}`;
  return `::${commands[severity]} ${told}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(clean(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
