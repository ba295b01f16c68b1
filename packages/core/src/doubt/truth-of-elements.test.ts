import { describe, expect, it } from 'vitest';
import { upperEnd } from './statistics-of-trials.js';
import { assessText, blockingCodes, outcomeOf, textOf } from './text.testing.js';

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
    expect(blockingCodes(outcome)).toEqual(['challenge-open']);
  });

  it('an open challenge that does not block is among what would change a number that fails, and only there', () => {
    const changes = (strength: string) =>
      outcomeOf(
        textOf(`G1: { text: None, supportedBy: [Sn1] }
Sn1: { text: A, doubt: 0.001 }
D1: { text: Doubtful, challenges: Sn1, ${strength}blocking: false }`),
      ).wouldChange.map(({ text }) => text);
    const words = 'Answer challenge D1, or state its strength, the probability that it is right';
    expect(changes('')).toContain(words);
    expect(changes('strength: 0, ')).not.toContain(words);
    expect(changes('status: accepted, ')).toContain(
      'Answer challenge D1, in place of accepting it: what is accepted counts as right',
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
    expect(blockingCodes(answered)).toEqual([]);
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
    expect(blockingCodes(outcomeOf(until('tasks: 999')))).toEqual(['beyond-limit']);
    expect(outcomeOf(until('tasks: 999')).doubt?.declared).toEqual({ mean: 1 });
    expect(blockingCodes(outcomeOf(until('instances: 5')))).toEqual(['beyond-limit']);
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
