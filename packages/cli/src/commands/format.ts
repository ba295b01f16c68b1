import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Option } from 'commander';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { examples } from '../options.js';
import { clean, counted } from '../render/text.js';
import { type Session, unusable } from '../session.js';

interface Options {
  readonly check?: boolean;
  readonly stdout?: boolean;
}

export const define: Define = (command, act) => {
  command
    .description(
      'Write case files in the house format: block style, one key a line, sections in their order, every comment kept.',
    )
    // No default: it writes, and a bare `format` above many cases would rewrite them all.
    .argument('<CASE...>', 'files or folders of cases')
    .addOption(new Option('--check', 'change nothing; exit code 1 if a file is not formatted'))
    .addOption(new Option('--stdout', 'print instead of writing (one file)').conflicts('check'))
    .action(act(formatFiles));
  examples(command, 'surety format my-case', 'surety format --check case.yaml evidence.yaml');
};

async function formatFiles(session: Session, paths: readonly string[], options: Options): Promise<ExitCode> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await filesOf(session, path);
    if (found === undefined) return exitCode.unusable;
    files.push(...found);
  }
  if (options.stdout === true && files.length > 1) return unusable(session, '--stdout takes one file');
  let code: ExitCode = exitCode.good;
  let changed = 0;
  for (const file of files) {
    const done = await formatFile(session, file, options);
    if (done === 'failed') code = exitCode.unusable;
    if (done === 'other') {
      changed += 1;
      if (options.check === true && code === exitCode.good) code = exitCode.bad;
    }
  }
  if (!session.quiet && options.stdout !== true) {
    const what = options.check === true ? 'not formatted' : 'formatted';
    session.note(`${counted(files.length, 'file')}, ${changed} ${what}`);
  }
  return code;
}

/** The file itself, or every file of a case's folder; undefined (and said) where the folder cannot be read. */
async function filesOf(session: Session, path: string): Promise<readonly string[] | undefined> {
  const location = resolve(session.io.cwd, path);
  const isFolder = await stat(location).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return (await isLinkOutside(location)) ? leaves(session, path) : [path];
  const { describe, readCaseFiles } = await import('@surety/evidence');
  const { files, problems } = await readCaseFiles(location);
  if (problems.length === 0) return files.map((file) => join(path, file.path));
  for (const problem of problems) {
    const file = problem.file === undefined || problem.file === location ? path : join(path, problem.file);
    unusable(session, describe({ ...problem, file }));
  }
  return undefined;
}

/** A link whose target lies outside the root of the case is not written through. */
async function isLinkOutside(location: string): Promise<boolean> {
  const target = await realpath(location).catch(() => location);
  const folder = await realpath(dirname(location)).catch(() => dirname(location));
  const { findRoot, isInside } = await import('@surety/evidence');
  return !isInside(await findRoot(folder), target);
}

function leaves(session: Session, path: string): undefined {
  unusable(session, `${path}: the path leaves the root of the case`);
  return undefined;
}

/** `other`: the house format differs from what was there. */
async function formatFile(session: Session, file: string, options: Options): Promise<'same' | 'other' | 'failed'> {
  const [{ describe, writeAtomic }, { format }] = await Promise.all([
    import('@surety/evidence'),
    import('@surety/core/language/edit'),
  ]);
  const fail = (message: string) => {
    unusable(session, `${file}: ${message}`);
    return 'failed' as const;
  };
  const path = resolve(session.io.cwd, file);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return fail(`it cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  }
  const text = textOf(bytes);
  if (text === undefined) return fail('it is not UTF-8 text');
  const result = format(text);
  if (!result.ok) return fail(result.reason);
  if (options.stdout === true) {
    session.io.out.write(result.text);
    return 'same';
  }
  if (result.text === text) return 'same';
  if (options.check !== true) {
    const problem = await writeAtomic(path, result.text);
    if (problem !== undefined) return fail(describe(problem));
  }
  session.print(clean(file));
  return 'other';
}

/** The text of a file with its byte order mark, which formatting keeps; undefined where it is not UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
