import { type Calculator, calculators, commandOf, expectation, optionName, signatureOf } from '@surety/core/calculator';
import { type Command, Option } from 'commander';
import { type Act, type Define, later } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { figureOptions } from '../figure/options.js';
import { jsonOption } from '../options.js';
import { unknownName } from '../refuse.js';
import { renderCalculators } from '../render/calculators.js';
import type { Session } from '../session.js';

export const define: Define = (command, act) => {
  command
    .description(
      'Arithmetic of safety cases, one calculator for each piece: without a name they are listed. Most of it can also be called by a quantity of a case.',
    )
    .argument('[NAME]', 'calculator; surety calc NAME --help explains it')
    .addOption(jsonOption('the list', 'calc-list'))
    .action(act(list));
  for (const of of calculators) defineOne(command, of, act);
  command.addHelpText(
    'after',
    '\nExamples:\n  $ surety calc\n  $ surety calc upfront-audit --help\n  $ surety calc upfront-audit --problems 5000 --audit-fraction 0.02',
  );
};

function defineOne(parent: Command, of: Calculator, act: Act): void {
  const command = parent.command(of.name, { hidden: true }).description(`${of.title}.`);
  for (const parameter of of.parameters) {
    const told = 'default' in parameter && parameter.default !== undefined ? `; ${parameter.default} unless told` : '';
    const option = new Option(
      `${optionName(parameter.name)} <${parameter.kind === 'table' ? 'FILE' : 'VALUE'}>`,
      `${parameter.text}: ${expectation(parameter)}${told}`,
    );
    command.addOption(option);
  }
  if (of.pictured === true) figureOptions(command);
  command.addOption(jsonOption('the results', 'calc')).action(
    act(
      later(async () => {
        const { calculate } = await import('../calc/calculate.js');
        return (session: Session, options: Readonly<Record<string, unknown>>) =>
          // The list has the option too, and takes it before the calculator sees it.
          calculate(session, of, { ...options, ...parent.opts() });
      }),
    ),
  );
  command.addHelpText('after', helpAfter(of));
}

/** What `--help` adds to the options: formula, source, cautions, what a case can call, and examples with their results. */
function helpAfter(of: Calculator): string {
  const { source, formula, cautions, functions } = of;
  const calls = functions.map((each) => `  ${signatureOf(each)}: ${each.text}`);
  const shown = of.examples.slice(0, 2).flatMap((each) => [
    `  $ ${commandOf(of, each)}`,
    `    ${Object.entries(each.gives)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')} (${each.oracle})`,
  ]);
  return [
    '',
    'Formula:',
    ...formula.map((line) => `  ${line}`),
    '',
    `Source (${source.provenance}): ${source.source}: ${source.value}.`,
    ...(cautions.length === 0 ? [] : ['', 'Mind:', ...cautions.map((line) => `  ${line}`)]),
    ...(calls.length === 0 ? [] : ['', 'In a case a quantity can call:', ...calls]),
    '',
    'Examples:',
    ...shown,
  ].join('\n');
}

async function list(session: Session, name: string | undefined, { json }: { json?: boolean }): Promise<ExitCode> {
  if (name !== undefined)
    return unknownName(
      session,
      'calculator',
      name,
      calculators.map((each) => each.name),
    );
  if (json === true) {
    const shown = calculators.map(({ name: one, title, topic, parameters, functions }) => ({
      name: one,
      title,
      topic,
      parameters: parameters.map((each) => ({ name: each.name, text: each.text, takes: expectation(each) })),
      functions: functions.map((each) => signatureOf(each)),
    }));
    session.print(JSON.stringify({ format: 'surety-calculators/1', calculators: shown }, null, 2));
    return exitCode.good;
  }
  session.print(renderCalculators(calculators, session));
  if (!session.quiet) session.print('\nsurety calc NAME --help explains one, with its formula, source and examples.');
  return exitCode.good;
}
