import { resolve } from 'node:path';
import type { AssessmentInShort } from '@surety/core/doubt';
import { Option } from 'commander';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { jsonPieces } from '../json-pieces.js';
import { assessCase, assessCaseInShort, type CaseAssessedInShort } from '../load-case.js';
import { asOfOption, caseArgument, examples, jsonOption, readersOption, seedOption, watchOption } from '../options.js';
import { printFindings, refuse, unknownName } from '../refuse.js';
import { renderAssessment } from '../render/assessment.js';
import { type Session, unusable } from '../session.js';
import { type Round, watched } from '../watch.js';

interface Options {
  readonly outcome?: string;
  readonly asOf: string;
  readonly seed: number;
  readonly json?: boolean;
  readonly watch?: boolean;
  readonly output?: string;
}

export const define: Define = (command, act, io) => {
  command
    .argument(...caseArgument)
    .addOption(new Option('--outcome <ID>', 'show this outcome only, and answer for it alone'))
    .addOption(asOfOption(io))
    .addOption(readersOption())
    .addOption(seedOption())
    .addOption(jsonOption('the assessment', 'assess'))
    .addOption(new Option('-o, --output <FILE>', 'also write the assessment to a file, as JSON'))
    .addOption(watchOption())
    .action(
      act((session, path: string, options: Options) =>
        watched(session, path, options, () => assessOnce(session, path, options)),
      ),
    );
  examples(
    command,
    'surety assess examples/minimal --as-of 2026-11-23',
    'surety assess my-case --outcome sabotage',
    'surety assess my-case --json -o assessment.json',
  );
};

async function assessOnce(session: Session, path: string, options: Options): Promise<Round> {
  const asData = options.json === true || options.output !== undefined;
  const assessed = await (asData ? assessCase : assessCaseInShort)(session, path, options);
  if (!assessed.ok) {
    const { text } = assessed;
    return { code: refuse(session, assessed), ...(text === undefined ? {} : { text }) };
  }
  const { value } = assessed;
  const code = await report(session, value, options);
  return { code, text: value };
}

async function report(session: Session, assessed: CaseAssessedInShort, options: Options): Promise<ExitCode> {
  const { findings } = assessed;
  const { outcome: wanted } = options;
  const ids = assessed.assessment.outcomes.map(({ id }) => id);
  if (wanted !== undefined && !ids.includes(wanted)) return unknownName(session, 'outcome', wanted, ids);
  const assessment = wanted === undefined ? assessed.assessment : onlyOf(assessed.assessment, wanted);
  const output = { ...assessment, ...(wanted === undefined ? {} : { only: wanted }), findings };
  if (options.output !== undefined) {
    const { describe, writeAtomic } = await import('@surety/evidence');
    const problem = await writeAtomic(resolve(session.io.cwd, options.output), `${JSON.stringify(output, null, 2)}\n`);
    if (problem !== undefined) return unusable(session, describe(problem));
  }
  if (options.json === true && options.watch === true) session.print(JSON.stringify(output));
  else if (options.json === true) {
    for (const piece of jsonPieces(output)) session.io.out.write(piece);
    session.io.out.write('\n');
  } else {
    const errors = findings.filter(({ severity, waived }) => severity === 'error' && waived === undefined);
    if (!session.quiet) printFindings(session, { ...assessed, findings: errors });
    const { style, width } = session;
    session.print(renderAssessment(assessed.case, assessment, { style, width, brief: session.quiet }));
    if (wanted !== undefined && ids.length > 1 && !session.quiet)
      session.print(`\nOnly ${wanted} of ${ids.length} outcomes is shown, and the exit code answers for it alone.`);
  }
  const supported =
    assessment.outcomes.length > 0 && assessment.outcomes.every(({ verdict }) => verdict === 'supported');
  return supported ? exitCode.good : exitCode.bad;
}

/** What is about one outcome, and what is about all of them. */
function onlyOf(assessment: AssessmentInShort, outcome: string): AssessmentInShort {
  return {
    ...assessment,
    outcomes: assessment.outcomes.filter(({ id }) => id === outcome),
    riskCases: assessment.riskCases.filter((one) => one.outcome === outcome),
  };
}
