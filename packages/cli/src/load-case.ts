import { realpath } from 'node:fs/promises';
import { isAbsolute, join, posix, relative, resolve } from 'node:path';
import type { Case, Diagnostic, Measures, Ranges } from '@surety/core/case';
import type { Catalogue } from '@surety/core/catalogue';
import type { ChainLink } from '@surety/core/chain';
import type { Assessment } from '@surety/core/doubt';
import type { Readable, TextFile } from '@surety/core/language';
import type { CaseFiles, Lock, Problem } from '@surety/evidence';
import type { ChainCase } from './chain/load-chain.js';
import { readingOf } from './reading.js';
import { filePath, type Places } from './render/place.js';
import { during, type Session, unusable } from './session.js';
import { withSignatures } from './sign/check-signatures.js';

/** The text of a case as it was read. `case` is null exactly when a finding is an error of the text. */
export interface CaseText {
  readonly case: Case | null;
  /** What could be read of it; null where that is nothing. */
  readonly readable: Readable | null;
  /** Findings about the text itself, in the order of the text. */
  readonly findings: readonly Diagnostic[];
  readonly ranges: Ranges;
  /** What its author picks from: the built-in catalogue, or a file of his own over it. */
  readonly catalogue: Catalogue;
  readonly places: Places;
  /** Absolute paths of the files that were read. */
  readonly files: readonly string[];
  /** The texts as they were decoded; their names are relative to the root. */
  readonly documents: readonly { readonly file: string; readonly text: string }[];
  /** Absolute; holds the lock file. */
  readonly folder: string;
  /** Absolute, free of links; the names of all files are relative to it. */
  readonly root: string;
}

/** A case whose text could be read, with what was measured and found. */
export interface CheckedCase extends CaseText {
  readonly case: Case;
  readonly measures: Measures;
}

export interface AssessedCase extends CheckedCase {
  readonly assessment: Assessment;
}

/** Why there is nothing to work with: `lines` say it to a person. */
export interface Unusable {
  readonly ok: false;
  readonly problems: readonly string[];
  /** Findings of the text, or the fatal ones of the rules; with the places to print them at. */
  readonly text?: CaseText;
}

export type Loaded<T> = { readonly ok: true; readonly value: T } | Unusable;

/** How the files of a revision are called, which stand elsewhere than they are said to. */
export interface CalledCase {
  readonly revision: string;
  /** Folder of the case from the root of the repository. */
  readonly folder: string;
}

/** First stage: reads the files and parses them. Errors of the text are findings, not a failure. */
export async function readCase(session: Session, path: string, called?: CalledCase): Promise<Loaded<CaseText>> {
  const [{ describe, readCaseFiles }, { parse }] = await Promise.all([
    import('@surety/evidence'),
    import('@surety/core/language'),
  ]);
  return during(session, 'Reading the case', async () => {
    const source = await readCaseFiles(resolve(session.io.cwd, path));
    if (source.problems.length > 0) {
      const said = source.problems.map((problem) => describe(named(session, problem, source.folder, path, called)));
      return { ok: false, problems: said };
    }
    const files = await withUsedFiles(source);
    const parsed = parse(files);
    const revision = called === undefined ? {} : { revision: called.revision };
    const places: Places = { root: source.root, cwd: session.io.cwd, ...revision };
    const several = parsed.case === null ? severalCases(parsed.documents) : [];
    if (several.length > 1) {
      return { ok: false, problems: [severalWords(several.map((file) => filePath(file, places)))] };
    }
    const signed =
      parsed.case === null
        ? null
        : await withSignatures(parsed.case, { root: source.root, ranges: parsed.ranges }, session.io.env);
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
  });
}

