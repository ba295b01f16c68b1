import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import type { TemplateValues } from '@surety/core/skeleton';
import { Option } from 'commander';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { examples, jsonOption } from '../options.js';
import { ownFile } from '../own-file.js';
import { unknownName } from '../refuse.js';
import { clean, wrap } from '../render/text.js';
import { type Session, unusable } from '../session.js';

interface Options {
  readonly template?: string;
  readonly list?: boolean;
  readonly json?: boolean;
  readonly id?: string;
  readonly title?: string;
}

export const define: Define = (command, act) => {
  command
    .description(
      'Write a case to start from: the smallest that gets a verdict, or with --template a whole sketch after the literature. Nothing that is there is overwritten.',
    )
    .argument('[FOLDER]', 'folder to write it to', '.')
    .option('--template <NAME>', 'write this template, a sketch whose holes are marked')
    .option('--list', 'list the templates, and where each comes from')
    .addOption(jsonOption('the list of templates', 'templates'))
    .addOption(new Option('--id <ID>', 'id of the case').default(undefined, 'name of the folder'))
    .addOption(new Option('--title <TEXT>', 'title of the case'))
    .action(act(init));
  examples(
    command,
    'surety init my-case --title "A support agent"',
    'surety init --list',
    'surety init my-case --template control',
  );
};

const fileName = 'case.yaml';

async function init(session: Session, folder: string, options: Options): Promise<ExitCode> {
  const { template: name } = options;
  if (options.list === true) return listTemplates(session, options);
  const templates = name === undefined ? [] : (await import('@surety/core/skeleton')).caseTemplates;
  const template = templates.find((one) => one.name === name);
  if (name !== undefined && template === undefined)
    return unknownName(
      session,
      'template',
      name,
      templates.map((one) => one.name),
    );
  const target = resolve(session.io.cwd, folder);
  const file = join(target, fileName);
  if (await exists(file)) return unusable(session, `${shown(session, file)} is there already, and stays as it is`);
  const other = await otherText(target);
  if (other !== undefined) {
    const hint = 'All YAML files of a folder are one case: choose a folder of its own.';
    return unusable(session, `${shown(session, join(target, other))} is in the way`, hint);
  }
  const from = template?.text ?? (await readFile(ownFile('template/case.yaml'), 'utf8'));
  const text = await firstText(from, {
    id: options.id ?? idFrom(basename(target)),
    ...(options.title === undefined ? {} : { title: options.title }),
    ...(template === undefined ? {} : { window: windowFrom(session.io.today()) }),
  });
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
  if (!session.quiet) session.note(nextSteps(folder, template !== undefined));
  return exitCode.good;
}

/** The text with what the new case says of itself put in place. */
async function firstText(
  from: string,
  values: TemplateValues,
): Promise<{ readonly text: string } | { readonly reason: string }> {
  const [{ fillTemplate }, { parse }] = await Promise.all([
    import('@surety/core/skeleton'),
    import('@surety/core/language'),
  ]);
  const filled = fillTemplate(from, values);
  if (!filled.ok) return filled;
  const [error] = parse([{ path: fileName, text: filled.text }]).diagnostics.filter(
    ({ severity }) => severity === 'error',
  );
  return error === undefined ? filled : { reason: error.message };
}

/** A quarter that begins today. */
function windowFrom(today: string): { readonly from: string; readonly to: string } {
  const last = new Date(`${today}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() + 89);
  return { from: today, to: last.toISOString().slice(0, 10) };
}

async function listTemplates(session: Session, { json }: Options): Promise<ExitCode> {
  const { caseTemplates } = await import('@surety/core/skeleton');
  if (json === true) {
    const templates = caseTemplates.map(({ name, title, takeWhere, idea }) => ({ name, title, takeWhere, idea }));
    session.print(JSON.stringify({ format: 'surety-templates/1', templates }, null, 2));
    return exitCode.good;
  }
  const { style, width } = session;
  for (const { name, title, takeWhere, idea } of caseTemplates) {
    session.print(
      wrap(
        // What of it is whose stands in docs/templates.md and the JSON; here one is to be chosen.
        `${style.bold(name)}: ${title}, where ${takeWhere} ${style.dim(`(${idea.provenance}: ${idea.source.split(';')[0]})`)}`,
        width,
        '',
        '  ',
      ),
    );
  }
  if (!session.quiet) session.note('What each argues, and what of it is whose: docs/templates.md, or --json');
  return exitCode.good;
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

function nextSteps(folder: string, sketch: boolean): string {
  const at = folder === '.' ? '' : ` ${clean(/\s/.test(folder) ? `"${folder}"` : folder)}`;
  return [
    '',
    'Next:',
    ...(sketch
      ? [
          `  Open ${fileName} in an editor: its first lines say which edit comes first, and`,
          '  comments lead on from there. Then, as often as you like:',
        ]
      : [
          `  Open ${fileName} in an editor, and put your own outcome, claim and reasons`,
          '  in place of the invented ones. Then, as often as you like:',
        ]),
    `  surety steps${at}           the six steps: what is there, what is missing, what to write`,
    `  surety assess${at}          the verdict, and what it rests on`,
    `  surety check${at} --watch   what is still wrong, while you write`,
    `  surety outline${at}         the argument as a tree`,
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
