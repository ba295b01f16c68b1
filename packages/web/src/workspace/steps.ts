import { noPast, textAt } from './past.js';
import { type OpenFile, type Step, type WorkspaceState, withoutDraft } from './state.js';
import { merged } from './text-changes.js';
import { withFiles } from './with-files.js';

/** New texts by path; null: the file goes. */
export type Texts = ReadonlyMap<string, string | null>;

/** The state with texts in place of those that are there and of what is typed in them, and the step that this is. */
export function stepped(before: WorkspaceState, what: string, texts: Texts): readonly [WorkspaceState, Step] {
  const files = [...texts].map(([path, text]): OpenFile => {
    return { ...withoutDraft(before.files.get(path) ?? { path, disk: null, text: null }), text };
  });
  const state = withFiles(before, files);
  const others = files.filter(({ path, text }) => text !== (before.files.get(path)?.text ?? null));
  return [state, { what, files: others.map(({ path }) => ({ path, number: state.past.get(path)!.now })) }];
}

/**
 * The texts that take a step back from what stands now, which may be other than what the step made: what changed since stays.
 * Files in which nothing is left of the step are left out. A path: somebody changed the same place there since.
 */
export function takenBack({ files, past }: WorkspaceState, step: Step): Texts | string {
  const texts = new Map<string, string | null>();
  for (const { path, number } of step.files) {
    const of = past.get(path) ?? noPast;
    const now = files.get(path)?.text ?? null;
    const made = textAt(of, now, number);
    const back = merged(made, textAt(of, now, number - 1), now);
    if (back === undefined) return path;
    if (back !== now) texts.set(path, back);
  }
  return texts;
}
