import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { calculators, optionName } from '@surety/core/calculator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { folderWith, surety } from '../run.testing.js';
import { outputSchema } from '../schema/outputs.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../../..');

/** What lies within half a unit of the last digit that is printed. */
function printed(found: number, digits: string): boolean {
  const exponent = Number(/e(.+)$/.exec(digits)?.[1] ?? 0);
  const decimals = /\.(\d+)/.exec(digits)?.[1]?.length ?? 0;
  return Math.abs(found - Number(digits)) <= 0.5001 * 10 ** (exponent - decimals);
}

describe('every example of every calculator, as it is typed', () => {
  const validate = new Ajv2020({ strictTypes: false }).compile(outputSchema('calc'));

  test.each(calculators.map((of) => [of.name, of] as const))('%s', async (name, of) => {
    for (const { given, gives, oracle } of of.examples) {
      const argv = Object.entries(given).flatMap(([key, value]) => [optionName(key), value]);
      const { code, out, err } = await surety(['calc', name, ...argv, '--json'], { cwd: root });
      expect([code, err], oracle).toEqual([0, '']);
      const data = JSON.parse(out) as { results: { name: string; value: number | string }[] };
      expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
      for (const [row, digits] of Object.entries(gives)) {
        const found = data.results.find((each) => each.name === row)?.value;
        const same = typeof found === 'number' ? printed(found, digits) : found === digits;
        expect(same, `${name}: ${row} is ${found}, not ${digits} (${oracle})`).toBe(true);
      }
    }
    const { out: help } = await surety(['calc', name, '--help']);
    for (const part of ['Formula:', 'Source (', 'Examples:', ...of.parameters.map((each) => optionName(each.name))])
      expect(help).toContain(part);
  });
});

test('without a name they are listed; a slip gets the nearest', async () => {
  const { code, out } = await surety(['calc']);
  expect(code).toBe(0);
  for (const { name } of calculators) expect(out).toContain(`  ${name} `);
  const listed = await surety(['calc', '--json']);
  const validate = new Ajv2020({ strictTypes: false }).compile(outputSchema('calc-list'));
  expect(validate(JSON.parse(listed.out)), JSON.stringify(validate.errors)).toBe(true);
  const slip = await surety(['calc', 'upfront']);
  expect([slip.code, slip.out]).toEqual([2, '']);
  expect(slip.err).toContain('there is no calculator “upfront”\n  Did you mean upfront-audit?');
});

test('what cannot be used is said, with what was expected', async () => {
  const tell = async (...argv: string[]) => {
    const { code, out, err } = await surety(['calc', ...argv], { cwd: root });
    expect([code, out]).toEqual([2, '']);
    return err;
  };
  expect(await tell('upfront-audit', '--problems', '5000', '--audit-fraction', '1.2')).toBe(
    'surety: --audit-fraction: "1.2" was given\n  Expected a number in [0, 1]. surety calc upfront-audit --help has examples.\n',
  );
  expect(await tell('upfront-audit', '--problems', '5000')).toContain('--audit-fraction: it is not given');
  expect(await tell('rate', '--k', '5', '--n', '3')).toContain('--k: there are more events than trials');
  expect(await tell('rate', '--kk', '5')).toContain("unknown option '--kk'");
  expect(await tell('pareto', '--points', 'no-such.csv')).toContain('no-such.csv');
  expect(await tell('pareto', '--points', 'examples/control/advisors.csv')).toContain('has no column protocol');
  expect(await tell('roc', '--area', '0.9', '-o', 'roc.png')).toContain('a picture ends in .svg');
});

describe('pictures', () => {
  test.each([
    ['roc', ['--area', '0.88']],
    ['pareto', ['--points', join(root, 'examples/control/protocols.csv')]],
    ['horizon-fit', ['--runs', join(root, 'examples/scheming-inability/data/runs.csv')]],
    ['credibility', ['--record', join(root, 'examples/control/advisors.csv')]],
  ])('%s', async (name, argv) => {
    const cwd = folderWith({});
    const { code, err } = await surety(['calc', name, ...argv, '-o', 'x.svg'], { cwd });
    expect([code, err]).toEqual([0, 'Wrote x.svg\n']);
    const svg = readFileSync(join(cwd, 'x.svg'), 'utf8');
    expect(svg).toMatch(/^<svg /);
    expect(svg).not.toContain('NaN');
    const { out } = await surety(['calc', name, ...argv, '-o', '-'], { cwd });
    expect(out).toBe(svg);
  });

  test('the picture in the manual is what is drawn', async () => {
    const argv = ['calc', 'pareto', '--points', 'examples/control/protocols.csv', '-o', '-'];
    const { out } = await surety(argv, { cwd: root });
    expect(out).toBe(readFileSync(join(root, 'docs/images/control-protocols.svg'), 'utf8'));
  });

  test('a name from a file is text and nothing else', async () => {
    const cwd = folderWith({
      'p.csv': 'protocol,usefulness,safety\n<script>alert(1)</script>,1,2\n\u001b[31mred,2,1\n',
    });
    const { out } = await surety(['calc', 'pareto', '--points', 'p.csv', '-o', '-'], { cwd });
    expect(out).not.toContain('<script');
    const { out: shown } = await surety(['calc', 'pareto', '--points', 'p.csv'], { cwd });
    expect(shown).not.toContain('\u001b');
  });
});

