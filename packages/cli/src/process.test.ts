import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, constants, existsSync, openSync, readFileSync, readSync } from 'node:fs';
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

  test.skipIf(process.platform === 'win32')('what a pipe does not take at once is written when it does', async () => {
    const pipe = join(folderWith({}), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
    const writer = openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
    const child = spawn(process.execPath, [bin, 'schema'], { stdio: ['ignore', writer, 'ignore'] });
    closeSync(writer);
    let code: number | null | undefined;
    child.on('close', (status) => {
      code = status;
    });
    let text = '';
    const piece = Buffer.alloc(1 << 14);
    while (code === undefined) {
      await new Promise((done) => setTimeout(done, 20));
      for (let length = readNow(reader, piece); length > 0; length = readNow(reader, piece))
        text += piece.toString('utf8', 0, length);
    }
    closeSync(reader);
    expect(code).toBe(0);
    expect(text).toBe(surety(['schema']).stdout);
    expect(text.length).toBeGreaterThan(1 << 17);
  });

  test('--watch ends with its last result on SIGINT', async () => {
    const cwd = folderWith({ 'case.yaml': cases.fatal });
    const child = start(['check', '--watch'], cwd);
    child.stderr?.on('data', (data) => String(data).includes('Watching') && child.kill('SIGINT'));
    expect(await new Promise((done) => child.on('close', done))).toBe(1);
  });
});

/** Bytes that are there to be read; 0 where there are none yet. */
function readNow(descriptor: number, into: Buffer): number {
  try {
    return readSync(descriptor, into);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return 0;
    throw error;
  }
}

test('the trials of a fault tree are the same whatever the number of threads that draw them', () => {
  const argv = [
    'faulttree',
    'docs/faulttree/cooling.xml',
    '--uncertainty',
    'true',
    '--num-trials',
    '1000000',
    '--json',
  ];
  const of = (threads: number) => {
    const { status, stdout } = surety([...argv, '--sampling', 'monte-carlo', '--threads', String(threads)]);
    expect(status).toBe(0);
    return JSON.stringify(JSON.parse(stdout).uncertainty);
  };
  const alone = of(1);
  expect(alone).toMatch(/"mean":/);
  for (const threads of [2, 3]) expect(of(threads)).toBe(alone);
});
