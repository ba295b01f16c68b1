import { attestationFaults, measureOf } from '../../case/index.js';
import { type Found, rule } from '../rule.js';

export const evidenceUnverified = rule({
  code: 'evidence-unverified',
  title: 'Evidence whose attestation does not hold',
  severity: 'error',
  check: ({ case: of, facts, measures, asOf }) =>
    measures === undefined
      ? []
      : of.evidence
          .filter(({ id, attestation }) => attestation !== undefined && facts.citedEvidence().has(id))
          .flatMap((evidence) =>
            attestationFaults(evidence, measureOf(measures, evidence.id), asOf).map(
              ({ kind, detail }): Found => ({
                message: `Evidence ${evidence.id} is not verified (${kind}): ${detail}`,
                at: evidence.attestation!.origin,
              }),
            ),
          ),
});

export const testResultFailed = rule({
  code: 'test-result-failed',
  title: 'Evidence whose signed test result says that the test failed',
  severity: 'warning',
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
});
