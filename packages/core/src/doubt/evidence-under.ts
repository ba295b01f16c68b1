import type { Element, EvidenceId, StatedDoubt } from '../case/index.js';

/** Evidence that an element rests on: what it cites, and what stands behind the quantities of its doubts. */
export function evidenceUnder(
  element: Element,
  behind: (doubt: StatedDoubt) => readonly EvidenceId[],
): readonly EvidenceId[] {
  const strength = element.challenge?.strength;
  const doubts = [element.doubt, element.inference, strength === 1 ? undefined : strength];
  return [
    ...(element.evidence === undefined ? [] : [element.evidence]),
    ...doubts.flatMap((doubt) => (doubt === undefined ? [] : behind(doubt))),
  ];
}
