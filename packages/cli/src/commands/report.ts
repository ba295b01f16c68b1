import { resolve } from 'node:path';
import type { Audience, ReportInput } from '@surety/core/report';
import { InvalidArgumentError, Option } from 'commander';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { type AssessedCase, assessCase } from '../load-case.js';
import { asOfOption, caseArgument, examples, readersOption, seedOption, wholeNumber } from '../options.js';
import { refuse } from '../refuse.js';
import { clean } from '../render/text.js';
import { renderReport, reportEnding, reportEndings, reportInput } from '../report.js';
import { chainOf, outlookOf } from '../report-outlook.js';
import { during, type Session, unusable } from '../session.js';

interface Options {
  readonly asOf: string;
  readonly seed: number;
  readonly output: string;
  readonly for?: Audience;
  /** True where nothing is named. */
  readonly redact?: readonly string[] | true;
  readonly includeSamples?: number;
  readonly outlook?: boolean;
}

export const define: Define = (command, act, io) => {
  command
    .description(
      'Write the case and its assessment as one document that stands by itself: HTML, Markdown, or JSON for programs.',
    )
    .argument(...caseArgument)
    .addOption(
      new Option(
        '-o, --output <FILE>',
        `file to write; its ending decides: ${reportEndings.join(', ')}`,
      ).makeOptionMandatory(),
    )
    .addOption(
      new Option('--for <READER>', 'only what this reader needs (HTML holds all of them, with a switch)').choices([
        'decision-maker',
        'assessor',
        'regulator',
      ]),
    )
    .addOption(
      new Option(
        '--redact [WHAT]',
        'withhold what the text marks as confidential, and WHAT: people, sources, quantities, public (these three), ids, or G4+ for G4 and all that it rests on; with commas between',
      ).argParser(names),
    )
    .addOption(
      new Option(
        '--include-samples <NUMBER>',
        'show so many trials of each Inspect log, picked at random, with input and answer (else no text of a log is shown)',
      ).argParser(wholeNumber(1)),
    )
    .option(
      '--outlook',
      'also how far the verdicts carry along what the case depends on (surety horizon), and the smallest changes that would do (surety advise); takes longer',
    )
    .addOption(asOfOption(io))
    .addOption(readersOption())
    .addOption(seedOption())
    .action(act(report));
  examples(
    command,
    'surety report examples/coding-agent -o report.html',
    'surety report examples/coding-agent -o report.md --for decision-maker',
    'surety report examples/coding-agent -o report.html --outlook',
    'surety report examples/coding-agent -o public.html --redact public,G-exfil-unable+',
  );
};

function names(text: string): readonly string[] {
  const all = text.split(',').map((name) => name.trim());
  if (all.includes('')) throw new InvalidArgumentError('Expected names with commas between.');
  return all;
}

async function report(session: Session, path: string, options: Options): Promise<ExitCode> {
  const { output, for: audience } = options;
  const ending = reportEnding(output);
  if (ending === undefined)
    return unusable(session, `${output}: a report ends in ${reportEndings.slice(0, -1).join(', ')} or .json`);
  if (ending === '.json' && audience !== undefined)
    return unusable(session, `--for ${audience}: a report as JSON is for programs, and holds everything`);
  const assessed = await assessCase(session, path, options);
  if (!assessed.ok) return refuse(session, assessed);
  const input = await inputFor(session, assessed.value, options);
  if (input === undefined) return exitCode.unusable;
  const written = await during(session, 'Writing the report', () => renderReport(input, ending, audience));
  const { describe, writeAtomic } = await import('@surety/evidence');
  const problem = await writeAtomic(resolve(session.io.cwd, output), written);
  if (problem !== undefined) return unusable(session, describe(problem));
  if (!session.quiet) session.note(`Wrote ${clean(output)}`);
  return exitCode.good;
}

/** Nothing where a name that is to be withheld is unknown: that is said, and no report is written. */
async function inputFor(
  session: Session,
  assessed: AssessedCase,
  { redact: asked, includeSamples: count, seed, outlook, asOf }: Options,
): Promise<ReportInput | undefined> {
  const bare = await reportInput(assessed);
  const chain = await chainOf(session, assessed, { asOf, seed });
  if (chain === 'refused') return undefined;
  const ahead = outlook === true ? await outlookOf(session, assessed, { asOf, seed }) : {};
  const whole = { ...bare, ...(chain === undefined ? {} : { chain }), ...ahead };
  const input = count === undefined ? whole : await withSamples(session, assessed, whole, { count, seed });
  if (asked === undefined) return input;
  const { readRequest, redact } = await import('@surety/core/report');
  const read = readRequest(asked === true ? [] : asked, assessed.case);
  if (read.ok) return redact(input, read.request);
  const { unknown, nearest } = read;
  unusable(
    session,
    `--redact ${unknown}: there is no such element, evidence, quantity or level`,
    nearest === undefined ? undefined : `Did you mean ${nearest}?`,
  );
  return undefined;
}

/** With trials of the logs; what could not be read again is said in the report. */
async function withSamples(
  session: Session,
  { case: of, root, measures }: AssessedCase,
  input: ReportInput,
  options: { readonly count: number; readonly seed: number },
): Promise<ReportInput> {
  const { sampleEvidence } = await import('@surety/evidence');
  const samples = await during(session, 'Picking trials', () => sampleEvidence(of, root, measures, options));
  return { ...input, samples };
}
