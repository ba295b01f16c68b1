import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const minimal = readFileSync(join(root, 'examples/minimal/case.yaml'), 'utf8');
const asOf = '2026-11-23';

/** A checkout of this project as CI has one: set up already, so that nothing is installed. */
const checkout = realpathSync(mkdtempSync(join(tmpdir(), 'surety-checkout-')));
beforeAll(() => {
  cpSync(join(root, 'scripts'), join(checkout, 'scripts'), { recursive: true });
  for (const file of [
    'package.json',
    'package-lock.json',
    ...readdirSync(root).filter((name) => /^tsconfig/.test(name)),
  ])
    cpSync(join(root, file), join(checkout, file));
  cpSync(join(root, 'packages'), join(checkout, 'packages'), { recursive: true, preserveTimestamps: true });
  const own = '@surety';
  mkdirSync(join(checkout, 'node_modules', own), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')).filter((one) => one !== own && one !== '.installed-lock'))
    symlinkSync(join(root, 'node_modules', name), join(checkout, 'node_modules', name));
  for (const name of readdirSync(join(root, 'node_modules', own)))
    symlinkSync(join(checkout, 'packages', name), join(checkout, 'node_modules', own, name));
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  writeFileSync(join(checkout, 'node_modules/.installed-lock'), lock);
});
afterAll(() => rmSync(checkout, { recursive: true, force: true }));

const gitEnv = {
  ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  ...{ GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b.c', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b.c' },
};

/** A repository of a user, with these files committed; gone when the test ends. */
function repository(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'surety-user-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  write(folder, files);
  for (const argv of [
    ['init', '-q', '-b', 'main'],
    ['add', '.'],
    ['commit', '-q', '-m', 'first'],
  ])
    git(folder, ...argv);
  return folder;
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function git(folder: string, ...argv: string[]): string {
  return execFileSync('git', argv, { cwd: folder, env: { ...process.env, ...gitEnv }, encoding: 'utf8' }).trim();
}

interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;

interface Job {
  readonly code: number;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** What was asked of GitHub. */
  readonly calls: readonly string[];
  readonly comment?: string;
}

/** Runs the steps of the action as a runner would, in a repository of a user. */
function runAction(
  workspace: string,
  inputs: Readonly<Record<string, string>>,
  pull: { readonly base?: string; readonly comment?: string } = {},
): Job {
  const temporary = mkdtempSync(join(tmpdir(), 'surety-runner-'));
  onTestFinished(() => rmSync(temporary, { recursive: true, force: true }));
  const gh = join(temporary, 'gh');
  writeFileSync(
    gh,
    '#!/usr/bin/env bash\nprintf "%s " "$@" >> "$CALLS"\necho >> "$CALLS"\nfor word in "$@"; do case "$word" in body=@*) cp "$(echo "$word" | sed s/^body=@//)" "$CALLS.body";; --jq) echo "$COMMENT";; esac; done\n',
  );
  chmodSync(gh, 0o755);
  const calls = join(temporary, 'calls');
  const values = new Map<string, string>([
    ['github.action_path', checkout],
    ['github.token', 'a token'],
    ['github.event.pull_request.base.sha', pull.base ?? ''],
    ['github.event.pull_request.number', '7'],
  ]);
  const evaluate = (text: string): string =>
    text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => {
      const input = /^inputs\.(.+)$/.exec(name)?.[1];
      if (input === undefined) return values.get(name) ?? '';
      expect(action.inputs, name).toHaveProperty(input);
      return inputs[input] ?? evaluate(action.inputs[input]!.default ?? '');
    });
  let log = '';
  let code = 0;
  for (const step of action.runs.steps) {
    if (step.run === undefined) continue;
    if (step.if !== undefined) {
      expect(step.if).toBe("inputs.comment == 'true' && github.event_name == 'pull_request'");
      if (inputs.comment !== 'true' || pull.base === undefined) continue;
    }
    const output = join(temporary, 'output');
    const script = join(temporary, 'script.sh');
    writeFileSync(output, '');
    writeFileSync(script, step.run);
    const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([key, value]) => [key, evaluate(value)]));
    // What GitHub runs for `shell: bash`.
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
      cwd: workspace,
      encoding: 'utf8',
      env: {
        ...process.env,
        ...gitEnv,
        ...env,
        PATH: `${temporary}:${process.env.PATH}`,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: join(temporary, 'summary.md'),
        GITHUB_REPOSITORY: 'someone/something',
        GITHUB_WORKSPACE: workspace,
        RUNNER_TEMP: temporary,
        CALLS: calls,
        COMMENT: pull.comment ?? '',
      },
    });
    log += stdout + stderr;
    for (const line of readFileSync(output, 'utf8')
      .split('\n')
      .filter((one) => one !== '')) {
      const [name, value] = [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)];
      values.set(`steps.${step.id}.outputs.${name}`, value);
    }
    code = status ?? -1;
    if (code !== 0) break;
  }
  const outputs = Object.fromEntries(
    Object.entries(action.outputs).map(([name, { value }]) => [name, evaluate(value)]),
  );
  const made = existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [];
  return {
    ...{ code, log, outputs, calls: made },
    ...(existsSync(`${calls}.body`) ? { comment: readFileSync(`${calls}.body`, 'utf8') } : {}),
  };
}

