import { challengeLog } from '@surety/core/steps';
import { Option } from 'commander';
import { caseHead } from '../case-head.js';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { assessChecked, checkCase } from '../load-case.js';
import { asOfOption, caseArgument, examples, jsonOption, readersOption, seedOption } from '../options.js';
import { refuse } from '../refuse.js';
import { renderChallenges } from '../render/challenges.js';
import type { Session } from '../session.js';

interface Options {
  readonly asOf: string;
  readonly seed: number;
  readonly status?: string;
  readonly json?: boolean;
}

export const define: Define = (command, act, io) => {
  command
    .description(
      'List the challenges of a case: against what, by whom, for how long, with what answer, and how far they move the doubts of the outcomes.',
    )
    .argument(...caseArgument)
    .addOption(new Option('--status <STATUS>', 'only those').choices(['open', 'answered', 'accepted']))
    .addOption(asOfOption(io))
    .addOption(readersOption())
    .addOption(seedOption())
    .addOption(jsonOption('the challenges', 'challenges'))
    .action(act(showChallenges));
  command.addHelpText(
    'after',
    ['', 'Exit codes:', '  0  none that is listed blocks', '  1  one does', '  2  the case cannot be used'].join('\n'),
  );
  examples(command, 'surety challenges examples/coding-agent --as-of 2026-11-23');
};

async function showChallenges(session: Session, path: string, options: Options): Promise<ExitCode> {
  const checked = await checkCase(session, path, options.asOf);
  if (!checked.ok) return refuse(session, checked);
  const { case: of } = checked.value;
  // The log is worth having where nothing can be computed, too.
  const assessed = await assessChecked(session, checked.value, options);
  const log = challengeLog(of, options.asOf, assessed.ok ? assessed.value.assessment : undefined);
  const wanted = log.filter(({ status }) => options.status === undefined || status === options.status);
  if (options.json === true) {
    const { asOf, seed } = options;
    const data = { format: 'surety-challenges/1', asOf, seed, case: caseHead(of) };
    session.print(JSON.stringify({ ...data, challenges: wanted }, null, 2));
  } else {
    session.print(renderChallenges(wanted, session));
    if (!assessed.ok && !session.quiet) session.note('No doubts are shown: surety assess says why.');
  }
  return wanted.some(({ blocks }) => blocks) ? exitCode.bad : exitCode.good;
}
