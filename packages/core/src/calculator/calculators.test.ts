import { readFileSync } from 'node:fs';
import { stream } from '@surety/numerics';
import { describe, expect, test } from 'vitest';
import { prints } from '../statistics/prints.testing.js';
import {
  calculators,
  commandOf,
  type Inputs,
  isRefusal,
  quantityFunctions,
  type RawTable,
  readInputs,
  signatureOf,
} from './index.js';

/** A small CSV file of the examples; its cells hold no commas. */
function table(path: string): RawTable {
  const [head = '', ...lines] = readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const names = head.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, at) => [names[at]!, cell === '' ? undefined : cell])),
  );
}

describe('every example gives what it says', () => {
  test.each(calculators.flatMap((of) => of.examples.map((each) => [commandOf(of, each), of, each] as const)))(
    '%s',
    (_, of, { given, gives }) => {
      const tables = new Set(of.parameters.filter(({ kind }) => kind === 'table').map(({ name }) => name));
      const read = readInputs(
        of.parameters,
        Object.fromEntries(Object.entries(given).map(([name, text]) => [name, tables.has(name) ? table(text) : text])),
      );
      if ('problem' in read) throw new Error(`${read.problem.parameter}: ${read.problem.message}`);
      const found = of.compute(read.inputs);
      if (isRefusal(found)) throw new Error(found.message);
      expect(found.picture !== undefined).toBe(of.pictured === true);
      for (const [name, printed] of Object.entries(gives)) {
        const value = found.rows.find((row) => row.name === name)?.value;
        if (typeof value === 'number') prints(value, printed);
        else expect(value, name).toBe(printed);
      }
    },
  );
});

test('names are told apart, and each is described', () => {
  expect(new Set(calculators.map(({ name }) => name)).size).toBe(calculators.length);
  expect(new Set(quantityFunctions.map(({ name }) => name)).size).toBe(quantityFunctions.length);
  for (const of of calculators) {
    expect(of.name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const line of of.cautions) expect(line).toMatch(/[.?]$/);
    expect(new Set(of.parameters.map(({ name }) => name)).size).toBe(of.parameters.length);
  }
  for (const { name, text } of quantityFunctions) expect(text, name).toMatch(/\.$/);
});

describe('a function rises and falls as it says', () => {
  test.each(quantityFunctions.map((of) => [signatureOf(of), of] as const))('%s', (_, of) => {
    const random = stream(3, of.name);
    /** Near the example, where the function is alive, and within the range. */
    const near = (value: number, at: number) => {
      const { low, high, whole } = of.parameters[at]!;
      const moved = value === 0 ? (high <= 1 ? random.next() : random.next() * 3) : value * (0.5 + random.next());
      const kept = Math.min(high, Math.max(low, moved));
      return whole === true ? Math.round(kept) : kept;
    };
    let compared = 0;
    for (let i = 0; i < 200; i++) {
      const base = of.example.values.slice(0, of.parameters.length).map(near);
      for (const [names, sign] of [
        [of.rises, 1],
        [of.falls, -1],
      ] as const) {
        for (const name of names) {
          const at = of.parameters.findIndex((each) => each.name === name);
          expect(at, name).toBeGreaterThanOrEqual(0);
          const other = base.map((value, where) => (where === at ? near(value, where) : value));
          const [a, b] = [of.value(...base), of.value(...other)];
          if (Number.isNaN(a) || Number.isNaN(b)) continue;
          compared += 1;
          const difference = (b - a) * sign * (other[at]! >= base[at]! ? 1 : -1);
          expect(difference, `${name} from ${base} to ${other}`).toBeGreaterThanOrEqual(
            -1e-9 * Math.max(1, Math.abs(a)),
          );
        }
      }
    }
    if (of.rises.length + of.falls.length > 0) expect(compared).toBeGreaterThan(50);
  });
});

test('outside its ranges a function has no value', () => {
  for (const of of quantityFunctions) {
    const { values } = of.example;
    for (const [at, { low, high }] of of.parameters.entries()) {
      for (const beyond of [low - 1 - Math.abs(low), high + 1 + Math.abs(high), Number.NaN]) {
        if (Number.isFinite(beyond) || Number.isNaN(beyond))
          expect(of.value(...values.map((value, where) => (where === at ? beyond : value))), of.name).toBeNaN();
      }
    }
  }
});