/** The lines of a log that a runner takes for commands: it stops to do so until the token comes that it was told. */
function commandsIn(log: string): readonly string[] {
  let token: string | undefined;
  return log.split('\n').flatMap((line) => {
    if (token !== undefined) {
      if (line === `::${token}::`) token = undefined;
      return [];
    }
    token = /^::stop-commands::(.+)$/.exec(line)?.[1];
    return token === undefined && (line.trimStart().startsWith('::') || line.includes('##[')) ? [line] : [];
  });
}

describe('the action', { timeout: 300_000 }, () => {
  const inputs = { case: 'cases/one', 'as-of': asOf };
  const doubtful = minimal.replace('elicited: 2e-3', 'elicited: 0.2');

  it('passes no text of an event or an input into a script, and says in which shell it runs', () => {
    expect(action.runs.using).toBe('composite');
    for (const { run, uses, shell } of action.runs.steps) {
      if (uses !== undefined) continue;
      expect(run).not.toContain('${{');
      expect(shell).toBe('bash');
    }
    for (const { description } of Object.values(action.inputs)) expect(description.length).toBeGreaterThan(10);
  });

  it('passes a case that is supported, and tells its verdict and the file of findings', () => {
    const workspace = repository({ 'cases/one/case.yaml': minimal });
    const job = runAction(workspace, inputs);
    expect(job).toMatchObject({ code: 0, outputs: { verdict: 'supported', 'sarif-file': 'surety.sarif' }, calls: [] });
    const log = JSON.parse(readFileSync(join(workspace, 'surety.sarif'), 'utf8'));
    expect(log.version).toBe('2.1.0');
  });

  it('fails on a verdict that is not wanted, unless it is told not to', () => {
    const text = minimal.replace(/probability: [\d.e-]+/, 'probability: 1e-9');
    const workspace = repository({ 'cases/one/case.yaml': text });
    const job = runAction(workspace, inputs);
    expect(job).toMatchObject({ code: 1, outputs: { verdict: 'not supported' } });
    expect(job.log).toContain('::error title=surety::The verdict is: not supported');
    expect(runAction(workspace, { ...inputs, 'require-supported': 'false' }).code).toBe(0);
  });

  it('fails on findings, and shows them at their lines', () => {
    const workspace = repository({ 'cases/one/case.yaml': minimal.replace(/supportedBy: \[/, 'supportedBy: [G99, ') });
    const job = runAction(workspace, { ...inputs, 'sarif-file': 'found here.sarif' });
    expect(job).toMatchObject({ code: 1, outputs: { verdict: 'unusable', 'sarif-file': 'found here.sarif' } });
    expect(job.log).toMatch(/^::error file=cases\/one\/case\.yaml,line=\d+,col=\d+,.*unknown-element::/m);
    expect(job.log).toContain('The check of the case failed (exit code 1)');
  });

  it('lets no text and no name of a file give commands to the runner', () => {
    const workspace = repository({
      'case.yaml': minimal.replace(/supportedBy: \[/, 'supportedBy: ["##[set-output name=code]0", '),
      '::set-output name=code::0.yaml': 'quantities: 1\n',
      'surety.sarif': '{"version":"2.1.0","runs":[]}',
    });
    const { code, log, outputs } = runAction(workspace, { ...inputs, case: '.' });
    expect({ code, outputs }).toMatchObject({ code: 1, outputs: { verdict: 'unusable' } });
    expect(readFileSync(join(workspace, 'surety.sarif'), 'utf8')).toContain('wrong-type');
    expect(commandsIn(log).filter((line) => !/^::(error|warning|notice) (file|title)=/.test(line))).toEqual([]);
    expect(log).toContain('\n::set-output name=code::0.yaml:1:');
  });

  it('fails where there is no case', () => {
    const job = runAction(repository({ 'README.md': 'Nothing' }), inputs);
    expect(job).toMatchObject({ code: 1, outputs: { verdict: 'unusable', 'sarif-file': '' } });
  });

  it('comments what a pull request changes, once', () => {
    const workspace = repository({ 'cases/one/case.yaml': minimal });
    const base = git(workspace, 'rev-parse', 'HEAD');
    write(workspace, { 'cases/one/case.yaml': doubtful });
    git(workspace, 'commit', '-qam', 'second');
    const first = runAction(workspace, { ...inputs, comment: 'true', 'require-supported': 'false' }, { base });
    expect(first.code, first.log).toBe(0);
    expect(first.calls.at(-1)).toMatch(/^api --method POST repos\/someone\/something\/issues\/7\/comments /);
    expect(first.comment).toMatch(/^<!-- surety: cases\/one -->\n/);
    expect(first.comment!.length).toBeGreaterThan(100);
    const again = runAction(
      workspace,
      { ...inputs, comment: 'true', 'require-supported': 'false' },
      { base, comment: '42' },
    );
    expect(again.calls.at(-1)).toMatch(/^api --method PATCH repos\/someone\/something\/issues\/comments\/42 /);
    expect(again.comment).toBe(first.comment);
  });

  it('says so in the comment where the two cannot be compared', () => {
    const workspace = repository({ 'cases/one/case.yaml': minimal });
    const base = git(workspace, 'rev-parse', 'HEAD');
    write(workspace, { 'cases/one/case.yaml': `${minimal}nonsense: 1\n` });
    const job = runAction(workspace, { ...inputs, comment: 'true' }, { base });
    expect(job.comment).toContain(`The case cannot be compared with its state at ${base}`);
    expect(job.code).toBe(1);
  });
});

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly types: readonly string[];
  readonly require_serial: boolean;
}

const hooks = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Hook[];

/** Runs a hook as pre-commit does: its entry, from the hook's checkout, on the staged files of the user's repository. */
function runHook(id: string, workspace: string, args: readonly string[] = []) {
  const hook = hooks.find((one) => one.id === id)!;
  expect(hook).toMatchObject({ language: 'script', types: ['yaml'], require_serial: true });
  const staged = git(workspace, 'diff', '--cached', '--name-only', '-z')
    .split('\0')
    .filter((file) => /\.ya?ml$/.test(file));
  const [script, ...words] = hook.entry.split(' ');
  const { status, stdout, stderr } = spawnSync(join(checkout, script!), [...words, ...args, ...staged], {
    cwd: workspace,
    encoding: 'utf8',
  });
  return { status, log: stdout + stderr };
}

describe('the hooks of pre-commit', { timeout: 300_000 }, () => {
  const other = 'surety: 1\ncase: { id: other, title: Other }\nargument:\n  G1: { text: A, supportedBy: [G9] }\n';
  const args = [`--as-of=${asOf}`];

  it('are the two that the manual names', () => {
    expect(hooks.map(({ id }) => id)).toEqual(['surety-check', 'surety-format']);
  });

  it('surety-check checks the cases that staged files belong to, and nothing else', () => {
    const workspace = repository({ 'a/case.yaml': minimal, 'other.yaml': other });
    write(workspace, { 'a/more.yaml': 'quantities:\n  q: 1\n', 'ci.yml': 'on: push\n', 'b/config.yaml': 'x: [\n' });
    git(workspace, 'add', '.');
    const { status, log } = runHook('surety-check', workspace, args);
    expect(status, log).toBe(0);
    expect(log).not.toContain('config.yaml');
    expect(log).not.toContain('other.yaml');
    expect(log).toMatch(/in 2 files, as of 2026-11-23/);
  });

  it('surety-check fails on a finding, in a case of one file too', () => {
    const workspace = repository({ 'a/case.yaml': minimal });
    write(workspace, { 'other.yaml': other, 'a/case.yaml': `${minimal}# a comment\n` });
    git(workspace, 'add', '.');
    const { status, log } = runHook('surety-check', workspace, args);
    expect(status).toBe(1);
    expect(log).toContain('other.yaml:4:');
    expect(runHook('surety-check', workspace, [...args, '--fail-on=never']).status).toBe(0);
  });

  it('surety-check fails where a case cannot be read', () => {
    const workspace = repository({ 'a/case.yaml': minimal });
    write(workspace, { 'a/case.yaml': `${minimal}nonsense: 1\n` });
    git(workspace, 'add', '.');
    expect(runHook('surety-check', workspace, args).status).toBe(2);
  });

  it('surety-format formats staged files of cases, and leaves other YAML alone', () => {
    const workspace = repository({ 'a/case.yaml': minimal });
    write(workspace, { 'other.yaml': other, 'ci.yml': '{ on:   push }\n' });
    git(workspace, 'add', '.');
    expect(runHook('surety-format', workspace).status).toBe(0);
    expect(readFileSync(join(workspace, 'ci.yml'), 'utf8')).toBe('{ on:   push }\n');
    expect(readFileSync(join(workspace, 'other.yaml'), 'utf8')).toBe(
      'surety: 1\n\ncase:\n  id: other\n  title: Other\n\nargument:\n  G1:\n    text: A\n    supportedBy: [G9]\n',
    );
  });

  it('take no staged file for an option', () => {
    const workspace = repository({ 'a/case.yaml': minimal });
    write(workspace, { '--output=a/case.yaml': other, '--fail-on=never.yaml': other });
    git(workspace, 'add', '.');
    const { status, log } = runHook('surety-check', workspace, args);
    expect(status, log).toBe(1);
    expect(log).toContain('--output=a/case.yaml:4:');
    expect(log).toContain('--fail-on=never.yaml:4:');
    expect(readFileSync(join(workspace, 'a/case.yaml'), 'utf8')).toBe(minimal);
  });

  it('does nothing where no staged file is of a case', () => {
    const workspace = repository({ 'a/case.yaml': minimal });
    write(workspace, { 'ci.yml': 'on: push\n' });
    git(workspace, 'add', '.');
    for (const id of ['surety-check', 'surety-format']) expect(runHook(id, workspace)).toEqual({ status: 0, log: '' });
  });
});
