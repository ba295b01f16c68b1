import type { CaseLookup, ElementId } from '@surety/core/case';
import type { Assessment } from '@surety/core/doubt';

/** Why an answer does not carry yet: what blocks some outcome at it or below it, each once, in the words of the assessment. */
export function stillBlocks(look: CaseLookup, { outcomes }: Assessment, answer: ElementId): readonly string[] {
  const below = look.below([answer]);
  const found = outcomes.flatMap(({ reasons }) =>
    reasons.filter(({ blocks, element }) => blocks && element !== undefined && below.has(element)),
  );
  return [...new Set(found.map(({ text }) => text))];
}
