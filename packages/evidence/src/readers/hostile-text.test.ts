import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { defaultLimits, type Limits } from '../limits.js';
import type { ProblemCode } from '../problem.js';
import { sampler } from '../samples/index.js';
import { fixtures } from '../shared-data.testing.js';
import { temporaryFolder } from '../temporary.testing.js';
import { onlyProblem, resultFaults } from './problem.testing.js';
import { readFile } from './read.js';
import { readingProcess } from './reading-process.testing.js';

const folder = temporaryFolder();
const location = join(folder, 'source');

async function read(reader: string | undefined, content: Buffer | string, limits: Partial<Limits> = {}) {
  writeFileSync(location, content);
  const named = reader === undefined ? {} : { reader };
  return readFile(location, { path: 'source', ...named, limits: { ...defaultLimits, ...limits } });
}

/** A text that each reader takes, and in it a place for what is hostile: where a value stands, and where a key. */
const forms: readonly (readonly [reader: string, text: (value: string, key?: string) => string])[] = [
  [
    'inspect',
    (value, key = 'k') =>
      `{"version": 2, "status": "success", "eval": {"task": "t", "model": "m", "model_args": {"${key}": ${value}}}, "samples": [{"id": 1, "epoch": 1}]}`,
  ],
  ['lm-eval', (value, key = 'k') => `{"results": {"t": {"acc,none": 1}}, "versions": {"${key}": ${value}}}`],
  [
    'lm-eval',
    (value, key = 'k') =>
      `{"doc_id": 1, "doc": {}, "target": "a", "filtered_resps": [], "acc": 1, "${key}": ${value}}\n`,
  ],
  [
    'promptfoo',
    (value, key = 'k') =>
      `{"results": {"version": 3, "prompts": [], "stats": {}, "results": [{"success": true, "score": 1, "vars": {"${key}": ${value}}}]}}`,
  ],
  [
    'promptfoo',
    (value, key = 'k') =>
      `{"success": true, "score": 1, "latencyMs": 1, "promptIdx": 0, "vars": {"${key}": ${value}}}\n`,
  ],
  [
    'garak',
    (value, key = 'k') =>
      `{"entry_type": "attempt", "uuid": "u", "status": 2, "probe_classname": "a.B", "outputs": ["x"], "prompt": {"${key}": ${value}}, "detector_results": {"d": [0]}}\n`,
  ],
  ['runs', (value, key = 'k') => `{"task_id": "t", "run_id": 1, "score_binarized": 1, "${key}": ${value}}\n`],
  ['jsonl', (value, key = 'k') => `{"sample": "a", "${key}": ${value}}\n`],
];

test.each(forms)('%s takes the form that the rest is made of', async (reader, text) => {
  expect((await read(reader, text('1'))).ok).toBe(true);
});

describe('JSON', () => {
  const hostile: readonly (readonly [string, string, ProblemCode])[] = [
    ['lists 10^5 deep', `${'['.repeat(1e5)}${']'.repeat(1e5)}`, 'json-too-deep'],
    ['objects 10^5 deep', `${'{"a":'.repeat(1e5)}1${'}'.repeat(1e5)}`, 'json-too-deep'],
    ['a number of 10^6 digits', '9'.repeat(1e6), 'json-syntax'],
    ['an exponent of 10^6 digits', `1e${'9'.repeat(1e6)}`, 'json-syntax'],
    ['a word of 10^6 letters', 'n'.repeat(1e6), 'json-syntax'],
    ['half an escape', '"\\u12"', 'json-syntax'],
    ['an unknown escape', '"\\x41"', 'json-syntax'],
    ['a line break in a text', '"a\nb"', 'json-syntax'],
    ['a comma too many', '[1,]', 'json-syntax'],
    ['a comment', '1 /* one */', 'json-syntax'],
  ];
  for (const [what, value, code] of hostile) {
    test.each(forms)(`${what}: %s`, async (reader, text) => {
      const problem = onlyProblem(await read(reader, text(value)), 'source', code);
      expect(problem.line).toBeGreaterThanOrEqual(1);
      expect(problem.column).toBeGreaterThan(1);
    });
  }

  test.each(forms)('values that JSON has and few expect: %s', async (reader, text) => {
    const values = [
      '1e400',
      '-1e400',
      '-0',
      '1e-400',
      '9007199254740993',
      '"\\ud800"',
      '"\\u0000"',
      '{}',
      '[]',
      'NaN',
      'null',
    ];
    const keys = [
      '__proto__',
      'constructor',
      'hasOwnProperty',
      'toString',
      '',
      '\\u0000',
      '\\ud800',
      'k'.repeat(60_000),
    ];
    for (const value of values)
      for (const key of keys) expect(resultFaults(await read(reader, text(value, key)), 'source')).toEqual([]);
  });

  test.each(forms)('a key, a text, and many values, each larger than allowed: %s', async (reader, text) => {
    const long = await read(reader, text('1', 'k'.repeat(70_000)));
    expect(resultFaults(long, 'source')).toEqual([]);
    for (const value of [`"${'x'.repeat(3_000_000)}"`, `[${'0,'.repeat(3_000_000)}0]`, `[${'[],'.repeat(1_500_000)}0]`])
      expect(resultFaults(await read(reader, text(value)), 'source')).toEqual([]);
  });
});

