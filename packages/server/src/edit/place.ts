import { realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isPlainPath, isTextPath } from '@surety/core/language/edit';
import { isInside } from '@surety/evidence';
import type { CaseTexts } from '../text/read-texts.js';

/** Where a path of a request leads; or why nowhere. */
export type Place =
  | { readonly ok: true; readonly location: string; readonly exists: boolean }
  | { readonly ok: false; readonly why: string };

/** A file of the case that may be changed, or a place in its folder where a new one may stand. */
export function placeOfText(path: string, texts: CaseTexts): Place {
  const known = texts.files.some((file) => file.path === path) || texts.unreadable.includes(path);
  if (!known && !isTextPath(path)) return no(path, 'is no text of the case: its name must end in .yaml');
  return place(path, texts, known);
}

/** A place in the folder of the case where a new file beside the text may stand. */
export function placeOfSource(path: string, texts: CaseTexts): Place {
  if (/\.(?:ya?ml|lock)$/i.test(path)) return no(path, 'would be text of the case, which is changed otherwise');
  return place(path, texts, false);
}

function place(path: string, { root, folder }: CaseTexts, known: boolean): Place {
  if (!known && !isPlainPath(path)) return no(shown(path), 'is not a path that can be used');
  const location = join(root, path);
  // A text that the case uses may lie beside its folder; a new file may not.
  const within = known ? root : folder;
  if (!isInside(within, location)) return no(shown(path), 'lies outside of the case');
  const real = realOf(location);
  if (real !== undefined) {
    // What a link leads to is what would be changed.
    if (!isInside(known ? root : folder, real) || !isFile(real))
      return no(path, 'leads outside of the case, or to no file');
    return { ok: true, location: real, exists: true };
  }
  const above = nearestReal(dirname(location));
  return above !== undefined && isInside(within, above)
    ? { ok: true, location, exists: false }
    : no(path, 'lies outside of the case');
}

function no(path: string, what: string): Place {
  return { ok: false, why: `${path} ${what}` };
}

function shown(path: string): string {
  return JSON.stringify(path.length > 100 ? `${path.slice(0, 100)}…` : path);
}

function realOf(location: string): string | undefined {
  try {
    return realpathSync(location);
  } catch {
    return undefined;
  }
}

function nearestReal(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const real = realOf(at);
    if (real !== undefined) return statSync(real).isDirectory() ? real : undefined;
    if (dirname(at) === at) return undefined;
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
