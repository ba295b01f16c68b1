import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case, Element } from '../case/index.js';
import { assess } from '../doubt/index.js';
import { randomCase, stated } from '../doubt/random-argument.testing.js';
import { type Advice, adviseCase, type Step, type Way } from './index.js';

const options = { asOf: '2026-11-23' };
const origin = { file: 'case.yaml', path: [] };

/** A random case whose threshold lies below its doubt, here and there with something undeveloped or a challenge that blocks. */
const lacking = fc
  .record({
    of: randomCase({ leaves: 6, goals: 5, groups: 2, challenges: true }),
    share: fc.constantFrom(0.02, 0.3, 0.8, 0.97),
    open: fc.option(fc.nat(20), { freq: 4 }),
    blocking: fc.boolean(),
  })
  .map(({ of, share, open, blocking }): Case => {
    const elements = of.elements.map((element, at): Element => {
      if (element.challenge !== undefined) return { ...element, challenge: { ...element.challenge, blocking } };
      if (at !== open || element.type === 'goal') return element;
      const { doubt: _, ...rest } = element;
      return { ...rest, undeveloped: true };
    });
    const changed = { ...of, elements };
    const number = assess(changed, {}, options).outcomes[0]?.number ?? 1;
    const [outcome] = of.outcomes;
    const threshold = { ...outcome!.threshold!, probability: Math.max(1e-9, share * number) };
    return { ...changed, outcomes: [{ ...outcome!, threshold }] };
  });

/** The case as a person would write it after the step, by the words of the step and nothing of the search. */
function after(of: Case, step: Step, value: number): Case {
  const change = (id: string, edit: (element: Element) => Element) => ({
    ...of,
    elements: of.elements.map((element) => (element.id === id ? edit(element) : element)),
  });
  switch (step.kind) {
    case 'doubt': {
      const inference = step.leaf.endsWith('.inference');
      return change(step.leaf.replace('.inference', ''), (element) => {
        if (inference) return { ...element, inference: stated(value) };
        if (element.challenge === undefined) return { ...element, doubt: stated(value) };
        return { ...element, challenge: { ...element.challenge, strength: stated(value) } };
      });
    }
    case 'develop':
      return change(step.element, (element) => ({ ...element, undeveloped: false, doubt: stated(value) }));
    case 'legs':
      return change(step.element, (element) => ({ ...element, legs: { kind: 'beta', beta: value } }));
    case 'group':
      return {
        ...of,
        dependence: of.dependence.map((group) => (group.name === step.group ? { ...group, beta: value } : group)),
      };
    case 'answer': {
      const answered = change(step.element, (element) => ({
        ...element,
        challenge: { ...element.challenge!, status: 'answered', answeredBy: 'Ganswer' },
      }));
      const { challenge: _, form: __, ...like } = of.elements.find(({ id }) => id === step.element)!;
      const answer: Element = { ...like, id: 'Ganswer', type: 'goal', doubt: stated(value), origin };
      return { ...answered, elements: [...answered.elements, answer] };
    }
    default:
      throw new Error(`Random cases have no ${step.kind}`);
  }
}

/** The next weaker number of three digits. */
function weaker(value: number): number {
  const unit = Number(`1e${Number(value.toExponential(2).split('e')[1]) - 2}`);
  return Number((value + unit).toPrecision(3));
}

const verdictOf = (of: Case) => assess(of, {}, options).outcomes[0]!;

describe('advice on random cases', () => {
  it('gives the verdict and the number told, and the next smaller step does not', () => {
    const kinds = new Map<string, number>();
    let pairs = 0;
    fc.assert(
      fc.property(lacking, (of) => {
        const [advice] = adviseCase(of, {}, options);
        // Two answers would have one id here; that is a matter of this test only.
        const ways = advice!.ways.filter(({ steps }) => steps.filter(({ kind }) => kind === 'answer').length < 2);
        for (const way of ways.slice(0, 4)) {
          for (const { kind } of way.steps) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
          if (way.steps.length > 1) pairs++;
          const done = way.steps.reduce((now, step) => after(now, step, step.to), of);
          const found = verdictOf(done);
          expect(found.verdict).toBe('supported');
          expect(found.number).toBeCloseTo(way.number, 12);
          if (way.steps.length === 1) {
            const [step] = way.steps;
            const less = weaker(step!.to);
            if (less < step!.from) expect(verdictOf(after(of, step!, less)).verdict).not.toBe('supported');
          }
        }
        expect(sizes(advice!)).toEqual([...sizes(advice!)].sort((a, b) => a - b));
        for (const { steps, size } of advice!.ways) {
          expect(size).toBeCloseTo(
            steps.reduce((sum, { from, to }) => sum + Math.abs(Math.log(from / to)), 0),
            9,
          );
        }
      }),
      { numRuns: 50, seed: 8 },
    );
    // Not a test of nothing.
    expect([...kinds.keys()].sort()).toEqual(expect.arrayContaining(['answer', 'develop', 'doubt', 'legs']));
    expect(pairs).toBeGreaterThan(3);
  });

  it('says of every single doubt that assess tells that it does it too, and asks for no more', () => {
    let compared = 0;
    fc.assert(
      fc.property(lacking, (of) => {
        const [advice] = adviseCase(of, {}, options);
        const single = new Map<string | undefined, number>(
          advice!.ways.filter(isSingle).map(({ steps: [step] }) => [leafOf(step!), step!.to]),
        );
        const told = verdictOf(of).wouldChange.filter(({ leaf, to }) => leaf !== undefined && to !== undefined);
        for (const { leaf, to } of told) {
          if (!single.has(leaf)) continue;
          compared++;
          expect(single.get(leaf)!).toBeGreaterThanOrEqual(to!);
        }
      }),
      { numRuns: 30, seed: 9 },
    );
    expect(compared).toBeGreaterThan(5);
  });
});

function isSingle({ steps }: Way): boolean {
  return steps.length === 1;
}

function leafOf(step: Step): string | undefined {
  return step.kind === 'doubt' ? step.leaf : undefined;
}

function sizes({ ways }: Advice): readonly number[] {
  return ways.map(({ size }) => size);
}
