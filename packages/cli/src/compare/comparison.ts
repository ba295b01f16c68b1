import type { AssessmentDiff, CaseDiff } from '@surety/core/diff';
import type { Side } from './side.js';

/** Two states of a case held against each other. */
export interface Comparison {
  readonly before: Side;
  readonly after: Side;
  readonly changes: CaseDiff;
  /** Absent where they were not assessed. */
  readonly assessments?: AssessmentDiff;
}

export async function compare(before: Side, after: Side): Promise<Comparison> {
  const { diffAssessments, diffCases } = await import('@surety/core/diff');
  const changes = diffCases(before.case, after.case);
  if (before.assessment === undefined || after.assessment === undefined) return { before, after, changes };
  return { before, after, changes, assessments: diffAssessments(before.assessment, after.assessment, changes) };
}
