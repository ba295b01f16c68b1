import {
  type AttestationCheck,
  type Case,
  type ElementId,
  type Evidence,
  type EvidenceId,
  endsBeforeWindow,
  type IsoDate,
  type Measures,
  measureOf,
} from '@surety/core/case';
import type { Assessment, EvidenceAssessment, LeafAssessment } from '@surety/core/doubt';

/** A piece of evidence with what the assessment says of it and what rests on it. */
export interface EvidenceRow {
  readonly id: EvidenceId;
  readonly evidence: Evidence;
  readonly assessed: EvidenceAssessment | undefined;
  /** Leaves whose doubt comes from it, by a requirement or through quantities. */
  readonly leaves: readonly LeafAssessment[];
  /** Elements that rest on it, each once. */
  readonly citedBy: readonly ElementId[];
  /** It expires before the deployment window ends, and has not yet. */
  readonly beforeEnd: boolean;
  readonly attestation: AttestationCheck | undefined;
}

export function evidenceRows(
  of: Case,
  { evidence, leaves, asOf }: Assessment,
  measures: Measures,
): readonly EvidenceRow[] {
  const assessed = new Map(evidence.map((one) => [one.id, one]));
  return of.evidence.map((piece) => {
    const resting = leaves.filter((leaf) => leaf.evidence.includes(piece.id));
    const named = of.elements.flatMap(({ id, evidence: cited }) => (cited === piece.id ? [id] : []));
    return {
      id: piece.id,
      evidence: piece,
      assessed: assessed.get(piece.id),
      leaves: resting,
      citedBy: [...new Set([...named, ...resting.map(({ element }) => element)])],
      beforeEnd: expiresBeforeEnd(piece, of, asOf),
      attestation: measureOf(measures, piece.id)?.attestation,
    };
  });
}

function expiresBeforeEnd({ expires }: Evidence, { decision }: Case, asOf: IsoDate): boolean {
  return expires !== undefined && expires > asOf && endsBeforeWindow(expires, decision?.window);
}

/** `Helper 3`, or the first figures of a digest. */
export function shortModel(model: string): string {
  return model.startsWith('sha256:') ? `${model.slice(0, 15)}…` : model;
}

/** `3.4 MB` */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`;
}

/** In a few words, for the table; nothing where none is named. */
export function attestationWords({ evidence, attestation, assessed }: EvidenceRow): string {
  if (evidence.attestation === undefined) return 'none';
  const isHeld = attestation !== undefined && !assessed?.states.some(({ state }) => state === 'unverified');
  if (!isHeld) return 'does not hold';
  return attestation.by === undefined ? 'holds' : `by ${attestation.by}`;
}
