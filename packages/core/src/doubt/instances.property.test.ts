import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from '../language/index.js';
import { assess } from './assess.js';
import { twins } from './by-hand.testing.js';
import { textOf } from './text.testing.js';

/** What is computed of the claim G1, ids as they are written by hand. */
function computed(body: string) {
  const parsed = parse([{ path: 'case.yaml', text: textOf('', body).replace(/^argument:\s*^/m, '') }]);
  const errors = parsed.diagnostics.filter(({ severity }) => severity === 'error');
  const codes = errors.map(({ code, message }) => `${code} ${message}`);
  if (parsed.case === null) return { codes, elements: 0 };
  const [outcome] = assess(parsed.case, {}, { asOf: '2026-11-23' }).outcomes;
  const sets = outcome?.cutSets?.top.map(({ elements, probability }) => ({
    elements: elements.map(asWritten).toSorted(),
    probability: probability?.toPrecision(9),
  }));
  const claim = {
    verdict: outcome?.verdict,
    doubt: outcome?.doubt,
    counts: outcome?.cutSets?.byOrder,
    sets: sets?.toSorted((a, b) => (a.elements.join() < b.elements.join() ? -1 : 1)),
  };
  return { codes, claim, elements: parsed.case.elements.length };
}

/** `G1.E2-x.inference` is `G1_E2-x.inference`. */
function asWritten(leaf: string): string {
  return leaf.replaceAll(/\.(?=E\d)/g, '_');
}

it('an instance is worth what the same elements written by hand are worth', () => {
  let compared = 0;
  let largest = 0;
  fc.assert(
    fc.property(twins, ({ withPatterns, byHand }) => {
      const made = computed(withPatterns);
      // Such a pattern has no meaning, and says so.
      if (made.codes.some((code) => code.startsWith('per-conflict'))) return;
      const written = computed(byHand);
      expect(made.codes).toEqual([]);
      expect(made).toEqual(written);
      compared += 1;
      largest = Math.max(largest, made.elements);
    }),
    { numRuns: 1000, seed: 5 },
  );
  expect(compared).toBeGreaterThan(500);
  expect(largest).toBeGreaterThan(15);
});
