import { describe, expect, test } from 'vitest';
import { builtInQuantitiesOf, isBuiltInName } from './built-in-quantities.js';
import { caseOf } from './quantities.testing.js';

const origin = { file: 'case.yaml', path: [] };

function days(from: string, to: string): number | undefined {
  const decision = { options: [], exposure: {}, window: { from, to, origin }, origin };
  return builtInQuantitiesOf(caseOf({}, { decision })).get('window.days')?.value;
}

describe('days of the window, both counted', () => {
  test.each([
    ['2026-12-01', '2027-02-28', 90],
    ['2026-12-01', '2026-12-01', 1],
    ['2027-12-01', '2028-02-29', 91],
    ['2000-01-01', '2000-12-31', 366],
    ['1900-01-01', '1900-12-31', 365],
    ['2026-12-02', '2026-12-01', undefined],
    ['2026-02-30', '2026-12-01', undefined],
    ['soon', '2026-12-01', undefined],
  ])('%s to %s', (from, to, expected) => expect(days(from, to)).toBe(expected));

  test('agree with the calendar of the platform', () => {
    for (let i = 0; i < 4000; i += 37) {
      const to = new Date(Date.UTC(2023, 0, 1) + i * 86_400_000).toISOString().slice(0, 10);
      expect(days('2023-01-01', to)).toBe(i + 1);
    }
  });
});

test('copies and capability of a subsystem, where it states them', () => {
  const system = [
    { id: 'coder', kind: 'model', copies: 500, capability: 6 },
    { id: 'sandbox', kind: 'infrastructure' },
  ].map((each) => ({ ...each, access: { read: [], write: [] }, watches: [], origin }));
  const found = builtInQuantitiesOf(caseOf({}, { system: system as never }));
  expect([...found.values()]).toEqual([
    { name: 'system.coder.copies', value: 500, unit: 'copies' },
    { name: 'system.coder.capability', value: 6 },
  ]);
});

test('what a run of training is exposed to, per window', () => {
  const exposure = { trainingSteps: 20_000, internalUse: 5000 };
  const found = builtInQuantitiesOf(caseOf({}, { decision: { kind: 'train', options: [], exposure, origin } }));
  expect([...found.values()]).toEqual([
    { name: 'exposure.trainingSteps', value: 20_000, unit: 'steps per window' },
    { name: 'exposure.internalUse', value: 5000, unit: 'uses per window' },
  ]);
});

test.each([
  ['exposure.tasks', true],
  ['system.x.copies', true],
  ['window', true],
  ['windows', false],
  ['exposures.tasks', false],
])('%s is kept for built-in quantities: %s', (name, expected) => expect(isBuiltInName(name)).toBe(expected));
