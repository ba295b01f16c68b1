import { describe, expect, it } from 'vitest';
import { assessText, blockingCodes, outcomeOf, textOf } from './text.testing.js';

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
    expect(blockingCodes(outcome)).toEqual([]);
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
    expect(blockingCodes(outcomeOf(legs('dependence: { independent: true, because: x },')))).toEqual(['undeveloped']);
    expect(blockingCodes(outcomeOf(legs('dependence: { beta: 0.1, because: x },')))).toEqual(['undeveloped']);
  });

  it('blocks on required inferences from status in review on, and on sign-offs once accepted', () => {
    expect(blockingCodes(outcomeOf(simple('doubt: 0.001', 'status: in review')))).toEqual(['inference-required']);
    const review = 'review: { required: [author], signoffs: [] }';
    const accepted = (signoffs: string) =>
      textOf(
        'G1: { text: None, supportedBy: [Sn1], inference: 0 }\nSn1: { text: A, doubt: 0.001 }',
        review.replace('[] }', `${signoffs} }`),
        'status: accepted',
      );
    expect(blockingCodes(outcomeOf(accepted('[]')))).toEqual(['signoff-missing']);
    expect(
      blockingCodes(outcomeOf(accepted('[ { role: author, who: Ada, date: 2026-11-01, of: "sha256:00" } ]'))),
    ).toEqual(['signoff-stale']);
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
    expect(blockingCodes(outcomeOf(simple('doubt: 0.001', 'status: revoked', ', inference: 0')))).toContain('revoked');
  });
});
