import { describe, expect, it } from 'vitest';
import { upperEnd } from './statistics-of-trials.js';
import { assessText, counted, outcomeOf, textOf } from './text.testing.js';

const codes = (outcome: { reasons: readonly { code: string; blocks: boolean }[] }) =>
  outcome.reasons.filter((reason) => reason.blocks).map((reason) => reason.code);

describe('common cause (semantics section 9, reference 3.8)', () => {
  const watchdogs = (dependence: string, k: number, p: number, rest = '') =>
    textOf(
      `G1: { text: None, supportedBy: [S1] }
S1:
  text: Every watchdog must fail
  combine: any
  ${dependence}
  supportedBy: [${Array.from({ length: k }, (_, i) => `Sn${i + 1}`).join(', ')}]
${Array.from({ length: k }, (_, i) => `Sn${i + 1}: { text: Watchdog, doubt: ${p} }`).join('\n')}`,
      rest,
    );
  const independent = 'dependence: { independent: true, because: separate teams }';
  const group = (k: number) =>
    `dependence: [ { name: g, members: [${Array.from({ length: k }, (_, i) => `Sn${i + 1}`).join(', ')}], beta: 0.1, because: same base model } ]`;

  it.each([
    [3, 0.01, 0.00100073046],
    [2, 0.01, 0.001081081],
    [3, 0.05, 0.005092043],
  ])('%i legs of %d in a group of beta 0.1: %d', (k, p, expected) => {
    const outcome = outcomeOf(watchdogs(independent, k, p, group(k)));
    const { declared, independent: alone } = outcome.doubt ?? {};
    expect(declared).toEqual({ mean: expect.closeTo(expected, 9) });
    expect((alone as { mean: number }).mean).toBeCloseTo(p ** k, 15);
    expect(outcome.groups).toMatchObject([{ name: 'g', inForce: true, automatic: false }]);
  });

  it.each([
    [3, 0.01, 0.0010009],
    [2, 0.01, 0.00109],
    [3, 0.05, 0.0051125],
  ])('%i legs of %d with leg beta 0.1: %d', (k, p, expected) => {
    const outcome = outcomeOf(watchdogs('dependence: { beta: 0.1, because: one red team }', k, p));
    expect(outcome.doubt?.declared).toEqual({ mean: expect.closeTo(expected, 12) });
    expect(outcome.legs).toEqual([{ element: 'S1', legs: ['Sn1'], dependence: 'beta', beta: 0.1 }]);
  });

  it('gives no credit where nothing is declared, and all of it where independence is', () => {
    expect(outcomeOf(watchdogs('', 3, 0.01)).doubt?.declared).toEqual({ mean: 0.01 });
    const { declared, independent: alone, bound } = outcomeOf(watchdogs(independent, 3, 0.01)).doubt ?? {};
    expect((declared as { mean: number }).mean).toBeCloseTo(1e-6, 18);
    expect((alone as { mean: number }).mean).toBeCloseTo(1e-6, 18);
    expect(bound).toEqual({ mean: 0.01 });
  });

  it('gives a group no credit that would lower the doubt, and names it', () => {
    const outcome = outcomeOf(
      textOf(
        'G1: { text: None, supportedBy: [Sn1, Sn2] }\nSn1: { text: A, doubt: 0.1 }\nSn2: { text: B, doubt: 0.1 }',
        group(2),
      ),
    );
    expect(outcome.doubt?.declared).toEqual({ mean: expect.closeTo(0.19, 12) });
    expect(outcome.groups).toMatchObject([{ name: 'g', inForce: false }]);
    expect(outcome.notes.map((note) => note.code)).toContain('group-no-credit');
  });
});

