import type { SourceRange } from '@surety/core/case';
import { type Places, filePath as pathOf, placeOf as placeIn } from '@surety/evidence/place';
import { clean } from './text.js';

export type { Places };

/** A file of the case as a path that can be opened from here. */
export function filePath(file: string, places: Places): string {
  return clean(pathOf(file, places));
}

/** `file:line:column`, as editors and terminals make links of it. */
export function placeOf(range: SourceRange, places: Places): string {
  return clean(placeIn(range, places));
}

/** The same seen from the root of the case, as machines that do not run in this folder want it. */
export function placeInRoot({ file, start }: SourceRange): string {
  return `${clean(file)}:${start.line}:${start.column}`;
}
