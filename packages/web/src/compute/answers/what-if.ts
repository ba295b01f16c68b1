import { whatIf as prepare, type WhatIf } from '@surety/core/what-if';
import { type Loaded, wholeCase } from '../loaded.js';
import type { Answer } from './answer.js';

/** A load that was asked once stays prepared: a question then takes as long as what depends on the change. */
const prepared = new WeakMap<Loaded, WhatIf>();

export const whatIf: Answer<'whatIf'> = (loaded, { changes }) => {
  let asked = prepared.get(loaded);
  if (asked === undefined) {
    const { asOf, seed, evidence } = loaded.input;
    asked = prepare(wholeCase(loaded).case, evidence.measures, { asOf, seed });
    prepared.set(loaded, asked);
  }
  const from = performance.now();
  const result = asked.answer(changes);
  return { result, milliseconds: performance.now() - from };
};
