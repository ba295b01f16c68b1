import type { TextDigest } from '../canonical/index.js';
import { type Case, type Gaps, nearest, type Ranges } from '../case/index.js';
import { builtInCatalogue, type Catalogue } from '../catalogue/index.js';
import { sectionNames } from '../schema/index.js';
import { claimPointsOf } from './bare-element.js';
import { allBare } from './bare-file.js';
import { decode } from './decode.js';
import { gapsOf, noGaps, withoutEchoes } from './gaps.js';
import { checkUniqueIds } from './ids.js';
import { checkModules, mergeSingle } from './merge.js';
import { catalogueKey, isCatalogue, ownCatalogue } from './own-catalogue.js';
import { checkSources, resolvePath } from './paths.js';
import { type ReadFile, rangesOf } from './ranges.js';
import { resolve } from './resolve.js';
import { openSource, report, type TextDiagnostic } from './source.js';
import { entryOf } from './tree.js';
import { treeOf } from './tree-of.js';
import { checkUses, usesOf } from './uses.js';
import type { ValidFile } from './valid-file.js';
import { validate } from './validate.js';

/** A file of a case: its path relative to the root, with `/`, and what is in it. */
export interface TextFile {
  readonly path: string;
  readonly text: string | Uint8Array;
}

export interface ParseOptions {
  /** Largest file that is read, in bytes. */
  readonly maxBytes?: number;
  /** Folder that paths in the text may not leave, written like the paths of the files; by default the folder they are relative to. */
  readonly root?: string;
  /** Files that exist besides those given; a `uses` or `extends` of any other is an error. */
  readonly known?: ReadonlySet<string>;
  /** SHA-256 where the platform brings one, for the hash of the content. */
  readonly digest?: TextDigest;
}

/** A case as far as its text could be read. It is for finding further faults; nothing may be computed from it. */
export interface Readable {
  readonly case: Case;
  readonly gaps: Gaps;
}

export interface Parsed {
  /** Null exactly when a diagnostic is an error. */
  readonly case: Case | null;
  /** What could be read, the whole case where there are no errors; null where that is nothing. */
  readonly readable: Readable | null;
  readonly diagnostics: readonly TextDiagnostic[];
  readonly ranges: Ranges;
  /** The built-in catalogue, and over it the file that the case names at `case.catalogue`, as far as it could be read. */
  readonly catalogue: Catalogue;
  /** The texts as they were decoded, in path order; a file that is not text has none. */
  readonly documents: readonly { readonly file: string; readonly text: string }[];
}

const defaultMaxBytes = 16 * 1024 * 1024;

/** Reads the files of one case. Never throws on text, whatever the bytes; `case` is never a part of a case. */
export function parse(files: readonly TextFile[], options: ParseOptions = {}): Parsed {
  const ordered = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const read = ordered.map((file) => readFile(file, options.maxBytes ?? defaultMaxBytes));
  // A catalogue is no part of the case, wherever it lies.
  const parts = read.filter(({ root }) => !isCatalogue(root));
  const roots = parts.map(({ root }) => root);
  const common = { alone: allBare(roots), points: claimPointsOf(roots) };
  const valid = parts
    .flatMap(({ source, root }) => (root && validate(source, root, common)) ?? [])
    .filter((file) => parts.length === 1 || hasItsName(file));
  const found = makeCase(parts, read, valid, options);
  const catalogue = catalogueOf(read, options.root ?? '');
  const diagnostics = [
    ...(read.length === 0 ? [noFiles] : []),
    ...read.flatMap(({ source }) => inOrder(source.diagnostics)),
  ];
  const whole = !diagnostics.some(isError);
  const gaps = found === null || whole ? noGaps : gapsOf(parts, valid);
  return {
    case: whole ? found : null,
    readable: found === null ? null : { case: found, gaps },
    diagnostics,
    ranges: rangesOf(read),
    catalogue,
    documents: read.filter(({ decoded }) => decoded).map(({ source }) => ({ file: source.file, text: source.text })),
  };
}

/** Whether it is known how the elements of a file are called: not where the name of their module could not be read. */
function hasItsName({ root, data, alone }: ValidFile): boolean {
  return alone || data.module !== undefined || entryOf(root, 'module') === undefined;
}

function isError({ severity }: TextDiagnostic): boolean {
  return severity === 'error';
}