describe('truth of elements (semantics section 1)', () => {
  const declared = (text: string) => upperEnd(outcomeOf(text).doubt?.declared ?? { mean: Number.NaN });

  it('fails with its inference step, a cited assumption, or its support', () => {
    const text = textOf(
      `G1: { text: None, supportedBy: [Sn1], inContextOf: [A1, C1], inference: 0.1 }
Sn1: { text: A, doubt: 0.2 }
C1: { text: Context }`,
      'assumptions: { A1: { text: Holds, owner: x, doubt: 0.3 } }',
    );
    expect(declared(text)).toBeCloseTo(1 - 0.9 * 0.8 * 0.7, 12);
  });

  it('counts a leaf that is used twice once', () => {
    const text = textOf(
      `G1: { text: None, supportedBy: [S1] }
S1: { text: Legs, combine: any, dependence: { independent: true, because: x }, supportedBy: [G2, G3] }
G2: { text: A, supportedBy: [Sn1], inContextOf: [A1] }
G3: { text: B, supportedBy: [Sn2], inContextOf: [A1] }
Sn1: { text: A, doubt: 0.2 }
Sn2: { text: B, doubt: 0.3 }`,
      'assumptions: { A1: { text: Holds, owner: x, doubt: 0.1 } }',
    );
    expect(declared(text)).toBeCloseTo(0.1 + 0.9 * 0.2 * 0.3, 12);
  });

  it('needs k of n legs under atLeast: with no credit the best k of them', () => {
    const legs = (dependence: string) =>
      textOf(
        `G1: { text: None, supportedBy: [S1] }
S1: { text: Two of three, combine: { atLeast: 2 }, ${dependence} supportedBy: [Sn1, Sn2, Sn3] }
Sn1: { text: A, doubt: 0.3 }
Sn2: { text: B, doubt: 0.1 }
Sn3: { text: C, doubt: 0.2 }`,
      );
    expect(declared(legs(''))).toBeCloseTo(1 - 0.9 * 0.8, 12);
    const independent = 0.3 * 0.1 * 0.8 + 0.3 * 0.9 * 0.2 + 0.7 * 0.1 * 0.2 + 0.3 * 0.1 * 0.2;
    expect(declared(legs('dependence: { independent: true, because: x },'))).toBeCloseTo(independent, 12);
    expect(declared(legs('dependence: { beta: 0.5, because: x },'))).toBeCloseTo(
      0.5 * (1 - 0.9 * 0.8) + 0.5 * independent,
      12,
    );
  });

  it.each([
    ['the element', 'challenges: Sn1', 0.2 + 0.8 * 0.5],
    ['the link', 'challenges: G1 -> Sn1', 0.2 + 0.8 * 0.5],
    ['an assumption', 'challenges: A1', 1 - 0.8 * 0.5],
    ['a cited context', 'challenges: C1', 1 - 0.8 * 0.5],
    ['the link to a context', 'challenges: G1 -> C1', 1 - 0.8 * 0.5],
  ])('an open challenge to %s counts at its strength, and blocks', (_, target, expected) => {
    const text = textOf(
      `G1: { text: None, supportedBy: [Sn1], inContextOf: [A1, C1] }
Sn1: { text: A, doubt: 0.2 }
C1: { text: Context }
D1: { text: Doubtful, ${target}, strength: 0.5 }`,
      'assumptions: { A1: { text: Holds, owner: x, doubt: 0 } }',
    );
    const outcome = outcomeOf(text);
    expect(outcome.doubt?.declared).toEqual({ mean: expect.closeTo(expected, 12) });
    expect(codes(outcome)).toEqual(['challenge-open']);
  });

  it('an open challenge that does not block is among what would change a number that fails, and only there', () => {
    const changes = (strength: string) =>
      outcomeOf(
        textOf(`G1: { text: None, supportedBy: [Sn1] }
Sn1: { text: A, doubt: 0.001 }
D1: { text: Doubtful, challenges: Sn1, ${strength}blocking: false }`),
      ).wouldChange.map(({ text }) => text);
    const words = 'Answer challenge D1 (answeredBy), or state its strength, the probability that it is right';
    expect(changes('')).toContain(words);
    expect(changes('strength: 0, ')).not.toContain(words);
    expect(changes('status: accepted, ')).toContain(
      'Answer challenge D1 (answeredBy), in place of accepting it: what is accepted counts as right',
    );
  });

  it('a challenge to a link bears on that parent only', () => {
    const text = textOf(
      `G1: { text: None, supportedBy: [G2] }
G2: { text: A, supportedBy: [Sn1] }
Sn1: { text: A, doubt: 0.2 }
D1: { text: Doubtful, challenges: G1 -> G2, strength: 0.5, blocking: false }`,
    );
    const assessment = assessText(text);
    const doubt = (id: string) =>
      upperEnd(assessment.elements.find((element) => element.id === id)?.doubt?.declared ?? { mean: Number.NaN });
    expect(doubt('G2')).toBeCloseTo(0.2, 12);
    expect(doubt('G1')).toBeCloseTo(0.6, 12);
  });

  it('an answered challenge counts as far as its answer fails, an accepted one in full', () => {
    const challenged = (challenge: string) =>
      textOf(`G1: { text: None, supportedBy: [Sn1] }
Sn1: { text: A, doubt: 0.2 }
D1: { text: Doubtful, challenges: G1, ${challenge} }
G9: { text: Answer, supportedBy: [Sn9] }
Sn9: { text: Study, doubt: 0.1 }`);
    const answered = outcomeOf(challenged('strength: 0.5, status: answered, answeredBy: G9'));
    expect(answered.doubt?.declared).toEqual({ mean: expect.closeTo(0.2 + 0.8 * 0.05, 12) });
    expect(codes(answered)).toEqual([]);
    const accepted = outcomeOf(challenged('status: accepted'));
    expect(accepted.doubt?.declared).toEqual({ mean: 1 });
  });

  it('a goal that argues a claim point fails the step or the link that it stands at', () => {
    const at = (where: string) =>
      textOf(`G1: { text: None, supportedBy: [Sn1], acp: { ACP1: [${where}] } }
Sn1: { text: A, doubt: 0.2 }
G5: { text: The step is sound, confidence: ACP1, supportedBy: [Sn5] }
Sn5: { text: Review, doubt: 0.1 }`);
    expect(declared(at('G1'))).toBeCloseTo(1 - 0.8 * 0.9, 12);
    expect(declared(at('Sn1'))).toBeCloseTo(1 - 0.8 * 0.9, 12);
  });

  it('a claim past its holdsUntil fails, as does one whose axis has no value', () => {
    const until = (limit: string) =>
      textOf(`G1: { text: None, supportedBy: [Sn1], holdsUntil: { ${limit} } }\nSn1: { text: A, doubt: 0.001 }`);
    expect(outcomeOf(until('tasks: 1000')).verdict).toBe('supported');
    expect(codes(outcomeOf(until('tasks: 999')))).toEqual(['beyond-limit']);
    expect(outcomeOf(until('tasks: 999')).doubt?.declared).toEqual({ mean: 1 });
    expect(codes(outcomeOf(until('instances: 5')))).toEqual(['beyond-limit']);
    expect(assessText(until('instances: 5')).notes.map((note) => note.code)).toContain('no-axis-value');
  });
});