describe('text', () => {
  const xml: typeof forms = [
    ['junit', () => '<testsuite name="s" tests="1"><testcase name="t k"/></testsuite>'],
    [
      'open-psa',
      () => '<opsa-mef><!-- k --><define-basic-event name="a"><float value="0.1"/></define-basic-event></opsa-mef>',
    ],
    ['csv', () => 'sample,score\nk,1\n'],
  ];
  const all = [...forms, ...xml];
  const put = (text: string, bytes: readonly number[]) => {
    const whole = Buffer.from(text);
    const at = whole.indexOf('k') + 1;
    return Buffer.concat([whole.subarray(0, at), Buffer.from(bytes), whole.subarray(at)]);
  };

  const broken: readonly (readonly [string, readonly number[]])[] = [
    ['a NUL', [0]],
    ['a byte that begins nothing', [0x80]],
    ['half a character', [0xc3]],
    ['the longer form of a slash', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a character beyond the last', [0xf4, 0x90, 0x80, 0x80]],
    ['Latin-1', [0xe9]],
  ];
  for (const [what, bytes] of broken) {
    test.each(all)(`${what}: %s`, async (reader, text) => {
      const problem = onlyProblem(await read(reader, put(text('1'), bytes)), 'source', 'text-encoding');
      expect([problem.line, problem.column]).not.toContain(undefined);
    });
  }

  test.each(all)('UTF-16, with its mark and without: %s', async (reader, text) => {
    const wide = Buffer.from(text('1'), 'utf16le');
    for (const content of [wide, Buffer.concat([Buffer.from([0xff, 0xfe]), wide]), Buffer.from(wide).swap16()])
      onlyProblem(await read(reader, content), 'source', 'text-encoding');
  });

  test.each(all)('a byte order mark of UTF-8 changes nothing, two are refused or text: %s', async (reader, text) => {
    const [plain, marked, twice] = [
      await read(reader, text('1')),
      await read(reader, `\ufeff${text('1')}`),
      await read(reader, `\ufeff\ufeff${text('1')}`),
    ];
    expect(marked).toEqual(plain);
    expect(resultFaults(twice, 'source')).toEqual([]);
  });

  test.each(all)('nothing, blanks, and half: %s', async (reader, text) => {
    for (const content of ['', ' ', '\n\n\n', '\r', '\ufeff', text('1').slice(0, 9)])
      expect(resultFaults(await read(reader, content), 'source')).toEqual([]);
  });
});

describe('what took the square of its length, or more', () => {
  test('comments in front of XML, for whoever looks what a file is', async () => {
    const comments = '<!---->'.repeat(5000);
    onlyProblem(await read(undefined, `${comments}<html/>`), 'source', 'unknown-format');
    expect((await read(undefined, `<?xml version="1.0"?>\n${comments}\n<testsuite/>`)).ok).toBe(true);
  });

  test('a header of 200,000 columns, and a row of a million', async () => {
    const names = Array.from({ length: 200_000 }, (_, i) => `c${i}`).join();
    const problem = onlyProblem(await read('csv', `${names}\n`), 'source', 'too-many-columns');
    expect(problem.line).toBe(1);
    onlyProblem(await read('csv', `a\n${','.repeat(1_000_000)}\n`), 'source', 'csv-syntax');
  });

  test('assertions of 200,000 types', async () => {
    const components = Array.from({ length: 200_000 }, (_, i) => ({ pass: true, assertion: { type: `t${i}` } }));
    const row = {
      success: true,
      score: 1,
      latencyMs: 1,
      promptIdx: 0,
      gradingResult: { componentResults: components },
    };
    onlyProblem(
      await read('promptfoo', `${JSON.stringify(row)}\n`, { jsonKept: 1e9, lineBytes: 1e9 }),
      'source',
      'too-many-columns',
    );
  });

  test('attempts that nothing tells apart', async () => {
    const line = (status: number) =>
      `${JSON.stringify({ entry_type: 'attempt', status, probe_classname: 'a.B', outputs: [], prompt: null })}\n`;
    const result = await read('garak', line(1).repeat(60_000) + line(2).repeat(60_000));
    expect(resultFaults(result, 'source')).toEqual([]);
    expect(result.ok && result.log.trials.rows).toBe(0);
  });
});

describe('little text that asks for much', () => {
  const small = readingProcess({ heap: 256 });
  afterAll(() => small.close());

  const asks: readonly (readonly [string, string, string, ProblemCode])[] = [
    [
      'columns of one row that all the others leave out',
      'jsonl',
      `{${Array.from({ length: 999 }, (_, i) => `"c${i}":1`).join()}}\n${'{}\n'.repeat(200_000)}`,
      'too-many-rows',
    ],
    [
      'one metric named again and again',
      'lm-eval',
      `{"doc_id": 1, "doc": {}, "filtered_resps": [], "a": 1, "metrics": [${'"a",'.repeat(600_000)}"a"]}\n`.repeat(4),
      'too-many-columns',
    ],
    [
      'properties without end',
      'junit',
      `<testsuite><testcase name="t">${Array.from({ length: 400_000 }, (_, i) => `<property name="p${i}" value="1"/>`).join('')}</testcase></testsuite>`,
      'too-many-columns',
    ],
    [
      'names of nested values that grow by what is around them',
      'jsonl',
      `${`{"${'k'.repeat(20_000)}":`.repeat(400)}{${Array.from({ length: 900 }, (_, i) => `"c${i}":1`).join()}}${'}'.repeat(400)}\n`,
      'text-too-long',
    ],
    ['a line without end', 'jsonl', `{"a": "${'x'.repeat(60_000_000)}`, 'text-too-long'],
    ['a row without end', 'csv', `a\n"${'x\n'.repeat(20_000_000)}`, 'text-too-long'],
    ['a sample id of a megabyte, twice', 'csv', `sample\n${`${'n'.repeat(1_000_000)}\n`.repeat(2)}`, 'duplicate-row'],
  ];
  test.each(asks)('%s', async (_what, reader, text, code) => {
    writeFileSync(location, text);
    const outcome = await small.read(location, { path: 'source', reader });
    if (outcome.kind !== 'done') throw new Error(`${outcome.kind}: ${outcome.said}`);
    onlyProblem(outcome.result, 'source', code);
    expect(outcome.peak).toBeLessThan(700);
  });
});

test('asking for the texts changes nothing of what is counted', async () => {
  const entry = (outputs: unknown) => ({
    entry_type: 'attempt',
    uuid: 'u',
    status: 2,
    probe_classname: 'a.B',
    outputs,
    prompt: null,
    detector_results: {},
  });
  for (const outputs of [1e9, 'text', { a: 1, b: 2 }, ['a', 'b', 'c'], null, true]) {
    writeFileSync(location, `${JSON.stringify(entry(outputs))}\n`);
    const plain = await readFile(location, { path: 'source', reader: 'garak' });
    expect(await readFile(location, { path: 'source', reader: 'garak', sampler: sampler(3, 1) })).toEqual(plain);
    expect(plain.ok).toBe(true);
  }
});

test.each([
  ['lm-eval', 'lm-eval/results_2026-11-28T01-14-01.914540.json'],
  ['lm-eval', 'lm-eval/samples_tiny_choice_2026-11-28T01-14-01.914540.jsonl'],
  ['promptfoo', 'promptfoo/repeated.json'],
  ['promptfoo', 'promptfoo/repeated.jsonl'],
  ['garak', 'garak/repeat.report.jsonl'],
  ['garak', 'garak/hits.hitlog.jsonl'],
  ['runs', 'runs/runs.jsonl'],
  ['junit', 'junit/pytest.xml'],
  ['junit', 'junit/vitest.xml'],
  ['inspect', 'inspect/kinds.json'],
  ['inspect', 'inspect/old-score.json'],
])('%s: %s cut off at each 1 %% is read to a line, or refused with one problem', async (reader, file) => {
  const whole = readFileSync(join(fixtures, file));
  for (let percent = 0; percent <= 100; percent++) {
    const result = await read(reader, whole.subarray(0, Math.floor((whole.length * percent) / 100)));
    expect(resultFaults(result, 'source')).toEqual([]);
    if (!file.endsWith('.jsonl') && percent < 100) expect(result.ok).toBe(false);
  }
});
