import type { Replace } from '@surety/server/api';
import type { OpenFile, Step, StepFile } from './state.js';
import { applyChanges, carriedOver, changesBetween, inverseOf } from './text-changes.js';

/** New texts by path; null: the file goes. */
export type Texts = ReadonlyMap<string, string | null>;

/** The step that takes back what brings files from one text to another. */
export function stepBack(what: string, before: Texts, after: Texts): Step {
  const files = [...after].map(([path, text]): StepFile => {
    const old = before.get(path) ?? null;
    return old === null || text === null
      ? { path, kind: 'whole', text: old }
      : { path, kind: 'changed', changes: inverseOf(changesBetween(old, text), old) };
  });
  return { what, files };
}

/** The texts after a step is taken from what stands now. */
export function textsAfter({ files }: Step, now: ReadonlyMap<string, OpenFile>): Texts {
  return new Map(
    files.map((file) => {
      if (file.kind === 'whole') return [file.path, file.text];
      return [file.path, applyChanges(now.get(file.path)?.text ?? '', file.changes)];
    }),
  );
}

/**
 * Steps carried over changes that somebody else made in a file. The first in the list was done first, and each is about the
 * text that the one after it leaves when taken back; so the changes are carried down from the last to the first.
 */
export function rebased(steps: readonly Step[], path: string, foreign: readonly Replace[]): readonly Step[] {
  let others: readonly Replace[] | undefined = foreign;
  const result: Step[] = [];
  for (const step of [...steps].reverse()) {
    const at = step.files.findIndex((file) => file.path === path);
    const file = step.files[at];
    if (step.lost !== undefined || file === undefined) {
      result.push(step);
      continue;
    }
    const moved: readonly Replace[] | undefined =
      others === undefined || file.kind === 'whole' ? undefined : carriedOver(file.changes, others);
    // What they changed, as it looks in the text before this step was done.
    if (others !== undefined && file.kind === 'changed') others = carriedOver(others, file.changes);
    else others = undefined;
    result.push(
      moved === undefined
        ? { ...step, lost: `${path} was changed in the same place since` }
        : { ...step, files: step.files.with(at, { path, kind: 'changed', changes: moved }) },
    );
  }
  return result.reverse();
}
