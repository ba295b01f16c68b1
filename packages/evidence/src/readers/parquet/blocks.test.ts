import { describe, expect, test } from 'vitest';
import { expandHadoopLz4, expandLz4, expandSnappy } from './blocks.js';

const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from([part]))));
const text = (out: Uint8Array) => Buffer.from(out).toString('latin1');

describe('snappy', () => {
  test('literals and copies of every kind', () => {
    // "Wikipedia" and copies: 1-byte, 2-byte and 4-byte offsets, one that overlaps itself.
    const block = bytes(23, 8 << 2, 'Wikipedia', 1, 9, (3 << 2) | 2, 13, 0, (5 << 2) | 3, 1, 0, 0, 0);
    expect(text(expandSnappy(block, 23))).toBe('WikipediaWikiWikiiiiiii');
  });

  test('long literals', () => {
    const long = 'x'.repeat(300);
    expect(text(expandSnappy(bytes(0xac, 2, 61 << 2, 43, 1, long), 300))).toBe(long);
  });

  test.each([
    ['an offset of none', bytes(5, 0, 'a', 1, 0), 5],
    ['an offset before the beginning', bytes(5, 0, 'a', 1, 2), 5],
    ['another length than stated', bytes(5, 4 << 2, 'abcde'), 6],
    ['more than stated', bytes(1, 1 << 2, 'ab'), 1],
    ['less than stated', bytes(2, 0, 'a'), 2],
    ['a literal of four billion bytes', bytes(5, 63 << 2, 255, 255, 255, 255, 'a'), 5],
    ['a length without end', bytes(255, 255, 255, 255, 255, 255, 1), 5],
    ['nothing', bytes(), 0],
  ])('%s', (_name, block, length) => expect(() => expandSnappy(block, length)).toThrow());
});

describe('LZ4', () => {
  test('literals and matches', () => {
    expect(text(expandLz4(bytes(0x10, 'a', 1, 0, 0x20, 'bc'), 7))).toBe('aaaaabc');
    expect(text(expandLz4(bytes(0x1f, 'a', 1, 0, 4, 0x10, 'b'), 25))).toBe(`${'a'.repeat(24)}b`);
    // What Arrow writes for a page without values.
    expect(text(expandLz4(bytes(0), 0))).toBe('');
  });

  test('in the framing of Hadoop, and without it', () => {
    const block = bytes(0x10, 'a', 1, 0, 0x20, 'bc');
    const framed = bytes(0, 0, 0, 7, 0, 0, 0, block.length, block.toString('latin1'));
    expect(text(expandHadoopLz4(framed, 7))).toBe('aaaaabc');
    expect(text(expandHadoopLz4(Buffer.concat([framed, framed]), 14))).toBe('aaaaabcaaaaabc');
    expect(text(expandHadoopLz4(block, 7))).toBe('aaaaabc');
  });

  test.each([
    ['an offset of none', bytes(0x10, 'a', 0, 0, 0x10, 'b'), 6],
    ['too short', bytes(0x10, 'a'), 2],
    ['too long', bytes(0x20, 'ab'), 1],
    ['cut off', bytes(0x30, 'a'), 3],
  ])('%s', (_name, block, length) => expect(() => expandLz4(block, length)).toThrow());
});
