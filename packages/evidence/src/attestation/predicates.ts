import type { CountedResult } from '@surety/core/case';

/** Types of predicates, as statements name them. */
export const predicateTypes = {
  /** How a test went (in-toto attestation framework, test-result v0.1). */
  testResult: 'https://in-toto.io/attestation/test-result/v0.1',
  /** What a piece of evidence of a case came to. */
  evidence: 'urn:surety:attestation:evidence:v1',
  /** What a case is worth. */
  assessment: 'urn:surety:attestation:assessment:v1',
  /** That somebody signed a case. */
  signOff: 'urn:surety:attestation:sign-off:v1',
} as const;

/** Says for which case, and as which piece of evidence, the subjects were measured, how, and to what. */
export interface EvidencePredicate {
  readonly case: string;
  readonly evidence: string;
  /** Digest of what the case asked to be measured. */
  readonly measure: string;
  /** Day on which it was collected; absent where the case states none. */
  readonly collected?: string;
  /** Name and version of the reader that counted. */
  readonly reader: string;
  readonly results: readonly CountedResult[];
}