/** The same where nothing can be done with a text that has errors. */
export async function readWholeCase(
  session: Session,
  path: string,
): Promise<Loaded<CaseText & { readonly case: Case }>> {
  const read = await readCase(session, path);
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
function named({ io }: Session, problem: Problem, folder: string, path: string, called?: CalledCase): Problem {
  const { file } = problem;
  if (called !== undefined) {
    const inside = file === undefined || isAbsolute(file) ? called.folder : posix.join(called.folder, file);
    return { ...problem, file: `${called.revision}:${inside}` };
  }
  const isCase = file === undefined || isAbsolute(file);
  return { ...problem, file: isCase ? path : relative(io.cwd, join(folder, file)) };
}

/** The files of the case and those that they name, with paths relative to the root: that is what no path may leave. */
async function withUsedFiles(source: CaseFiles): Promise<readonly TextFile[]> {
  const { usedFiles } = await import('@surety/core/language');
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

/** Second stage: measures the evidence and lets the rules look at the case. Needs a text without errors. */
export async function checkCase(session: Session, path: string, asOf: string): Promise<Loaded<CheckedCase>> {
  const read = await readCase(session, path);
  return read.ok ? checkText(session, read.value, path, asOf) : read;
}

/** The same for a text that was read; under a lock that is given, or else the one in the folder. */
export async function checkText(
  session: Session,
  text: CaseText,
  path: string,
  asOf: string,
  { called, lock: given, alone = called !== undefined }: TextOptions = {},
): Promise<Loaded<CheckedCase>> {
  const { case: stated } = text;
  if (stated === null) return { ok: false, problems: [], text };
  const { describe, measureAll, readLock } = await import('@surety/evidence');
  const lock = given === undefined ? readLock(text.folder, text.root) : { ok: true as const, value: given };
  if (!lock.ok)
    return { ok: false, problems: [describe(named(session, lock.problem, text.folder, path, called))], text };
  const { measures } = await during(session, 'Reading the evidence', async (say) =>
    measureAll(stated, text.root, { ...(await readingOf(session, text.root, say)), lock: lock.value }),
  );
  const cited = alone ? undefined : await previousLinks(session, { ...text, case: stated }, asOf);
  if (cited?.ok === false) return cited;
  const of = cited === undefined ? stated : await citing(stated, measures, cited.value, asOf);
  const { diagnose } = await import('@surety/core/rules');
  const findings = await during(session, 'Checking', () =>
    diagnose(of, text.ranges, { asOf, measures, catalogue: text.catalogue }),
  );
  return { ok: true, value: { ...text, case: of, measures, findings: merged(text.findings, findings) } };
}

interface TextOptions {
  /** Of a revision: files outside of the case are not read, so a chain is not followed. */
  readonly called?: CalledCase;
  readonly lock?: Lock;
  /** The chain of the case is not followed: what it cites stays open, and blocks. */
  readonly alone?: boolean;
}

/** The generations before a case that stands in a chain; nothing where it stands in none. */
export async function previousLinks(
  session: Session,
  start: ChainCase,
  asOf: string,
): Promise<Loaded<readonly ChainLink[]> | undefined> {
  if (start.case.chain === undefined) return undefined;
  const { loadChain } = await import('./chain/load-chain.js');
  return loadChain<CaseText>(session, start, async (path) => {
    const read = await readCase(session, path);
    if (!read.ok) return read;
    const checked = await checkText(session, read.value, path, asOf, { alone: true });
    return checked.ok ? ((await whyMeaningless(checked.value)) ?? checked) : checked;
  });
}

async function citing(of: Case, measures: Measures, before: readonly ChainLink[], asOf: string): Promise<Case> {
  const { citePrevious } = await import('@surety/core/chain');
  return citePrevious(of, measures, before, { asOf });
}

/** A text with errors, and what the rules find in what could be read of it besides. */
export async function checkReadable(session: Session, text: CaseText, path: string, asOf: string): Promise<CaseText> {
  if (text.readable === null) return text;
  const { case: of, gaps } = text.readable;
  const { describe, measureAll, readLock } = await import('@surety/evidence');
  // Evidence whose text has an error is measured by the wrong words, and without the lock file none is judged.
  const lock = readLock(text.folder, text.root);
  if (!lock.ok) unusable(session, describe(named(session, lock.problem, text.folder, path)));
  const whole = { ...of, evidence: of.evidence.filter(({ id }) => !gaps.names.has(id)) };
  const read = lock.ok
    ? await during(session, 'Reading the evidence', async (say) =>
        measureAll(whole, text.root, { ...(await readingOf(session, text.root, say)), lock: lock.value }),
      )
    : undefined;
  const measures = read?.measures;
  const { diagnose } = await import('@surety/core/rules');
  const options = { asOf, gaps, catalogue: text.catalogue, ...(measures === undefined ? {} : { measures }) };
  const findings = await during(session, 'Checking', () => diagnose(of, text.ranges, options));
  return { ...text, findings: merged(text.findings, findings) };
}

/** Third stage: computes what the case is worth. While a fatal finding stands its argument has no meaning. */
export async function assessCase(
  session: Session,
  path: string,
  options: { readonly asOf: string; readonly seed: number },
): Promise<Loaded<AssessedCase>> {
  const checked = await checkCase(session, path, options.asOf);
  if (!checked.ok) return checked;
  return assessChecked(session, checked.value, options);
}

/** Assesses a case that was checked, or a variant of it (`of`) for another question. */
export async function assessChecked(
  session: Session,
  checked: CheckedCase,
  options: { readonly asOf: string; readonly seed: number },
  of: Case = checked.case,
): Promise<Loaded<AssessedCase>> {
  const refused = await whyMeaningless(checked);
  if (refused !== undefined) return refused;
  const { assess } = await import('@surety/core/doubt');
  const assessment = await during(session, 'Assessing', () => assess(of, checked.measures, options));
  return { ok: true, value: { ...checked, assessment } };
}

/** A case that was checked and can be assessed, for questions that assess it in their own way. */
export async function assessable(session: Session, path: string, asOf: string): Promise<Loaded<CheckedCase>> {
  const checked = await checkCase(session, path, asOf);
  return checked.ok ? ((await whyMeaningless(checked.value)) ?? checked) : checked;
}

async function whyMeaningless(checked: CheckedCase): Promise<Unusable | undefined> {
  const { isFatal } = await import('@surety/core/rules');
  const fatal = checked.findings.filter((finding) => isFatal(finding.code));
  if (fatal.length === 0) return undefined;
  const problems = ['The argument has no meaning while these findings stand'];
  return { ok: false, problems, text: { ...checked, findings: fatal } };
}

/** Findings of the text and of the rules, by file and then by place. */
function merged(text: readonly Diagnostic[], rules: readonly Diagnostic[]): readonly Diagnostic[] {
  if (text.length === 0) return rules;
  return [...text, ...rules].sort((a, b) => {
    if (a.range.file !== b.range.file) return a.range.file < b.range.file ? -1 : 1;
    return a.range.start.offset - b.range.start.offset;
  });
}
