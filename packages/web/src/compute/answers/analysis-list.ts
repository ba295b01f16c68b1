import type { AnalysisQuestions } from '../analysis-questions.js';
import type { Answer } from './answer.js';

/** The questions of analysis and report with the modules that answer them; each is loaded when it is first asked. */
export const analysisAnswers: { readonly [Name in keyof AnalysisQuestions]: () => Promise<Answer<Name>> } = {
  compared: async () => (await import('./compared.js')).compared,
  comparison: async () => (await import('./compared.js')).comparison,
  macrosystem: async () => (await import('./macrosystem.js')).macrosystemOf,
  systemPicture: async () => (await import('./macrosystem.js')).systemPictureOf,
  protocols: async () => (await import('./protocols.js')).protocols,
  chain: async () => (await import('./chain.js')).chain,
  horizon: async () => (await import('./horizon.js')).horizon,
  advice: async () => (await import('./advice.js')).advice,
  report: async () => (await import('./report.js')).report,
};
