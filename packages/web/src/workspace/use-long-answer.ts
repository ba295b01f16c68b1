import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { startComputer } from '../compute/computer.js';
import type { QuestionName, Questions } from '../compute/questions.js';
import { reason } from '../reason.js';
import { keptOf, type Long, nothingAsked } from './long-answers.js';
import { shownInput } from './shown-input.js';
import { useStatedModel, useWorkspace } from './use-workspace.js';

/**
 * The answer to a question that takes seconds, computed when somebody asks for it, in a worker of its own: edits are
 * judged meanwhile, and whoever loses patience ends it. With `goesOn`, whoever leaves the view finds it there later; else
 * leaving ends it. `isOld`: the text is another one by now; `args`: what was asked.
 */
export function useLongAnswer<Name extends QuestionName>(name: Name, { goesOn = false } = {}) {
  type Answer = Questions[Name]['answer'];
  type Args = Questions[Name]['args'];
  const workspace = useWorkspace();
  const serial = useStatedModel()?.serial;
  const [own] = useState(nothingAsked);
  const kept = goesOn ? keptOf(workspace.longAnswers, name) : own;
  const watch = useCallback(
    (told: () => void) => {
      kept.watchers.add(told);
      return () => {
        kept.watchers.delete(told);
      };
    },
    [kept],
  );
  const asked = useSyncExternalStore(watch, () => kept.asked) as Long<Answer>;

  const say = useCallback(
    (next: Long<Answer>) => {
      kept.asked = next;
      for (const told of kept.watchers) told();
    },
    [kept],
  );

  useEffect(() => () => own.running?.stop(), [own]);

  const stop = useCallback(() => {
    kept.running?.stop();
    kept.running = undefined;
    if (kept.asked.state === 'running') say({ state: 'idle' });
  }, [kept, say]);

  const run = useCallback(
    (args: Args) => {
      kept.running?.stop();
      const state = workspace.get();
      const input = shownInput(state);
      if (input === undefined || state.model === undefined) return;
      const { serial: of } = state.model;
      const computer = startComputer();
      kept.running = computer;
      kept.args = args;
      say({ state: 'running', words: 'Reading the case' });
      const told = (next: Long<Answer>) => kept.running === computer && say(next);
      computer
        .load(input)
        .then(() => computer.ask(name, args, (words) => told({ state: 'running', words })))
        .then(
          (value) => told({ state: 'ready', value, serial: of }),
          (error: unknown) => told({ state: 'failed', why: reason(error) }),
        )
        .finally(() => computer.stop());
    },
    [workspace, name, kept, say],
  );

  return {
    asked,
    run,
    stop,
    args: kept.args as Args | undefined,
    isOld: asked.state === 'ready' && asked.serial !== serial,
  };
}
