import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { basename, posix, relative } from 'node:path';
import type { TextFile } from '@surety/core/language';
import { type CaseFiles, describe, readCaseFiles } from '@surety/evidence';
import { withUsedFiles } from '@surety/evidence/loading';
import type { FileText } from '../api/index.js';

/** The text of a case as it stands on disk now. */
export interface CaseTexts {
  /** Says which content it is: the same for the same files with the same bytes. */
  readonly version: string;
  readonly files: readonly FileText[];
  readonly problems: readonly string[];
  /** Paths of files that are there and cannot be shown as text. */
  readonly unreadable: readonly string[];
  /** Absolute, free of links: what no path may leave, and the folder of the case. */
  readonly root: string;
  readonly folder: string;
  /** The folder from the root, with `/`; empty where they are one. */
  readonly prefix: string;
}

export interface ReadTexts {
  readonly texts: CaseTexts;
  readonly source: CaseFiles;
  /** The same files, as bytes. */
  readonly read: readonly TextFile[];
}

export async function readTexts(location: string): Promise<ReadTexts> {
  const source = await readCaseFiles(location);
  const read = await withUsedFiles(source);
  const folder = await realpath(source.folder).catch(() => source.folder);
  const prefix = relative(source.root, folder).replaceAll('\\', '/');
  const files: FileText[] = [];
  const unreadable: string[] = [];
  const hash = createHash('sha256');
  for (const file of read) {
    const bytes = file.text as Uint8Array;
    const digest = digestOf(bytes);
    hash.update(`${file.path}\0${digest}\n`);
    const text = decode(bytes);
    if (text === undefined) unreadable.push(file.path);
    else files.push({ path: file.path, text, digest });
  }
  const problems = [
    ...source.problems.map((problem) => {
      const { file } = problem;
      const isFolder = file === undefined || file === location;
      return describe({ ...problem, file: isFolder ? basename(folder) : posix.join(prefix, file) });
    }),
    ...unreadable.map((path) => `${path} is not text in UTF-8: it is not shown, and cannot be changed here`),
  ];
  for (const problem of problems) hash.update(`${problem}\n`);
  const version = hash.digest('hex').slice(0, 32);
  return { texts: { version, files, problems, unreadable, root: source.root, folder, prefix }, source, read };
}

/** SHA-256 in hex. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The text of bytes that can be made of it again; undefined where there is none. */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
