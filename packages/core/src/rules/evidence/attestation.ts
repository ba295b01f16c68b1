import { attestationFaults, type Measure } from '../../case/index.js';
import { example, type Found, failing, rule } from '../rule.js';

const read: Measure = { state: { kind: 'fresh' }, digests: [], reader: 'csv 1', models: [], results: [], notes: [] };

const attested = `
argument:
  Sn1: { text: Range evaluation, evidence: range }
evidence:
  range: { source: range.csv, reader: csv, attestation: range.dsse.json, keys: range-team.pem }
`;

export const evidenceUnverified = rule({
  code: 'evidence-unverified',
  title: 'Evidence whose attestation does not hold',
  severity: 'error',
  why: 'The case names a signed statement about the source, and the statement is not by whom the case pins, not about this source, or not whole. Evidence that claims to be vouched for and is not has doubt 1 and blocks the verdict.',
  check: ({ case: of, facts, measures, asOf }) =>
    measures === undefined
      ? []
      : of.evidence
          .filter(({ id, attestation }) => attestation !== undefined && facts.citedEvidence().has(id))
          .flatMap((evidence) =>
            attestationFaults(
              evidence,
              Object.hasOwn(measures, evidence.id) ? measures[evidence.id] : undefined,
              asOf,
            ).map(
              ({ kind, detail }): Found => ({
                message: `Evidence ${evidence.id} is not verified (${kind}): ${detail}`,
                at: evidence.attestation!.origin,
              }),
            ),
          ),
  passes: example(attested, {
    measures: { range: { ...read, attestation: { by: 'the key 12', says: 'evidence', faults: [] } } },
  }),
  fails: failing(attested, ['6:57 Evidence range is not verified (signature): no pinned key made it'], {
    measures: {
      range: { ...read, attestation: { faults: [{ kind: 'signature', detail: 'no pinned key made it' }] } },
    },
  }),
});

export const testResultFailed = rule({
  code: 'test-result-failed',
  title: 'Evidence whose signed test result says that the test failed',
  severity: 'warning',
  why: 'A test result says what whoever ran the test made of it. What is counted from the source is another question; but a claim that rests on a test which its own signer calls failed, or passed with warnings, needs a word about it.',
  check: ({ case: of, facts, measures }) =>
    of.evidence
      .filter(({ id, attestation }) => attestation !== undefined && facts.citedEvidence().has(id))
      .flatMap(({ id, attestation }): Found[] => {
        const { result } =
          measures !== undefined && Object.hasOwn(measures, id) ? (measures[id]!.attestation ?? {}) : {};
        if (result !== 'FAILED' && result !== 'WARNED') return [];
        const ended = result === 'FAILED' ? 'failed' : 'passed with warnings';
        return [
          { message: `The signed test result of evidence ${id} says that the test ${ended}`, at: attestation!.origin },
        ];
      }),
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
});
