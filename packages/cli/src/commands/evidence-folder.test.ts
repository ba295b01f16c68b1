import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';

/** A case over 30 logs of ten trials, in two folders. */
function caseOfLogs(): string {
  const rows = (log: number) => Array.from({ length: 10 }, (_, row) => `s${log}-${row},0\n`).join('');
  const logs = Array.from({ length: 30 }, (_, log) => [
    `logs/${log % 2 === 0 ? 'day' : 'night'}/run${log}.csv`,
    `sample,leaked\n${rows(log)}`,
  ]);
  return folderWith({ 'case.yaml': cases.folder, 'logs/README.md': '# Runs\n', ...Object.fromEntries(logs) });
}

function newCache(): string {
  const folder = mkdtempSync(join(tmpdir(), 'surety-cache-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('a folder of logs is assessed as one source, byte for byte the same with a cache and without', async () => {
  const cwd = caseOfLogs();
  const env = { SURETY_CACHE: newCache() };
  const without = await surety(['assess', '--json'], { cwd });
  expect(without).toMatchObject({ code: 0, err: '' });
  const { evidence } = JSON.parse(without.out);
  expect(evidence[0]).toMatchObject({ counts: '0 of 300', states: [{ state: 'fresh' }] });
  expect(evidence[0].digests).toHaveLength(30);
  expect(evidence[0].notes).toContain('logs: files that no reader recognises, left out: 1');
  for (let run = 0; run < 2; run++) expect(await surety(['assess', '--json'], { cwd, env })).toEqual(without);
  expect(existsSync(join(env.SURETY_CACHE, 'v1'))).toBe(true);
});

test('the logs are told while they are read', async () => {
  const { err } = await surety(['assess'], { cwd: caseOfLogs(), tty: true });
  expect(err).toContain('Reading the evidence, 1 of 1: trials, 30 of 30 logs');
});

test('a cache inside the case is not used, and that is said', async () => {
  const cwd = caseOfLogs();
  const { code, err } = await surety(['assess'], { cwd, env: { SURETY_CACHE: 'cache' } });
  expect(code).toBe(0);
  expect(err).toContain('the cache would lie inside the case (expected a folder elsewhere in SURETY_CACHE)');
  expect(existsSync(join(cwd, 'cache'))).toBe(false);
});

test('the lock of a folder: verified, absent, and altered where a log was added', async () => {
  const cwd = caseOfLogs();
  const env = { SURETY_CACHE: newCache() };
  expect((await surety(['evidence', 'lock'], { cwd, env })).code).toBe(0);
  expect((await surety(['evidence', 'verify'], { cwd, env })).out).toBe('trials verified\n');
  renameSync(join(cwd, 'logs'), join(cwd, 'away'));
  expect((await surety(['evidence', 'verify'], { cwd, env })).out).toMatch(/^trials absent/);
  const { out } = await surety(['assess', '--json'], { cwd, env });
  expect(JSON.parse(out).evidence[0]).toMatchObject({ counts: '0 of 300', states: [{ state: 'locked' }] });
  renameSync(join(cwd, 'away'), join(cwd, 'logs'));
  writeFileSync(join(cwd, 'logs/day/run99.csv'), 'sample,leaked\nlate,1\n');
  const altered = await surety(['check'], { cwd, env });
  expect(altered.code).toBe(1);
  expect(altered.out.replaceAll(/\s+/g, ' ')).toContain(
    'the lock file holds 30 logs, the source is 31 logs (logs/day/run99.csv was added)',
  );
  const assessed = await surety(['assess', '--json'], { cwd, env });
  expect(assessed.code).toBe(1);
  const refreshed = await surety(['evidence', 'refresh', '--yes'], { cwd, env });
  expect(refreshed.out).toContain('1 of 301');
  expect((await surety(['evidence', 'verify'], { cwd, env })).code).toBe(0);
});

test('a folder that is not pooled is missing, with the number of its logs', async () => {
  const cwd = caseOfLogs();
  writeFileSync(join(cwd, 'case.yaml'), cases.folder.replace('    pool: true\n', ''));
  const { code, out } = await surety(['check'], { cwd });
  expect(code).toBe(1);
  expect(out.replaceAll(/\s+/g, ' ')).toContain('logs: the folder holds 30 logs (expected one source, or pool: true)');
});

test('a report shows the first digests and the number of the rest, and no path that is withheld', async () => {
  const cwd = caseOfLogs();
  async function reported(...more: readonly string[]): Promise<string> {
    expect((await surety(['report', '-o', 'report.md', ...more], { cwd })).code).toBe(0);
    return readFileSync(join(cwd, 'report.md'), 'utf8');
  }
  const whole = await reported();
  expect(whole.match(/sha256:[0-9a-f]{64}/g)!.length).toBeLessThan(20);
  expect(whole).toContain('and 20 more of 30 digests');
  writeFileSync(join(cwd, 'logs/day/secretly.csv'), 'sample,leaked\n"s,1\n');
  expect(await reported()).toContain('logs/day/secretly.csv');
  const redacted = await reported('--redact', 'sources');
  expect(redacted).toContain('a quote is opened and never closed');
  expect(redacted).not.toContain('secretly');
});
