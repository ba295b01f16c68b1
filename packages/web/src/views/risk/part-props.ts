import type { Case } from '@surety/core/case';
import type { Assessment, OutcomeAssessment } from '@surety/core/doubt';

/** What a part is about. */
export interface PartProps {
  readonly of: Case;
  readonly assessment: Assessment;
  readonly outcome: OutcomeAssessment;
}
