import { expect, it } from 'vitest';
import { keptWith } from './kept-params.js';

it('keeps where a view was left, as far as the view wants that', () => {
  const risk = keptWith({}, { view: 'risk', params: { part: 'advice', outcome: 'leak', at: 'G1' } });
  expect(risk).toEqual({ risk: { part: 'advice', outcome: 'leak' } });
  expect(keptWith(risk, { view: 'argument', params: { at: 'G1' } })).toBe(risk);
  expect(keptWith(risk, { view: 'risk', params: { part: 'advice', outcome: 'leak' } })).toBe(risk);
  expect(keptWith(risk, { view: 'risk', params: {} })).toEqual({ risk: {} });
});
