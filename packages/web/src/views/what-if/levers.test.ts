import { author } from '@surety/core/authoring';
import { assess } from '@surety/core/doubt';
import { parse } from '@surety/core/language';
import { whatIf } from '@surety/core/what-if';
import { describe, expect, it } from 'vitest';
import { fromPlace, leversOf, steps, toPlace } from './levers.js';

const text = `surety: 1
case: { id: c, title: A case, status: draft }
decision: { kind: internal deployment, exposure: { tasks: 1000, instances: 10 }, window: { from: 2026-01-01, to: 2026-02-01 } }
outcomes:
  o1: { text: It breaks, threshold: { probability: 0.01, per: window }, claim: G1 }
argument:
  G1: { text: Holds, supportedBy: [G2, G3], combine: any, dependence: { beta: 0.1, because: shared }, inference: { elicited: 0.001, by: A, because: b } }
  G2: { text: Two, doubt: { elicited: 0.02, by: A, because: b } }
  G3: { text: Three, doubt: { elicited: q1, by: A, because: b } }
quantities:
  q1: { between: [0.01, 0.1], because: guess }
`;
const { case: of } = parse([{ path: 'case.yaml', text }]);
const options = { asOf: '2026-01-01' };
const levers = leversOf(of!, assess(of!, {}, options));

describe('levers', () => {
  it('are doubts, quantities, thresholds, exposure and dependence, each where it stands', () => {
    expect(levers.map(({ group, name }) => `${group}: ${name}`).sort()).toEqual([
      'Dependence: G1',
      'Doubts: G1.inference',
      'Doubts: G2',
      'Doubts: G3',
      'Exposure: exposure.instances',
      'Exposure: exposure.tasks',
      'Quantities: q1',
      'Thresholds: o1',
    ]);
    expect(levers.find(({ name }) => name === 'G2')?.now).toBe(0.02);
    expect(levers.find(({ group }) => group === 'Dependence')?.now).toBe(0.1);
  });

  it('put the leaf that weighs most first', () => {
    const weights = levers.filter(({ group }) => group === 'Doubts').map(({ weight }) => weight);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(weights[0]).toBeGreaterThan(weights.at(-1)!);
  });

  it('say changes that the engine takes, each of which does something', () => {
    const asked = whatIf(of!, {}, options);
    const before = asked.answer([]);
    for (const lever of levers) {
      const place = toPlace(lever, lever.now ?? lever.from);
      const value = fromPlace(lever, place > steps / 2 ? place - 300 : place + 300);
      const answer = asked.answer([lever.change(value)]);
      expect(answer.ok, lever.key).toBe(true);
      // Nothing of this case depends on how much it is used.
      if (lever.group !== 'Exposure') expect(answer, lever.key).not.toEqual(before);
    }
  });

  it('say which can be tried and not written: those that the author refuses', () => {
    const measured = text
      .replace(
        'G2: { text: Two, doubt: { elicited: 0.02, by: A, because: b } }',
        'G2: { text: Two, evidence: e, requires: { rate: "<= 0.1" } }',
      )
      .replace(
        'quantities:',
        'evidence: { e: { source: e.csv, measure: { kind: rate, success: score >= 1 } } }\nquantities:',
      );
    const parsed = parse([{ path: 'case.yaml', text: measured }]);
    const found = leversOf(parsed.case!, assess(parsed.case!, {}, options)).filter(({ group }) => group === 'Doubts');
    expect(found.map(({ name }) => name)).toContain('G2');
    for (const { name, onlyTried } of found) {
      const changes = [{ kind: 'doubt', leaf: name, value: 0.01 }] as const;
      const answer = author(parsed.case!, parsed.documents, { kind: 'applyWhatIf', changes, because: 'b' }, {});
      expect(answer.ok, name).toBe(onlyTried === undefined);
    }
    expect(found.find(({ name }) => name === 'G2')!.onlyTried).toBe('follows from evidence');
  });

  it('come back to a value from its place, in three digits', () => {
    for (const lever of levers) {
      for (const place of [0, 1, 333, steps]) expect(toPlace(lever, fromPlace(lever, place))).toBeCloseTo(place, -1);
    }
  });
});
