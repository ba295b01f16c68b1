import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { isAbsolute, join, posix, relative, resolve } from 'node:path';
import type { Case } from '@surety/core/case';
import { parse, type TextFile, usedFiles } from '@surety/core/language';
import { type CaseFiles, readCaseFiles } from '../files/index.js';
import { filePath, type Places } from '../place.js';
import { describe, type Problem } from '../problem.js';
import type { CalledCase, CaseText, Loaded } from './case-text.js';
import { during, type Loading } from './loading.js';
import { withSignatures } from './with-signatures.js';

/** First stage: reads the files and parses them. Errors of the text are findings, not a failure. */
export async function readCase(loading: Loading, path: string, called?: CalledCase): Promise<Loaded<CaseText>> {
  return during(loading, 'Reading the case', async () => {
    const source = await readCaseFiles(resolve(loading.cwd, path));
    return parseCase(loading, source, await withUsedFiles(source), path, called);
  });
}

/** The same of files that were read. */
export async function parseCase(
  loading: Loading,
  source: CaseFiles,
  files: readonly TextFile[],
  path: string,
  called?: CalledCase,
): Promise<Loaded<CaseText>> {
  if (source.problems.length > 0) {
    const said = source.problems.map((problem) => describe(named(loading, problem, source.folder, path, called)));
    return { ok: false, problems: said };
  }
  const parsed = parse(files, { digest: (text) => createHash('sha256').update(text).digest('hex') });
  const revision = called === undefined ? {} : { revision: called.revision };
  const places: Places = { root: source.root, cwd: loading.cwd, ...revision };
  const several = parsed.case === null ? severalCases(parsed.documents) : [];
  if (several.length > 1) {
    return { ok: false, problems: [severalWords(several.map((file) => filePath(file, places)))] };
  }
  const signed =
    parsed.case === null
      ? null
      : await withSignatures(parsed.case, { root: source.root, ranges: parsed.ranges }, loading.env);
  const value: CaseText = {
    case: signed,
    readable: parsed.readable,
    findings: parsed.diagnostics,
    ranges: parsed.ranges,
    catalogue: parsed.catalogue,
    documents: parsed.documents,
    places,
    files: files.map((file) => resolve(source.root, file.path)),
    folder: source.folder,
    root: source.root,
  };
  return { ok: true, value };
}

/** The same where nothing can be done with a text that has errors. */
export async function readWholeCase(
  loading: Loading,
  path: string,
): Promise<Loaded<CaseText & { readonly case: Case }>> {
  const read = await readCase(loading, path);
  if (!read.ok) return read;
  const { case: of } = read.value;
  return of === null ? { ok: false, problems: [], text: read.value } : { ok: true, value: { ...read.value, case: of } };
}

/**
 * Files of different folders that each say what their case is, by different ids: that is not one case with many
 * mistakes, but a folder above several. Looked for only where the text has errors, so a pattern will do.
 */
function severalCases(documents: CaseText['documents']): readonly string[] {
  const found = documents.flatMap(({ file, text }) => {
    const id =
      /^case:[ \t]*(?:\{[^}]*?|(?:#.*)?\r?\n(?:(?:[ \t]+.*|#.*)?\r?\n)*?[ \t]+)\bid:[ \t]*["']?([^\s"',}]+)/m.exec(
        text,
      )?.[1];
    return id === undefined ? [] : [{ file, id, folder: posix.dirname(file) }];
  });
  const different = (key: 'id' | 'folder') => new Set(found.map((one) => one[key])).size > 1;
  return different('id') && different('folder') ? found.map(({ file }) => file) : [];
}

const mostCases = 6;

function severalWords(files: readonly string[]): string {
  const shown = files.slice(0, mostCases).join(', ');
  const left = files.length - mostCases;
  return `this folder holds several cases (${shown}${left > 0 ? ` and ${left} more` : ''}): name one`;
}

/** A problem with its file as the caller would name it: the case as it was given, or a file of it seen from here. */
export function named({ cwd }: Loading, problem: Problem, folder: string, path: string, called?: CalledCase): Problem {
  const { file } = problem;
  if (called !== undefined) {
    const inside = file === undefined || isAbsolute(file) ? called.folder : posix.join(called.folder, file);
    return { ...problem, file: `${called.revision}:${inside}` };
  }
  const isCase = file === undefined || isAbsolute(file);
  return { ...problem, file: isCase ? path : relative(cwd, join(folder, file)) };
}

/** The files of the case and those that they name, with paths relative to the root: that is what no path may leave. */
export async function withUsedFiles(source: CaseFiles): Promise<readonly TextFile[]> {
  if (source.files.length === 0) return [];
  const prefix = relative(source.root, await realpath(source.folder)).replaceAll('\\', '/');
  const files: TextFile[] = source.files.map((file) => ({ path: posix.join(prefix, file.path), text: file.bytes }));
  const known = new Set(files.map((file) => file.path));
  // Files that are found on the way name further ones.
  for (const file of files) {
    for (const path of usedFiles(file)) {
      if (known.has(path)) continue;
      known.add(path);
      const read = source.readFile(posix.relative(prefix, path));
      if (read.ok) files.push({ path, text: read.value });
    }
  }
  return files;
}
