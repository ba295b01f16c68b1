import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';
import { outputSchema } from '../schema/outputs.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false }).compile(
  outputSchema('report'),
);

describe('report', () => {
  test.each(['report.html', 'report.md', 'report.json'])('%s holds the verdict and the case', async (file) => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const written = await surety(['report', '-o', file], { cwd });
    expect(written).toEqual({ code: 0, out: '', err: `Wrote ${file}\n` });
    const text = readFileSync(join(cwd, file), 'utf8');
    expect(text).toMatch(/supported/i);
    expect(text).toContain(file.endsWith('.json') ? '"G1"' : 'No record leaks in the window');
  });

  test('another ending, or a case without a meaning, gives no report', async () => {
    const cwd = folderWith({ 'case.yaml': cases.fatal });
    const { code, err } = await surety(['report', '-o', 'report.pdf'], { cwd });
    expect({ code, err }).toEqual({ code: 2, err: 'surety: report.pdf: a report ends in .html, .md or .json\n' });
    expect((await surety(['report', '-o', 'report.md'], { cwd })).code).toBe(2);
    expect(readdirSync(cwd)).toEqual(['case.yaml']);
  });

  test.each([
    'supported',
    'notSupported',
    'uncertain',
    'legs',
    'measured',
    'undeveloped',
    'notQuantified',
    'sketch',
  ] as const)('as JSON, redacted and not, keeps to its schema: %s', async (name) => {
    const cwd = folderWith({ 'case.yaml': cases[name], 'logs/trials.csv': cases.trials });
    for (const more of [[], ['--redact', 'public,G1+']]) {
      expect((await surety(['report', '-o', 'report.json', ...more], { cwd })).code).toBe(0);
      validate(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')));
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  test('for one reader only', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    await surety(['report', '-o', 'all.html'], { cwd });
    await surety(['report', '-o', 'one.html', '--for', 'decision-maker'], { cwd });
    const [all, one] = ['all.html', 'one.html'].map((file) => readFileSync(join(cwd, file), 'utf8'));
    expect(all).toContain('type="radio"');
    expect(one).not.toContain('type="radio"');
    const { code, err } = await surety(['report', '-o', 'one.json', '--for', 'regulator'], { cwd });
    expect({ code, err }).toEqual({
      code: 2,
      err: 'surety: --for regulator: a report as JSON is for programs, and holds everything\n',
    });
  });

  test('what is to be withheld must be there, and then is nowhere', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const { code, err } = await surety(['report', '-o', 'report.html', '--redact', 'G1,Sn99'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('--redact Sn99: there is no such element, evidence, quantity or level');
    expect(readdirSync(cwd)).toEqual(['case.yaml']);
    for (const file of ['report.html', 'report.md', 'report.json']) {
      expect((await surety(['report', '-o', file, '--redact', 'G1'], { cwd })).code).toBe(0);
      expect(readFileSync(join(cwd, file), 'utf8')).not.toContain('No record leaks in the window');
    }
  });

  test('of the example with everything withheld, nothing that it says can be found', async () => {
    const cwd = folderWith({});
    const example = join(root, 'examples/coding-agent');
    const assessed = JSON.parse((await surety(['assess', example, '--as-of', '2026-11-23', '--json'], { cwd })).out);
    const ids = assessed.elements.map(({ id }: { id: string }) => id).join();
    const said = readdirSync(example)
      .filter((name) => /^(?:argument-|assumptions|risk-cases).*yaml$/.test(name))
      .flatMap((name) => [
        ...readFileSync(join(example, name), 'utf8').matchAll(/^ +(?:text|because): ([^"'>\n].{9,})$/gm),
      ])
      .map(([, text = '']) => text);
    expect(said.length).toBeGreaterThan(100);
    // The outcomes say what must not happen, and that stays.
    const outcomes = assessed.outcomes.map(({ text }: { text: string }) => text);
    for (const file of ['report.html', 'report.md', 'report.json']) {
      const argv = ['report', example, '--as-of', '2026-11-23', '-o', file, '--redact', `public,${ids}`];
      expect((await surety(argv, { cwd })).code).toBe(0);
      const text = readFileSync(join(cwd, file), 'utf8').replaceAll('&#39;', "'").replace(/\\(.)/g, '$1');
      expect(said.filter((one) => text.includes(one) && !outcomes.includes(one))).toEqual([]);
      expect(text).not.toMatch(/Okafor|Adeyemi|Lindqvist|\.eval\b/);
    }
  });
});
