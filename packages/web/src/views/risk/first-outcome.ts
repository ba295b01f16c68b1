import type { OutcomeAssessment } from '@surety/core/doubt';

/** The outcome to look at first: one that is not supported before the others, and of these the one nearest to its threshold, or farthest above it. */
export function firstOutcome<One extends Pick<OutcomeAssessment, 'verdict' | 'number' | 'threshold'>>(
  outcomes: readonly One[],
): One | undefined {
  const share = ({ number, threshold }: One) =>
    number === undefined || threshold === undefined ? 0 : number / threshold.probability;
  const isSupported = ({ verdict }: One) => Number(verdict === 'supported');
  return outcomes.toSorted((a, b) => isSupported(a) - isSupported(b) || share(b) - share(a))[0];
}
