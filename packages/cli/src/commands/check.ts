import { resolve } from 'node:path';
import { Option } from 'commander';
import { type Checked, fails } from '../check/checked.js';
import { missingQuotes, putQuotes } from '../check/put-quotes.js';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { type CaseText, checkCase, checkReadable } from '../load-case.js';
import {
  asOfOption,
  caseArgument,
  examples,
  type FailOn,
  failOnOption,
  jsonOption,
  readersOption,
  watchOption,
} from '../options.js';
import { refuse } from '../refuse.js';
import { makeStyle } from '../render/style.js';
import { clean } from '../render/text.js';
import { type Session, unusable } from '../session.js';
import { type Round, watched } from '../watch.js';

const formats = ['text', 'json', 'sarif', 'github', 'junit'] as const;
type Format = (typeof formats)[number];

interface Options {
  readonly asOf: string;
  readonly failOn: FailOn;
  readonly format?: Format;
  readonly output?: string;
  readonly json?: boolean;
  readonly watch?: boolean;
  readonly fix?: boolean;
}

export const define: Define = (command, act, io) => {
  command
    .argument(...caseArgument)
    .addOption(asOfOption(io))
    .addOption(readersOption())
    .addOption(failOnOption())
    .addOption(jsonOption('the findings', 'check').conflicts('format'))
    .addOption(
      new Option(
        '--format <FORMAT>',
        'how the findings are told (default: text); sarif, github and junit are for CI',
      ).choices(formats),
    )
    .addOption(new Option('-o, --output <FILE>', 'file to write the findings to, in place of the terminal'))
    .addOption(new Option('--fix', 'first put quotes around texts that lack them, and write that').conflicts('watch'))
    .addOption(watchOption())
    .action(act(check));
  command.addHelpText(
    'after',
    [
      '',
      'Exit codes:',
      '  0  no finding at or above --fail-on (default: error)',
      '  1  such a finding',
      '  2  the text cannot be used',
    ].join('\n'),
  );
  examples(
    command,
    'surety check examples/coding-agent --fail-on warning',
    'surety check --watch',
    'surety check my-case --fix',
    'surety check my-case --format sarif -o surety.sarif',
  );
};

async function check(session: Session, path: string, options: Options): Promise<ExitCode> {
  const { watch } = options;
  const format = formatOf(options);
  if (watch === true && format !== 'text' && format !== 'json')
    return unusable(session, `--watch goes with text and json, and not with ${format}`);
  const failed = options.fix === true ? await putQuotes(session, path) : undefined;
  if (failed !== undefined) return failed;
  const forPrograms = { ...(watch === undefined ? {} : { watch }), json: format === 'json' };
  return watched(session, path, forPrograms, () => checkOnce(session, path, options));
}

function formatOf({ format, json }: Options): Format {
  return format ?? (json === true ? 'json' : 'text');
}

async function checkOnce(session: Session, path: string, options: Options): Promise<Round> {
  const checked = await checkCase(session, path, options.asOf);
  if (checked.ok) return round(await report(session, checked.value, options), checked.value);
  const { text } = checked;
  if (text === undefined || text.case !== null) return round(refuse(session, checked), text);
  // Errors of the text are findings like others, and do not hide those of what could be read.
  return round(await report(session, await checkReadable(session, text, path, options.asOf), options), text);
}

function round(code: ExitCode, text: CaseText | undefined): Round {
  return { code, ...(text === undefined ? {} : { text }) };
}

/** Tells the findings in the form that was asked for. */
async function report(session: Session, text: CaseText, options: Options): Promise<ExitCode> {
  const { asOf, failOn, output } = options;
  const { findings } = text;
  const failed = findings.some((finding) => fails(finding, failOn));
  const code = text.case === null ? exitCode.unusable : failed ? exitCode.bad : exitCode.good;
  const told = await tell({ text, findings, asOf, failOn, code }, session, options);
  if (output === undefined) {
    session.io.out.write(told);
    if (!session.quiet && formatOf(options) === 'text' && missingQuotes(text).length > 0)
      session.note('surety check --fix puts the missing quotes where they belong');
    return code;
  }
  const { describe, writeAtomic } = await import('@surety/evidence');
  const problem = await writeAtomic(resolve(session.io.cwd, output), told);
  if (problem !== undefined) return unusable(session, describe(problem));
  if (!session.quiet) session.note(`Wrote ${clean(output)}`);
  return code;
}

async function tell(checked: Checked, session: Session, options: Options): Promise<string> {
  const { output, watch } = options;
  switch (formatOf(options)) {
    case 'text': {
      const { toText } = await import('../check/to-text.js');
      return toText(checked, output === undefined ? session.style : makeStyle(false), !session.quiet);
    }
    case 'json': {
      const { toJson } = await import('../check/to-json.js');
      return toJson(checked, watch === true ? undefined : 2);
    }
    case 'sarif':
      return (await import('../check/to-sarif.js')).toSarif(checked);
    case 'github':
      return (await import('../check/to-github.js')).toGithub(checked);
    case 'junit':
      return (await import('../check/to-junit.js')).toJunit(checked);
  }
}
