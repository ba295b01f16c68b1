import { Command, CommanderError } from 'commander';
import { caseOption } from './case-option.js';
import type { Act, Body } from './command.js';
import { type ExitCode, exitCode } from './exit-code.js';
import type { Io } from './io.js';
import { commonOptions } from './options.js';
import { ownReaders } from './own-readers.js';
import { commands } from './registry.js';
import { openSession, unusable } from './session.js';

/** Runs `surety` with the arguments after the program's name. Never throws: a bug is said to be one, and gives no verdict. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await runCommand(argv, io);
  } catch (error) {
    return reportBug(error, io);
  }
}

/** Says that something unforeseen happened. */
export function reportBug(error: unknown, io: Io): ExitCode {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  io.err.write(`surety: this is a bug in Surety, and there is no result: ${message.split('\n')[0]}\n`);
  if (io.env.SURETY_DEBUG === '1' && error instanceof Error) io.err.write(`${error.stack}\n`);
  return exitCode.unusable;
}

async function runCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCode.good;
  const program = makeProgram(io);
  const act: Act =
    <Args extends readonly unknown[]>(body: Body<Args>) =>
    async (...all) => {
      // commander gives the arguments, the options, and the command itself.
      const command = all.at(-1) as Command;
      const flags: readonly Flags[] = [command, ...ancestors(command)].map((one) => one.opts());
      const own = await ownReaders(
        io,
        flags.flatMap(({ readers }) => readers ?? []),
      );
      const session = openSession(io, {
        ...(own.ok && own.readers !== undefined ? { readers: own.readers } : {}),
        color: flags.every(({ color }) => color !== false),
        quiet: flags.some(({ quiet }) => quiet === true),
      });
      code = own.ok ? await body(session, ...(all.slice(0, -1) as unknown as Args)) : unusable(session, own.message);
    };
  const wanted = wantedCommand(argv);
  for (const { name, summary, load } of commands) {
    const command = program
      .command(name)
      .summary(summary)
      .description(`${summary[0]?.toUpperCase()}${summary.slice(1)}.`);
    if (name !== wanted) continue;
    const { define } = await load();
    define(command, act, io);
    commonOptions(command);
    command.commands.forEach(commonOptions);
    for (const one of [command, ...command.commands]) {
      caseOption(one);
      one.showHelpAfterError(usageOf(one));
    }
  }
  if (argv.length === 0) {
    program.outputHelp({ error: true });
    return exitCode.unusable;
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCode.good : exitCode.unusable;
  }
}

/** The one line that tells whoever called a command wrongly how it is called. */
function usageOf(command: Command): string {
  const names = [command, ...ancestors(command)].map((one) => one.name()).reverse();
  return `  Usage: ${names.join(' ')} ${command.usage()}`;
}

interface Flags {
  readonly color?: boolean;
  readonly quiet?: boolean;
  readonly readers?: readonly string[];
}

function makeProgram({ out, err }: Io): Command {
  const program = new Command('surety')
    .description('Safety cases of AI systems, as text that computes.')
    .usage('COMMAND [options]')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => out.write(text),
      writeErr: (text) => err.write(text),
      getOutHelpWidth: () => Math.min(100, out.columns ?? 100),
      getErrHelpWidth: () => Math.min(100, err.columns ?? 100),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      outputError: (text, write) => write(text.replace(/^error: /, 'surety: ')),
    })
    .addHelpText(
      'after',
      [
        '',
        'Exit codes:',
        '  0  done; for assess, every outcome is supported; for check, no finding at or above --fail-on',
        '  1  any other verdict; a finding at or above --fail-on; a difference that was asked for',
        '  2  the input cannot be used, and nothing is said about it',
        '',
        'Examples:',
        '  $ surety init my-case',
        '  $ surety assess my-case',
      ].join('\n'),
    );
  commonOptions(program);
  program.option('-V, --version', 'print the version');
  return program;
}

/** The command that the arguments name, also after `help`. */
function wantedCommand(argv: readonly string[]): string | undefined {
  const words = argv.filter((word) => !word.startsWith('-'));
  return words[0] === 'help' ? words[1] : words[0];
}

function ancestors(command: Command): Command[] {
  return command.parent === null ? [] : [command.parent, ...ancestors(command.parent)];
}
