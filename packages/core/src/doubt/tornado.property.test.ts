import fc from 'fast-check';
import { expect, it } from 'vitest';
import { topOf } from './statistics-of-trials.js';
import { endTrials } from './tornado.js';

/** Few values, so that many tie. */
const column = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: 1,
    maxLength: 80,
  })
  .map((values) => Float64Array.from(values));

it('takes the trials that an order of all of them has at its ends', () => {
  fc.assert(
    fc.property(column, (input) => {
      const order = [...input.keys()].sort((a, b) => input[a]! - input[b]! || a - b);
      const tenth = Math.max(1, Math.floor(order.length / 10));
      const { low, high } = endTrials(input);
      expect([...low]).toEqual(order.slice(0, tenth));
      expect([...high]).toEqual(order.slice(order.length - tenth));
    }),
  );
});

it('takes the largest values that an order of all of them ends with', () => {
  fc.assert(
    fc.property(column, fc.integer({ min: 1, max: 12 }), (input, wanted) => {
      const count = Math.min(wanted, input.length);
      expect([...topOf(input, count)]).toEqual([...input.slice().sort()].slice(input.length - count));
    }),
  );
});
