import type { CaseText } from './load-case.js';
import { renderLineDiff } from './render/line-diff.js';
import { counted } from './render/text.js';
import type { Session } from './session.js';

/** Changed texts with what they were before. */
export interface TextChange {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

export function changesOf({ documents }: CaseText, changed: ReadonlyMap<string, string>): readonly TextChange[] {
  return documents.flatMap(({ file, text }) => {
    const after = changed.get(file);
    return after === undefined ? [] : [{ file, before: text, after }];
  });
}

/** The differences, and how many files they are in. */
export function printChanges(session: Session, changes: readonly TextChange[], dry: boolean): void {
  if (dry) {
    for (const { file, before, after } of changes) session.print(renderLineDiff(file, before, after, session.style));
  }
  if (!session.quiet && dry) {
    session.note(`${counted(changes.length, 'file')} would change; nothing was written`);
  }
}
