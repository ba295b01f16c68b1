import { createContext, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Model, QuestionName, Questions } from '../compute/questions.js';
import { reason } from '../reason.js';
import { shownModel } from './shown-model.js';
import type { WorkspaceState } from './state.js';
import type { Workspace } from './workspace.js';

export const WorkspaceContext = createContext<Workspace | null>(null);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error('There is no workspace above');
  return workspace;
}

/** A part of the state; the view is drawn anew when the part is another one. `pick` must give the same value for the same state. */
export function useWorkspaceState<T>(pick: (state: WorkspaceState) => T): T {
  const workspace = useWorkspace();
  return useSyncExternalStore(workspace.subscribe, () => pick(workspace.get()));
}

/** The model that is shown, with the numbers of what is tried out; absent until the first one is there. */
export function useModel(): Model | undefined {
  return useWorkspaceState(shownModel);
}

/** The model of the text, whatever is tried out. */
export function useStatedModel(): Model | undefined {
  return useWorkspaceState(({ model }) => model);
}

export type Asked<T> =
  | { readonly state: 'waiting'; readonly value?: T }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly why: string; readonly value?: undefined };

/**
 * The answer to a question about the model that is shown, asked again whenever that or the arguments change; until the new
 * one is there the old one stays. While the text has errors there is none: an answer to the text before would pass for one
 * to this. Arguments are compared as JSON.
 */
export function useAnswer<Name extends QuestionName>(
  name: Name,
  args: Questions[Name]['args'],
  enabled = true,
): Asked<Questions[Name]['answer']> {
  const asked = useLastAnswer(name, args, enabled);
  const hasErrors = useWorkspaceState(({ model }) => model !== undefined && model.case === null);
  return hasErrors ? inErrors : asked;
}

const inErrors = { state: 'failed', why: 'Not computed while the text has errors.' } as const;

/** The same, and while the text has errors the answer to the last text that had none: for what helps to mend them. */
export function useLastAnswer<Name extends QuestionName>(
  name: Name,
  args: Questions[Name]['args'],
  enabled = true,
): Asked<Questions[Name]['answer']> {
  const workspace = useWorkspace();
  const model = useStatedModel();
  const [asked, setAsked] = useState<Asked<Questions[Name]['answer']>>({ state: 'waiting' });
  const key = JSON.stringify(args);
  const last = useRef(args);
  const current = useMemo(() => {
    if (JSON.stringify(last.current) !== key) last.current = JSON.parse(key);
    return last.current;
  }, [key]);
  const serial = model?.case == null ? undefined : model.serial;
  useEffect(() => {
    if (serial === undefined || !enabled) return;
    let over = false;
    setAsked((before) => (before.state === 'failed' ? { state: 'waiting' } : { ...before, state: 'waiting' }));
    workspace.ask(name, current).then(
      (value) => over || setAsked({ state: 'ready', value }),
      (error: unknown) => over || setAsked({ state: 'failed', why: reason(error) }),
    );
    return () => {
      over = true;
    };
  }, [workspace, name, current, serial, enabled]);
  return asked;
}
