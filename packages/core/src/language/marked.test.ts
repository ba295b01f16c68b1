import { expect, test } from 'vitest';
import { marked } from './marked.testing.js';

test('marks are taken out, and say where', () => {
  expect(marked('a\n <|b <|c|>|> <||>')).toEqual({
    text: 'a\n b c ',
    ranges: [
      { start: 3, end: 6, line: 2, column: 2 },
      { start: 5, end: 6, line: 2, column: 4 },
      { start: 7, end: 7, line: 2, column: 6 },
    ],
  });
  expect(() => marked('<|')).toThrow('not closed');
  expect(() => marked('|>')).toThrow('not opened');
});
