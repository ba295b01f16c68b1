import { resolve } from 'node:path';
import { Option } from 'commander';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { assessCase } from '../load-case.js';
import { asOfOption, caseArgument, examples, seedOption } from '../options.js';
import { refuse } from '../refuse.js';
import { clean } from '../render/text.js';
import { isReportFile, reportEndings, writeReport } from '../report.js';
import { type Session, unusable } from '../session.js';

interface Options {
  readonly asOf: string;
  readonly seed: number;
  readonly output: string;
}

export const define: Define = (command, act, io) => {
  command
    .description('Write the case and its assessment as one document that stands by itself: HTML or Markdown.')
    .argument(...caseArgument)
    .addOption(
      new Option(
        '-o, --output <FILE>',
        `file to write; its ending decides: ${reportEndings.join(' or ')}`,
      ).makeOptionMandatory(),
    )
    .addOption(asOfOption(io))
    .addOption(seedOption())
    .action(act(report));
  examples(command, 'surety report examples/coding-agent -o report.html');
};

async function report(session: Session, path: string, options: Options): Promise<ExitCode> {
  const { output } = options;
  if (!isReportFile(output)) return unusable(session, `${output}: a report ends in ${reportEndings.join(' or ')}`);
  const assessed = await assessCase(session, path, options);
  if (!assessed.ok) return refuse(session, assessed);
  const written = await writeReport(assessed.value, output);
  const { describe, writeAtomic } = await import('@surety/evidence');
  const problem = await writeAtomic(resolve(session.io.cwd, output), written);
  if (problem !== undefined) return unusable(session, describe(problem));
  if (!session.quiet) session.note(`Wrote ${clean(output)}`);
  return exitCode.good;
}
