import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { cases } from './cases.testing.js';
import { folderWith, surety } from './run.testing.js';
import { type OutputName, outputNames, outputSchema } from './schema/outputs.js';

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });

/** Parses the output and holds it against its published schema. */
function valid(name: OutputName, out: string): Record<string, unknown> {
  const data: unknown = JSON.parse(out);
  const validate = ajv.compile(outputSchema(name));
  validate(data);
  expect(validate.errors ?? []).toEqual([]);
  return data as Record<string, unknown>;
}

const names = [
  'supported',
  'notSupported',
  'uncertain',
  'legs',
  'measured',
  'undeveloped',
  'notQuantified',
  'sketch',
  'fatal',
  'unreadable',
] as const;
const exampleFolders = [
  'minimal',
  'coding-agent',
  'modules',
  'pattern',
  'dialectic',
  'control',
  'cyber-inability',
  'train-further',
].map((name) => `examples/${name}`);

/** Commands by the schema that their output keeps. */
const commandsOf: readonly (readonly [OutputName, readonly string[]])[] = [
  ['check', ['check']],
  ['assess', ['assess']],
  ['explain', ['explain', 'G1']],
  ['steps', ['steps']],
  ['coverage', ['coverage']],
  ['fmea', ['fmea', 'show']],
  ['conditions', ['conditions']],
  ['challenges', ['challenges']],
  ['cutsets', ['cutsets', '--top', '3']],
  ['advise', ['advise']],
  ['horizon', ['horizon', '--over', 'tasks', '--from', '1', '--to', '1000', '--points', '5']],
  ['macrosystem', ['macrosystem']],
  ['outline', ['outline']],
  ['diagram', ['diagram']],
  ['evidence-verify', ['evidence', 'verify']],
  ['rename', ['rename', 'G1', 'G1a', '--dry-run']],
];

describe('--json keeps to its published schema', () => {
  test.each(names)('%s', async (name) => {
    const cwd = folderWith({ 'case.yaml': cases[name], 'logs/trials.csv': cases.trials });
    for (const [schema, argv] of commandsOf) {
      const { code, out } = await surety(
        [...(argv[0] === 'rename' ? [...argv.slice(0, 3), '.', ...argv.slice(3)] : argv), '--json'],
        { cwd },
      );
      if (code === 2 && out === '') expect(['fatal', 'unreadable']).toContain(name);
      else valid(schema, out);
    }
  });

  test.each(exampleFolders)('%s', async (folder) => {
    for (const [schema, argv] of commandsOf.filter(([name]) =>
      [
        'check',
        'assess',
        'steps',
        'coverage',
        'fmea',
        'conditions',
        'challenges',
        'cutsets',
        'advise',
        'macrosystem',
        'horizon',
        'outline',
        'diagram',
        'evidence-verify',
      ].includes(name),
    )) {
      const { out } = await surety([
        ...argv,
        folder,
        '--json',
        ...(['evidence-verify', 'coverage', 'fmea'].includes(schema) ? [] : ['--as-of', '2026-11-23']),
      ]);
      valid(schema, out);
    }
  });

  test('add, remove and the list of templates', async () => {
    const cwd = folderWith({});
    expect((await surety(['init', '.', '--template', 'control', '--quiet'], { cwd })).code).toBe(0);
    const about = ['--subsystem', 'agent', '--outcome', 'exfiltration'];
    const added = await surety(['add', 'testbeds', ...about, '--challenges', '--json'], { cwd });
    expect(valid('add', added.out)).toMatchObject({ written: true, under: 'S-estimate', open: ['measures'] });
    const removed = await surety(['remove', 'G-testbeds', '--dry-run', '--json'], { cwd });
    expect(valid('remove', removed.out)).toMatchObject({ written: false, also: [] });
    const listed = await surety(['init', '--list', '--json'], { cwd });
    expect(valid('templates', listed.out).templates).toHaveLength(11);
  });

  test('evidence show, compare, list and lock', async () => {
    const cwd = folderWith({ 'case.yaml': cases.measured, 'logs/trials.csv': cases.trials });
    const shown = await surety(['evidence', 'show', 'logs/trials.csv', '--json'], { cwd });
    expect(valid('evidence-show', shown.out)).toMatchObject({ file: 'logs/trials.csv', rows: 300 });
    const sampled = await surety(['evidence', 'sample', 'logs/trials.csv', '-n', '2', '--json'], { cwd });
    expect(valid('evidence-sample', sampled.out)).toMatchObject({
      logs: [{ rows: 300, texts: 'none in such a source' }],
    });
    const pair = ['logs/trials.csv', 'logs/trials.csv', '--success', 'leaked >= 1'];
    const compared = await surety(['evidence', 'compare', ...pair, '--json'], { cwd });
    expect(valid('evidence-compare', compared.out)).toMatchObject({ matched: 300, table: { neither: 300 } });
    writeFileSync(join(cwd, 'logs/cut.eval'), 'PK');
    const listed = await surety(['evidence', 'list', 'logs', '--json'], { cwd });
    expect(valid('evidence-list', listed.out)).toMatchObject({
      files: [{ file: 'cut.eval' }, { file: 'trials.csv', reader: 'csv 1', models: [] }],
      ignored: [],
    });
    const locked = await surety(['evidence', 'lock', '--json'], { cwd });
    expect(valid('evidence-lock', locked.out)).toMatchObject({ written: true });
  });

  test.each([
    'roles.eval',
    'tagged.eval',
    'metrics.eval',
    'cancelled.eval',
    'stops.eval',
    'killed.json',
    'old-score.json',
  ])('evidence show of the Inspect log %s', async (log) => {
    const shown = await surety(['evidence', 'show', `packages/evidence/fixtures/inspect/${log}`, '--json']);
    const { reader, flawed } = valid('evidence-show', shown.out);
    expect(reader).toBe('inspect 2');
    const some = { 'cancelled.eval': { error: 1, partial: 1, any: 1 }, 'stops.eval': { refused: 1, any: 1 } };
    expect(flawed).toMatchObject((some as Readonly<Record<string, object>>)[log] ?? { any: 0 });
  });

  test('chain', async () => {
    const { code, out } = await surety([
      'chain',
      'examples/bootstrapping/generation-4',
      '--json',
      '--as-of',
      '2026-11-23',
    ]);
    expect(code).toBe(0);
    expect(valid('chain', out)).toMatchObject({ holding: 4, room: 0 });
  });

  test('sign, and the list of sign-offs', async () => {
    const cwd = folderWith({ 'case.yaml': `${cases.supported}review: { required: [author, decision maker] }\n` });
    for (const element of ['G1', undefined]) {
      const signed = ['sign', ...(element === undefined ? [] : [element]), '--role', 'author', '--who', 'Mia', '--yes'];
      expect(valid('sign', (await surety([...signed, '--json'], { cwd })).out)).toMatchObject({ written: true });
    }
    expect(valid('sign', (await surety(['sign', '--list', '--json'], { cwd })).out)).toMatchObject({ complete: false });
  });

  test('fmea import', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported, 'rows.csv': 'subsystem,mode\n' });
    const { out } = await surety(['fmea', 'import', 'rows.csv', '--json'], { cwd });
    expect(valid('fmea-import', out)).toMatchObject({ written: false, before: 0, after: 0, files: [] });
  });

  test('rules, all and one', async () => {
    expect((valid('rules', (await surety(['rules', '--json'])).out).rules as unknown[]).length).toBeGreaterThan(100);
    expect(valid('rules', (await surety(['rules', 'undeveloped', '--json'])).out).rules).toHaveLength(1);
  });
});

