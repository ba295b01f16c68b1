import { coverage } from '@surety/core/rules';
import { signOffsOf, subtreeHash, wholeCaseHash } from '@surety/core/signoff';
import { challengeLog, conditionsOf, stepsOf } from '@surety/core/steps';
import { wholeCase } from '../loaded.js';
import type { Answer } from './answer.js';

export const steps: Answer<'steps'> = (loaded) =>
  stepsOf(wholeCase(loaded).case, loaded.findings, loaded.assessment ?? undefined);

export const coverageOf: Answer<'coverage'> = (loaded) => coverage(wholeCase(loaded).case);

export const signOffs: Answer<'signOffs'> = (loaded) => signOffsOf(wholeCase(loaded));

export const challenges: Answer<'challenges'> = (loaded) =>
  challengeLog(wholeCase(loaded).case, loaded.input.asOf, loaded.assessment ?? undefined);

export const conditions: Answer<'conditions'> = (loaded) => conditionsOf(wholeCase(loaded).case, loaded.input.asOf);

export const contentHash: Answer<'contentHash'> = (loaded, { element }) => {
  const variant = wholeCase(loaded);
  return element === undefined ? wholeCaseHash(variant.case) : subtreeHash(variant, element);
};
