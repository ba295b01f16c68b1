import type { ElementId } from '../case/index.js';
import type { Assessment, EvidenceAssessment } from '../doubt/index.js';
import { upperEnd } from '../doubt/index.js';
import type { AssessmentDiff, ElementDoubtDiff, EvidenceDiff, EvidenceSide } from './assessment-diff.js';
import { sameContent } from './content.js';
import { diffOutcomes } from './diff-outcomes.js';
import { diffNumbers } from './number-diff.js';
import { newNames } from './rename-elements.js';
import type { CaseDiff } from './types.js';

/** The factor by which an element's doubt must have moved to be listed. */
export const doubtFactor = 1.25;

/**
 * What a change did to the verdicts. Both assessments must be for the same date and with the same seed; `diff` is that of
 * the two cases. Pure and deterministic.
 */
export function diffAssessments(a: Assessment, b: Assessment, diff: CaseDiff): AssessmentDiff {
  if (a.asOf !== b.asOf || a.seed !== b.seed) throw new Error('the two assessments are for other dates or seeds');
  const id = newNames(diff.renamed);
  return {
    format: 'surety-assessment-diff/1',
    asOf: b.asOf,
    seed: b.seed,
    outcomes: diffOutcomes(a, b, id),
    elements: diffElementDoubts(a, b, id),
    evidence: diffEvidence(a, b),
  };
}

function diffElementDoubts(
  a: Assessment,
  b: Assessment,
  id: (old: ElementId) => ElementId,
): readonly ElementDoubtDiff[] {
  const before = new Map(a.elements.map((element) => [id(element.id), element.doubt?.declared]));
  const [blocked, blocks] = [blockersOf(a, id), blockersOf(b)];
  const found = b.elements.flatMap(({ id: element, doubt }): ElementDoubtDiff[] => {
    const was = before.get(element);
    if (was === undefined || doubt === undefined) return [];
    const number = diffNumbers(upperEnd(was), upperEnd(doubt.declared), was, doubt.declared);
    const far = number.move !== 'same' && (number.factor ?? Infinity) > doubtFactor;
    const blocking =
      blocks.has(element) === blocked.has(element) ? undefined : blocks.has(element) ? 'now' : 'no longer';
    if (!far && blocking === undefined) return [];
    return [{ id: element, ...number, ...(blocking === undefined ? {} : { blocks: blocking }) }];
  });
  const distance = ({ move, factor }: ElementDoubtDiff) => (move === 'same' ? 1 : (factor ?? Infinity));
  return found.sort((one, other) => (distance(one) === distance(other) ? 0 : distance(other) - distance(one)));
}

/** Elements that block some outcome, or whose evidence may not be used. */
function blockersOf(of: Assessment, id: (old: ElementId) => ElementId = (one) => one): ReadonlySet<ElementId> {
  const reasons = of.outcomes.flatMap((outcome) => outcome.reasons.filter(({ blocks }) => blocks));
  const leaves = of.leaves.filter(({ source }) => source === 'blocked');
  return new Set([...reasons, ...leaves].flatMap(({ element }) => (element === undefined ? [] : [id(element)])));
}

function diffEvidence(a: Assessment, b: Assessment): readonly EvidenceDiff[] {
  const before = new Map(a.evidence.map((evidence) => [evidence.id, evidence]));
  return b.evidence.flatMap((evidence) => {
    const old = before.get(evidence.id);
    if (old === undefined) return [];
    const [was, is] = [sideOf(old), sideOf(evidence)];
    return sameContent(was, is) ? [] : [{ id: evidence.id, before: was, after: is }];
  });
}

function sideOf({ states, digests, counts }: EvidenceAssessment): EvidenceSide {
  return {
    states: [...new Set(states.map(({ state }) => state))],
    digests,
    ...(counts === undefined ? {} : { counts }),
  };
}
