import type { Intent } from '@surety/core/authoring';
import { useCallback } from 'react';
import type { AuthorAnswer } from '../compute/questions.js';
import { shownFiles, useWorkspace, type Workspace, whyNotWritten } from '../workspace/index.js';

/** A change that meets texts which others change all the time is given up after so many tries. */
const mostTries = 5;

/** Makes a change to the texts of the case, as one step that can be undone; or says why it cannot be made. */
export async function perform(workspace: Workspace, intent: Intent): Promise<AuthorAnswer> {
  for (let tries = 0; tries < mostTries; tries++) {
    const { text } = workspace.get();
    if (text === undefined) break;
    const why = whyNotWritten(workspace.get());
    if (why !== undefined) return { ok: false, reason: why };
    const files = shownFiles(workspace.get());
    const { today, who } = text;
    const answer = await workspace.ask('author', { files, intent, today, ...(who === undefined ? {} : { who }) });
    if (!answer.ok) return answer;
    const before = new Map(files.map((file) => [file.path, file.text]));
    const now = new Map(shownFiles(workspace.get()).map((file) => [file.path, file.text]));
    // What somebody changed meanwhile must not be written over: the change is made again, to what stands there now.
    if (answer.texts.some(([path]) => before.get(path) !== now.get(path))) continue;
    if (answer.texts.length > 0) workspace.change(answer.what, new Map(answer.texts));
    if (answer.also.length > 0) workspace.notify('plain', `${answer.what}. ${answer.also.join('. ')}.`);
    return answer;
  }
  return { ok: false, reason: 'the text changes faster than this can be written', hint: 'Try again.' };
}

/** Why a change would be refused now; undefined where it would be made. Nothing is written. */
export async function whyRefused(workspace: Workspace, intent: Intent): Promise<string | undefined> {
  const { text } = workspace.get();
  if (text === undefined) return 'there is no text yet';
  const why = whyNotWritten(workspace.get());
  if (why !== undefined) return why;
  const answer = await workspace.ask('author', { files: shownFiles(workspace.get()), intent, today: text.today });
  return answer.ok ? undefined : answer.reason;
}

export type Perform = (intent: Intent) => Promise<AuthorAnswer>;

export function usePerform(): Perform {
  const workspace = useWorkspace();
  return useCallback((intent) => perform(workspace, intent), [workspace]);
}
