import { relative } from 'node:path';
import type { SourceRange } from '@surety/core/case';
import { clean } from './text.js';

/** Where files of a case are, seen from where the command runs. */
export interface Places {
  /** Absolute path of the folder that the files of ranges are relative to. */
  readonly root: string;
  readonly cwd: string;
}

/** A file of the case as a path that can be opened from here. */
export function filePath(file: string, { root, cwd }: Places): string {
  return clean(relative(cwd, `${root}/${file}`) || '.');
}

/** `file:line:column`, as editors and terminals make links of it. */
export function placeOf({ file, start }: SourceRange, places: Places): string {
  return `${filePath(file, places)}:${start.line}:${start.column}`;
}
