import { describe, expect, it } from 'vitest';
import type { OutcomeAssessment } from '../../doubt/index.js';
import type { Line } from '../line.js';
import { saysOf, threeSays } from './says.js';

const textOf = (line: Line) =>
  line
    .map((span) => (typeof span === 'string' ? span : span.text))
    .join('')
    .replaceAll('\u00a0', ' ');

const narrow: OutcomeAssessment = {
  id: 'leak',
  text: 'A record leaks',
  threshold: { probability: 0.01, criterion: 'mean' },
  verdict: 'supported',
  statement: 'supported',
  number: 0.008,
  doubt: {
    declared: { mean: 0.008, p5: 0.007, p50: 0.0078, p95: 0.0096 },
    independent: { mean: 0.0057 },
    bound: { mean: 0.051 },
  },
  reasons: [],
  wouldChange: [],
  legs: [],
  legsProvedBest: true,
  groups: [],
  pathSet: [],
  importance: [],
  distribution: { shares: [0, 1], values: [0.006, 0.012], above: 0.03 },
  tornado: [],
  unassessed: [],
  notes: [],
};

describe('what is said of an outcome', () => {
  it('tells a narrow pass by its cautious value and its share above the threshold, which the criterion does not ask for', () => {
    expect(textOf(saysOf(narrow))).toBe(
      'As argued, the chance in the window is at most 0.8 % (about 1 in 130), below the threshold of 1 %; its cautious value (95 % point), 0.96 %, is below it too. Above it in at most 3.0 % of the trials.',
    );
  });

  it('says so where hardly anything is left up to the threshold', () => {
    // Above its cautious value: that would be no caution, and is not told.
    expect(textOf(saysOf({ ...narrow, number: 0.0098 }))).toContain(', only just below the threshold of 1 %. Above');
    expect(textOf(saysOf({ ...narrow, number: 0.009 }))).toContain(', below the threshold of 1 %;');
    expect(textOf(saysOf({ ...narrow, number: 0.01 }))).toContain(', exactly the threshold of 1 %. Above');
  });

  it('rounds what is at most so much up, and leaves it on its side of the threshold', () => {
    const threshold = (probability: number) => ({ ...narrow.threshold!, probability });
    const said = (number: number, limit: number) =>
      textOf(saysOf({ ...narrow, number, threshold: threshold(limit) }))
        .match(/at most (\S+\s%).*threshold of (\S+\s%)/)
        ?.slice(1);
    expect(said(0.01641, 0.02)).toEqual(['1.7 %', '2 %']);
    expect(said(0.0161, 0.0164)).toEqual(['1.61 %', '1.64 %']);
    expect(said(0.016401, 0.0164)).toEqual(['1.7 %', '1.64 %']);
  });

  it('says when the cautious value is above though the number is not', () => {
    const wide = { ...narrow, doubt: { ...narrow.doubt, declared: { mean: 0.008, p95: 0.011 } } } as OutcomeAssessment;
    expect(textOf(saysOf(wide))).toContain('its cautious value (95 % point), 1.1 %, is above it. Above it in');
  });

  it('claims no more than nearly all trials where all are above', () => {
    const above = { ...narrow, number: 0.02, distribution: { shares: [0, 1], values: [0.015, 0.03], above: 1 } };
    expect(textOf(saysOf(above))).toBe(
      'As argued, the chance in the window is at most 2 % (about 1 in 50), 2 times the threshold of 1 %. Above it in all trials, or nearly all.',
    );
  });

  it('names each of the three doubts by what is taken to fail together', () => {
    expect(threeSays(narrow)?.replaceAll('\u00a0', ' ')).toBe(
      'Independent 0.57 %, as argued 0.8 %, whatever fails together 5.1 %',
    );
  });
});
