import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalText } from './index.js';

/** The library of the RFC's authors. */
const oracle = canonicalize as unknown as (data: unknown) => string;

it('is what the library of RFC 8785 writes', () => {
  const string = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary-ascii' }), fc.constant('10'));
  const data = fc.anything({
    key: string,
    values: [
      fc.boolean(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      string,
      fc.constant(null),
    ],
  });
  fc.assert(
    fc.property(data, (value) => {
      expect(canonicalText(value)).toBe(oracle(value));
    }),
    { numRuns: 2000 },
  );
});

it('orders keys by their UTF-16 units, also those that look like numbers', () => {
  expect(canonicalText({ '\u20ac': 1, '\ufb33': 2, '\u{1f600}': 3, 10: 4, 9: 5, a: undefined })).toBe(
    '{"10":4,"9":5,"\u20ac":1,"\u{1f600}":3,"\ufb33":2}',
  );
});

it('names the numbers that JSON does not have', () => {
  expect(canonicalText([Number.NaN, -Infinity, undefined])).toBe('[{"number":"NaN"},{"number":"-Infinity"},null]');
});
