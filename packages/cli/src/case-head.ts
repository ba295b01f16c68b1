import type { Case, CaseStatus } from '@surety/core/case';

/** Which case an output is about. */
export function caseHead({ id, title, status, contentHash }: Case): {
  readonly id: string;
  readonly title: string;
  readonly status: CaseStatus;
  readonly contentHash: string;
} {
  return { id, title, status, contentHash };
}
