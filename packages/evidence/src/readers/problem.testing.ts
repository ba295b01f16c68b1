import { expect } from 'vitest';
import type { Problem, ProblemCode } from '../problem.js';
import { optionalColumns, type Trials } from '../trials/index.js';
import type { ReadResult } from './reader.js';

/** Codes of what may be wrong with a source; anything else would tell of a mistake of our own. */
const codes: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'source-too-large',
  'source-unreadable',
  'reading-broke-off',
  'unknown-format',
  'ambiguous-format',
  'zip-damaged',
  'zip-unsafe-member',
  'zip-unsupported',
  'zip-too-large',
  'json-syntax',
  'json-too-deep',
  'json-too-large',
  'json-duplicate-key',
  'text-encoding',
  'text-too-long',
  'csv-syntax',
  'xml-syntax',
  'xml-unsafe',
  'parquet-damaged',
  'parquet-unsupported',
  'parquet-too-large',
  'log-shape',
  'log-version',
  'field-value',
  'duplicate-row',
  'too-many-rows',
  'too-many-columns',
]);

/** What holds for every problem with a source: one sentence in one line, the file, a place that can be, no stack. */
export function problemFaults(problem: Problem, file: string): string[] {
  const { code, message, expected, line, column } = problem;
  const texts = [message, expected ?? '', problem.file ?? ''];
  return [
    ...(codes.has(code) ? [] : [`the code ${code}`]),
    ...(problem.file === file || problem.file?.startsWith(`${file}!`) === true ? [] : [`the file ${problem.file}`]),
    ...(message.length > 0 && message.length < 300 ? [] : [`${message.length} characters`]),
    ...(/\.$/.test(message) ? ['a full stop'] : []),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    ...(texts.some((text) => /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202e]/.test(text))
      ? ['a control character']
      : []),
    ...(/node_modules|\bat .*:\d+:\d+|Error:|Cannot read prop|is not a function|undefined \(|call stack/.test(message)
      ? ['words of the runtime']
      : []),
    ...(line === undefined || (Number.isInteger(line) && line >= 1) ? [] : [`the line ${line}`]),
    ...(column === undefined || (Number.isInteger(column) && column >= 1) ? [] : [`the column ${column}`]),
  ].map((fault) => `${fault}: ${message.slice(0, 400)}`);
}

/** What is wrong with columns: every one has `rows` entries, and each entry is a plain value. */
export function trialsFaults(trials: Trials): string[] {
  const faults: string[] = [];
  const { rows, sample, epoch, flags } = trials;
  if (sample.length !== rows || epoch.length !== rows || flags.length !== rows) faults.push('sample, epoch or flags');
  const more = optionalColumns.flatMap((name) => (trials[name] === undefined ? [] : [[name, trials[name]] as const]));
  for (const [name, column] of [...trials.scores, ...trials.fields, ...more]) {
    if (column.length !== rows) faults.push(`${name} has ${column.length} entries for ${rows} rows`);
    if (!column.every((cell) => cell === undefined || ['string', 'number', 'boolean'].includes(typeof cell)))
      faults.push(`${name} holds what is no plain value`);
  }
  if (!epoch.every((one) => Number.isInteger(one) && one >= 0)) faults.push('an epoch');
  if (new Set(sample.map((id, row) => `${epoch[row]} ${id}`)).size !== rows) faults.push('a sample and epoch twice');
  return faults;
}

/** What is wrong with a result of reading, in words; empty where nothing is. */
export function resultFaults(result: ReadResult, file: string): string[] {
  if (result.ok) return trialsFaults(result.log.trials);
  const { problems } = result;
  return [
    ...(problems.length === 1 ? [] : [`${problems.length} problems`]),
    ...problems.flatMap((problem) => problemFaults(problem, file)),
  ];
}

/** One clear problem with this code; a result that is none is a failure of the test. */
export function onlyProblem(result: ReadResult, file: string, code: ProblemCode): Problem {
  if (result.ok) throw new Error(`read ${result.log.trials.rows} rows`);
  expect(resultFaults(result, file)).toEqual([]);
  const [problem] = result.problems;
  expect(problem!.code, problem!.message).toBe(code);
  return problem!;
}
