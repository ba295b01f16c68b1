import { doubts } from './assessment.js';
import { date, described, flag, format, list, object, oneOf, probability, type Schema, text, whole } from './parts.js';

const digest: Schema = { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' };
const verdict = oneOf('supported', 'not supported', 'undecided', 'sketch', 'not quantified');

const assessed = object({
  case: object({ id: text, title: text, status: text, contentHash: text }),
  tool: object({ name: oneOf('surety'), version: text }),
  asOf: date,
  seed: whole,
  trials: described(whole, 'Trials that the uncertainty was sampled by; 0 where nothing is uncertain.'),
  outcomes: list(
    object({
      outcome: text,
      verdict,
      'number?': described(probability, 'What was held against the threshold.'),
      'threshold?': object({ probability, criterion: oneOf('mean', 'p50', 'p95') }),
      'doubt?': doubts,
      reasons: list(text, 'Codes, most important first.'),
    }),
  ),
});

const counted = object({
  case: text,
  evidence: text,
  measure: described(digest, 'Digest of what the case asked to be measured.'),
  'collected?': date,
  reader: text,
  results: list({ type: 'object' }, 'Counts for every counting policy, as in the lock file.'),
});

const written = object({
  format: format('surety-attestation/1'),
  written: flag,
  'file?': text,
  subjects: list(object({ name: text, digest }), 'What the statement is about; names are paths from the case.'),
  predicate: { anyOf: [assessed, counted] },
  envelope: object(
    { payload: text, payloadType: text, signatures: list(object({ keyid: text, sig: text })) },
    'The DSSE envelope.',
  ),
});

const verified = object({
  format: format('surety-attestation-verification/1'),
  holds: flag,
  'by?': described(text, 'SHA-256 of the key that signed it; absent where none of the given ones did.'),
  asOf: date,
  versions: object({ attested: text, now: text }),
  faults: list(object({ kind: oneOf('signature', 'key', 'malformed', 'subject', 'verdict'), detail: text })),
});

/** A statement that was written, or with --verify what was found. */
export const attestation: Schema = { oneOf: [written, verified] };
