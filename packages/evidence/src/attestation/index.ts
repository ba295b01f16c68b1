/** Signed statements about sources, cases and sign-offs: in-toto, DSSE, Sigstore. */
export {
  type AttestationInput,
  type AttestationResult,
  checkAttestation,
  type NamedBytes,
} from './check-attestation.js';
export type { Expected } from './check-statement.js';
export { type Envelope, payloadType, readEnvelope, signerOf, signStatement } from './envelope.js';
export { type Checked, fault } from './fault.js';
export { pae } from './pae.js';
export { mostBytes, parseObject } from './parse-json.js';
export { keyId, type PinnedKey, readKeys } from './pinned-keys.js';
export { type EvidencePredicate, predicateTypes } from './predicates.js';
export { readPrivateKey } from './private-key.js';
export { checkSignOff, type SignedRecord, type SignOffPredicate, signSignOff } from './sign-off.js';
export { readStatement, type Statement, type Subject, statementOf } from './statement.js';
