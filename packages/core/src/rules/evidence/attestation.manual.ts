import type { Measure } from '../../case/index.js';
import { example, failing, type RuleManuals } from '../example.js';

const read: Measure = { state: { kind: 'fresh' }, digests: [], reader: 'csv 1', models: [], results: [], notes: [] };

const attested = `
argument:
  Sn1: { text: Range evaluation, evidence: range }
evidence:
  range: { source: range.csv, reader: csv, attestation: range.dsse.json, keys: range-team.pem }
`;

export const attestationManual = {
  'evidence-unverified': {
    why: 'The case names a signed statement about the source, and the statement is not by whom the case pins, not about this source, or not whole. Evidence that claims to be vouched for and is not has doubt 1 and blocks the verdict.',
    passes: example(attested, {
      measures: { range: { ...read, attestation: { by: 'the key 12', says: 'evidence', faults: [] } } },
    }),
    fails: failing(attested, ['6:57 Evidence range is not verified (signature): no pinned key made it'], {
      measures: {
        range: { ...read, attestation: { faults: [{ kind: 'signature', detail: 'no pinned key made it' }] } },
      },
    }),
  },
  'test-result-failed': {
    why: 'A test result says what whoever ran the test made of it. What is counted from the source is another question; but a claim that rests on a test which its own signer calls failed, or passed with warnings, needs a word about it.',
    passes: example(attested, {
      measures: {
        range: { ...read, attestation: { by: 'the key 12', says: 'test result', result: 'PASSED', faults: [] } },
      },
    }),
    fails: failing(attested, ['6:57 The signed test result of evidence range says that the test failed'], {
      measures: {
        range: { ...read, attestation: { by: 'the key 12', says: 'test result', result: 'FAILED', faults: [] } },
      },
    }),
  },
} satisfies RuleManuals;
