import { describe, expect, it } from 'vitest';
import type { Measures } from '../case/index.js';
import { assess } from '../doubt/index.js';
import { stated } from '../doubt/random-argument.testing.js';
import { caseFrom, counted, textOf } from '../doubt/text.testing.js';
import { adviseCase, blockedWords } from './index.js';

const options = { asOf: '2026-11-23' };

function adviceFor(text: string, measures: Measures = {}) {
  return adviseCase(caseFrom(text), measures, options)[0]!;
}

const two = (first: string, second: string) =>
  textOf(`G1: { text: Safe, supportedBy: [Sn1, Sn2], inference: 0 }
Sn1: { text: Tests, ${first} }
Sn2: { text: More, ${second} }`);

describe('adviseCase', () => {
  it('tells the largest doubt that does it, by the closed form, and what does not do it', () => {
    // 1 - (1 - x)(1 - 0.002) <= 0.01 where x <= 0.008 / 0.998 = 0.008016.
    const advice = adviceFor(two('doubt: 0.03', 'doubt: 0.002'));
    expect(advice.ways).toMatchObject([{ steps: [{ kind: 'doubt', leaf: 'Sn1', from: 0.03, to: 0.00801 }] }]);
    expect(advice.ways[0]!.size).toBeCloseTo(Math.log(0.03 / 0.00801), 12);
    expect(advice.insufficient).toMatchObject([{ text: 'the doubt of Sn2', number: expect.closeTo(0.03, 9) }]);
  });

  it('tells two together, by the same factor, where none does it alone', () => {
    // Each 0.02: 1 - (1 - x)² <= 0.01 where x <= 0.0050126.
    const advice = adviceFor(two('doubt: 0.02', 'doubt: 0.02'));
    expect(advice.ways.map(({ steps }) => steps.map((step) => [step.kind, step.to]))).toEqual([
      [
        ['doubt', 0.00501],
        ['doubt', 0.00501],
      ],
    ]);
  });

  it('tells how many clean trials are missing, by the closed form', () => {
    const text = textOf(
      `G1: { text: Safe, supportedBy: [Sn1], inference: { elicited: 0.001, by: Ada, date: 2026-11-16, because: Below it nothing happens } }
Sn1: { text: Trials, evidence: trials, requires: { rate: "<= 0.02" } }`,
      'evidence: { trials: { source: a.csv, reader: csv, measure: { kind: rate, success: x >= 1 } } }\n',
    );
    const advice = adviceFor(text, { trials: counted(0, 150) });
    // 0.98^n <= 0.009 / 0.999 from n = ln(0.009009) / ln(0.98) = 233.1 on.
    const [way] = advice.ways.filter(({ steps }) => steps[0]!.kind === 'trials');
    expect(way!.steps).toMatchObject([{ kind: 'trials', evidence: 'trials', from: 150, to: 234, allEvents: false }]);
    expect(way!.steps[0]!.text).toBe(
      '84 more trials of trials (150 so far), agreed beforehand and none with the event',
    );
  });

  it('asks for the step from a rate to the event where nobody assessed it', () => {
    const text = textOf(
      `G1: { text: Safe, supportedBy: [Sn1] }
Sn1: { text: Trials, evidence: trials, requires: { rate: "<= 0.02" } }`,
      'evidence: { trials: { source: a.csv, reader: csv, measure: { kind: rate, success: x >= 1 } } }\n',
    );
    const advice = adviceFor(text, { trials: counted(0, 900) });
    expect(advice.first).toEqual([]);
    // 0.98^900 is 1.3e-8: the step may have all of the threshold but for that.
    expect(advice.ways).toMatchObject([{ steps: [{ kind: 'inference', element: 'G1', to: 0.00999 }] }]);
  });

  it('tells the largest beta of legs, and lower exposure', () => {
    const text = textOf(
      `G1: { text: Safe, supportedBy: [Sn1, Sn2], combine: any, inference: 0 }
Sn1: { text: Tests, doubt: p }
Sn2: { text: More, doubt: 0.02 }`,
      'quantities: { q: { expression: 2e-5, unit: probability per task }, p: "min(1, atLeastOne(q, exposure.tasks))" }\n',
    );
    const advice = adviceFor(text);
    // Sn1 0.0198. Legs: 0.019801 (β + (1 - β) 0.02) <= 0.01 for β <= 0.4949; tasks: 1 - (1 - 2e-5)^n <= 0.01 for n <= 502.
    const steps = advice.ways.map(({ steps: [step] }) => step!);
    const legs = steps.find(({ kind }) => kind === 'legs');
    expect(legs!.to).toBe(0.494);
    expect(steps.find(({ kind }) => kind === 'exposure')).toMatchObject({ axis: 'tasks', from: 1000, to: 502 });
    expect(steps.map(({ kind }) => kind)).not.toContain('group');
  });

  it('tells the largest beta of a declared common cause', () => {
    const text = textOf(
      `G1: { text: Safe, supportedBy: [Sn1, Sn2], combine: any, dependence: { independent: true, because: Two teams }, inference: 0 }
Sn1: { text: Tests, doubt: 0.02 }
Sn2: { text: More, doubt: 0.02 }`,
      'dependence: [ { name: one lab, members: [Sn1, Sn2], beta: 0.6, because: One lab } ]\n',
    );
    const steps = adviceFor(text).ways.map(({ steps: [step] }) => step!);
    // β p + (1 - β p) q² with q = (p - β p) / (1 - β p), p = 0.02: 0.01 at β = 0.4948.
    expect(steps.find(({ kind }) => kind === 'group')).toMatchObject({ group: 'one lab', from: 0.6, to: 0.494 });
  });

  it('lifts what blocks in every way, and names what no number can lift', () => {
    const text = textOf(
      `G1: { text: Safe, supportedBy: [G2, Sn1], inference: 0 }
G2: { text: Later, undeveloped: true }
Sn1: { text: Tests, doubt: 0.001 }
D1: { type: challenge, challenges: Sn1, text: Why, status: open, strength: 0.5 }`,
      'review: { required: [author] }\n',
      'status: accepted',
    );
    const advice = adviceFor(text);
    expect(advice.first.map((change) => change.text)).toEqual([expect.stringContaining('sign')]);
    for (const { steps } of advice.ways) {
      expect(steps.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['develop', 'answer']));
    }
    expect(advice.ways.length).toBeGreaterThan(0);
  });

  it('lets a claim be argued again, or the exposure fall to what it holds up to', () => {
    const advice = adviceFor(textOf('G1: { text: Safe, doubt: 0.001, holdsUntil: { tasks: 400 } }'));
    expect(advice.ways.map(({ steps }) => steps.map(({ kind, to }) => [kind, to]))).toEqual([
      [['limit', 1000]],
      [['exposure', 400]],
    ]);
  });

  it('has nothing to say where it is supported, and says so where there is no number', () => {
    expect(adviceFor(two('doubt: 0.001', 'doubt: 0.002'))).toMatchObject({ ways: [], notes: [{ code: 'supported' }] });
    expect(adviceFor(textOf('G1: { text: Safe, supportedBy: [Sn1] }\nSn1: { text: Tests }'))).toMatchObject({
      ways: [],
      notes: [{ code: 'no-number' }],
    });
  });

  it('says where nothing does it', () => {
    const of = caseFrom(
      textOf(`G1: { text: Safe, supportedBy: [Sn1, Sn2, Sn3], inference: 0 }
Sn1: { text: A, doubt: 0.1 }
Sn2: { text: B, doubt: 0.1 }
Sn3: { text: C, doubt: 0.1 }`),
    );
    expect(adviseCase(of, {}, options)).toMatchObject([{ ways: [], notes: [{ code: 'none' }] }]);
  });
});

