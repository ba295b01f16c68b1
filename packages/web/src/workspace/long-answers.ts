import type { Computer } from '../compute/computer.js';
import type { QuestionName } from '../compute/questions.js';

export type Long<T> =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly words: string }
  | { readonly state: 'ready'; readonly value: T; readonly serial: number }
  | { readonly state: 'failed'; readonly why: string };

/** What was asked last, and what became of it. */
export interface LongAnswer {
  readonly watchers: Set<() => void>;
  asked: Long<unknown>;
  args: unknown;
  running: Computer | undefined;
}

/** What goes on while other views are looked at, by the name of the question. */
export type LongAnswers = Map<QuestionName, LongAnswer>;

export function nothingAsked(): LongAnswer {
  return { watchers: new Set(), asked: { state: 'idle' }, args: undefined, running: undefined };
}

export function keptOf(all: LongAnswers, name: QuestionName): LongAnswer {
  const kept = all.get(name) ?? nothingAsked();
  all.set(name, kept);
  return kept;
}
