import type { QuestionName } from '../questions.js';
import { analysisAnswers } from './analysis-list.js';
import type { Answer } from './answer.js';

/** Each question with the module that answers it, which is loaded when it is first asked. */
export const answers: { readonly [Name in QuestionName]: () => Promise<Answer<Name>> } = {
  steps: async () => (await import('./case-answers.js')).steps,
  coverage: async () => (await import('./case-answers.js')).coverageOf,
  signOffs: async () => (await import('./case-answers.js')).signOffs,
  challenges: async () => (await import('./case-answers.js')).challenges,
  measured: async () => (await import('./measured.js')).measured,
  contentHash: async () => (await import('./case-answers.js')).contentHash,
  diagram: async () => (await import('./diagram-answers.js')).diagram,
  layout: async () => (await import('./diagram-answers.js')).layout,
  picture: async () => (await import('./diagram-answers.js')).picture,
  author: async () => (await import('./author-answers.js')).authorAnswer,
  legalTargets: async () => (await import('./author-answers.js')).targets,
  blocks: async () => (await import('./author-answers.js')).blocks,
  ...analysisAnswers,
  conditions: async () => (await import('./case-answers.js')).conditions,
  whatIf: async () => (await import('./what-if.js')).whatIf,
  whatIfReady: async () => (await import('./what-if.js')).whatIfReady,
  complete: async () => (await import('./text-answers.js')).complete,
  names: async () => (await import('./text-answers.js')).names,
  keyMeaning: async () => (await import('./text-answers.js')).keyMeaning,
  rename: async () => (await import('./text-answers.js')).rename,
};
