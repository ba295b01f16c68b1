import type { Condition } from '@surety/core/steps';
import { expect, it } from 'vitest';
import { nextConditions, placeOfCondition, wordsOfCondition } from './conditions.js';

const dated = (kind: 'window begins' | 'evidence expires' | 'waiver ends', date: string, past: boolean): Condition => ({
  kind,
  date,
  what: kind === 'evidence expires' ? 'range' : kind,
  past,
  insideWindow: true,
});

it('what has ended comes first, indicators and a window that has begun not at all', () => {
  const limit: Condition = { kind: 'limit', element: 'G2', axis: 'capability', limit: 3, now: 4, past: true };
  const all: readonly Condition[] = [
    dated('window begins', '2026-11-01', true),
    dated('evidence expires', '2026-12-01', false),
    limit,
    { kind: 'indicator', indicator: 'i', tests: ['G1'], past: false },
  ];
  expect(nextConditions(all).map(wordsOfCondition)).toEqual([
    'capability 3, now 4: up to there G2 holds',
    '2026-12-01: evidence range expires',
  ]);
  expect(placeOfCondition(limit)).toEqual({ view: 'argument', params: { at: 'G2' } });
});

it('a limit without a value of today says so', () => {
  const words = wordsOfCondition({ kind: 'limit', element: 'G2', axis: 'tasks', limit: 9, past: true });
  expect(words).toBe('tasks 9, and the case does not say where it stands: up to there G2 holds');
});
