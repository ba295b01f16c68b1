import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { Option } from 'commander';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { examples } from '../options.js';
import { clean } from '../render/text.js';
import { type Session, unusable } from '../session.js';

interface Options {
  readonly id?: string;
  readonly title?: string;
}

export const define: Define = (command, act) => {
  command
    .description('Write the smallest case that gets a verdict, to start from. Nothing that is there is overwritten.')
    .argument('[FOLDER]', 'folder to write it to', '.')
    .addOption(new Option('--id <ID>', 'id of the case').default(undefined, 'name of the folder'))
    .addOption(new Option('--title <TEXT>', 'title of the case'))
    .action(act(init));
  examples(command, 'surety init my-case --title "A support agent"');
};

const fileName = 'case.yaml';

async function init(session: Session, folder: string, options: Options): Promise<ExitCode> {
  const target = resolve(session.io.cwd, folder);
  const file = join(target, fileName);
  if (await exists(file)) return unusable(session, `${shown(session, file)} is there already, and stays as it is`);
  const other = await otherText(target);
  if (other !== undefined) {
    const hint = 'All YAML files of a folder are one case: choose a folder of its own.';
    return unusable(session, `${shown(session, join(target, other))} is in the way`, hint);
  }
  const text = await firstText(options.id ?? idFrom(basename(target)), options.title);
  if ('reason' in text) return unusable(session, text.reason);
  try {
    await mkdir(target, { recursive: true });
  } catch (error) {
    return unusable(
      session,
      `the folder ${shown(session, target)} cannot be made (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
    );
  }
  const { describe, writeAtomic } = await import('@surety/evidence');
  const problem = await writeAtomic(file, text.text);
  if (problem !== undefined) return unusable(session, describe(problem));
  session.print(`Wrote ${shown(session, file)}`);
  if (!session.quiet) session.note(nextSteps(folder));
  return exitCode.good;
}

/** The carried example with the id and the title of the new case put in place. */
async function firstText(
  id: string,
  title: string | undefined,
): Promise<{ readonly text: string } | { readonly reason: string }> {
  const [{ applySplices, edit }, { openDocument, parse }] = await Promise.all([
    import('@surety/core/language/edit'),
    import('@surety/core/language'),
  ]);
  let text = await readFile(new URL('../../template/case.yaml', import.meta.url), 'utf8');
  const values = { id, ...(title === undefined ? {} : { title }) };
  for (const [key, value] of Object.entries(values)) {
    const edited = edit(openDocument(fileName, text), { kind: 'set', path: ['case', key], value });
    if (!edited.ok) return { reason: edited.reason };
    text = applySplices(text, edited.splices);
  }
  const [error] = parse([{ path: fileName, text }]).diagnostics.filter(({ severity }) => severity === 'error');
  return error === undefined ? { text } : { reason: error.message };
}

/** A YAML file that would be read as part of the new case. */
async function otherText(folder: string): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => []);
  return names.sort().find((name) => /^[^.].*\.ya?ml$/.test(name));
}

/** A folder's name as an id: letters, digits and hyphens. */
function idFrom(name: string): string {
  const id = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  return id === '' ? 'my-case' : id;
}

function nextSteps(folder: string): string {
  const at = folder === '.' ? '' : ` ${clean(/\s/.test(folder) ? `"${folder}"` : folder)}`;
  return [
    '',
    'Next:',
    `  surety assess${at}          the verdict, and what it rests on`,
    `  surety check${at} --watch   what is still wrong, while you write`,
    `  surety outline${at}         the argument as a tree`,
    `Then open ${fileName} in an editor, and put your own outcome, claim and reasons`,
    'in place of the invented ones.',
  ].join('\n');
}

function shown({ io }: Session, path: string): string {
  return clean(relative(io.cwd, path) || '.');
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
