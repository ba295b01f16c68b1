import { Option } from 'commander';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { assessable } from '../load-case.js';
import { asOfOption, caseArgument, examples, jsonOption, readersOption, seedOption } from '../options.js';
import { refuse, unknownName } from '../refuse.js';
import { renderAdvice } from '../render/advice.js';
import { wrap } from '../render/text.js';
import { during, type Session, unusable } from '../session.js';

interface Options {
  readonly asOf: string;
  readonly seed: number;
  readonly outcome?: string;
  readonly json?: boolean;
}

export const define: Define = (command, act, io) => {
  command
    .description(
      'List the smallest changes with which an outcome would be supported. Each was tried: with it the verdict is `supported`, with a step less of it it is not.',
    )
    .argument(...caseArgument)
    .addOption(new Option('--outcome <ID>', 'only this outcome'))
    .addOption(asOfOption(io))
    .addOption(readersOption())
    .addOption(seedOption())
    .addOption(jsonOption('the changes', 'advise'))
    .action(act(advise));
  examples(
    command,
    'surety advise examples/coding-agent',
    'surety advise examples/coding-agent --outcome sabotage --json',
  );
};

async function advise(session: Session, path: string, options: Options): Promise<ExitCode> {
  const { asOf, seed, outcome: wanted } = options;
  const checked = await assessable(session, path, asOf);
  if (!checked.ok) return refuse(session, checked);
  const { case: of, measures } = checked.value;
  const [{ adviseCase, sizeMeaning }, { outcomesOf, lookup }] = await Promise.all([
    import('@surety/core/advice'),
    import('@surety/core/case'),
  ]);
  const ids = (of.bare ? outcomesOf(lookup(of)) : of.outcomes).map(({ id }) => id);
  if (ids.length === 0) return unusable(session, 'the case names no outcome, so there is no verdict to reach');
  if (wanted !== undefined && !ids.includes(wanted)) return unknownName(session, 'outcome', wanted, ids);
  const found = await during(session, 'Trying changes', (say) =>
    adviseCase(of, measures, {
      asOf,
      seed,
      ...(wanted === undefined ? {} : { outcome: wanted }),
      progress: (assessed) => say(`Trying changes: ${assessed} assessments`),
    }),
  );
  session.print(
    options.json === true
      ? JSON.stringify({ format: 'surety-advice/1', asOf, seed, outcomes: found }, null, 2)
      : found.map((one) => renderAdvice(one, session)).join('\n\n'),
  );
  const sized = found.some(({ ways }) => ways.length > 0);
  if (options.json !== true && !session.quiet && sized) session.note(wrap(`\n${sizeMeaning}`, session.width));
  return found.every(({ verdict }) => verdict === 'supported') ? exitCode.good : exitCode.bad;
}
