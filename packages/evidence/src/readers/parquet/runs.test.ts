import { describe, expect, test } from 'vitest';
import { decodeRuns } from './runs.js';

const decode = (bytes: number[], bitWidth: number, count: number) => [
  ...decodeRuns(Uint8Array.from(bytes), 0, bytes.length, bitWidth, count),
];

describe('runs and packed bits', () => {
  test('the example of the format: 0 to 7 in three bits', () => {
    expect(decode([0x03, 0x88, 0xc6, 0xfa], 3, 8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    // The last of eight are padding.
    expect(decode([0x03, 0x88, 0xc6, 0xfa], 3, 5)).toEqual([0, 1, 2, 3, 4]);
  });

  test('a run, then packed bits', () => {
    expect(decode([0x06, 0x05, 0x03, 0x88, 0xc6, 0xfa], 3, 11)).toEqual([5, 5, 5, 0, 1, 2, 3, 4, 5, 6, 7]);
    expect(decode([0x04, 0xff, 0xff, 0xff, 0xff], 32, 2)).toEqual([0xffffffff, 0xffffffff]);
    expect(decode([], 0, 3)).toEqual([0, 0, 0]);
  });

  test.each([
    ['a run of two billion values', [0xfe, 0xff, 0xff, 0xff, 0x0f, 1], 1, 10],
    ['a run of one value too many', [0x16, 1], 1, 10],
    ['a run of none', [0x00, 1], 1, 10],
    ['packed bits for eight too many', [0x05, 0xff, 0xff], 1, 8],
    ['packed bits that are not there', [0x03], 1, 8],
    ['too few values', [0x04, 1], 1, 3],
    ['a length without end', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff], 1, 3],
    ['33 bits', [0x04, 1, 1, 1, 1, 1], 33, 2],
  ])('%s', (_name, bytes, width, count) => {
    expect(() => decode(bytes, width, count)).toThrow();
  });
});
