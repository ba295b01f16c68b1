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

/** So many questions are asked before anybody waits for an answer, within so many milliseconds: then the engine is compiled. */
const rehearsals = 24;
const longestRehearsal = 500;

export const whatIfReady: Answer<'whatIfReady'> = (loaded, _, tell) => {
  if (prepared.has(loaded)) return null;
  tell('Preparing the case to be tried out');
  const asked = askedOf(loaded);
  // No question leaves a trace in the answers after it.
  const leaves = loaded.assessment?.leaves ?? [];
  const apart = Math.max(1, Math.floor(leaves.length / rehearsals));
  const end = performance.now() + longestRehearsal;
  for (let at = 0; at < leaves.length && performance.now() < end; at += apart) {
    asked.answer([{ kind: 'doubt', leaf: leaves[at]!.id, doubt: 0.5 }]);
  }
  return null;
};

/** The assessment with the numbers of a what-if in it; as it is where that has no answer. */
export function triedAssessment(loaded: Loaded, changes: readonly CaseChange[]): Assessment | null {
  const { assessment } = loaded;
  if (assessment === null) return null;
  const result = askedOf(loaded).answer(changes);
  return result.ok ? withNumbers(assessment, result.value) : assessment;
}
