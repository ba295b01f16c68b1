import { assess } from '@surety/core/doubt';
import { parse } from '@surety/core/language';
import { describe, expect, it } from 'vitest';
import { askOf, pathTo, setChoices, viewChoices, viewOf } from './ask.js';

const text = `surety: 1
case: { id: c, title: C, status: draft }
outcomes:
  harm: { text: Harm, threshold: { probability: 0.1, per: window }, claim: G1 }
argument:
  G1: { text: Top, supportedBy: [Sn1, Sn2] }
  Sn1: { text: One, doubt: 0.01 }
  Sn2: { text: Two, doubt: 0.02 }
patterns:
  P1: { argument: { G1: { text: Any, undeveloped: true } } }
`;
const of = parse([{ path: 'case.yaml', text: text }]).case!;
const assessment = assess(of, {}, { asOf: '2026-11-28', seed: 1 });

describe('askOf', () => {
  it('takes a view, a part and a set from the address, and leaves out what is not there', () => {
    expect(askOf({}, of, assessment)).toEqual({ view: 'complete', doubts: true });
    expect(askOf({ in: 'pattern:P1', root: 'Sn1', set: 'harm:2', doubts: 'off' }, of, assessment)).toEqual({
      view: { pattern: 'P1' },
      root: 'Sn1',
      cutSet: { outcome: 'harm', rank: 2 },
      doubts: false,
    });
    expect(askOf({ set: 'harm:path' }, of, assessment)).toMatchObject({ pathSet: 'harm' });
    for (const set of ['harm:3', 'harm:0', 'harm:x', 'other:1', 'harm', ':1', '']) {
      expect(askOf({ set, root: 'gone' }, of, assessment)).toEqual({ view: 'complete', doubts: true });
    }
    expect(askOf({ set: 'harm:1' }, of, null)).toEqual({ view: 'complete', doubts: true });
  });

  it('reads names of views with colons in them, and draws all where there is no such view', () => {
    expect(viewOf('module:a:b')).toEqual({ module: 'a:b' });
    expect(['architecture', 'module:', 'other', undefined].map(viewOf)).toEqual([
      'architecture',
      'complete',
      'complete',
      'complete',
    ]);
  });
});

it('lists the path set and the cut sets, the likeliest first', () => {
  expect(setChoices(assessment).map(({ name, set }) => [name, set.elements])).toEqual([
    ['harm:path', ['Sn1', 'Sn2']],
    ['harm:1', ['Sn2']],
    ['harm:2', ['Sn1']],
  ]);
  expect(setChoices(null)).toEqual([]);
});

it('lists the views: patterns where there are some, modules only in a case with modules', () => {
  expect(viewChoices(of).map(({ name }) => name)).toEqual([undefined, 'pattern:P1']);
});

it('finds the way down to an element, and ends in circles', () => {
  const parents: Readonly<Record<string, string>> = { G3: 'S1', S1: 'G1', A: 'B', B: 'A' };
  expect(pathTo((id) => parents[id], 'G3')).toEqual(['G1', 'S1']);
  expect(pathTo((id) => parents[id], 'A')).toEqual(['B']);
});