describe('a threshold for a percentile', () => {
  it('is met by what is told, and not by a step less', () => {
    const of = (doubt: string) =>
      caseFrom(
        textOf(
          `G1: { text: Safe, supportedBy: [Sn1, Sn2], inference: 0 }
Sn1: { text: Tests, doubt: { elicited: { between: [1e-3, 2e-2] }, by: Ada, date: 2026-11-16, because: Guess } }
Sn2: { text: More, doubt: ${doubt} }`,
        ).replace('per: window, approved', 'per: window, criterion: p95, approved'),
      );
    const change = (of_: ReturnType<typeof caseFrom>, to: number) => ({
      ...of_,
      elements: of_.elements.map((element) => (element.id === 'Sn1' ? { ...element, doubt: stated(to) } : element)),
    });
    const [advice] = adviseCase(of('0.004'), {}, options);
    const [way] = advice!.ways;
    const [step] = way!.steps;
    // A doubt that is known: its mean is its percentile. 1 - (1 - x)(1 - 0.004) <= 0.01 where x <= 0.006024.
    expect(step).toMatchObject({ kind: 'doubt', leaf: 'Sn1', to: 0.00602 });
    expect(advice!.number).toBeGreaterThan(0.02);
    const verdict = (to: number) => assess(change(of('0.004'), to), {}, options).outcomes[0]!.verdict;
    expect([verdict(0.00602), verdict(0.00603)]).toEqual(['supported', 'not supported']);
  });
});

describe('blockedWords', () => {
  const reason = (text: string) => ({ code: 'contradiction' as const, text, blocks: true });
  it('says what stands in the way beside the number', () => {
    const one = { text: 'the doubt of Sn1', number: 0.02 };
    expect(blockedWords({ ...one, blockedBy: [] })).toBe('');
    expect(blockedWords({ ...one, blockedBy: [reason('R1 says more')] })).toBe(', and blocked: R1 says more');
    expect(blockedWords({ ...one, blockedBy: [reason('A'), reason('B'), reason('C')] })).toBe(
      ', and blocked: A (and 2 more)',
    );
  });
});
