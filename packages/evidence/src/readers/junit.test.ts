import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../limits.js';
import { fixtures } from '../shared-data.testing.js';
import { temporaryFolder } from '../temporary.testing.js';
import { flag } from '../trials/index.js';
import { readFile } from './read.js';
import { fixtureLog, logOf, rowOf } from './read-log.testing.js';

const folder = temporaryFolder();
const write = (text: string | Buffer) => {
  const file = join(folder, 'report.xml');
  writeFileSync(file, text);
  return file;
};
const read = (text: string | Buffer) => readFile(write(text), { path: 'r', reader: 'junit' });

/** How each case ended, by name. */
async function endings(file: string) {
  const { trials } = await logOf(file);
  return Object.fromEntries(trials.sample.map((id, row) => [id, trials.fields.get('ending')![row]]));
}

describe('reports of real tools', () => {
  test('pytest 9.2.0', async () => {
    expect(await endings(join(fixtures, 'junit/pytest.xml'))).toEqual({
      'test_mixed::test_passes': 'passed',
      'test_mixed::test_numbers[1]': 'passed',
      'test_mixed::test_numbers[2]': 'failed',
      'test_mixed::test_numbers[3]': 'passed',
      'test_mixed::test_breaks': 'error',
      'test_mixed::test_passes_and_breaks_after': 'error',
      'test_mixed::test_skipped': 'skipped',
      'test_mixed::test_expected_to_fail': 'expected failure',
      'test_mixed::test_unexpectedly_passes': 'failed',
      'test_mixed.TestGroup::test_inside': 'passed',
    });
    const { trials, claimed, notes } = await fixtureLog('junit/pytest.xml');
    expect([...trials.flags]).toEqual([0, 0, 0, 0, flag.error, flag.error, flag.invalid, 0, 0, 0]);
    expect(trials.scores.get('passed')).toEqual([
      true,
      true,
      false,
      true,
      undefined,
      undefined,
      undefined,
      false,
      false,
      true,
    ]);
    expect(rowOf(trials, 0)).toMatchObject({
      'property.requirement': 'R-1',
      'property.seconds_allowed': '3',
      seconds: 0.001,
    });
    expect(trials.group?.[0]).toBe('pytest');
    expect(trials.time?.[0]).toMatch(/^2026-11-28T/);
    expect(claimed.metrics.map(({ name, value }) => `${name} ${value}`)).toEqual([
      'tests 10',
      'failures 2',
      'errors 2',
      'skipped 2',
    ]);
    expect(notes.filter((note) => note.includes('claim'))).toEqual([]);
    expect(JSON.stringify([...trials.fields])).not.toContain('Error');
  });

  test('vitest 4.1.12', async () => {
    const found = await endings(join(fixtures, 'junit/vitest.xml'));
    expect(Object.values(found)).toEqual(['passed', 'failed', 'skipped', 'skipped', 'passed', 'passed']);
    expect(Object.keys(found)[1]).toBe('mixed.spec.mjs::group > fails with <markup> & "quotes"');
  });
});

describe('what other tools write', () => {
  test('attempts before the last are epochs that failed', async () => {
    const { trials, notes } = await logOf(
      write(
        '<testsuite name="s" tests="1"><testcase name="t"><flakyFailure/><rerunError/></testcase><testcase name="t"/></testsuite>',
      ),
    );
    expect(trials.epoch).toEqual([1, 2, 3, 4]);
    expect(trials.scores.get('passed')).toEqual([false, false, true, true]);
    expect(notes).toContain('attempts that failed before the last one of a case, each a row: 2');
    expect(notes).toContain('the suites claim 1 tests, the cases have 2: the cases count');
  });

  test('claims of the outermost suites are added up, those inside are part of them', async () => {
    const inner = '<testsuite name="in" tests="1" failures="1"><testcase name="a"><failure/></testcase></testsuite>';
    const text = `<testsuites><testsuite name="one" tests="1" failures="1">${inner}</testsuite><testsuite name="two" tests="2" failures="0"><testcase name="b"/><testcase name="b" classname="k"/></testsuite></testsuites>`;
    const { claimed, trials, notes } = await logOf(write(text));
    expect(claimed.metrics.map(({ value }) => value)).toEqual([3, 1]);
    expect(trials.group).toEqual(['in', 'two', 'two']);
    expect(notes).toEqual([]);
  });

  test('an error outweighs a failure, whichever comes first', async () => {
    const { trials } = await logOf(
      write(
        '<testsuite><testcase name="a"><failure/><error/></testcase><testcase name="b"><error/><failure/></testcase></testsuite>',
      ),
    );
    expect([...trials.flags]).toEqual([flag.error, flag.error]);
  });
});

describe('hostile', () => {
  const lol = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i} "${`&l${i - 1};`.repeat(10)}">`).join('')}]><testsuite><testcase name="&l8;"/></testsuite>`;
  test.each<[string, string | Buffer, string]>([
    ['an entity bomb', lol, 'xml-unsafe'],
    [
      'a file of the system',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><testsuite><testcase name="&x;"/></testsuite>',
      'xml-unsafe',
    ],
    ['an entity that is not one', '<testsuite><testcase name="&x;"/></testsuite>', 'xml-syntax'],
    ['another encoding', '<?xml version="1.0" encoding="UTF-16"?><testsuite/>', 'xml-unsafe'],
    ['depth', '<testsuite>'.repeat(1000), 'text-too-long'],
    ['attributes', `<testsuite ${Array.from({ length: 500 }, (_, i) => `a${i}="1"`).join(' ')}/>`, 'text-too-long'],
    ['invalid UTF-8', Buffer.from('<testsuite name="\xff"/>', 'latin1'), 'text-encoding'],
    ['another root', '<html/>', 'xml-syntax'],
    ['a case without a name', '<testsuite><testcase/></testsuite>', 'xml-syntax'],
    ['a count that is none', '<testsuite tests="many"/>', 'xml-syntax'],
    ['nothing', '', 'xml-syntax'],
  ])('%s', async (_name, text, code) => {
    const result = await read(text);
    expect(result).toMatchObject({ ok: false, problems: [{ code, file: 'r' }] });
    expect(result.ok ? 0 : result.problems.length).toBe(1);
  });

  test('a text without end', async () => {
    const file = write(
      `<testsuite><testcase name="a"><failure>${'x'.repeat(300_000)}</failure></testcase></testsuite>`,
    );
    const result = await readFile(file, { path: 'r', limits: { ...defaultLimits, lineBytes: 100_000 } });
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'text-too-long', line: 1 }] });
    expect((await readFile(file)).ok).toBe(true);
  });

  test('cut off anywhere it is refused', async () => {
    const whole = readFileSync(join(fixtures, 'junit/pytest.xml'));
    for (let length = 0; length < whole.length; length += 37) {
      const result = await read(whole.subarray(0, length));
      expect(result.ok || result.problems.length).toBe(1);
    }
  });
});
