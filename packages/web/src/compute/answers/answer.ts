import type { Loaded } from '../loaded.js';
import type { QuestionName, Questions } from '../questions.js';

/** Answers one question about the case that is loaded; what takes long tells in words how far it is. */
export type Answer<Name extends QuestionName> = (
  loaded: Loaded,
  args: Questions[Name]['args'],
  tell: (words: string) => void,
) => Questions[Name]['answer'] | Promise<Questions[Name]['answer']>;
