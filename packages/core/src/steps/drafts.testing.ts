import type { Draft, DraftValue } from '../case/index.js';
import { applySplices, edit } from '../language/edit/index.js';
import { locate, openDocument } from '../language/index.js';

/** Files of a case by path. */
export type Texts = ReadonlyMap<string, string>;

/** The texts with the drafts written into them, the blanks filled with these words. */
export function written(texts: Texts, drafts: readonly Draft[], words: string): Texts {
  const made = new Map(texts);
  for (const draft of drafts) {
    const { file, path } = draft.at;
    const document = openDocument(file, made.get(file) ?? '');
    // What stands there already, and the keys below it that have to be written too.
    let known = path.length;
    while (known > 0 && locate(document, path.slice(0, known)) === undefined) known -= 1;
    const value = JSON.parse(JSON.stringify(draft.value).replaceAll('…', words)) as DraftValue;
    const inner: DraftValue = draft.key === undefined ? [value] : { [draft.key]: value };
    const nested = path.slice(known + 1).reduceRight<DraftValue>((held, step) => ({ [step]: held }), inner);
    const result = edit(
      document,
      known < path.length
        ? { kind: 'insert', path: path.slice(0, known), key: String(path[known]), value: nested }
        : draft.key === undefined
          ? { kind: 'append', path, value }
          : { kind: 'insert', path, key: draft.key, value },
    );
    if (!result.ok) throw new Error(`${file} ${path.join('.')}: ${result.reason}`);
    made.set(file, applySplices(document.text, result.splices));
  }
  return made;
}
