import { expect, it } from 'vitest';
import { opinionText } from './opinion.js';

const opinion = { elicited: '0.08', by: ' Ada ', date: '2026-11-20', because: 'Seen twice' };

it('is a number with who said it, when and why, as far as these are there', () => {
  expect(opinionText(opinion)).toEqual({ elicited: 0.08, by: 'Ada', date: '2026-11-20', because: 'Seen twice' });
  expect(opinionText({ elicited: '0', by: '', date: '', because: ' ' })).toEqual({ elicited: 0 });
});

it.each(['', ' ', '1.2', '-0.1', 'rare', 'NaN'])('is no doubt with “%s”', (elicited) => {
  expect(opinionText({ ...opinion, elicited })).toBeUndefined();
});
