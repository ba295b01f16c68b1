import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../limits.js';
import { fixtures } from '../shared-data.testing.js';
import { temporaryFolder } from '../temporary.testing.js';
import { readFile } from './read.js';
import { readers } from './registry.js';

const folder = temporaryFolder();
const limits = { ...defaultLimits, jsonText: 10_000, jsonKept: 100_000, lineBytes: 200_000 };

/** Reads with a named reader: trials, or one problem in one sentence with the file. */
async function outcome(reader: string, content: Buffer | string) {
  const file = join(folder, 'source');
  writeFileSync(file, content);
  const result = await readFile(file, { path: 'source', reader, limits });
  if (result.ok) return 'read';
  expect(result.problems).toHaveLength(1);
  const { file: named, message } = result.problems[0]!;
  expect(named).toBe('source');
  expect(message).not.toMatch(/\n|node_modules|\bat .*:\d+:\d+/);
  expect(message.length).toBeLessThan(300);
  return 'refused';
}

const names = readers.map(({ name }) => name);

describe('content that no format has is refused by every reader', () => {
  const everywhere: readonly (readonly [string, Buffer | string])[] = [
    ['depth', `{"a": ${'['.repeat(100_000)}`],
    ['depth of XML', '<testsuite><opsa-mef>'.repeat(50_000)],
    ['a text without end', `{"a": "${'x'.repeat(1_000_000)}`],
    ['invalid UTF-8', Buffer.from('{"a": "\xc3\x28"}', 'latin1')],
    ['NUL', '{"a": "\u0000"}'],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256))],
  ];
  for (const [what, content] of everywhere) {
    test.each(names)(`${what}: %s`, async (name) => {
      expect(await outcome(name, content)).toBe('refused');
    });
  }
});

describe('cut off anywhere, a file is refused, or read where a line ends', () => {
  test.each([
    ['lm-eval', 'lm-eval/results_2026-11-28T01-14-01.914540.json', 41],
    ['lm-eval', 'lm-eval/samples_tiny_generate_2026-11-28T01-14-01.914540.jsonl', 43],
    ['promptfoo', 'promptfoo/repeated.json', 293],
    ['promptfoo', 'promptfoo/repeated.jsonl', 211],
    ['garak', 'garak/repeat.report.jsonl', 499],
    ['garak', 'garak/hits.hitlog.jsonl', 499],
    ['runs', 'runs/runs.jsonl', 23],
  ])('%s: %s', async (reader, file, step) => {
    const whole = readFileSync(join(fixtures, file));
    for (let length = 0; length < whole.length - 1; length += step) {
      const found = await outcome(reader, whole.subarray(0, length));
      const before = whole.subarray(0, length).toString('latin1').trimEnd();
      const atLineEnd = file.endsWith('.jsonl') && (before === '' || before.endsWith('}'));
      if (!atLineEnd) expect([length, found]).toEqual([length, 'refused']);
    }
    expect(await outcome(reader, whole)).toBe('read');
  });
});

describe('a byte that is changed gives one problem, or another reading', () => {
  test.each([
    ['lm-eval', 'lm-eval/results_2026-11-28T01-14-01.914540.json'],
    ['lm-eval', 'lm-eval/samples_tiny_choice_2026-11-28T01-14-01.914540.jsonl'],
    ['promptfoo', 'promptfoo/repeated.jsonl'],
    ['garak', 'garak/hits.report.jsonl'],
    ['runs', 'runs/runs.jsonl'],
    ['junit', 'junit/vitest.xml'],
  ])('%s: %s', async (reader, file) => {
    const whole = readFileSync(join(fixtures, file));
    let refused = 0;
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 60)) {
      const changed = Buffer.from(whole);
      changed[at] = changed[at]! ^ (1 + (at % 127));
      if ((await outcome(reader, changed)) === 'refused') refused += 1;
    }
    expect(refused).toBeGreaterThan(0);
  });
});
