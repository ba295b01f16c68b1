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
  /** Makes a change; the reason where it cannot be made. */
  readonly change: (file: string, change: Change) => Refusal | undefined;
  /** Files that are not what they were, with their new text. */
  readonly changed: () => ReadonlyMap<string, string>;
}

export function openTexts(files: readonly CaseTextFile[]): Texts {
  const before = new Map(files.map(({ file, text }) => [file, text]));
  const documents = new Map<string, TextDocument>();
  const open = (file: string): TextDocument => {
    const document = documents.get(file) ?? openDocument(file, before.get(file) ?? '');
    documents.set(file, document);
    return document;
  };
  return {
    open,
    change: (file, change) => {
      const document = open(file);
      const edited = edit(document, change);
      if (!edited.ok) return refuse(`${file} cannot be changed: ${edited.reason}`);
      documents.set(file, openDocument(file, applySplices(document.text, edited.splices)));
      return undefined;
    },
    changed: () =>
      new Map([...documents].flatMap(([file, { text }]) => (text === before.get(file) ? [] : [[file, text] as const]))),
  };
}
