import { InvalidArgumentError, Option } from 'commander';
import { changesOf, printChanges } from '../changes.js';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { readCase } from '../load-case.js';
import { caseArgument, examples, isoDate, jsonOption } from '../options.js';
import { refuse } from '../refuse.js';
import { clean, listed, wrap } from '../render/text.js';
import { type Session, unusable } from '../session.js';
import { writeTexts } from '../write-texts.js';

interface Options {
  readonly subsystem: string;
  readonly outcome: string;
  readonly under?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly challenges?: boolean;
  readonly date: string;
  readonly id?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export const define: Define = (command, act, io) => {
  command
    .description(
      'Put a building block into the argument of a case: a claim, its strategy, and a hole to fill in for each sub-claim. Every other byte of the text stays.',
    )
    .argument('<BLOCK>', 'a building block, as `surety catalogue` lists them')
    .argument(...caseArgument)
    .requiredOption('--subsystem <ID>', 'the subsystem that is argued about')
    .requiredOption('--outcome <ID>', 'the outcome that must not happen')
    .option(
      '--under <ID>',
      'goal or strategy that it supports (default: the claim of the outcome, or the strategy below)',
    )
    .addOption(
      new Option(
        '--with <NAME=VALUE>',
        'a value for a parameter of the block; system and outcome are what the sentences call them; may be given several times',
      ).argParser(assignment),
    )
    .option('--challenges', 'raise the usual defeaters of the block as open challenges')
    .addOption(
      new Option('--date <DATE>', 'day on which they are raised').default(io.today(), 'today').argParser(isoDate),
    )
    .option('--id <NAME>', 'what the new ids are made of: G-NAME, S-NAME, G-NAME-…')
    .addOption(new Option('-n, --dry-run', 'show what would change, and change nothing'))
    .addOption(jsonOption('what was added', 'add'))
    .action(act(addTo));
  examples(
    command,
    'surety add monitoring my-case --subsystem agent --outcome leak --with budget="2 %"',
    'surety add testbeds my-case --subsystem agent --outcome leak --with system="our agent" --with outcome="a leak"',
    'surety add testbeds my-case --subsystem agent --outcome leak --under S1 --challenges --dry-run',
  );
};

function assignment(text: string, before: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Expected NAME=VALUE.');
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}

async function addTo(session: Session, block: string, path: string, options: Options): Promise<ExitCode> {
  const read = await readCase(session, path);
  if (!read.ok) return refuse(session, read);
  const { value: text } = read;
  if (text.case === null) return refuse(session, { ok: false, problems: [], text });
  const { addBlock } = await import('@surety/core/skeleton');
  const { subsystem, outcome, under, challenges, date, id } = options;
  const added = addBlock(text.case, text.documents, text.catalogue, {
    block,
    subsystem,
    outcome,
    date,
    values: options.with ?? {},
    challenges: challenges === true,
    ...(under === undefined ? {} : { under }),
    ...(id === undefined ? {} : { stem: id }),
  });
  if (!added.ok) return unusable(session, clean(added.reason), added.hint);
  const dry = options.dryRun === true;
  const failed = await writeTexts(session, text, added.changed, 'adding it', dry);
  if (failed !== undefined) return failed;
  const changes = changesOf(text, added.changed);
  if (options.json === true) {
    const { added: ids, under: parent, file, open } = added;
    session.print(
      JSON.stringify(
        { format: 'surety-add/1', written: !dry, added: ids, under: parent, file, open, changes },
        null,
        2,
      ),
    );
    return exitCode.good;
  }
  printChanges(session, changes, dry);
  if (dry) return exitCode.good;
  session.print(`Added ${added.top} below ${added.under} in ${clean(added.file)}`);
  if (!session.quiet) {
    session.note(
      wrap(
        `Holes to fill in: ${listed(added.added.slice(2).filter((one) => one.startsWith('G-')))}`,
        session.width,
        '',
        '  ',
      ),
    );
    if (added.open.length > 0) {
      session.note(
        `Write a value in place of ${listed(added.open.map((name) => `{${name}}`))}, and take uninstantiated away`,
      );
    }
    session.note(`surety remove ${added.top} takes it out again`);
  }
  return exitCode.good;
}