function readFile({ path, text }: TextFile, maxBytes: number): ReadFile & { readonly decoded: boolean } {
  const decoded = decode(text, maxBytes);
  if (!decoded.ok) {
    const { text: soFar, offset } = decoded.at ?? { text: '', offset: 0 };
    const source = openSource(path, soFar);
    const end = decoded.at === undefined ? offset : offset + 1;
    report(source, decoded.code, { start: offset, end }, decoded.message, { hint: decoded.hint });
    return { source, root: undefined, decoded: false };
  }
  return { ...readText(path, decoded.text), decoded: true };
}

function readText(path: string, text: string): ReadFile {
  const source = openSource(path, text);
  return { source, root: treeOf(source) };
}

/** The catalogue that the case picks from. */
function catalogueOf(read: readonly ReadFile[], root: string): Catalogue {
  const byPath = new Map(read.map((file) => [file.source.file, file]));
  for (const file of read) {
    for (const { path, at } of usesOf(file).catalogues) {
      const named = byPath.get(resolvePath(root, file.source.file, path) ?? '');
      // What cannot be read at all was reported as such.
      if (named?.root === undefined) continue;
      if (isCatalogue(named.root)) return ownCatalogue(builtInCatalogue, named.source, named.root);
      const hint = `A catalogue starts with \`${catalogueKey}: 1\`.`;
      report(file.source, 'wrong-type', at, `The file '${named.source.file}' is no catalogue.`, { hint });
    }
  }
  return builtInCatalogue;
}

/** The case of what could be read, which may be less than the files hold; the checks that need all of it are left out then. */
function makeCase(
  read: readonly ReadFile[],
  all: readonly ReadFile[],
  files: readonly ValidFile[],
  { root = '', known, digest }: ParseOptions,
): Case | null {
  if (files.length === 0) return null;
  checkModules(files);
  checkUniqueIds(files);
  if (files.length === read.length) checkHead(files);
  for (const file of files) checkSources(file, root);
  checkUses(all, root, known);
  const merged = mergeSingle(files, root);
  return withoutEchoes(files, () => resolve(files, merged, digest));
}

/** One file says which format this is and what the case is; bare arguments alone are an untitled case. */
function checkHead(files: readonly ValidFile[]): void {
  if (files.every(({ alone }) => alone)) return;
  const sections = files.filter(({ bare }) => !bare);
  const first = sections[0]!;
  const top = { start: 0, end: 0 };
  if (!sections.some(saysVersion)) {
    const bom = first.source.text.startsWith('\uFEFF') ? 1 : 0;
    report(first.source, 'missing-version', top, 'No file of the case says `surety: 1`.', {
      hint: 'Add `surety: 1` as the first line.',
      fix: { start: bom, end: bom, text: first.source.text.includes('\r\n') ? 'surety: 1\r\n' : 'surety: 1\n' },
    });
  }
  if (!sections.some((file) => file.sections.some(({ name }) => name === 'case') || entryOf(file.root, 'case'))) {
    report(
      first.source,
      'missing-case',
      top,
      'No file of the case says what it is: expected `case` with `id` and `title`.',
    );
  }
}

/** A mistyped `surety` is told as what it is. */
function saysVersion({ root }: ValidFile): boolean {
  return root.entries.some(({ key }) => key === 'surety' || nearest(key, sectionNames) === 'surety');
}

const start = { offset: 0, line: 1, column: 1 };
const noFiles: TextDiagnostic = {
  code: 'no-files',
  severity: 'error',
  message: 'There is no text to read; expected at least one file.',
  range: { file: '', start, end: start },
};

function inOrder(diagnostics: readonly TextDiagnostic[]): readonly TextDiagnostic[] {
  return diagnostics.toSorted((a, b) => a.range.start.offset - b.range.start.offset);
}

/** The files that a text names as part of its case (`module.uses`, `policy.extends`, `case.catalogue`) and that lie inside the root. */
export function usedFiles(file: TextFile, root = ''): readonly string[] {
  const { path, text } = file;
  const decoded = decode(text, defaultMaxBytes);
  if (!decoded.ok || !mayUseFiles(decoded.text)) return [];
  const { modules, policies, catalogues } = usesOf(readText(path, decoded.text));
  return [...modules, ...policies, ...catalogues].flatMap((use) => resolvePath(root, path, use.path) ?? []);
}

/** Whether the keys of `usesOf` can stand in a text. Reading it is what costs, and hardly any text has them. */
function mayUseFiles(text: string): boolean {
  // In double quotes a key can be written by escapes.
  if (/\\[xuU\r\n]/.test(text)) return true;
  if (text.includes('catalogue')) return true;
  return (text.includes('module') && text.includes('uses')) || (text.includes('policy') && text.includes('extends'));
}
