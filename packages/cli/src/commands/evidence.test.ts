import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';

describe('evidence', () => {
  const files = { 'case.yaml': cases.measured, 'logs/trials.csv': cases.trials };

  test('show sums a log up', async () => {
    const cwd = folderWith(files);
    const { code, out } = await surety(['evidence', 'show', 'logs/trials.csv'], { cwd });
    expect(code).toBe(0);
    expect(out).toMatch(/^logs\/trials\.csv\n {2}reader {2}csv 1, \d+ bytes\n {2}digest {2}sha256:[0-9a-f]{64}\n/);
    expect(out).toContain('rows    300 (300 samples, up to 1 epoch each)');
    expect(out).toContain('leaked 0 × 300');
    expect(
      out.endsWith(`evidence:
  trials:
    source: logs/trials.csv
    reader: csv
    measure:
      kind: rate
      success: leaked >= 1
`),
    ).toBe(true);
    expect((await surety(['evidence', 'show', 'logs/trials.csv', '-q'], { cwd })).out).not.toContain('evidence:');
    const missing = await surety(['evidence', 'show', 'logs/none.csv'], { cwd });
    expect(missing.code).toBe(2);
    expect(missing.err).toContain('logs/none.csv');
  });

  test('compare tells what changed between two runs, and how likely that is by chance', async () => {
    const cwd = folderWith({
      'a.csv': 'sample,leaked,error\nx,1,\ny,0,\nz,1,\nw,0,\nonly-a,1,\nbad,0,crash\n',
      'b.csv': 'sample,leaked,error\ny,1,\nx,1,\nz,0,\nw,1,\nonly-b,1,\nbad,1,\n',
    });
    const { code, out } = await surety(['evidence', 'compare', 'a.csv', 'b.csv', '--success', 'leaked >= 1'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('event in A           1          1\n  none in A            2          0');
    expect(out).toContain('3 samples changed: 2 became an event, 1 ceased to be one.');
    expect(out).toMatch(/Flawed in either, not counted \(1\)\n {2}bad error → true/);
    const other = await surety(['evidence', 'compare', 'a.csv', 'none.csv'], { cwd });
    expect(other).toMatchObject({ code: 2, out: '' });
    expect(other.err).toContain('none.csv: there is no such file');
    const unsaid = await surety(['evidence', 'compare', 'a.csv', 'b.csv'], { cwd });
    expect(unsaid.code).toBe(2);
    expect(unsaid.err).toContain('--success with an expression');
  });

  test('list shows the logs of a folder, and what is wrong with some', async () => {
    const cwd = folderWith({ ...files, 'logs/notes.md': 'Notes.\n' });
    copyFileSync('packages/evidence/fixtures/inspect/mixed.eval', join(cwd, 'logs/mixed.eval'));
    const good = await surety(['evidence', 'list', 'logs'], { cwd });
    expect(good.code).toBe(0);
    expect(good.out).toMatch(
      /^FILE +READER +STATUS +CREATED +SAMPLES +TASK +MODEL\nmixed\.eval +inspect \d+ +success +\d{4}-\d\d-\d\d \d\d:\d\d +12 +mixed +mockllm\/model\ntrials\.csv +csv 1 +unstated\n$/,
    );
    expect(good.err).toBe('2 logs below logs; 1 other file of no known format.\n');

    writeFileSync(join(cwd, 'logs/cut.eval'), readFileSync(join(cwd, 'logs/mixed.eval')).subarray(0, 5000));
    const flawed = await surety(['evidence', 'list', 'logs'], { cwd });
    expect(flawed.code).toBe(1);
    expect(flawed.out).toMatch(/^cut\.eval {2}! the archive is damaged: its end is missing/m);
    expect(flawed.err).toBe('2 logs below logs, 1 that cannot be read; 1 other file of no known format.\n');
    expect((await surety(['evidence', 'list', 'logs', '-q'], { cwd })).err).toBe('');
  });

  test('list of what is no folder, or holds no logs', async () => {
    const cwd = folderWith({ ...files, 'empty/notes.md': 'Notes.\n' });
    expect(await surety(['evidence', 'list', 'nowhere'], { cwd })).toEqual({
      code: 2,
      out: '',
      err: 'surety: nowhere: there is no such folder\n',
    });
    expect(await surety(['evidence', 'list', 'logs/trials.csv'], { cwd })).toMatchObject({
      code: 2,
      err: 'surety: logs/trials.csv: this is a file (expected a folder of logs)\n',
    });
    expect(await surety(['evidence', 'list', 'empty'], { cwd })).toEqual({
      code: 0,
      out: '',
      err: 'No logs below empty; 1 other file of no known format.\n',
    });
  });

  test('lock, then verify; a change is seen, and the verdict goes', async () => {
    const cwd = folderWith(files);
    expect((await surety(['evidence', 'verify'], { cwd })).code).toBe(1);
    expect(await surety(['evidence', 'lock'], { cwd })).toEqual({
      code: 0,
      out: 'trials  added\n',
      err: 'Wrote surety.lock\n',
    });
    expect(await surety(['evidence', 'lock'], { cwd })).toEqual({
      code: 0,
      out: 'trials  unchanged\n',
      err: 'surety.lock is up to date\n',
    });
    expect(await surety(['evidence', 'verify'], { cwd })).toMatchObject({ code: 0, out: 'trials verified\n' });
    writeFileSync(join(cwd, 'logs/trials.csv'), `${cases.trials}s300,0\n`);
    const verified = await surety(['evidence', 'verify'], { cwd });
    expect(verified.code).toBe(1);
    expect(verified.out).toMatch(/^trials altered: /);
    const relocked = await surety(['evidence', 'lock'], { cwd: copyOf(cwd) });
    expect(relocked.out).toBe('trials  changed  0 of 300 → 0 of 301 (another content)\n');
    const assessed = await surety(['assess'], { cwd });
    expect(assessed.code).toBe(1);
    expect(assessed.out).toContain('! BLOCKS: Evidence trials was altered');
  });

  test('what is absent is counted, and refused where sources are required', async () => {
    const cwd = folderWith(files);
    await surety(['evidence', 'lock'], { cwd });
    expect((await surety(['evidence', 'verify', '--require-sources'], { cwd })).err).toBe(
      '1 verified, 0 absent: every source is what was locked.\n',
    );
    rmSync(join(cwd, 'logs/trials.csv'));
    expect(await surety(['evidence', 'verify'], { cwd })).toMatchObject({
      code: 0,
      err: '0 verified, 1 absent: everything that is here is what was locked.\n',
    });
    expect(await surety(['evidence', 'verify', '--require-sources'], { cwd })).toMatchObject({
      code: 1,
      err: '0 verified, 1 absent: every source is required to be here.\n',
    });
  });

  test('without evidence no lock file is claimed', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    expect(await surety(['evidence', 'lock'], { cwd })).toEqual({
      code: 0,
      out: '',
      err: 'The case has no evidence, so there is nothing to lock.\n',
    });
    expect(existsSync(join(cwd, 'surety.lock'))).toBe(false);
  });

  test('show offers a measure that reads a log with one scorer', async () => {
    const { out } = await surety(['evidence', 'show', 'packages/evidence/fixtures/inspect/mixed.eval']);
    expect(out).toContain('    reader: inspect\n    measure:\n      kind: rate\n      success: ');
  });

  test('a source that cannot be read is not locked away', async () => {
    const cwd = folderWith({ ...files, 'logs/trials.csv': 'sample,leaked\n"s1,0\n' });
    const { code, out, err } = await surety(['evidence', 'lock'], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('the lock file was not written');
    expect(existsSync(join(cwd, 'surety.lock'))).toBe(false);
  });
});

/** The same files in another folder, to see what a command would do. */
function copyOf(cwd: string): string {
  const names = ['case.yaml', 'surety.lock', 'logs/trials.csv'];
  return folderWith(Object.fromEntries(names.map((name) => [name, readFileSync(join(cwd, name), 'utf8')])));
}
