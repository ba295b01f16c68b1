import { describe, expect, it } from 'vitest';
import { assessText, blockingCodes, counted, outcomeOf, textOf } from './text.testing.js';

describe('evidence (semantics section 6)', () => {
  const leaf = (
    requires: string,
    evidence = '',
    system = 'system: { m: { kind: model, model: { name: M, digest: "sha256:aa" } } }',
    more = '',
  ) =>
    textOf(
      `G1: { text: None, supportedBy: [Sn1], inference: { elicited: 0, by: a, date: 2026-11-01, because: b } }
Sn1: { text: A, evidence: e, requires: { ${requires} } }
${more}`,
      `${system}\nevidence: { e: { source: e.csv, reader: csv, measure: { kind: rate, success: score >= 1 }${evidence} } }`,
    );

  it('gives the tail at which the bound still meets the requirement', () => {
    // P(Beta(1, 300) > 0.01) = 0.99^300
    const outcome = outcomeOf(leaf('rate: "<= 0.01"'), { e: counted(0, 300) });
    expect(outcome.doubt?.declared).toEqual({ mean: expect.closeTo(0.99 ** 300, 12) });
    const margin = outcomeOf(leaf('rate: "<= 0.02", margin: 2'), { e: counted(0, 300) });
    expect(margin.doubt?.declared).toEqual({ mean: expect.closeTo(0.99 ** 300, 12) });
  });

  it('says where the trials speak against the requirement, and how a doubt follows from them', () => {
    const failed = assessText(leaf('rate: "<= 0.05", margin: 2'), { e: counted(197, 200) });
    const reason = failed.outcomes[0]?.reasons.find(({ code }) => code === 'requirement-not-met');
    expect(reason?.text).toMatch(
      /^Sn1: 197 of 200 does not meet rate <= 0.05 with a margin of 2, that is rate <= 0.025/,
    );
    const met = assessText(leaf('rate: "<= 0.01"'), { e: counted(0, 300) });
    expect(met.leaves.find(({ id }) => id === 'Sn1')?.how).toBe(
      'with 0 of 300, the exact (Clopper–Pearson) bound meets rate <= 0.01 at a tail of 0.049: P(at most 0 of 300 | 0.01), binomial',
    );
  });

  it('takes the counting policy that hurts the claim', () => {
    const policy = (errors: 'exclude' | 'count as success' | 'count as failure') =>
      ({ errors, invalid: 'exclude', limits: 'exclude' }) as const;
    const two = counted(0, 300, {
      results: [
        { policy: policy('exclude'), counts: { kind: 'binomial', events: 0, trials: 300 } },
        { policy: policy('count as success'), counts: { kind: 'binomial', events: 5, trials: 305 } },
        { policy: policy('count as failure'), counts: { kind: 'binomial', events: 0, trials: 305 } },
      ],
    });
    const assessment = assessText(leaf('rate: "<= 0.05"'), { e: two });
    const found = assessment.leaves.find((one) => one.id === 'Sn1');
    expect(found?.policy).toContain('errors as events');
  });

  it.each([
    ['missing', {}, '', 'evidence-missing'],
    [
      'altered',
      { e: counted(0, 9, { state: { kind: 'altered', expected: 'sha256:1', found: 'sha256:2' } }) },
      '',
      'evidence-altered',
    ],
    ['stale', { e: counted(0, 9000) }, ', expires: 2026-11-23', 'evidence-stale'],
    [
      'an altered lock entry',
      { e: counted(0, 9000, { state: { kind: 'altered', of: 'lock entry', expected: 'x', found: 'y' } }) },
      '',
      'evidence-altered',
    ],
    ['an attestation that nobody checked', { e: counted(0, 9000) }, ', attestation: e.json', 'evidence-unverified'],
    [
      'an attestation that does not hold',
      { e: counted(0, 9000, { attestation: { faults: [{ kind: 'signature', detail: 'it is wrong' }] } }) },
      ', attestation: { file: e.json, keys: [k.pem] }',
      'evidence-unverified',
    ],
    [
      'an attestation of a day to come',
      { e: counted(0, 9000, { attestation: { signedAt: '2027-01-01', faults: [] } }) },
      ', attestation: e.json',
      'evidence-unverified',
    ],
    [
      'an attestation from before the evidence',
      { e: counted(0, 9000, { attestation: { signedAt: '2026-10-01', faults: [] } }) },
      ', attestation: e.json, collected: 2026-10-02',
      'evidence-unverified',
    ],
    [
      'about another model',
      { e: counted(0, 9000) },
      ', about: { subsystem: m, model: "sha256:bb" }',
      'evidence-other-model',
    ],
  ])('%s blocks, and its doubt is 1', (_, measures, more, code) => {
    const outcome = outcomeOf(leaf('rate: "<= 0.01"', more), measures);
    expect(blockingCodes(outcome)).toEqual([code]);
    expect(outcome.doubt?.declared).toEqual({ mean: 1 });
  });

  it('counts where its attestation holds', () => {
    const verified = counted(0, 9000, { attestation: { by: 'a key', signedAt: '2026-11-20', faults: [] } });
    expect(blockingCodes(outcomeOf(leaf('rate: "<= 0.01"', ', attestation: e.json'), { e: verified }))).not.toContain(
      'evidence-unverified',
    );
  });

  it('lists several states at once', () => {
    const outcome = outcomeOf(
      leaf('rate: "<= 0.01"', ', expires: 2026-01-01, about: { subsystem: m, model: "sha256:bb" }'),
      { e: counted(0, 9000) },
    );
    expect(blockingCodes(outcome)).toEqual(['evidence-stale', 'evidence-other-model']);
  });

  it('uses what is locked, says so, and refuses it where the policy does', () => {
    const locked = { e: counted(0, 9000, { state: { kind: 'locked' } }) };
    const used = assessText(leaf('rate: "<= 0.01"'), locked);
    expect(used.outcomes[0]?.verdict).toBe('supported');
    expect(used.notes.map((note) => note.code)).toContain('not-re-read');
    const refused = outcomeOf(
      `${leaf('rate: "<= 0.01"')}policy: { absentEvidence: block }\n`.replace('}policy', '}\npolicy'),
      locked,
    );
    expect(blockingCodes(refused)).toEqual(['evidence-absent']);
  });

  it('about another model counts where a transfer argument stands between, and fails with it', () => {
    const text = leaf(
      'rate: "<= 0.01"',
      ', about: { subsystem: m, model: "sha256:bb" }, transfer: G8',
      undefined,
      'G8: { text: It carries over, supportedBy: [Sn8] }\nSn8: { text: Comparison, doubt: 0.004 }',
    );
    const outcome = outcomeOf(text, { e: counted(0, 9000) });
    expect(outcome.verdict).toBe('supported');
    expect(outcome.doubt?.declared).toEqual({ mean: expect.closeTo(0.004, 9) });
  });

  it('blocks where a rate does not reach the event', () => {
    const without = leaf('rate: "<= 0.01"').replace(/, inference: \{[^}]*\}/, '');
    expect(blockingCodes(outcomeOf(without, { e: counted(0, 9000) }))).toEqual(['rate-is-not-event']);
  });

  it('makes one variable of the same requirement on the same evidence, one group of different ones', () => {
    const legs = (second: string) =>
      textOf(
        `G1: { text: None, supportedBy: [S1], inference: { elicited: 0, by: a, date: 2026-11-01, because: b } }
S1: { text: Legs, combine: any, dependence: { independent: true, because: x }, supportedBy: [Sn1, Sn2], inference: { elicited: 0, by: a, date: 2026-11-01, because: b } }
Sn1: { text: A, evidence: e, requires: { rate: "<= 0.01" } }
Sn2: { text: B, evidence: e, requires: { ${second} } }`,
        'evidence: { e: { source: e.csv, reader: csv, measure: { kind: rate, success: score >= 1 } } }',
      );
    const p = 0.99 ** 300;
    const same = outcomeOf(legs('rate: "<= 0.01"'), { e: counted(0, 300) });
    expect(same.doubt?.independent).toEqual({ mean: expect.closeTo(p, 12) });
    const other = outcomeOf(legs('rate: "<= 0.02"'), { e: counted(0, 300) });
    expect(other.groups).toMatchObject([{ automatic: true, beta: 1, inForce: true, members: ['Sn1', 'Sn2'] }]);
    // Comonotone: both fail as often as the less doubtful one.
    expect(other.doubt?.declared).toEqual({ mean: expect.closeTo(0.98 ** 300, 12) });
    const opposite = outcomeOf(legs('rate: ">= 0.001"'), { e: counted(0, 300) });
    expect(opposite.groups).toEqual([]);
  });

  it('makes one group of few missed and many caught, which are the same trials', () => {
    const text = textOf(
      `G1: { text: None, supportedBy: [S1], inference: { elicited: 0, by: a, date: 2026-11-01, because: b } }
S1: { text: Legs, combine: any, dependence: { independent: true, because: x }, supportedBy: [Sn1, Sn2], inference: { elicited: 0, by: a, date: 2026-11-01, because: b } }
Sn1: { text: A, evidence: missed, requires: { rate: "<= 0.01" } }
Sn2: { text: B, evidence: caught, requires: { rate: ">= 0.99" } }`,
      `evidence:
  missed: { source: e.csv, reader: csv, measure: { kind: rate, success: score < 1 } }
  caught: { source: e.csv, reader: csv, measure: { kind: rate, success: score >= 1 } }`,
    );
    const outcome = outcomeOf(text, { missed: counted(0, 300), caught: counted(300, 300) });
    expect(outcome.groups).toMatchObject([{ automatic: true, beta: 1, inForce: true, members: ['Sn1', 'Sn2'] }]);
    expect(outcome.doubt?.declared).toEqual({ mean: expect.closeTo(0.99 ** 300, 12) });
  });
});
