import { useCallback, useEffect, useRef, useState } from 'react';
import { type Computer, startComputer } from '../compute/computer.js';
import type { QuestionName, Questions } from '../compute/questions.js';
import { shownInput } from './shown-input.js';
import { useStatedModel, useWorkspace } from './use-workspace.js';

export type Long<T> =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly words: string }
  | { readonly state: 'ready'; readonly value: T; readonly serial: number }
  | { readonly state: 'failed'; readonly why: string };

/**
 * The answer to a question that takes seconds, computed when somebody asks for it, in a worker of its own: edits are
 * judged meanwhile, and whoever loses patience, or leaves, ends it. `isOld`: the text is another one by now.
 */
export function useLongAnswer<Name extends QuestionName>(name: Name) {
  type Answer = Questions[Name]['answer'];
  const workspace = useWorkspace();
  const serial = useStatedModel()?.serial;
  const [asked, setAsked] = useState<Long<Answer>>({ state: 'idle' });
  const running = useRef<Computer | undefined>(undefined);

  const stop = useCallback(() => {
    running.current?.stop();
    running.current = undefined;
    setAsked((before) => (before.state === 'running' ? { state: 'idle' } : before));
  }, []);

  const run = useCallback(
    (args: Questions[Name]['args']) => {
      running.current?.stop();
      const state = workspace.get();
      const input = shownInput(state);
      if (input === undefined || state.model === undefined) return;
      const { serial: of } = state.model;
      const computer = startComputer();
      running.current = computer;
      setAsked({ state: 'running', words: 'Reading the case' });
      const told = (next: Long<Answer>) => running.current === computer && setAsked(next);
      computer
        .load(input)
        .then(() => computer.ask(name, args, (words) => told({ state: 'running', words })))
        .then(
          (value) => told({ state: 'ready', value, serial: of }),
          (error: unknown) => told({ state: 'failed', why: error instanceof Error ? error.message : `${error}` }),
        )
        .finally(() => computer.stop());
    },
    [workspace, name],
  );

  useEffect(() => () => running.current?.stop(), []);
  return { asked, run, stop, isOld: asked.state === 'ready' && asked.serial !== serial };
}
