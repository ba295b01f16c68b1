import type { Diagnostic, Severity } from '@surety/core/case';
import type { ExitCode } from '../exit-code.js';
import type { CaseText } from '../load-case.js';
import type { FailOn } from '../options.js';

/** What `surety check` found, for whatever form it is told in. */
export interface Checked {
  readonly text: CaseText;
  readonly findings: readonly Diagnostic[];
  readonly asOf: string;
  readonly failOn: FailOn;
  readonly code: ExitCode;
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** Whether a finding makes the check fail. */
export function fails({ severity, waived }: Diagnostic, failOn: FailOn): boolean {
  return failOn !== 'never' && waived === undefined && severities.indexOf(severity) <= severities.indexOf(failOn);
}
