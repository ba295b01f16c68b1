import { lookup, outcomesOf } from '@surety/core/case';
import { Option } from 'commander';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { assessChecked, checkCase } from '../load-case.js';
import { asOfOption, caseArgument, examples, jsonOption, readersOption, seedOption, wholeNumber } from '../options.js';
import { type Outline, outlineRows } from '../outline.js';
import { refuse, unknownName } from '../refuse.js';
import { renderOutline } from '../render/outline.js';
import { type Session, unusable } from '../session.js';

interface Options {
  readonly asOf: string;
  readonly seed: number;
  readonly outcome?: string;
  readonly depth?: number;
  readonly json?: boolean;
}

export const define: Define = (command, act, io) => {
  command
    .argument(...caseArgument)
    .addOption(new Option('--outcome <ID>', 'only the argument for this outcome'))
    .addOption(new Option('--depth <NUMBER>', 'levels below the claim').argParser(wholeNumber(0)))
    .addOption(asOfOption(io))
    .addOption(readersOption())
    .addOption(seedOption())
    .addOption(jsonOption('the rows of the tree', 'outline'))
    .action(act(outline));
  examples(command, 'surety outline examples/coding-agent --outcome exfiltration --depth 3');
};

async function outline(session: Session, path: string, options: Options): Promise<ExitCode> {
  const checked = await checkCase(session, path, options.asOf);
  if (!checked.ok) return refuse(session, checked);
  const { case: of } = checked.value;
  const index = lookup(of);
  const outcomes = outcomesOf(index);
  const ids = outcomes.map(({ id }) => id);
  if (options.outcome !== undefined && !ids.includes(options.outcome))
    return unknownName(session, 'outcome', options.outcome, ids);
  // A tree without numbers is still worth seeing, and shows what the fatal findings are about.
  const assessed = await assessChecked(session, checked.value, options);
  const doubts = new Map(
    assessed.ok ? assessed.value.assessment.elements.map((element) => [element.id, element.doubt]) : [],
  );
  const outlines = outcomes
    .filter(({ id, claim }) => claim !== undefined && (options.outcome === undefined || id === options.outcome))
    .map(({ id, text, claim }): Outline => {
      const rows = outlineRows(index, claim ?? '', options.depth).map((row) => {
        const doubt = doubts.get(row.id);
        return doubt === undefined ? row : { ...row, doubt };
      });
      return { outcome: id, text, rows };
    });
  if (options.json === true) {
    session.print(
      JSON.stringify(
        { format: 'surety-outline/1', asOf: options.asOf, seed: options.seed, outcomes: outlines },
        null,
        2,
      ),
    );
    return exitCode.good;
  }
  if (outlines.length === 0) return unusable(session, 'no outcome names a claim, so there is no argument to show');
  session.print(outlines.map((one) => renderOutline(one, session)).join('\n\n'));
  if (!assessed.ok && !session.quiet) session.note('No doubts are shown: surety assess says why.');
  return exitCode.good;
}
