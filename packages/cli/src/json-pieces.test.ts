import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPieces } from './json-pieces.js';

const whole = (data: Record<string, unknown>) => [...jsonPieces(data)].join('');

describe('JSON in pieces', () => {
  it('is the JSON of the whole', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.constant(undefined))), (data) => {
        expect(whole(data)).toBe(JSON.stringify(data, null, 2));
      }),
    );
  });

  it.each([0, 1, 499, 500, 501, 1000, 1001, 2345])('also of lists of %i', (length) => {
    const list = Array.from({ length }, (_, at) => (at % 3 === 0 ? { at, of: [at, { k: ' ]\n}' }] } : `${at}\n`));
    for (const data of [{ list }, { before: 1, list, after: [], gone: undefined, empty: {} }, { list, again: list }]) {
      expect(whole(data)).toBe(JSON.stringify(data, null, 2));
    }
  });
});
