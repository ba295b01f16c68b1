import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumber, formatShare } from './numbers.js';
import { clean, cleaned, columnsOf, counted, listed, shorten, wrap } from './text.js';

describe('wrap', () => {
  test('breaks at spaces, the first line after one indentation and the others after another', () => {
    expect(wrap('one two three four', 9, '- ', '  ')).toBe('- one two\n  three\n  four');
    expect(wrap('', 9, '- ')).toBe('- ');
    expect(wrap('unbreakable words', 6)).toBe('unbreakable\nwords');
  });

  test('keeps every word, and no line with two words is too wide', () => {
    const words = fc.array(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((word) => !/\s/.test(word)),
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 40 }), (list, width) => {
        const lines = wrap(list.join(' '), width, '* ', '  ').split('\n');
        expect(
          lines
            .join(' ')
            .split(' ')
            .filter((part) => part !== ''),
        ).toEqual(['*', ...list]);
        for (const line of lines) {
          if (line.slice(2).includes(' ')) expect(columnsOf(line)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });
});

test('columns are those of the terminal', () => {
  expect(columnsOf('\u001b[1mbold\u001b[22m')).toBe(4);
  expect(columnsOf('漢字')).toBe(4);
  expect(columnsOf('e\u0301')).toBe(1);
  expect(shorten('漢字かな', 5)).toBe('漢字…');
  expect(shorten('short', 5)).toBe('short');
});

test('nothing that a terminal would act on is left', () => {
  expect(clean('a\u001b[2Jb\u0007\r\nc\u202ed\u009b')).toBe('a\ufffd[2Jb\ufffd c\ufffdd\ufffd');
  expect(cleaned({ list: ['x\u0000', 1, null], inner: { text: 'a\tb' } })).toEqual({
    list: ['x\ufffd', 1, null],
    inner: { text: 'a b' },
  });
});

test('counts and lists are words', () => {
  expect([counted(1, 'leaf', 'leaves'), counted('2', 'leaf', 'leaves'), counted(0, 'error')]).toEqual([
    '1 leaf',
    '2 leaves',
    '0 errors',
  ]);
  expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
});

test('numbers have few digits', () => {
  expect([0, 1e-12, 0.0005, 0.0123, 0.5, 1].map(formatShare)).toEqual([
    '0 %',
    '0 %',
    '< 0.1 %',
    '1.2 %',
    '50 %',
    '100 %',
  ]);
  expect([0, 200, 0.041234, 123456, 1.5e7, 2e-5, -3].map(formatNumber)).toEqual([
    '0',
    '200',
    '0.0412',
    '123000',
    '1.5e7',
    '2e-5',
    '-3',
  ]);
});
