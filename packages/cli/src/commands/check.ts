import type { Case, Diagnostic, Severity } from '@surety/core/case';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { type CaseText, checkCase } from '../load-case.js';
import { asOfOption, caseArgument, examples, type FailOn, failOnOption, jsonOption, watchOption } from '../options.js';
import { refuse } from '../refuse.js';
import { countFindings, renderCounts, renderFinding } from '../render/findings.js';
import { counted } from '../render/text.js';
import type { Session } from '../session.js';
import { type Round, watched } from '../watch.js';

interface Options {
  readonly asOf: string;
  readonly failOn: FailOn;
  readonly json?: boolean;
  readonly watch?: boolean;
}

export const define: Define = (command, act, io) => {
  command
    .argument(...caseArgument)
    .addOption(asOfOption(io))
    .addOption(failOnOption())
    .addOption(jsonOption('the findings', 'check'))
    .addOption(watchOption())
    .action(
      act((session, path: string, options: Options) =>
        watched(session, path, options, () => checkOnce(session, path, options)),
      ),
    );
  command.addHelpText(
    'after',
    [
      '',
      'Exit codes:',
      '  0  no finding at or above --fail-on (default: error)',
      '  1  such a finding',
      '  2  the text cannot be used',
    ].join('\n'),
  );
  examples(command, 'surety check examples/coding-agent --fail-on warning', 'surety check --watch');
};

async function checkOnce(session: Session, path: string, options: Options): Promise<Round> {
  const checked = await checkCase(session, path, options.asOf);
  if (checked.ok) return round(report(session, checked.value, options), checked.value);
  const { text } = checked;
  // Errors of the text are findings like others, only that nothing further can be found.
  if (text === undefined || text.case !== null) return round(refuse(session, checked), text);
  report(session, text, options);
  return round(exitCode.unusable, text);
}

function round(code: ExitCode, text: CaseText | undefined): Round {
  return { code, ...(text === undefined ? {} : { text }) };
}

function report(session: Session, text: CaseText, options: Options): ExitCode {
  const { findings } = text;
  const code = findings.some((finding) => counts(finding, options.failOn)) ? exitCode.bad : exitCode.good;
  if (options.json === true) {
    const indent = options.watch === true ? undefined : 2;
    session.print(JSON.stringify(checkOutput(text.case, findings, options, code), null, indent));
    return code;
  }
  for (const finding of findings) session.print(renderFinding(finding, text.places, session.style));
  if (!session.quiet) {
    const files = counted(text.files.length, 'file');
    session.print(
      `${findings.length === 0 ? '' : '\n'}${renderCounts(countFindings(findings), session.style)} in ${files}, as of ${options.asOf}`,
    );
  }
  return code;
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];

function counts({ severity, waived }: Diagnostic, failOn: FailOn): boolean {
  return failOn !== 'never' && waived === undefined && severities.indexOf(severity) <= severities.indexOf(failOn);
}

function checkOutput(of: Case | null, findings: readonly Diagnostic[], { asOf, failOn }: Options, code: ExitCode) {
  return {
    format: 'surety-check/1',
    asOf,
    failOn,
    case: of === null ? null : { id: of.id, title: of.title, status: of.status, contentHash: of.contentHash },
    passed: of !== null && code === exitCode.good,
    counts: countFindings(findings),
    findings,
  };
}
