import { InvalidArgumentError, Option } from 'commander';
import { type Define, later } from '../command.js';
import type { FaultTreeOptions } from '../fault-tree/run-fault-tree.js';
import { defaultSeed, examples, jsonOption, wholeNumber } from '../options.js';
import type { Session } from '../session.js';

export const define: Define = (command, act) => {
  const truth = (name: string, text: string, preset: boolean) =>
    new Option(`--${name} <BOOL>`, text).default(preset).argParser(boolean);
  command
    .description(
      'Solve fault trees and event trees in the Open-PSA Model Exchange Format: probability, minimal cut sets, importance, uncertainty. Several files make one model. Options are called as in SCRAM where they mean the same.',
    )
    .argument('<FILE...>', 'model, or the parts of one')
    .addOption(new Option('--gate <NAME>', 'this gate instead of the top gates'))
    .addOption(
      new Option(
        '--given <EVENTS>',
        'solve under the condition that events happen or not: NAME=true,OTHER=false',
      ).argParser(givenEvents),
    )
    .addOption(truth('probability', 'compute probabilities', true))
    .addOption(truth('products', 'find products: minimal cut sets or prime implicants', true))
    .addOption(truth('importance', 'compute importance factors', true))
    .addOption(
      new Option('--fussell-vesely <HOW>', 'computed where that is quick, by its bounds, or computed whatever it takes')
        .choices(['quick', 'bounds', 'exact'])
        .default('quick'),
    )
    .addOption(truth('uncertainty', 'draw trials of what is uncertain', false))
    .addOption(truth('sensitivity', 'Sobol indices of what is uncertain (with --uncertainty)', false))
    .addOption(truth('ccf', 'expand common-cause groups; SCRAM leaves them out unless asked', true))
    .addOption(new Option('--bdd', 'decision diagrams, which are used anyway'))
    .addOption(new Option('--prime-implicants', 'prime implicants in place of minimal cut sets'))
    .addOption(new Option('-l, --limit-order <NUMBER>', 'products of at most so many events').argParser(wholeNumber(1)))
    .addOption(new Option('--cut-off <PROBABILITY>', 'list products of at least this probability').argParser(share))
    .addOption(new Option('--top <NUMBER>', 'most products to list').default(20).argParser(wholeNumber(0)))
    .addOption(new Option('--mission-time <HOURS>', 'system mission time').default(8760).argParser(hours))
    .addOption(
      new Option('--time-step <HOURS>', 'of gates, the probability over the mission time in steps').argParser(step),
    )
    .addOption(truth('sil', 'what safety integrity levels are read from (with --time-step)', false))
    .addOption(new Option('--num-trials <NUMBER>', 'trials, at least').default(16384).argParser(wholeNumber(2, 1e8)))
    .addOption(new Option('--num-quantiles <NUMBER>', 'quantiles').default(20).argParser(wholeNumber(1, 1000)))
    .addOption(new Option('--num-bins <NUMBER>', 'bins of the histogram').default(20).argParser(wholeNumber(1, 1000)))
    .addOption(
      new Option('--sampling <METHOD>', 'how trials fill the space')
        .choices(['sobol', 'latin-hypercube', 'monte-carlo'])
        .default('sobol'),
    )
    .addOption(new Option('--seed <NUMBER>', 'seed of the trials').default(defaultSeed).argParser(wholeNumber(0)))
    .addOption(
      new Option('--threads <NUMBER>', 'threads that draw trials; does not show in the numbers').argParser(
        wholeNumber(1, 256),
      ),
    )
    .addOption(
      new Option('--limit-nodes <NUMBER>', 'nodes of decision diagrams; beyond, bounds in place of numbers')
        .default(20_000_000)
        .argParser(wholeNumber(0, 1e9)),
    )
    .addOption(new Option('--validate', 'read the model, and solve nothing'))
    .addOption(
      new Option('--export <FILE>', 'write the model that was read as one file; - for stdout, and nothing else'),
    )
    .addOption(jsonOption('the results', 'faulttree'))
    .action(
      act(
        later(async () => {
          const { runFaultTree } = await import('../fault-tree/run-fault-tree.js');
          return (session: Session, files: readonly string[], options: FaultTreeOptions) =>
            runFaultTree(session, files, options);
        }),
      ),
    );
  examples(
    command,
    'surety faulttree docs/faulttree/cooling.xml',
    'surety faulttree docs/faulttree/cooling.xml --uncertainty true --num-trials 100000 --json',
    'surety faulttree docs/faulttree/cooling.xml --gate no-flow --limit-order 2 --cut-off 1e-9',
    'surety faulttree docs/faulttree/cooling.xml --given valve-1=true,tank-empty=false',
    'surety faulttree docs/faulttree/cooling.xml --time-step 24 --sil true',
    'surety faulttree docs/faulttree/cooling.xml --export one-file.xml',
  );
};

function boolean(text: string): boolean {
  if (/^(?:true|1|yes|on)$/i.test(text)) return true;
  if (/^(?:false|0|no|off)$/i.test(text)) return false;
  throw new InvalidArgumentError('Expected true or false.');
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError('Expected a number from 0 to 1.');
  return value;
}

/** NAME=true,OTHER=false; said again, more of them. */
function givenEvents(text: string, before: ReadonlyMap<string, boolean> = new Map()): ReadonlyMap<string, boolean> {
  const given = new Map(before);
  for (const part of text.split(',')) {
    const at = part.lastIndexOf('=');
    const name = part.slice(0, at).trim();
    if (at < 0 || name === '') throw new InvalidArgumentError('Expected NAME=true or NAME=false, with commas between.');
    const happens = boolean(part.slice(at + 1).trim());
    if (given.has(name) && given.get(name) !== happens)
      throw new InvalidArgumentError(`${name} cannot both happen and not happen.`);
    given.set(name, happens);
  }
  return given;
}

function step(text: string): number {
  const value = hours(text);
  if (value === 0) throw new InvalidArgumentError('Expected a number of hours above 0.');
  return value;
}

function hours(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value < Infinity))
    throw new InvalidArgumentError('Expected a number of hours from 0 up.');
  return value;
}
