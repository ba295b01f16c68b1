import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { type Computer, startComputer } from '../compute/computer.js';
import type { QuestionName, Questions } from '../compute/questions.js';
import { reason } from '../reason.js';
import { shownInput } from './shown-input.js';
import { useStatedModel, useWorkspace } from './use-workspace.js';
import type { Workspace } from './workspace.js';

export type Long<T> =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly words: string }
  | { readonly state: 'ready'; readonly value: T; readonly serial: number }
  | { readonly state: 'failed'; readonly why: string };

/** What was asked last, and what became of it. */
interface Kept {
  readonly watchers: Set<() => void>;
  asked: Long<unknown>;
  args: unknown;
  running: Computer | undefined;
}

/** What goes on while other views are looked at: of each workspace, with which it ends, by the name of the question. */
const keptBy = new WeakMap<Workspace, Map<QuestionName, Kept>>();

function nothingAsked(): Kept {
  return { watchers: new Set(), asked: { state: 'idle' }, args: undefined, running: undefined };
}

function keptOf(workspace: Workspace, name: QuestionName): Kept {
  const all = keptBy.get(workspace) ?? new Map<QuestionName, Kept>();
  keptBy.set(workspace, all);
  const kept = all.get(name) ?? nothingAsked();
  all.set(name, kept);
  return kept;
}

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
  const kept = goesOn ? keptOf(workspace, name) : own;
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
