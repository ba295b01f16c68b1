import { caseHead } from '../case-head.js';
import { exitCode } from '../exit-code.js';
import { countFindings } from '../render/findings.js';
import type { Checked } from './checked.js';

/** The findings as data; `surety schema check` is its schema. */
export function toJson({ text, findings, asOf, failOn, code }: Checked, indent: number | undefined): string {
  const { case: of } = text;
  const data = {
    format: 'surety-check/1',
    asOf,
    failOn,
    case: of === null ? null : caseHead(of),
    passed: of !== null && code === exitCode.good,
    counts: countFindings(findings),
    findings,
  };
  return `${JSON.stringify(data, null, indent)}\n`;
}
