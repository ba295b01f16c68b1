import { type Coverage, coverage, coverageRows } from '@surety/core/rules';
import { Option } from 'commander';
import { caseHead } from '../case-head.js';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { readWholeCase } from '../load-case.js';
import { caseArgument, examples, jsonOption } from '../options.js';
import { refuse, unknownName } from '../refuse.js';
import { renderCoverage } from '../render/coverage.js';
import { type Session, unusable } from '../session.js';

interface Options {
  readonly outcome?: string;
  readonly json?: boolean;
}

export const define: Define = (command, act) => {
  command
    .description(
      'Show for every outcome which subsystems, and which kinds of interaction, are argued not to cause it or dismissed with a reason.',
    )
    .argument(...caseArgument)
    .addOption(new Option('--outcome <ID>', 'only this outcome'))
    .addOption(jsonOption('the cells', 'coverage'))
    .action(act(showCoverage));
  command.addHelpText(
    'after',
    ['', 'Exit codes:', '  0  no hole', '  1  a hole', '  2  the text cannot be used'].join('\n'),
  );
  examples(command, 'surety coverage my-case', 'surety coverage examples/coding-agent --outcome sabotage');
};

async function showCoverage(session: Session, path: string, options: Options): Promise<ExitCode> {
  const read = await readWholeCase(session, path);
  if (!read.ok) return refuse(session, read);
  const { case: of } = read.value;
  const { outcome: wanted } = options;
  const ids = of.outcomes.map(({ id }) => id);
  if (wanted !== undefined && !ids.includes(wanted)) return unknownName(session, 'outcome', wanted, ids);
  if (ids.length === 0) return unusable(session, 'the case names no outcome, so there is nothing to cover');
  const found = only(coverage(of), wanted);
  const counts = countsOf(found);
  if (options.json === true) {
    const data = { format: 'surety-coverage/1', case: caseHead(of), counts, ...found };
    session.print(JSON.stringify(data, null, 2));
  } else {
    const outcomes = wanted === undefined ? ids : [wanted];
    session.print(renderCoverage({ outcomes, rows: coverageRows(found), counts }, session));
  }
  return counts.hole > 0 ? exitCode.bad : exitCode.good;
}

function only({ subsystems, interactions }: Coverage, outcome: string | undefined): Coverage {
  const isWanted = (cell: { readonly outcome: string }) => outcome === undefined || cell.outcome === outcome;
  return { subsystems: subsystems.filter(isWanted), interactions: interactions.filter(isWanted) };
}

function countsOf({ subsystems, interactions }: Coverage) {
  const counts = { argued: 0, dismissed: 0, hole: 0 };
  for (const { state } of [...subsystems, ...interactions]) counts[state.kind] += 1;
  return counts;
}
