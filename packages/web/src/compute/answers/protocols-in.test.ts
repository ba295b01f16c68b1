import { expect, it } from 'vitest';
import { protocolsIn } from './protocols-in.js';

it('protocols are the quantities that are called so, by their means', () => {
  const quantity = (name: string, mean?: number) => ({ name, blockedBy: [], ...(mean === undefined ? {} : { mean }) });
  expect(
    protocolsIn([
      quantity('safety_a', 0.9),
      quantity('usefulness_a', 0.5),
      quantity('safety_b', 0.8),
      quantity('usefulness_c', 0.7),
      quantity('safety_blocked'),
      quantity('unsafety_d', 1),
    ]),
  ).toEqual([
    { protocol: 'a', safety: 0.9, usefulness: 0.5 },
    { protocol: 'b', safety: 0.8 },
  ]);
});
