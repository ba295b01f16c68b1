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
import type { FigureFlags } from '../figure/options.js';
import { paintTo } from '../figure/paint-to.js';
import { renderComputed } from '../render/calculators.js';
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
  const { json, ...flags } = options as unknown as FigureFlags & { readonly json?: boolean };
  if (flags.output !== undefined) {
    if (found.picture === undefined) return unusable(session, 'there is nothing to draw');
    const { calculationFigure } = await import('@surety/core/figure');
    const drawn = await paintTo(session, calculationFigure(found.picture, flags.width), flags);
    if (drawn !== exitCode.good || flags.output === '-') return drawn;
  }
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