test('numbers that do not fit together are refused, by the parameter', () => {
  const refused = (name: string, given: Record<string, string>) => {
    const of = calculators.find((each) => each.name === name)!;
    const read = readInputs(of.parameters, given);
    if ('problem' in read) return read.problem;
    const found = of.compute(read.inputs);
    return isRefusal(found) ? found : undefined;
  };
  expect(refused('rate', { k: '3', n: '2' })).toMatchObject({ parameter: 'k' });
  expect(refused('rate', { k: '3', n: 'ten' })).toMatchObject({ parameter: 'n', message: '"ten" was given' });
  expect(refused('rate', { k: '3' })).toMatchObject({ parameter: 'n', message: 'it is not given, and has no default' });
  expect(refused('rate', { k: '0x3', n: '9' })).toMatchObject({ parameter: 'k' });
  expect(refused('confidence', { confidence: '0.9' })).toMatchObject({ message: '1 were given' });
  expect(refused('confidence', { confidence: '0.9,1.9' })).toMatchObject({ message: '"1.9" was given' });
  expect(refused('confidence', { confidence: '0.9,0.9', combine: 'al' })?.expected).toMatch(/did you mean all\?$/);
  expect(refused('dempster', { first: 'A=1', second: 'A=0.5' })).toMatchObject({ parameter: 'second' });
  expect(refused('opinions', { first: '1,1,0', second: '1,0,0' })).toMatchObject({ parameter: 'first' });
  expect(refused('extrapolation', { succeeds: '0.6', detected: '0.6', attacked: '1', tasks: '1' })).toBeDefined();
  expect(
    refused('extrapolation', { succeeds: '0.1', detected: '0.1', attacked: '0.1', tasks: '1000000000' }),
  ).toMatchObject({ parameter: 'runs' });
  const tasks = (...rows: readonly (readonly [number, number])[]) => {
    const of = calculators.find((each) => each.name === 'extrapolation-tasks')!;
    const results = rows.map(([succeeds, detected]) => ({ succeeds, detected }));
    return of.compute({ results, attacked: 0.01, tasks: 1000, runs: 500, seed: 1 });
  };
  expect(tasks([0.1, 0.2], [0.6, 0.6])).toMatchObject({
    message: expect.stringContaining('task 2'),
    parameter: 'results',
  });
  expect(tasks()).toMatchObject({ parameter: 'results' });
  expect(refused('shared-errors', { questions: '10', advisor: '2', system: '3', both: '3' })).toMatchObject({
    parameter: 'both',
  });
});

test('an extrapolation from results by task is, for tasks that are alike, that of one pair of rates', () => {
  const of = (name: string, inputs: Inputs) => {
    const found = calculators.find((each) => each.name === name)!.compute(inputs);
    if (isRefusal(found)) throw new Error(found.message);
    return Object.fromEntries(found.rows.map(({ name: row, value }) => [row, value]));
  };
  const more = { attacked: 0.01, tasks: 1000, runs: 500, seed: 1 };
  const rates = { succeeds: 0.1, detected: 0.3 };
  const byTask = of('extrapolation-tasks', { ...more, results: [rates, rates, rates] });
  const single = of('extrapolation', { ...more, ...rates });
  expect(byTask.successBeforeDetection).toBeCloseTo(single.successBeforeDetection as number, 14);
  expect(byTask.limit).toBeCloseTo(single.limit as number, 14);
  expect(byTask.chosen).toBeCloseTo(0.25, 14);
});

test('tables: a missing column, an odd cell and an empty table are said', () => {
  const { parameters } = calculators.find(({ name }) => name === 'pareto')!;
  const problem = (points: RawTable) => {
    const read = readInputs(parameters, { points });
    return 'problem' in read ? read.problem.message : undefined;
  };
  expect(problem([])).toBe('the table has no rows');
  expect(problem([{ protocol: 'a', safty: 1 }])).toBe('the table has no column safety; is it safty?');
  expect(problem([{ protocol: 'a', safety: 'high' }])).toBe('row 1 has "high" as safety');
  expect(problem([{ protocol: 'a', safety: 1 }])).toBeUndefined();
  expect(problem(Array.from({ length: 2001 }, () => ({ protocol: 'a', safety: 1 })))).toBe('the table has 2001 rows');
});
