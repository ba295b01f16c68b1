import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../case/index.js';
import { lookup } from '../case/index.js';
import { assess } from './assess.js';
import { randomCase, stated } from './random-argument.testing.js';
import { upperEnd } from './statistics-of-trials.js';

const cases = randomCase({ leaves: 8, goals: 6, groups: 2, challenges: true });
const asOf = '2026-11-23';

/** Makes some leaves undeveloped, and the threshold so high that only a blocker can stand in the way. */
function withUndeveloped(of: Case, picks: readonly number[]): { of: Case; open: ReadonlySet<string> } {
  const leaves = of.elements.filter((one) => one.type === 'solution').map((one) => one.id);
  const open = new Set(picks.map((pick) => leaves[pick % leaves.length] as string));
  const elements = of.elements.map((one) => {
    if (!open.has(one.id)) return one;
    const { doubt: _, ...rest } = one;
    return { ...rest, undeveloped: true };
  });
  const outcomes = of.outcomes.map((outcome) => ({
    ...outcome,
    threshold: { ...(outcome.threshold as NonNullable<typeof outcome.threshold>), probability: 1 },
  }));
  return { of: { ...of, elements, outcomes }, open };
}

describe('an assessment', () => {
  it('never supports an outcome with an undeveloped leaf in a cut set of its declared structure', () => {
    let blocked = 0;
    let listed = 0;
    fc.assert(
      fc.property(cases, fc.array(fc.nat(1000), { minLength: 1, maxLength: 3 }), (plan, picks) => {
        const { of, open } = withUndeveloped(plan, picks);
        const [outcome] = assess(of, {}, { asOf }).outcomes;
        if (outcome === undefined) throw new Error('no outcome');
        // With every leaf undeveloped no doubt is stated anywhere, and no number is claimed.
        fc.pre(outcome.verdict !== 'not quantified');
        const reached = [...lookup(of).below(['G0'])].filter((id) => open.has(id));
        for (const id of reached) {
          // The leaf is in a cut set of the declared structure exactly if it matters there: with everything else at one
          // half, what it does can be seen in the importance of the declared model.
          const half = assess(halved(of, id), {}, { asOf }).outcomes[0];
          const legsAreThose = JSON.stringify(half?.legs) === JSON.stringify(outcome.legs);
          const matters = (half?.importance.find((row) => row.leaf === id)?.birnbaum ?? 0) > 0;
          const blocks = outcome.reasons.some((reason) => reason.code === 'undeveloped' && reason.element === id);
          if (legsAreThose) expect(blocks).toBe(matters);
          if (blocks) {
            blocked++;
            expect(outcome.verdict).toBe('not supported');
          } else {
            listed++;
            expect(
              outcome.reasons.some((reason) => reason.code === 'undeveloped-listed' && reason.element === id),
            ).toBe(true);
          }
        }
      }),
      { numRuns: 600 },
    );
    expect(Math.min(blocked, listed)).toBeGreaterThan(50);
  });

  it('keeps independent <= declared <= bound for every element', () => {
    fc.assert(
      fc.property(cases, (of) => {
        for (const { id, doubt } of assess(of, {}, { asOf }).elements) {
          if (doubt === undefined) continue;
          const [independent, declared, bound] = [doubt.independent, doubt.declared, doubt.bound].map(upperEnd) as [
            number,
            number,
            number,
          ];
          if (independent > declared || declared > bound * (1 + 1e-12))
            throw new Error(`${id}: ${independent}, ${declared}, ${bound}`);
        }
      }),
      { numRuns: 600 },
    );
  });
});

/** The same case with the leaf stated, and every other leaf at one half, so that nothing hides what matters. */
function halved(of: Case, id: string): Case {
  const elements = of.elements.map((one) => {
    if (one.id === id) return { ...one, undeveloped: false, doubt: stated(0.5) };
    const { doubt, inference, challenge } = one;
    return {
      ...one,
      ...(doubt === undefined ? {} : { doubt: stated(0.5) }),
      ...(inference === undefined ? {} : { inference: stated(0.5) }),
      ...(challenge === undefined ? {} : { challenge: { ...challenge, strength: stated(0.5) } }),
      ...(one.undeveloped ? { undeveloped: false, doubt: stated(0.5) } : {}),
    };
  });
  return { ...of, elements, dependence: [] };
}
