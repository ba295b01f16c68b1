import type { Measure } from '../../case/index.js';
import { example, failing, type RuleExamples } from '../example.js';

const read: Measure = { state: { kind: 'fresh' }, digests: [], reader: 'csv 1', models: [], results: [], notes: [] };

const attested = `
argument:
  Sn1: { text: Range evaluation, evidence: range }
evidence:
  range: { source: range.csv, reader: csv, attestation: range.dsse.json, keys: range-team.pem }
`;

export const attestationExamples = {
  'evidence-unverified': {
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
} satisfies RuleExamples;
