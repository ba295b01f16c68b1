import type { AttestationFault, Measure, SourceState } from './measure.js';
import type { Case, Evidence, IsoDate } from './model/index.js';
import type { Origin } from './origin.js';

/** A file that a text names; its path starts from the folder of that text. */
export interface NamedFile {
  readonly path: string;
  readonly origin: Origin;
}

/** The files that the attestation of a piece of evidence is checked by: itself, keys, trusted root. */
export function attestationFiles({ attestation, keys }: Evidence): readonly NamedFile[] {
  if (attestation === undefined) return [];
  const { path, trustedRoot, origin } = attestation;
  return [path, ...keys, ...(trustedRoot === undefined ? [] : [trustedRoot])].map((one) => ({ path: one, origin }));
}

/** The files that the attestations and the sign-offs of a case are checked by. */
export function provenanceFiles({ evidence, review }: Pick<Case, 'evidence' | 'review'>): readonly NamedFile[] {
  return [
    ...evidence.flatMap(attestationFiles),
    // A signature is also over the statement where that is a file.
    ...review.signoffs.flatMap(({ signature, statement, origin }) =>
      signature === undefined
        ? []
        : [signature, ...(statement === undefined ? [] : [statement])].map((path) => ({ path, origin })),
    ),
    ...(review.keys ?? []),
    ...(review.allowedSigners === undefined ? [] : [review.allowedSigners]),
  ];
}

/** What was altered, as the rest of a sentence that names the evidence. */
export function alterationWords({ of, expected, found }: Extract<SourceState, { kind: 'altered' }>): string {
  switch (of) {
    case undefined:
      return `the lock file holds ${expected}, the source is ${found}`;
    case 'lock entry':
      return `its entry in the lock file is not as it was written: expected ${expected}, found ${found}`;
    case 'lock file':
      return `the lock file is not as it was written (an entry was taken out, put in or renamed): expected ${expected}, found ${found}`;
    case 'results':
      return `its entry in the lock file holds other results than the source gives: locked ${expected}, counted ${found}`;
  }
}

/** Everything that is wrong with the attestation that the case names, on the date of the assessment. */
export function attestationFaults(
  { attestation, collected }: Evidence,
  measure: Measure | undefined,
  asOf: IsoDate,
): readonly AttestationFault[] {
  if (attestation === undefined) return [];
  const check = measure?.attestation;
  if (check === undefined)
    return [{ kind: 'not checked', detail: `nobody held the attestation ${attestation.path} against its source` }];
  const { signedAt, faults } = check;
  if (signedAt === undefined) return faults;
  const late: AttestationFault[] =
    signedAt > asOf
      ? [{ kind: 'timestamp', detail: `it was signed on ${signedAt}, after the date of the assessment` }]
      : [];
  const early: AttestationFault[] =
    collected !== undefined && signedAt < collected
      ? [
          {
            kind: 'timestamp',
            detail: `it was signed on ${signedAt}, before the evidence was collected (${collected})`,
          },
        ]
      : [];
  return [...faults, ...late, ...early];
}
