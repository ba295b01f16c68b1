import type { Assessment } from '@surety/core/doubt';
import { type CaseChange, whatIf as prepare, type WhatIf } from '@surety/core/what-if';
import { type Loaded, wholeCase } from '../loaded.js';
import { withNumbers } from '../with-numbers.js';
import type { Answer } from './answer.js';

/** A load that was asked once stays prepared: a question then takes as long as what depends on the change. */
const prepared = new WeakMap<Loaded, WhatIf>();

function askedOf(loaded: Loaded): WhatIf {
  const known = prepared.get(loaded);
  if (known !== undefined) return known;
  const { asOf, seed, evidence } = loaded.input;
  const made = prepare(wholeCase(loaded).case, evidence.measures, { asOf, seed });
  prepared.set(loaded, made);
  return made;
}

export const whatIf: Answer<'whatIf'> = (loaded, { changes }) => {
  const asked = askedOf(loaded);
  const from = performance.now();
  const result = asked.answer(changes);
  return { result, milliseconds: performance.now() - from };
};

/** The assessment with the numbers of a what-if in it; as it is where that has no answer. */
export function triedAssessment(loaded: Loaded, changes: readonly CaseChange[]): Assessment | null {
  const { assessment } = loaded;
  if (assessment === null) return null;
  const result = askedOf(loaded).answer(changes);
  return result.ok ? withNumbers(assessment, result.value) : assessment;
}
