import type { Case, Ranges } from '../case/index.js';
import { decode } from './decode.js';
import { fromYaml } from './from-yaml.js';
import { checkUniqueIds } from './ids.js';
import { checkModules, mergeSingle } from './merge.js';
import { checkSources, resolvePath } from './paths.js';
import { quickTree } from './quick-tree.js';
import { type ReadFile, rangesOf } from './ranges.js';
import { resolve } from './resolve.js';
import { openSource, report, type TextDiagnostic } from './source.js';
import { entryOf } from './tree.js';
import { checkUses, usesOf } from './uses.js';
import { type ValidFile, validate } from './validate.js';

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
}

export interface Parsed {
  /** Null exactly when a diagnostic is an error. */
  readonly case: Case | null;
  readonly diagnostics: readonly TextDiagnostic[];
  readonly ranges: Ranges;
  /** The texts as they were decoded, in path order; a file that is not text has none. */
  readonly documents: readonly { readonly file: string; readonly text: string }[];
}

const defaultMaxBytes = 16 * 1024 * 1024;

/** Reads the files of one case. Never throws on text, whatever the bytes; never gives a part of a case. */
export function parse(files: readonly TextFile[], options: ParseOptions = {}): Parsed {
  const ordered = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const read = ordered.map((file) => readFile(file, options.maxBytes ?? defaultMaxBytes));
  const valid = read.flatMap((file) => {
    const one = file.root === undefined ? undefined : validate(file.source, file.root);
    return one === undefined ? [] : [one];
  });
  const complete = valid.length === read.length && read.length > 0;
  const found = complete ? makeCase(valid, options.root ?? '', options.known) : null;
  if (valid.length > 0 && !complete) checkUniqueIds(valid);
  const diagnostics = [
    ...(read.length === 0 ? [noFiles] : []),
    ...read.flatMap(({ source }) => inOrder(source.diagnostics)),
  ];
  return {
    case: diagnostics.some(({ severity }) => severity === 'error') ? null : found,
    diagnostics,
    ranges: rangesOf(read),
    documents: read.filter(({ decoded }) => decoded).map(({ source }) => ({ file: source.file, text: source.text })),
  };
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
  const quick = quickTree(text);
  return { source, root: quick.tree ?? fromYaml(source, quick.at) };
}

function hasErrors({ source }: ValidFile): boolean {
  return source.diagnostics.some(({ severity }) => severity === 'error');
}

function makeCase(files: readonly ValidFile[], root: string, known?: ReadonlySet<string>): Case | null {
  const [first] = files;
  if (first === undefined) return null;
  checkModules(files);
  checkUniqueIds(files);
  checkHead(files);
  for (const file of files) checkSources(file, root);
  checkUses(files, root, known);
  // Circles are refused before anything is built on them.
  if (files.some(hasErrors)) return null;
  const merged = mergeSingle(files, root);
  return files.some(hasErrors) ? null : resolve(files, merged);
}

/** One file says which format this is and what the case is; bare arguments alone are an untitled case. */
function checkHead(files: readonly ValidFile[]): void {
  if (files.every(({ bare }) => bare)) return;
  const sections = files.filter(({ bare }) => !bare);
  const first = sections[0]!;
  const top = { start: 0, end: 0 };
  if (!sections.some(({ root }) => entryOf(root, 'surety') !== undefined)) {
    const bom = first.source.text.startsWith('\uFEFF') ? 1 : 0;
    report(first.source, 'missing-version', top, 'No file of the case says `surety: 1`.', {
      hint: 'Add `surety: 1` as the first line.',
      fix: { start: bom, end: bom, text: first.source.text.includes('\r\n') ? 'surety: 1\r\n' : 'surety: 1\n' },
    });
  }
  if (!sections.some(({ data }) => data.case !== undefined)) {
    report(
      first.source,
      'missing-case',
      top,
      'No file of the case says what it is: expected `case` with `id` and `title`.',
    );
  }
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

/** The files that a text names as part of its case (`module.uses`, `policy.extends`) and that lie inside the root. */
export function usedFiles(file: TextFile, root = ''): readonly string[] {
  const { path, text } = file;
  const decoded = decode(text, defaultMaxBytes);
  if (!decoded.ok || !mayUseFiles(decoded.text)) return [];
  const { modules, policies } = usesOf(readText(path, decoded.text));
  return [...modules, ...policies].flatMap((use) => resolvePath(root, path, use.path) ?? []);
}

/** Whether the keys of `usesOf` can stand in a text. Reading it is what costs, and hardly any text has them. */
function mayUseFiles(text: string): boolean {
  // In double quotes a key can be written by escapes.
  if (/\\[xuU\r\n]/.test(text)) return true;
  return (text.includes('module') && text.includes('uses')) || (text.includes('policy') && text.includes('extends'));
}
