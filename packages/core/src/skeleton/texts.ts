import type { Path, Splice } from '../case/index.js';
import { applySplices, type Change, edit, openWindow, type Window } from '../language/edit/index.js';
import { openDocument, type TextDocument } from '../language/index.js';
import { type Refusal, refuse } from './refusal.js';

/** A file of a case as it was decoded. */
export interface CaseTextFile {
  readonly file: string;
  readonly text: string;
}

/** The texts of a case while changes are made to them one after the other. */
export interface Texts {
  /**
   * The text of a file. With paths, a part of it may come in its place where it is long, that has what stands at these
   * paths and beside it: enough to look there, not to count.
   */
  readonly open: (file: string, ...paths: readonly Path[]) => TextDocument;
  /** Whether the file is one of the case, or was written since. */
  readonly has: (file: string) => boolean;
  /** Makes a change; the reason where it cannot be made. */
  readonly change: (file: string, change: Change) => Refusal | undefined;
  /** Makes splices of what was opened last of the file; false where they reach out of the part that it was. */
  readonly splice: (file: string, splices: readonly Splice[]) => boolean;
  /** Puts another text in the place of a file's, or makes the file. */
  readonly write: (file: string, text: string) => void;
  /** Every file as it is now. */
  readonly files: () => readonly CaseTextFile[];
  /** Files that are not what they were, with their new text. */
  readonly changed: () => ReadonlyMap<string, string>;
}

/** Texts of fewer characters are read in full for a change. */
const longText = 40_000;

export function openTexts(files: readonly CaseTextFile[]): Texts {
  const before = new Map(files.map(({ file, text }) => [file, text]));
  const now = new Map(before);
  const documents = new Map<string, TextDocument>();
  const windows = new Map<string, Window | undefined>();
  const asked = new Map<string, readonly Path[]>();
  const write = (file: string, text: string) => {
    now.set(file, text);
    documents.delete(file);
    windows.delete(file);
  };
  const whole = (file: string): TextDocument => {
    const document = documents.get(file) ?? openDocument(file, now.get(file) ?? '');
    documents.set(file, document);
    return document;
  };
  const windowOn = (file: string, paths: readonly Path[]): Window | undefined => {
    // What is there in full needs no part.
    if (documents.has(file) || (now.get(file)?.length ?? 0) < longText) return undefined;
    const known = windows.get(file);
    if (windows.has(file) && (known === undefined || paths.every(known.covers))) return known;
    const all = [...(asked.get(file) ?? []), ...paths];
    asked.set(file, all);
    const opened = openWindow(file, now.get(file)!, all);
    windows.set(file, opened);
    return opened;
  };
  const changeInWindow = (file: string, change: Change): boolean => {
    const beside = change.kind === 'insert' ? (change.before ?? change.after) : undefined;
    const window = windowOn(file, [change.path, ...(beside === undefined ? [] : [[...change.path, beside]])]);
    const edited = window === undefined ? undefined : edit(window.document, change);
    const after = edited?.ok === true ? window!.after(edited.splices) : undefined;
    if (after === undefined) return false;
    write(file, after.text);
    windows.set(file, after.window);
    return true;
  };
  return {
    open: (file, ...paths) => (paths.length === 0 ? undefined : windowOn(file, paths))?.document ?? whole(file),
    has: (file) => now.has(file),
    change: (file, change) => {
      if (changeInWindow(file, change)) return undefined;
      const document = whole(file);
      const edited = edit(document, change);
      if (!edited.ok) return refuse(`${file} cannot be changed: ${edited.reason}`);
      if (edited.splices.length > 0) write(file, applySplices(document.text, edited.splices));
      return undefined;
    },
    splice: (file, splices) => {
      const window = documents.has(file) ? undefined : windows.get(file);
      if (window === undefined) {
        write(file, applySplices(whole(file).text, splices));
        return true;
      }
      const after = window.after(splices);
      if (after === undefined) return false;
      write(file, after.text);
      windows.set(file, after.window);
      return true;
    },
    write,
    files: () => [...now].map(([file, text]) => ({ file, text })),
    changed: () => new Map([...now].filter(([file, text]) => text !== before.get(file))),
  };
}
