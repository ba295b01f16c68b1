import { applySplices, type Change, edit } from '../language/edit/index.js';
import { openDocument, type TextDocument } from '../language/index.js';
import { type Refusal, refuse } from './refusal.js';

/** A file of a case as it was decoded. */
export interface CaseTextFile {
  readonly file: string;
  readonly text: string;
}

/** The texts of a case while changes are made to them one after the other. */
export interface Texts {
  readonly open: (file: string) => TextDocument;
  /** Whether the file is one of the case, or was written since. */
  readonly has: (file: string) => boolean;
  /** Makes a change; the reason where it cannot be made. */
  readonly change: (file: string, change: Change) => Refusal | undefined;
  /** Puts another text in the place of a file's, or makes the file. */
  readonly write: (file: string, text: string) => void;
  /** Every file as it is now. */
  readonly files: () => readonly CaseTextFile[];
  /** Files that are not what they were, with their new text. */
  readonly changed: () => ReadonlyMap<string, string>;
}

export function openTexts(files: readonly CaseTextFile[]): Texts {
  const before = new Map(files.map(({ file, text }) => [file, text]));
  const now = new Map(before);
  const documents = new Map<string, TextDocument>();
  const open = (file: string): TextDocument => {
    const document = documents.get(file) ?? openDocument(file, now.get(file) ?? '');
    documents.set(file, document);
    return document;
  };
  const write = (file: string, text: string) => {
    now.set(file, text);
    documents.delete(file);
  };
  return {
    open,
    has: (file) => now.has(file),
    change: (file, change) => {
      const document = open(file);
      const edited = edit(document, change);
      if (!edited.ok) return refuse(`${file} cannot be changed: ${edited.reason}`);
      if (edited.splices.length > 0) write(file, applySplices(document.text, edited.splices));
      return undefined;
    },
    write,
    files: () => [...now].map(([file, text]) => ({ file, text })),
    changed: () => new Map([...now].filter(([file, text]) => text !== before.get(file))),
  };
}
