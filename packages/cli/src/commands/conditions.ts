import { conditionsOf } from '@surety/core/steps';
import { caseHead } from '../case-head.js';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { readWholeCase } from '../load-case.js';
import { asOfOption, caseArgument, examples, jsonOption } from '../options.js';
import { refuse } from '../refuse.js';
import { renderConditions } from '../render/conditions.js';
import type { Session } from '../session.js';

interface Options {
  readonly asOf: string;
  readonly json?: boolean;
}

export const define: Define = (command, act, io) => {
  command
    .description(
      'List everything under which the case no longer holds as it was assessed: days that pass, limits that are outgrown, indicators that are breached.',
    )
    .argument(...caseArgument)
    .addOption(asOfOption(io))
    .addOption(jsonOption('the conditions', 'conditions'))
    .action(act(showConditions));
  command.addHelpText(
    'after',
    ['', 'Exit codes:', '  0  nothing has come about', '  1  something has', '  2  the text cannot be used'].join('\n'),
  );
  examples(command, 'surety conditions examples/coding-agent --as-of 2027-02-01');
};

async function showConditions(session: Session, path: string, options: Options): Promise<ExitCode> {
  const read = await readWholeCase(session, path);
  if (!read.ok) return refuse(session, read);
  const { case: of } = read.value;
  const { asOf } = options;
  const conditions = conditionsOf(of, asOf);
  if (options.json === true) {
    const data = { format: 'surety-conditions/1', asOf, case: caseHead(of), conditions };
    session.print(JSON.stringify(data, null, 2));
  } else session.print(renderConditions(conditions, of, session));
  // That the window has begun ends nothing.
  const ended = conditions.some(({ kind, past }) => past && kind !== 'window begins');
  return ended ? exitCode.bad : exitCode.good;
}