describe('a challenge asked about by itself', () => {
  it('is as doubtful as it is strong', () => {
    const text = textOf(
      'G1: { text: None, supportedBy: [Sn1] }\nSn1: { text: A, doubt: 0.2 }\nD1: { text: Doubtful, challenges: G1, strength: 0.3 }',
    );
    const alone = text.replace('claim: G1', 'claim: D1');
    expect(upperEnd(outcomeOf(alone).doubt?.declared ?? { mean: Number.NaN })).toBeCloseTo(0.3, 12);
  });
});

describe('verdict (semantics section 4)', () => {
  const simple = (doubt: string, head?: string, more = '') =>
    textOf(`G1: { text: None, supportedBy: [Sn1]${more} }\nSn1: { text: A, ${doubt} }`, '', head);

  it('is by number where nothing comes before', () => {
    expect(outcomeOf(simple('doubt: 0.01', undefined, ', inference: 0')).statement).toBe('supported');
    expect(outcomeOf(simple('doubt: 0.01')).statement).toBe('supported if this 1 step is sound');
    expect(outcomeOf(simple('doubt: 0.0100001'))).toMatchObject({
      verdict: 'not supported',
      number: expect.closeTo(0.0100001, 12),
    });
  });

  it('is undecided where the error of the mean straddles the threshold', () => {
    // Beta(1, 99) has mean 0.01 exactly.
    const outcome = outcomeOf(simple('doubt: { beta: [1, 99] }'));
    expect(outcome.verdict).toBe('undecided');
    expect(outcome.doubt?.declared.error).toBeGreaterThan(0);
    expect(outcome.number).toBeGreaterThan(0.01);
  });

  it('applies a percentile criterion in addition to the mean', () => {
    const text = simple('doubt: { beta: [1, 199] }').replace(
      'per: window, approved',
      'per: window, criterion: p95, approved',
    );
    const outcome = outcomeOf(text);
    expect(outcome.doubt?.declared.p95).toBeGreaterThan(0.01);
    expect(outcome.verdict).toBe('not supported');
    expect(outcome.reasons[0]?.code).toBe('criterion-above-threshold');
  });

  it('is sketch, with the numbers shown, where the case says so', () => {
    const outcome = outcomeOf(simple('doubt: 0.5', 'status: sketch'));
    expect(outcome.verdict).toBe('sketch');
    expect(outcome.doubt?.declared).toEqual({ mean: 0.5 });
  });

  it('is not quantified where no doubt is stated, with cut sets and no number', () => {
    const assessment = assessText(
      textOf(
        'G1: { text: None, supportedBy: [G2, G3] }\nG2: { text: A, undeveloped: true }\nG3: { text: B, undeveloped: true }',
      ),
    );
    const [outcome] = assessment.outcomes;
    expect(assessment.quantified).toBe(false);
    expect(outcome).toMatchObject({
      verdict: 'not quantified',
      cutSets: { count: '2', top: [{ elements: ['G2'] }, { elements: ['G3'] }] },
    });
    expect(outcome?.doubt).toBeUndefined();
    expect(JSON.stringify(assessment)).not.toMatch(/"mean":/);
  });

  it('is complete without numbers where every goal rests on a solution', () => {
    const outcome = outcomeOf(
      textOf('G1: { text: None, supportedBy: [Sn1], inContextOf: [A1] }\nSn1: { text: A }\nA1: { text: B, owner: x }'),
    );
    expect(outcome.statement).toBe('not quantified; the structure is complete');
    expect(codes(outcome)).toEqual([]);
  });

  it('blocks on an undeveloped claim in a cut set of the declared structure, and lists it elsewhere', () => {
    const legs = (dependence: string) =>
      textOf(`G1: { text: None, supportedBy: [S1] }
S1: { text: Legs, combine: any, ${dependence} supportedBy: [G2, G3] }
G2: { text: A, undeveloped: true }
G3: { text: B, supportedBy: [Sn1] }
Sn1: { text: B, doubt: 0.001 }`);
    const noCredit = outcomeOf(legs(''));
    expect(noCredit.verdict).toBe('supported');
    expect(noCredit.reasons.map((reason) => reason.code)).toContain('undeveloped-listed');
    expect(codes(outcomeOf(legs('dependence: { independent: true, because: x },')))).toEqual(['undeveloped']);
    expect(codes(outcomeOf(legs('dependence: { beta: 0.1, because: x },')))).toEqual(['undeveloped']);
  });

  it('blocks on required inferences from status in review on, and on sign-offs once accepted', () => {
    expect(codes(outcomeOf(simple('doubt: 0.001', 'status: in review')))).toEqual(['inference-required']);
    const review = 'review: { required: [author], signoffs: [] }';
    const accepted = (signoffs: string) =>
      textOf(
        'G1: { text: None, supportedBy: [Sn1], inference: 0 }\nSn1: { text: A, doubt: 0.001 }',
        review.replace('[] }', `${signoffs} }`),
        'status: accepted',
      );
    expect(codes(outcomeOf(accepted('[]')))).toEqual(['signoff-missing']);
    expect(codes(outcomeOf(accepted('[ { role: author, who: Ada, date: 2026-11-01, of: "sha256:00" } ]')))).toEqual([
      'signoff-stale',
    ]);
    const hash = assessText(accepted('[]')).case.contentHash;
    expect(outcomeOf(accepted(`[ { role: author, who: Ada, date: 2026-11-01, of: "sha256:${hash}" } ]`)).verdict).toBe(
      'supported',
    );
    const before = textOf(
      'G1: { text: None, supportedBy: [Sn1], inference: 0 }\nSn1: { text: A, doubt: 0.001 }',
      review,
    );
    expect(outcomeOf(before).reasons.map((reason) => reason.code)).toContain('signoff-listed');
    expect(outcomeOf(before).verdict).toBe('supported');
  });

  it('blocks on a revoked case', () => {
    expect(codes(outcomeOf(simple('doubt: 0.001', 'status: revoked', ', inference: 0')))).toContain('revoked');
  });
});

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
    expect(codes(outcome)).toEqual([code]);
    expect(outcome.doubt?.declared).toEqual({ mean: 1 });
  });

  it('counts where its attestation holds', () => {
    const verified = counted(0, 9000, { attestation: { by: 'a key', signedAt: '2026-11-20', faults: [] } });
    expect(codes(outcomeOf(leaf('rate: "<= 0.01"', ', attestation: e.json'), { e: verified }))).not.toContain(
      'evidence-unverified',
    );
  });

  it('lists several states at once', () => {
    const outcome = outcomeOf(
      leaf('rate: "<= 0.01"', ', expires: 2026-01-01, about: { subsystem: m, model: "sha256:bb" }'),
      { e: counted(0, 9000) },
    );
    expect(codes(outcome)).toEqual(['evidence-stale', 'evidence-other-model']);
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
    expect(codes(refused)).toEqual(['evidence-absent']);
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
    expect(codes(outcomeOf(without, { e: counted(0, 9000) }))).toEqual(['rate-is-not-event']);
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

describe('risk case', () => {
  const both = (risk: string) =>
    `${textOf('G1: { text: None, supportedBy: [Sn1], inference: 0 }\nSn1: { text: A, doubt: 0.001 }')}riskCases:
  o:
    claim: R1
    argument:
      R1: { text: It happens, supportedBy: [Sn7], inference: 0 }
      Sn7: { text: Attack shown, doubt: ${risk} }
`;
  it('contradicts where its lower bound is above the number of the verdict', () => {
    const assessment = assessText(both('0.9'));
    expect(assessment.riskCases).toMatchObject([
      { lowerBound: expect.closeTo(0.1, 12), contradiction: 'declared number', contradictsIndependence: false },
    ]);
    expect(codes(assessment.outcomes[0] ?? { reasons: [] })).toEqual(['contradiction']);
  });
  it('does not where it leaves room', () => {
    const assessment = assessText(both('0.9995'));
    expect(assessment.riskCases[0]?.contradiction).toBe('none');
    expect(assessment.outcomes[0]?.verdict).toBe('supported');
  });
});
