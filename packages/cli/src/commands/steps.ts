import { type Step, stepsOf } from '@surety/core/steps';
import { Option } from 'commander';
import { caseHead } from '../case-head.js';
import { fails } from '../check/checked.js';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { assessChecked, checkCase } from '../load-case.js';
import {
  asOfOption,
  caseArgument,
  examples,
  type FailOn,
  failOnOption,
  jsonOption,
  readersOption,
  seedOption,
} from '../options.js';
import { refuse } from '../refuse.js';
import { renderSteps } from '../render/steps.js';
import type { Session } from '../session.js';

interface Options {
  readonly asOf: string;
  readonly seed: number;
  readonly step?: string;
  readonly failOn: FailOn;
  readonly json?: boolean;
}

export const define: Define = (command, act, io) => {
  command
    .description('Go through the six steps of a safety case: what is asked, there and missing, and what to write next.')
    .argument(...caseArgument)
    .addOption(new Option('--step <NUMBER>', 'only this step, in full').choices(['1', '2', '3', '4', '5', '6']))
    .addOption(asOfOption(io))
    .addOption(readersOption())
    .addOption(seedOption())
    .addOption(failOnOption())
    .addOption(jsonOption('the steps', 'steps'))
    .action(act(showSteps));
  examples(command, 'surety steps my-case', 'surety steps examples/coding-agent --step 5');
};

async function showSteps(session: Session, path: string, options: Options): Promise<ExitCode> {
  const checked = await checkCase(session, path, options.asOf);
  if (!checked.ok) return refuse(session, checked);
  const { case: of, findings, places } = checked.value;
  // What blocks a verdict comes first; while a fatal finding stands there is none, and that finding comes first anyway.
  const assessed = await assessChecked(session, checked.value, options);
  const { steps, elsewhere } = stepsOf(of, findings, assessed.ok ? assessed.value.assessment : undefined);
  const wanted = steps.filter(({ number }) => options.step === undefined || String(number) === options.step);
  if (options.json === true) {
    const data = { format: 'surety-steps/1', asOf: options.asOf, case: caseHead(of) };
    session.print(JSON.stringify({ ...data, steps: wanted, elsewhere }, null, 2));
  } else {
    session.print(renderSteps({ all: steps, wanted, elsewhere }, places, session, options.step !== undefined));
  }
  return failing(wanted, options.failOn) ? exitCode.bad : exitCode.good;
}

function failing(steps: readonly Step[], failOn: FailOn): boolean {
  return steps.some(({ missing }) => missing.some((finding) => fails(finding, failOn)));
}
