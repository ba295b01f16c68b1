import { resolve } from 'node:path';
import {
  type Calculator,
  type Computed,
  type Inputs,
  isRefusal,
  optionName,
  type RawTable,
  readInputs,
} from '@surety/core/calculator';
import { type ExitCode, exitCode } from '../exit-code.js';
import { renderComputed } from '../render/calculators.js';
import { clean } from '../render/text.js';
import { during, type Session, unusable } from '../session.js';
import { readTable } from './read-table.js';

/** `surety calc NAME`: reads what was given, computes, and prints or draws it. */
export async function calculate(
  session: Session,
  of: Calculator,
  options: Readonly<Record<string, unknown>>,
): Promise<ExitCode> {
  const given: Record<string, string | RawTable> = {};
  for (const { kind, name } of of.parameters) {
    const text = options[name];
    if (typeof text !== 'string') continue;
    if (kind !== 'table') {
      given[name] = text;
      continue;
    }
    const read = await during(session, `Reading ${text}`, () => readTable(session, text));
    if (!read.ok) return unusable(session, read.message);
    given[name] = read.table;
  }
  const read = readInputs(of.parameters, given);
  if ('problem' in read) return refused(session, of, read.problem);
  const found = await during(session, 'Computing', () => of.compute(read.inputs));
  if (isRefusal(found)) return refused(session, of, found);
  const { output, theme, json } = options as { output?: string; theme?: 'light' | 'dark' | 'auto'; json?: boolean };
  const drawn = output === undefined ? exitCode.good : await draw(session, found, output, theme ?? 'auto');
  if (drawn !== exitCode.good || output === '-') return drawn;
  if (json === true) session.print(JSON.stringify(resultJson(of, read.inputs, options, found), null, 2));
  else session.print(renderComputed(found, session));
  return exitCode.good;
}

function refused(
  session: Session,
  of: Calculator,
  { parameter, message, expected }: { parameter?: string; message: string; expected?: string },
): ExitCode {
  const at = parameter === undefined ? '' : `${optionName(parameter)}: `;
  const hint = expected === undefined ? '' : `Expected ${expected}. `;
  return unusable(session, `${at}${message}`, `${hint}surety calc ${of.name} --help has examples.`);
}

async function draw(
  session: Session,
  { picture }: Computed,
  output: string,
  theme: 'light' | 'dark' | 'auto',
): Promise<ExitCode> {
  if (picture === undefined) return unusable(session, 'there is nothing to draw');
  if (output !== '-' && !/\.svg$/i.test(output)) return unusable(session, `${output}: a picture ends in .svg`);
  const [{ calculationFigure, paintFigure }, { describe, writeAtomic }] = await Promise.all([
    import('@surety/core/figure'),
    import('@surety/evidence'),
  ]);
  const svg = paintFigure(calculationFigure(picture), { theme });
  if (output === '-') {
    session.io.out.write(svg);
    return exitCode.good;
  }
  const problem = await writeAtomic(resolve(session.io.cwd, output), svg);
  if (problem !== undefined) return unusable(session, describe({ ...problem, file: output }));
  if (!session.quiet) session.note(`Wrote ${clean(output)}`);
  return exitCode.good;
}

/** Tables are told by the file that they came from. */
function resultJson(
  of: Calculator,
  inputs: Inputs,
  options: Readonly<Record<string, unknown>>,
  { rows, warnings }: Computed,
) {
  return {
    format: 'surety-calculation/1',
    calculator: of.name,
    inputs: Object.fromEntries(
      of.parameters.map(({ kind, name }) => [name, kind === 'table' ? (options[name] as string) : inputs[name]]),
    ),
    results: rows,
    warnings,
  };
}
