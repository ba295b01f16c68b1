import { applySplices } from '@surety/core/language/edit';
import type { FileEdit } from '../api/index.js';

/** What the text of a file becomes by an edit; null: the file goes. */
export type ChangedText =
  | { readonly ok: true; readonly text: string | null }
  | { readonly ok: false; readonly why: string };

/** Of one file of case text, as the case reader has it. */
const mostUnits = 32 * 1024 * 1024;

export function changedText(before: string | null, edit: FileEdit): ChangedText {
  if ('remove' in edit) return { ok: true, text: null };
  const after = 'text' in edit ? edit.text : spliced(before ?? '', edit);
  if (after === undefined) return no(edit.path, 'the pieces to replace overlap, or lie beyond the end');
  if (after.length > mostUnits) return no(edit.path, 'the text would be too large');
  if (/\p{Surrogate}/u.test(after)) return no(edit.path, 'the text has half a character');
  if (after.includes('\u0000')) return no(edit.path, 'the text has a character that no text may have');
  return { ok: true, text: after };
}

function no(path: string, why: string): ChangedText {
  return { ok: false, why: `${path}: ${why}` };
}

function spliced(before: string, { path, splices }: Extract<FileEdit, { splices: unknown }>): string | undefined {
  let at = 0;
  for (const { start, end } of splices.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at || end > before.length) return undefined;
    at = end;
  }
  return applySplices(
    before,
    splices.map((one) => ({ ...one, file: path })),
  );
}
