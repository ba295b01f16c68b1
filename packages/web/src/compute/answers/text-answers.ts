import { lookup } from '@surety/core/case';
import { openDocument } from '@surety/core/language';
import { completionsAt, keyMeaningAt, namePlaces } from '@surety/core/language/assist';
import { applySplices, rename as renameIn } from '@surety/core/language/edit';
import type { Loaded } from '../loaded.js';
import type { Answer } from './answer.js';

const documentsOf = new WeakMap<Loaded, ReturnType<typeof openDocument>[]>();

/** The texts with their trees, made once for a load. */
function documents(loaded: Loaded) {
  const known = documentsOf.get(loaded);
  if (known !== undefined) return known;
  const made = loaded.input.files.map(({ path, text }) => openDocument(path, text));
  documentsOf.set(loaded, made);
  return made;
}

export const complete: Answer<'complete'> = (loaded, { path, offset }) => {
  const of = loaded.case ?? loaded.parsed.readable?.case;
  const index = of == null ? undefined : lookup(of);
  const about = (name: string, kind: string) => {
    if (kind === 'element') return index?.element(name)?.text;
    if (kind === 'outcome') return index?.outcome(name)?.text;
    if (kind === 'subsystem') return index?.subsystem(name)?.text;
    return undefined;
  };
  return completionsAt(documents(loaded), path, offset, about) ?? null;
};

export const names: Answer<'names'> = (loaded) => namePlaces(documents(loaded));

export const keyMeaning: Answer<'keyMeaning'> = (loaded, { path, offset }) => {
  const document = documents(loaded).find(({ file }) => file === path);
  return document === undefined ? null : (keyMeaningAt(document, offset) ?? null);
};

export const rename: Answer<'rename'> = (loaded, { from, to, kind }) => {
  const all = documents(loaded);
  const renamed = renameIn(all, from, to, { kind });
  if (!renamed.ok) return { ok: false, why: renamed.reason };
  const files = new Map<string, string>();
  for (const { file, text } of all) {
    const splices = renamed.splices.filter((splice) => splice.file === file);
    if (splices.length > 0) files.set(file, applySplices(text, splices));
  }
  return { ok: true, files };
};
