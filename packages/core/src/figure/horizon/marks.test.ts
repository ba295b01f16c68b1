import { describe, expect, it } from 'vitest';
import type { HorizonPoint, OutcomeHorizon } from '../../horizon/index.js';
import { linearAxis, logAxis, plotArea } from '../kit/index.js';
import { thresholdMark } from './marks.js';

const x = linearAxis('tasks', 0, 100, 6);
const y = logAxis('doubt', 0.001, 1);
const area = plotArea(x, y, { x: 0, y: 0, width: 700, height: 210 });

/** Where the words stand for an outcome whose three doubts are these at the left half, and those at the right one. */
function placeOf(left: readonly [number, number, number], right = left): string {
  const points = Array.from({ length: 41 }, (_, at): HorizonPoint => {
    const [bound, independent, declared] = at < 20 ? left : right;
    return {
      value: 2.5 * at,
      verdict: 'supported',
      apart: 'supported',
      doubt: { bound, independent, declared } as never,
    };
  });
  const outcome: OutcomeHorizon = {
    id: 'leak',
    text: 'A record leaks',
    points,
    flips: [],
    standing: [],
    limits: [],
    moving: [],
  };
  const [line, words] = thresholdMark(outcome, 0.02, area, y);
  if (line?.kind !== 'line' || words?.kind !== 'text') throw new Error('a line and its words');
  return `${words.y < line.points[0]!.y ? 'above' : 'below'} ${words.anchor}`;
}

describe('the words of the threshold', () => {
  it('stand where no curve runs through them', () => {
    const exact = (mean: number) => ({ mean }) as never;
    const three = (a: number, b: number, c: number) => [exact(a), exact(b), exact(c)] as never;
    expect(placeOf(three(0.5, 0.002, 0.004))).toBe('above start');
    expect(placeOf(three(0.022, 0.002, 0.004))).toBe('below start');
    expect(placeOf(three(0.022, 0.018, 0.5), three(0.5, 0.5, 0.5))).toBe('above end');
    expect(placeOf(three(0.022, 0.018, 0.5), three(0.022, 0.5, 0.5))).toBe('below end');
    expect(placeOf(three(0.022, 0.018, 0.5))).toBe('above start');
  });
});
