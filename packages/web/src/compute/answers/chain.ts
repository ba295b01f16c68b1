import { chainFigure } from '@surety/core/figure';
import type { Answer } from './answer.js';
import { chainOf } from './chain-of.js';
import { drawn } from './drawn.js';

export const chain: Answer<'chain'> = (loaded) => {
  const found = chainOf(loaded);
  return found === undefined ? null : { chain: found, picture: drawn((width) => chainFigure(found, width)) };
};
