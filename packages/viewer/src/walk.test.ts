import { describe, expect, it } from 'vitest';
import { generateScene } from './generate-scene.testing.js';
import { stepFrom, walkOf } from './walk.js';

/** N0 over N1 and N2, N3 in context of N0; N4 below N1; N5 a root of its own. */
const walk = walkOf(
  generateScene(6, [
    [0, 1],
    [0, 2],
    [0, 3, 'inContextOf'],
    [1, 4],
  ]),
);

describe('stepFrom', () => {
  it('goes through all in reading order, context before support', () => {
    expect(walk.order).toEqual([0, 3, 1, 4, 2, 5]);
    expect(stepFrom(walk, 3, 'next')).toBe(1);
    expect(stepFrom(walk, 1, 'previous')).toBe(3);
    expect(stepFrom(walk, 5, 'first')).toBe(0);
    expect(stepFrom(walk, 0, 'last')).toBe(5);
  });

  it('goes up, down and aside, and stays where there is nothing', () => {
    expect(stepFrom(walk, 0, 'child')).toBe(3);
    expect(stepFrom(walk, 4, 'parent')).toBe(1);
    expect(stepFrom(walk, 1, 'next sibling')).toBe(2);
    expect(stepFrom(walk, 1, 'previous sibling')).toBe(3);
    expect(stepFrom(walk, 0, 'next sibling')).toBe(5);
    for (const step of ['child', 'next sibling'] as const) expect(stepFrom(walk, 2, step)).toBe(2);
    for (const step of ['parent', 'previous', 'previous sibling'] as const) expect(stepFrom(walk, 0, step)).toBe(0);
    expect(stepFrom(walk, 5, 'next')).toBe(5);
  });

  it('counts levels from 1', () => {
    expect([0, 1, 3, 4].map(walk.level)).toEqual([1, 2, 2, 3]);
  });
});
