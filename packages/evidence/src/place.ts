import { relative } from 'node:path';
import type { SourceRange } from '@surety/core/case';

/** Where files of a case are, seen from where it is read. */
export interface Places {
  /** Absolute path of the folder that the files of ranges are relative to. */
  readonly root: string;
  readonly cwd: string;
  /** The revision that the files are of, where it is not the working tree. */
  readonly revision?: string;
}

/** A file of the case as a path that can be opened from here. Not cleaned: whoever shows it does that. */
export function filePath(file: string, { root, cwd, revision }: Places): string {
  if (revision !== undefined) return `${revision}:${file}`;
  return relative(cwd, `${root}/${file}`) || '.';
}

/** `file:line:column`, as editors and terminals make links of it. */
export function placeOf({ file, start }: SourceRange, places: Places): string {
  return `${filePath(file, places)}:${start.line}:${start.column}`;
}
