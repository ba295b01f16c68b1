import { type Element, type EvidenceId, type StatedDoubt, statedDoubts } from '../case/index.js';

/** Evidence that an element rests on: what it cites, and what stands behind the quantities of its doubts. */
export function evidenceUnder(
  element: Element,
  behind: (doubt: StatedDoubt) => readonly EvidenceId[],
): readonly EvidenceId[] {
  return [
    ...(element.evidence === undefined ? [] : [element.evidence]),
    ...statedDoubts(element).flatMap(({ stated }) => behind(stated)),
  ];
}
