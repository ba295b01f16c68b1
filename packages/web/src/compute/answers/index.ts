import type { QuestionName } from '../questions.js';
import { analysisAnswers } from './analysis-list.js';
import type { Answer } from './answer.js';

/** Each question with the module that answers it, which is loaded when it is first asked. */
export const answers: { readonly [Name in QuestionName]: () => Promise<Answer<Name>> } = {
  steps: async () => (await import('./case-answers.js')).steps,
  coverage: async () => (await import('./case-answers.js')).coverageOf,
  signOffs: async () => (await import('./case-answers.js')).signOffs,
  challenges: async () => (await import('./case-answers.js')).challenges,
  ...analysisAnswers,
  conditions: async () => (await import('./case-answers.js')).conditions,
};
