import { expect, test } from 'vitest';
import { meantName, nearest, slips } from './nearest.js';

test.each([
  ['catgory', ['category', 'capability'], 'category'],
  ['Text', ['test', 'text'], 'text'],
  ['supportedby', ['supportedBy'], 'supportedBy'],
  ['tetx', ['text', 'type'], 'text'],
  ['foo', ['category', 'text'], undefined],
  ['G11', ['G1', 'G12'], 'G1'],
  ['', ['abc'], undefined],
])('nearest to %s of %j is %s', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});

test('a swap of neighbours is one slip', () => {
  expect(slips('ab', 'ba')).toBe(1);
  expect(slips('kitten', 'sitting')).toBe(3);
  expect(slips('', 'abc')).toBe(3);
  expect(slips('aaaaaaaa', 'bbbbbbbb', 3)).toBe(3);
});

test.each([
  ['monitering', 'monitoring'],
  ['externally', 'externally-enforced-restrictions'],
  ['restrictions', 'externally-enforced-restrictions'],
  ['ing', undefined],
  ['to', undefined],
])('who types %s means %s', (word, expected) => {
  const names = ['monitoring', 'externally-enforced-restrictions', 'distribution-shift-resistance', 'testing'];
  expect(meantName(word, names)).toBe(expected);
});
