import type { Case, Element } from '@surety/core/case';
import type { Define } from '../command.js';
import { elementOf } from '../element-of.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { explanationOf } from '../explanation.js';
import { assessChecked, checkCase } from '../load-case.js';
import { asOfOption, caseArgument, examples, jsonOption, readersOption, seedOption } from '../options.js';
import { refuse } from '../refuse.js';
import { renderExplanation } from '../render/explanation.js';
import type { Session } from '../session.js';

interface Options {
  readonly asOf: string;
  readonly seed: number;
  readonly json?: boolean;
}

export const define: Define = (command, act, io) => {
  command
    .argument('<ELEMENT>', 'id of an element, for example G1')
    .argument(...caseArgument)
    .addOption(asOfOption(io))
    .addOption(readersOption())
    .addOption(seedOption())
    .addOption(jsonOption('the explanation', 'explain'))
    .action(act(explain));
  examples(command, 'surety explain G2 examples/minimal');
};

async function explain(session: Session, id: string, path: string, options: Options): Promise<ExitCode> {
  const checked = await checkCase(session, path, options.asOf);
  if (!checked.ok) return refuse(session, checked);
  const { case: of } = checked.value;
  const found = await elementOf(session, of, id);
  if (typeof found === 'number') return found;
  // The element as the only claim: its own legs and groups, not those that are best for an outcome above it.
  const assessed = await assessChecked(session, checked.value, options, alone(of, found.element));
  if (!assessed.ok) return refuse(session, assessed);
  const explanation = explanationOf(assessed.value.assessment, found.element, found.index);
  if (options.json === true) session.print(JSON.stringify(explanation, null, 2));
  else session.print(renderExplanation(explanation, of, session));
  return exitCode.good;
}

function alone(of: Case, { id, text, origin }: Element): Case {
  return { ...of, outcomes: [{ id, text, claim: id, origin }], riskCases: [] };
}
