import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { cases } from './cases.testing.js';
import { folderWith } from './run.testing.js';

const home = fileURLToPath(new URL('..', import.meta.url));
const bin = join(home, 'bin/surety.js');

function surety(argv: readonly string[], options: { readonly cwd?: string } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], { encoding: 'utf8', ...options });
  return { status, stdout, stderr };
}

function start(argv: readonly string[], cwd: string): ChildProcess {
  const child = spawn(process.execPath, [bin, ...argv], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

test('the command is built', () => {
  expect(existsSync(join(home, 'dist/main.js')), 'run npx tsc -b first').toBe(true);
});

describe('--version', () => {
  test('is that of the package', () => {
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
    for (const flag of ['--version', '-V'])
      expect(surety([flag])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('needs nothing but the package itself: no dependency, not even what was built', () => {
    const copy = folderWith({
      'bin/surety.js': readFileSync(bin, 'utf8'),
      'bin/package.json': readFileSync(join(home, 'bin/package.json'), 'utf8'),
      'package.json': readFileSync(join(home, 'package.json'), 'utf8'),
    });
    const { status, stderr } = spawnSync(process.execPath, [join(copy, 'bin/surety.js'), '--version'], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('as a process', () => {
  test('streams and exit codes are those of the run', () => {
    const cwd = folderWith({ 'case.yaml': cases.notSupported });
    const { status, stdout, stderr } = surety(['assess'], { cwd });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('NOT SUPPORTED leak');
    expect(surety(['nonsense'], { cwd }).status).toBe(2);
  });

  test('a reader that goes away is no error, and hides no verdict', async () => {
    const cwd = folderWith({ 'case.yaml': cases.notSupported });
    const child = start(['assess', '--json'], cwd);
    child.stdout?.destroy();
    let err = '';
    child.stderr?.on('data', (data) => {
      err += data;
    });
    const code = await new Promise((done) => child.on('close', done));
    expect({ code, err }).toEqual({ code: 1, err: '' });
  });

  test('--watch ends with its last result on SIGINT', async () => {
    const cwd = folderWith({ 'case.yaml': cases.fatal });
    const child = start(['check', '--watch'], cwd);
    child.stderr?.on('data', (data) => String(data).includes('Watching') && child.kill('SIGINT'));
    expect(await new Promise((done) => child.on('close', done))).toBe(1);
  });
});
