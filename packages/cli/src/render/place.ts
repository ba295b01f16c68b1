import { relative } from 'node:path';
import type { SourceRange } from '@surety/core/case';
import { clean } from './text.js';

/** Where files of a case are, seen from where the command runs. */
export interface Places {
  /** Absolute path of the folder that the files of ranges are relative to. */
  readonly root: string;
  readonly cwd: string;
  /** The revision that the files are of, where it is not the working tree. */
  readonly revision?: string;
}

/** A file of the case as a path that can be opened from here. */
export function filePath(file: string, { root, cwd, revision }: Places): string {
  if (revision !== undefined) return clean(`${revision}:${file}`);
  return clean(relative(cwd, `${root}/${file}`) || '.');
}

/** `file:line:column`, as editors and terminals make links of it. */
export function placeOf({ file, start }: SourceRange, places: Places): string {
  return `${filePath(file, places)}:${start.line}:${start.column}`;
}

/** The same seen from the root of the case, as machines that do not run in this folder want it. */
export function placeInRoot({ file, start }: SourceRange): string {
  return `${clean(file)}:${start.line}:${start.column}`;
}
