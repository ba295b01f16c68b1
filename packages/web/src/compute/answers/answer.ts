import type { Loaded } from '../loaded.js';
import type { QuestionName, Questions } from '../questions.js';

/** Answers one question about the case that is loaded. */
export type Answer<Name extends QuestionName> = (
  loaded: Loaded,
  args: Questions[Name]['args'],
) => Questions[Name]['answer'] | Promise<Questions[Name]['answer']>;
