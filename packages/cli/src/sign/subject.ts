import type { Case, CaseLookup, Diagnostic, Origin } from '@surety/core/case';
import type { OutcomeAssessment } from '@surety/core/doubt';
import { type Subtree, subtreeHash, subtreesOf, wholeCaseHash } from '@surety/core/signoff';
import type { AssessedCase } from '../load-case.js';

/** What somebody is about to sign, as they must see it. */
export interface Subject {
  /** Absent: the whole case. */
  readonly element?: { readonly id: string; readonly text: string };
  readonly of: string;
  readonly counts: { readonly elements: number; readonly evidence: number; readonly quantities: number };
  /** Outcomes that hang on it, as they stand. */
  readonly outcomes: readonly OutcomeAssessment[];
  /** What was found in it and is not waived. */
  readonly findings: readonly Diagnostic[];
  /** Inference steps in it that nobody assessed. */
  readonly unassessed: readonly string[];
}

export function subjectOf(assessed: AssessedCase, index: CaseLookup, id: string | undefined): Subject {
  const { assessment, findings } = assessed;
  const of = index.case;
  const subtreeOf = subtreesOf(index);
  const subtree = id === undefined ? undefined : subtreeOf(id);
  const element = id === undefined ? undefined : index.element(id);
  const holds = (other: string) => subtree === undefined || subtree.elements.has(other);
  const outcomes = assessment.outcomes.filter(
    ({ claim }) => id === undefined || (claim !== undefined && (holds(claim) || subtreeOf(claim).elements.has(id))),
  );
  const open = findings.filter(({ waived }) => waived === undefined);
  const unassessed = new Set(assessment.outcomes.flatMap((outcome) => outcome.unassessed));
  return {
    ...(element === undefined ? {} : { element: { id: element.id, text: element.text } }),
    of: id === undefined ? wholeCaseHash(of) : subtreeHash(index, id),
    counts: {
      elements: subtree?.elements.size ?? of.elements.length,
      evidence: subtree?.evidence.size ?? of.evidence.length,
      quantities: subtree?.quantities.size ?? of.quantities.length,
    },
    outcomes,
    findings: subtree === undefined ? open : open.filter(inside(assessed, index, subtree)),
    unassessed: of.elements.map((one) => one.id).filter((one) => unassessed.has(one) && holds(one)),
  };
}

/** Whether a finding is about something of the subtree: about one of its elements, or at the place of a part of it. */
function inside({ ranges }: AssessedCase, index: CaseLookup, subtree: Subtree): (finding: Diagnostic) => boolean {
  const places = originsOf(index.case, subtree).map((origin) => ranges.value(origin));
  return ({ element, range }) =>
    element === undefined
      ? places.some(
          ({ file, start, end }) =>
            file === range.file && start.offset <= range.start.offset && range.end.offset <= end.offset,
        )
      : subtree.elements.has(element);
}

function originsOf({ evidence, quantities, system }: Case, subtree: Subtree): readonly Origin[] {
  return [
    ...evidence.filter(({ id }) => subtree.evidence.has(id)),
    ...quantities.filter(({ name }) => subtree.quantities.has(name)),
    ...system.filter(({ id }) => subtree.subsystems.has(id)),
    ...subtree.outcomes,
  ].map(({ origin }) => origin);
}