describe('what the literature warns of is said', () => {
  const warned = async (...argv: string[]) =>
    (JSON.parse((await surety(['calc', ...argv, '--json'])).out) as { warnings: string[] }).warnings.join(' ');

  test('combined confidence: Graydon and Holloway, always', async () => {
    for (const argv of [
      ['confidence', '--confidence', '0.9,0.9'],
      ['confidence', '--confidence', '0.9,0.9', '--combine', 'same'],
      ['dempster', '--first', 'A=1', '--second', 'A=1'],
      ['opinions', '--first', '1,0,0', '--second', '1,0,0'],
    ])
      expect(await warned(...argv)).toContain('Graydon & Holloway (2017)');
  });

  test('conflict of sources, where there is one', async () => {
    const [first, second] = ['A=0.99,B=0.01', 'C=0.99,B=0.01'];
    expect(await warned('dempster', '--first', first, '--second', second)).toContain('conflict K is 0.9999');
    expect(await warned('dempster', '--first', first, '--second', first)).not.toContain('conflict K');
    expect(await warned('confidence', '--confidence', '0.99,0.01', '--combine', 'same')).toContain('Zadeh');
    expect(await warned('confidence', '--confidence', '0.99,0.9', '--combine', 'same')).not.toContain('Zadeh');
  });

  test('a rule that states far too little doubt, and only then', async () => {
    expect(await warned('confidence', '--confidence', '0.95,0.95,0.95')).toContain('`weakest` misleads here');
    expect(await warned('confidence', '--confidence', '0.95,0.999999')).not.toContain('misleads');
    // Legs with a common cause: independence claims a hundred times too much.
    expect(await warned('confidence', '--confidence', '0.99,0.99', '--combine', 'any', '--beta', '0.1')).toContain(
      '`independentLegs` misleads here',
    );
  });

  test('common causes, correlation, scale, and a record that is too short', async () => {
    const cause = ['common-cause', '--p', '0.01', '--k', '3', '--beta'];
    expect(await warned(...cause, '0.1')).toContain('The common cause dominates');
    expect(await warned(...cause, '0')).toBe('');
    const copies = ['k-of-n', '--k', '3', '--n', '1000', '--p', '1e-4', '--rho'];
    expect(await warned(...copies, '0.01')).toContain('as likely');
    expect(await warned(...copies, '0')).toBe('');
    expect(await warned('at-scale', '--n', '2000', '--uses', '100000')).toContain('0 of 2,000 still allows about 150');
    expect(await warned('at-scale', '--n', '2000', '--uses', '100')).toBe('');
    const record = 'forecast,against,outcome\n0.1,0.5,0\n0.9,0.5,1\n';
    const cwd = folderWith({ 'r.csv': record });
    const { out } = await surety(['calc', 'credibility', '--record', 'r.csv', '--json'], { cwd });
    const { results, warnings } = JSON.parse(out);
    expect(warnings.join(' ')).toContain('A bootstrap interval needs 20 questions');
    expect(results.find((row: { name: string }) => row.name === 'bootstrapUpper').value).toBeNull();
    // Two perfect forecasts prove nothing: a rigorous bound says so, a bootstrap would not.
    expect(results.find((row: { name: string }) => row.name === 'upper').value).toBeGreaterThan(0.5);
  });
});

test('a simulation agrees with the closed form, is the same for a seed, and another for another', async () => {
  const run = async (seed: string) => {
    const rates = ['--succeeds', '0.2', '--detected', '0.35', '--attacked', '0.05', '--tasks', '100'];
    const { out } = await surety(['calc', 'extrapolation', ...rates, '--runs', '20000', '--seed', seed, '--json']);
    const { results, warnings } = JSON.parse(out) as { results: { name: string; value: number }[]; warnings: string[] };
    const of = (name: string) => results.find((row) => row.name === name)!.value;
    expect(warnings).toEqual([]);
    expect(Math.abs(of('simulated') - of('successBeforeDetection'))).toBeLessThan(4 * of('simulationError'));
    return of('simulated');
  };
  expect(await run('1')).toBe(await run('1'));
  expect(await run('1')).not.toBe(await run('2'));
});