describe('the assessment', () => {
  test('holds what its readers were promised', async () => {
    const cwd = folderWith({ 'case.yaml': cases.legs });
    const data = JSON.parse((await surety(['assess', '--json'], { cwd })).out);
    expect(data).toMatchObject({
      asOf: '2026-11-23',
      seed: 1,
      outcomes: [
        {
          id: 'leak',
          verdict: 'supported',
          doubt: { declared: { mean: expect.closeTo(0.005995, 12) }, independent: {}, bound: {} },
          reasons: [
            { code: 'below-threshold', text: expect.any(String) },
            { code: 'challenge-open', element: 'D1' },
          ],
          cutSets: { count: '9', byOrder: ['3', '6'] },
        },
      ],
    });
    expect(data.outcomes[0].cutSets.top[1]).toEqual({ elements: ['D1', 'Sn2'], probability: expect.closeTo(5e-4, 12) });
    expect(data.findings.map((finding: { code: string }) => finding.code)).toContain('challenge-open');
    expect(data.elements).toContainEqual({ id: 'A1', type: 'assumption', doubt: expect.anything(), subjectTo: [] });
  });

  test('the output of a watched command is one object per line', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const stop = new AbortController();
    const { out } = await surety(['assess', '--json', '--watch'], {
      cwd,
      signal: stop.signal,
      onOut: () => stop.abort(),
    });
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    valid('assess', out);
  });
});

describe('schema', () => {
  test.each(outputNames)('%s is what is published', async (name) => {
    const { code, out } = await surety(['schema', name]);
    expect(code).toBe(0);
    // Written anew by `npx vitest run packages/cli -u`.
    await expect(out).toMatchFileSnapshot(`../schema/${name}.schema.json`);
  });

  test('a case that keeps to the schema of cases, and one that does not', async () => {
    const { code, out } = await surety(['schema']);
    expect(code).toBe(0);
    const schema = JSON.parse(out);
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'Surety case' });
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    expect(validate({ surety: 1, case: { id: 'a', title: 'A' } })).toBe(true);
    expect(validate({ surety: 1, casse: { id: 'a', title: 'A' } })).toBe(false);
  });
});
