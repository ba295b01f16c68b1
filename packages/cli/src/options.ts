import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Io } from './io.js';
import type { OutputName } from './schema/outputs.js';

/** Options that many commands take, each made in one place so that it means the same everywhere. */

export const caseArgument = ['[CASE]', 'file or folder of the case', '.'] as const;

export type FailOn = 'error' | 'warning' | 'info' | 'never';

export function asOfOption(io: Io): Option {
  return new Option('--as-of <DATE>', 'date that the case is assessed for, YYYY-MM-DD in UTC')
    .default(io.today(), 'today')
    .argParser(isoDate);
}

export function seedOption(): Option {
  return new Option('--seed <NUMBER>', 'seed of the trials').default(defaultSeed).argParser(wholeNumber(0));
}

/** Seed where none is asked for. */
export const defaultSeed = 1;

export function jsonOption(what: string, schema: OutputName): Option {
  return new Option('--json', `print ${what} as JSON (its schema: surety schema ${schema})`);
}

/** Code is run only where the person who runs the command names it; nothing in a case leads to it. */
export function readersOption(): Option {
  return new Option(
    '--readers <FILE>',
    'module with a reader of your own; its code is run. May be given several times',
  ).argParser((file: string, before: readonly string[] = []) => [...before, file]);
}

export function watchOption(): Option {
  return new Option('-w, --watch', 'do it again whenever a file of the case changes');
}

export function failOnOption(): Option {
  return new Option('--fail-on <SEVERITY>', 'lowest severity that makes the exit code 1')
    .choices(['error', 'warning', 'info', 'never'])
    .default('error');
}

/** Options of every command. */
export function commonOptions(command: Command): void {
  command
    .addOption(new Option('-q, --quiet', 'results only'))
    .addOption(new Option('--no-color', 'no colours (also: NO_COLOR)'));
}

/** Adds the examples that every `--help` ends with. */
export function examples(command: Command, ...lines: readonly string[]): void {
  command.addHelpText(
    'after',
    `\n${lines.length === 1 ? 'Example' : 'Examples'}:\n${lines.map((line) => `  $ ${line}`).join('\n')}`,
  );
}

export function isoDate(text: string): string {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text);
  if (!isDate) throw new InvalidArgumentError('Expected a day that exists, as YYYY-MM-DD.');
  return text;
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Reads a whole number of at least `least`, and at most `most`. */
export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least) {
      throw new InvalidArgumentError(`Expected a whole number of at least ${least}.`);
    }
    if (value > most) throw new InvalidArgumentError(`Expected a whole number of at most ${most}.`);
    return value;
  };
}
