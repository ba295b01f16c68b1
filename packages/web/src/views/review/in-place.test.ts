import { expect, it } from 'vitest';
import { inPlace } from './in-place.js';

it('keeps what was shown where it was, and puts what is new behind the one that it follows', () => {
  expect(inPlace([], ['D1', 'D2'])).toEqual(['D1', 'D2']);
  expect(inPlace(['D1', 'D2', 'D3'], ['D2', 'D3', 'D1'])).toEqual(['D1', 'D2', 'D3']);
  expect(inPlace(['D1', 'D2', 'D3'], ['D2', 'D4', 'D1'])).toEqual(['D1', 'D2', 'D4']);
  expect(inPlace(['D1'], ['D5', 'D6', 'D1'])).toEqual(['D5', 'D6', 'D1']);
});
