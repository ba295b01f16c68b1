import type { Case, Diagnostic } from '../case/index.js';
import type { Assessment } from '../doubt/index.js';
import type { Coverage } from '../rules/index.js';

/** What a report is made from; all of it must belong together (same case, same date). */
export interface ReportInput {
  readonly case: Case;
  readonly assessment: Assessment;
  readonly findings: readonly Diagnostic[];
  readonly coverage: Coverage;
  /** Version of Surety that made the assessment. */
  readonly version: string;
}
