import { expect, it } from 'vitest';
import { firstOne, laterOne, linkOf } from '../../chain/chain.testing.js';
import { assessChain } from '../../chain/index.js';
import { keepApart, staysInside, textsOf } from '../kit/inside.testing.js';
import { chainFigure } from './chain-figure.js';

const chain = assessChain(
  [linkOf('one', firstOne(0.002)), linkOf('two', laterOne(0.003)), linkOf('three', laterOne(0.004))],
  {
    asOf: '2026-11-23',
  },
);

it.each([334, 360, 390, 500])('fits a telephone of %i pixels, and says the same as the wide picture', (width) => {
  const narrow = chainFigure(chain, width);
  expect(narrow.width).toBe(width);
  staysInside(narrow);
  keepApart(narrow);
  const wide = chainFigure(chain);
  expect(narrow.description).toBe(wide.description);
  const said = textsOf(narrow.shapes)
    .map(({ text }) => text)
    .join(' ');
  for (const { id, verdict } of chain.generations) {
    expect(said).toContain(id);
    expect(said).toContain(verdict);
  }
});

it('stands side by side where there is room', () => {
  const wide = chainFigure(chain);
  expect(chainFigure(chain, wide.width)).toEqual(wide);
});
