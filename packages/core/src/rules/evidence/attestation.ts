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
