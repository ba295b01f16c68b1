import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffCases, doubtFactor, shownCutSets, similarityBound } from '@surety/core/diff';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { anyCase, edited, edits } from '../../../core/src/diff/random-cases.testing.js';
import { hasGit, repositoryWith } from '../../../evidence/src/git/repository.testing.js';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';
import { outputSchema } from '../schema/outputs.js';

const asOf = ['--as-of', '2026-11-23'];
const stronger = cases.supported.replace('elicited: 2e-3', 'elicited: 1e-3');
const weaker = cases.supported.replace('elicited: 2e-3', 'elicited: 2e-2');
const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('surety-diff-'));
const before = leftovers();

// Other tests of other processes may be at work, so only what came and stayed counts.
afterAll(() => {
  expect(leftovers().filter((name) => !before.includes(name))).toEqual([]);
});

describe('two folders', () => {
  const cwd = () => folderWith({ 'a/case.yaml': cases.supported, 'b/case.yaml': weaker });

  test('the verdict first, then what changed', async () => {
    const { code, out, err } = await surety(['diff', 'a', 'b', ...asOf], { cwd: cwd() });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatchInlineSnapshot(`
      "A tiny case: a → b
      elements: 1 changed
      both as of 2026-11-23, seed 1

      SUPPORTED → NOT SUPPORTED leak: A record leaks
        leak was supported and is now not supported; its doubt rises from 0.003 to 0.021 (7 times) against
        a threshold of 0.01.
          declared 0.003 → 0.021; if independent 0.003 → 0.021; dependence-free bound 0.003 → 0.021

      Doubts that moved
          - G2 0.002 → 0.02 (10 times as much): Sessions keep nothing
          - Sn1 0.002 → 0.02 (10 times as much): Tests of isolation
          - G1 0.003 → 0.021 (7 times as much): No record leaks in the window

      Elements
        ~ Sn1: Tests of isolation
            doubt: 0.002 → 0.02
      "
    `);
  });

  test('colours only where someone looks, brackets where words changed', async () => {
    const folder = folderWith({
      'a/case.yaml': cases.supported,
      'b/case.yaml': cases.supported.replace('Sessions keep nothing', 'Sessions never keep anything'),
    });
    const plain = await surety(['diff', 'a', 'b', ...asOf], { cwd: folder });
    expect(plain.out).toContain('text: Sessions {+never +}keep [-nothing-]{+anything+}');
    const colour = await surety(['diff', 'a', 'b', ...asOf], { cwd: folder, tty: true });
    expect(colour.out).toContain('\u001b[31m[-nothing-]\u001b[39m');
  });

  test('the same case twice', async () => {
    const { code, out } = await surety(['diff', 'a', 'a', '--exit-code', '--fail-on-worse', ...asOf], { cwd: cwd() });
    expect(code).toBe(0);
    expect(out).toContain('The two say the same.');
  });

  test('exit codes: a difference, and a worse number, where they are asked for', async () => {
    const folder = cwd();
    const codeOf = async (...argv: string[]) => (await surety(['diff', ...argv, ...asOf], { cwd: folder })).code;
    expect(await codeOf('a', 'b')).toBe(0);
    expect(await codeOf('a', 'b', '--exit-code')).toBe(1);
    expect(await codeOf('a', 'b', '--fail-on-worse')).toBe(1);
    expect(await codeOf('b', 'a', '--fail-on-worse')).toBe(0);
    expect(await codeOf('b', 'a', '--exit-code', '--no-assess')).toBe(1);
    const both = await surety(['diff', 'a', 'b', '--fail-on-worse', '--no-assess'], { cwd: folder });
    expect(both).toEqual({
      code: 2,
      out: '',
      err: 'surety: --fail-on-worse needs the verdicts, which --no-assess leaves out\n',
    });
  });

  test('without assessing, also what has no meaning yet can be compared', async () => {
    const folder = folderWith({ 'a/case.yaml': cases.supported, 'b/case.yaml': cases.fatal });
    const { code, out } = await surety(['diff', 'a', 'b', '--no-assess'], { cwd: folder });
    expect(code).toBe(0);
    expect(out).toContain('+ G1 is supported by G9');
    expect(out).not.toMatch(/SUPPORTED/);
    const refused = await surety(['diff', 'a', 'b', ...asOf], { cwd: folder });
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toMatch(/^B \(b\) cannot be compared:\n[\s\S]*--no-assess compares what the two say\n$/);
  });

  test('errors of both sides are said, and nothing is compared', async () => {
    const folder = folderWith({ 'a/case.yaml': cases.unreadable, 'b/case.yaml': cases.unreadable });
    const { code, out, err } = await surety(['diff', 'a', 'b'], { cwd: folder });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^A \(a\) cannot be compared:\na\/case\.yaml:\d+:\d+ error unknown-key/);
    expect(err).toMatch(/\nB \(b\) cannot be compared:\nb\/case\.yaml:\d+:\d+ error unknown-key/);
  });

  test('what is neither a path nor a revision', async () => {
    const { code, err } = await surety(['diff', 'a', 'nowhere'], {
      cwd: cwd(),
      env: { GIT_CEILING_DIRECTORIES: tmpdir() },
    });
    expect(code).toBe(2);
    if (hasGit) expect(err).toMatch(/“nowhere” is no file or folder here, and .* does not lie in a git repository/);
  });

  test('quiet: a line per outcome', async () => {
    const { out } = await surety(['diff', 'a', 'b', '-q', ...asOf], { cwd: cwd() });
    expect(out).toMatch(/^SUPPORTED → NOT SUPPORTED leak was supported and is now not supported; [^\n]*\n[^\n]*\n$/);
  });

  test('the picture of both', async () => {
    const folder = cwd();
    const { code, err } = await surety(['diff', 'a', 'b', '--diagram', 'both.svg', ...asOf], { cwd: folder });
    expect({ code, err }).toEqual({ code: 0, err: 'Wrote both.svg\n' });
    expect(readFileSync(join(folder, 'both.svg'), 'utf8')).toMatch(/^<svg|^<\?xml/);
    const refused = await surety(['diff', 'a', 'b', '--diagram', 'both.png'], { cwd: folder });
    expect(refused).toEqual({ code: 2, out: '', err: 'surety: both.png: a diagram ends in .svg\n' });
  });
});

describe('as JSON', () => {
  const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false }).compile(
    outputSchema('diff'),
  );
  const names = ['supported', 'uncertain', 'legs', 'measured', 'undeveloped', 'notQuantified', 'sketch'] as const;

  test.each(names)('from and to %s it keeps to its published schema', async (name) => {
    const files = Object.fromEntries(
      names.flatMap((one) => [
        [`${one}/case.yaml`, cases[one]],
        [`${one}/logs/trials.csv`, cases.trials],
      ]),
    );
    const cwd = folderWith(files);
    for (const other of names) {
      for (const argv of [
        [name, other],
        [other, name, '--no-assess'],
      ]) {
        const { code, out } = await surety(['diff', ...argv, '--json', ...asOf], { cwd });
        expect(code).toBe(0);
        validate(JSON.parse(out));
        expect(validate.errors ?? []).toEqual([]);
      }
    }
  });
});

test('the manual states the bounds that are in force', () => {
  const manual = readFileSync(new URL('../../../../docs/diff.md', import.meta.url), 'utf8').replaceAll(/\s+/g, ' ');
  expect(manual).toContain(`their similarity is ${similarityBound} or more`);
  expect(manual).toContain(`more than a factor of ${doubtFactor} or`);
  expect(shownCutSets).toBe(5);
  expect(manual).toContain('left the likeliest five');
});

test('any difference keeps to its published schema', () => {
  const { changes } = outputSchema('diff').properties as { readonly changes: object };
  const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false }).compile(
    changes,
  );
  fc.assert(
    fc.property(anyCase, anyCase, edits, (a, other, list) => {
      validate(JSON.parse(JSON.stringify(diffCases(a, edited(a, list, other)))));
      expect(validate.errors ?? []).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

describe('as Markdown', () => {
  test('the table of verdicts, the reasons, and the changes folded', async () => {
    const cwd = folderWith({ 'a/case.yaml': cases.supported, 'b/case.yaml': weaker });
    const { out } = await surety(['diff', 'a', 'b', '--format', 'markdown', ...asOf], { cwd });
    expect(out).toMatchInlineSnapshot(`
      "### A tiny case: a → b

      What changed: elements: 1 changed.

      Both assessed as of 2026-11-23 with seed 1.

      | outcome | verdict | declared doubt | threshold |
      | --- | --- | --- | --- |
      | **leak** | supported → **not supported** | 0.003 → **0.021** | 0.01 |

      - leak was supported and is now not supported; its doubt rises from 0.003 to 0.021 (7 times) against a threshold of 0.01.

      <details><summary>Doubts that moved (3)</summary>

      - **G2** 0.002 → 0.02 (10 times as much): Sessions keep nothing
      - **Sn1** 0.002 → 0.02 (10 times as much): Tests of isolation
      - **G1** 0.003 → 0.021 (7 times as much): No record leaks in the window

      </details>

      <details><summary>Elements (1)</summary>

      - changed **Sn1**: Tests of isolation
        - doubt: <del>0.002</del> → <ins>0.02</ins>

      </details>
      "
    `);
  });

  test('what a case says makes no markup, mentions nobody and links nowhere', async () => {
    const evil =
      '@team #12 GH-7 <img src=x onerror=alert(1)> </details> [a](http://evil.example) ![b](x) www.evil.example `x` | **y** \u202e 0123456789abcdef';
    const text = cases.supported.replace('text: Sessions keep nothing', `text: ${JSON.stringify(evil)}`);
    const cwd = folderWith({ 'a/case.yaml': cases.supported, 'b/case.yaml': text });
    const { out } = await surety(['diff', 'a', 'b', '--format', 'markdown', ...asOf], { cwd });
    expect(out).not.toMatch(/@team|#12|GH-7|<img|http:\/\/|www\.evil|\u202e|0123456789abcdef/);
    expect(out.match(/<\/details>/g)?.length).toBe(out.match(/<details>/g)?.length);
    expect(out).toContain('\\[a\\]');
  });

  test('is bounded, and says how much is left out', async () => {
    const elements = (word: string) =>
      Array.from({ length: 900 }, (_, i) => `  X${i}: { type: context, text: "${`${word} ${i} `.repeat(12)}" }`).join(
        '\n',
      );
    const cwd = folderWith({
      'a/case.yaml': `${cases.supported}${elements('one')}\n`,
      'b/case.yaml': `${cases.supported}${elements('other')}\n`,
    });
    const { out } = await surety(['diff', 'a', 'b', '--format', 'markdown', '--no-assess'], { cwd });
    expect(out.length).toBeLessThanOrEqual(60_000);
    expect(out.length).toBeGreaterThan(50_000);
    expect(out).toMatch(/\n\d+ more lines are left out here: `surety diff --json` has all\.\n$/);
    expect(out.match(/<\/details>/g)?.length).toBe(out.match(/<details>/g)?.length);
  });
});

describe.skipIf(!hasGit)('revisions', () => {
  const dearer = { 'cases/x/case.yaml': weaker };
  const start = { 'cases/x/case.yaml': cases.supported, 'README.md': '# Read me\n' };
  const diff = (cwd: string, ...argv: string[]) => surety(['diff', ...argv, '--json', ...asOf], { cwd });
  const result = async (cwd: string, ...argv: string[]) => {
    const { code, out, err } = await diff(cwd, ...argv);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const data = JSON.parse(out);
    return { names: `${data.before} → ${data.after}`, differs: data.differs, worse: data.worse };
  };

  test('against the case as it lies here, from its folder, from above and from below', async () => {
    const { root, put } = repositoryWith(start);
    put(dearer);
    mkdirSync(join(root, 'cases/x/notes'));
    const expected = { differs: true, worse: true };
    expect(await result(join(root, 'cases/x'), 'HEAD')).toEqual({ names: 'HEAD → .', ...expected });
    expect(await result(root, 'HEAD', '--case', 'cases/x')).toEqual({ names: 'HEAD → cases/x', ...expected });
    expect(await result(join(root, 'cases/x/notes'), 'HEAD', '--case', '..')).toMatchObject(expected);
    expect(await result(root, 'HEAD', 'cases/x')).toMatchObject(expected);
    // As a hook of git calls it.
    const hooked = await surety(['diff', 'HEAD', '--case', 'cases/x', '--fail-on-worse', ...asOf], {
      cwd: root,
      env: { GIT_DIR: '.git' },
    });
    expect(hooked.code).toBe(1);
    expect(await result(root, 'HEAD:cases/x', 'cases/x/case.yaml')).toMatchObject(expected);
    expect(await result(join(root, 'cases/x'), 'HEAD:./case.yaml', 'case.yaml')).toMatchObject(expected);
  });

  test('a path that begins with a dot is one from the root, unless it is a step', async () => {
    const { root } = repositoryWith({ ...start, '.safety/case.yaml': weaker });
    const cwd = join(root, 'cases/x');
    expect(await result(cwd, 'HEAD:.safety', '.')).toMatchObject({ differs: true, worse: false });
    expect(await result(cwd, 'HEAD:../x', '.')).toMatchObject({ differs: false });
  });

  test('a lock file that is a text of the case too is written once', async () => {
    const { root } = repositoryWith({
      'case.yaml': `${cases.supported}module: { name: main, uses: [surety.lock] }\n`,
      'surety.lock': 'quantities:\n  q: 1\n',
    });
    expect(await result(root, 'HEAD', '--no-assess')).toMatchObject({ differs: false });
    const { code, err } = await diff(root, 'HEAD');
    expect(code).toBe(2);
    expect(err).toMatch(/^surety: HEAD:surety\.lock:1:/m);
  });

  test('two revisions, as words and as a range', async () => {
    const { root, git, commit } = repositoryWith(start);
    git('switch', '-q', '-c', 'feature/less');
    commit({ 'cases/x/case.yaml': stronger });
    git('tag', 'v1');
    git('switch', '-q', 'main');
    commit(dearer);
    const cwd = join(root, 'cases/x');
    expect(await result(cwd, 'main', 'feature/less')).toEqual({
      names: 'main → feature/less',
      differs: true,
      worse: false,
    });
    expect(await result(cwd, 'main..v1')).toMatchObject({ names: 'main → v1', worse: false });
    expect(await result(cwd, 'v1..')).toMatchObject({ names: 'v1 → HEAD', worse: true });
    expect(await result(cwd, 'HEAD~1', 'HEAD')).toMatchObject({ worse: true });
    // From where they parted, the branch is better, whatever became of main since.
    const { names, worse } = await result(cwd, 'main...v1');
    expect([names, worse]).toEqual([`${git('rev-parse', 'HEAD~1').slice(0, 12)} → v1`, false]);
    expect(await result(cwd, git('rev-parse', '--short', 'v1'), 'v1')).toMatchObject({ differs: false });
  });

  test('in another working tree of the repository', async () => {
    const { root, git, put } = repositoryWith(start);
    git('worktree', 'add', '-q', 'tree', '-b', 'side');
    put({ 'tree/cases/x/case.yaml': weaker });
    expect(await result(join(root, 'tree/cases/x'), 'main')).toMatchObject({ differs: true, worse: true });
  });

  test('a case that is no longer there', async () => {
    const { root, commit } = repositoryWith(start);
    commit({ 'cases/x': null, 'cases/y/case.yaml': stronger });
    expect(await result(root, 'HEAD~1:cases/x', 'HEAD:cases/y')).toMatchObject({ differs: true, worse: false });
    const { code, err } = await surety(['diff', 'HEAD', 'cases/y', '--case', 'cases/x', ...asOf], { cwd: root });
    expect(code).toBe(2);
    expect(err).toContain('there is no case at cases/x in HEAD. It holds cases/y: say which by --case.');
  });

  test('files that the case uses, its lock file and its logs are those of the revision', async () => {
    const moduleText = 'module: { name: shared }\nargument:\n  C9: { text: Shared context, public: true }\n';
    const text = cases.measured.replace('argument:', 'module: { name: main, uses: [../shared.yaml] }\nargument:');
    const { root, commit, put } = repositoryWith({
      'cases/x/case.yaml': text,
      'cases/shared.yaml': moduleText,
      'cases/x/logs/trials.csv': cases.trials,
    });
    const cwd = join(root, 'cases/x');
    put({
      'cases/shared.yaml': moduleText.replace('Shared', 'Other'),
      'cases/x/logs/trials.csv': `${cases.trials}s300,1\n`,
    });
    const { out } = await diff(cwd, 'HEAD');
    const { changes, assessments } = JSON.parse(out);
    expect(changes.elements).toMatchObject([{ change: 'changed', id: 'C9@shared', fields: [{ path: ['text'] }] }]);
    expect(assessments.evidence).toMatchObject([
      { id: 'trials', before: { states: ['fresh'] }, after: { states: ['fresh'] } },
    ]);
    expect(assessments.evidence[0].before.digests).not.toEqual(assessments.evidence[0].after.digests);
    // Locked, and then the log is no longer committed.
    await surety(['evidence', 'lock', '.'], { cwd });
    commit({});
    commit({ 'cases/x/logs/trials.csv': 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n' });
    commit({ 'cases/x/logs/trials.csv': null });
    const locked = JSON.parse((await diff(cwd, 'HEAD~2', 'HEAD')).out);
    expect(locked.assessments.evidence).toMatchObject([
      { before: { states: ['fresh'] }, after: { states: ['locked'] } },
    ]);
    const pointer = JSON.parse((await diff(cwd, 'HEAD~1', 'HEAD')).out);
    expect(pointer.assessments.evidence).toEqual([]);
    expect(pointer.notes).toEqual(['cases/x/logs/trials.csv is kept in Git LFS, and not read from HEAD~1']);
  });

  test('of a folder of logs a revision gives what its lock file holds', async () => {
    const { root, commit } = repositoryWith({ 'case.yaml': cases.folder, 'logs/a.csv': cases.trials });
    await surety(['evidence', 'lock', '.'], { cwd: root });
    commit({});
    const { assessments, notes } = JSON.parse((await diff(root, 'HEAD')).out);
    expect(assessments.evidence).toMatchObject([{ before: { states: ['locked'] }, after: { states: ['fresh'] } }]);
    expect(notes).toEqual(['logs is a folder, whose logs are not read from HEAD']);
  });

  test('links of a revision are followed to files within it only', async () => {
    const outside = folderWith({ 'secret.yaml': 'argument: { C8: { text: Secret } }\n' });
    const { root, commit } = repositoryWith({ ...start, 'shared.yaml': 'argument: { C9: { text: Shared } }\n' });
    symlinkSync('../../shared.yaml', join(root, 'cases/x/linked.yaml'));
    commit({});
    symlinkSync(join(outside, 'secret.yaml'), join(root, 'cases/x/secret.yaml'));
    commit({});
    const cwd = join(root, 'cases/x');
    const { changes } = JSON.parse((await diff(cwd, 'HEAD~2', 'HEAD~1', '--no-assess')).out);
    expect(changes.elements).toMatchObject([{ change: 'added', id: 'C9' }]);
    const { code, out, err } = await diff(cwd, 'HEAD', 'HEAD~1');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('cases/x/secret.yaml in HEAD: the link leads to no file of the repository');
  });

  test('errors of a revision stand at its name', async () => {
    const { root, commit } = repositoryWith({ 'x/case.yaml': cases.unreadable });
    commit({ 'x/case.yaml': cases.supported });
    const { code, err } = await diff(join(root, 'x'), 'HEAD~1');
    expect(code).toBe(2);
    expect(err).toMatch(/^A \(HEAD~1\) cannot be compared:\nHEAD~1:x\/case\.yaml:\d+:\d+ error unknown-key/);
    expect(err).not.toContain(tmpdir());
  });

  test.each(['a\nb.yaml', 'a\\..\\..\\..\\more.yaml'])('a text of the name %j is not left out unsaid', async (name) => {
    const { root, put } = repositoryWith({ ...start, [`cases/x/${name}`]: 'quantities:\n  q: 1\n' });
    put({ [`cases/x/${name}`]: null });
    const { code, out, err } = await diff(join(root, 'cases/x'), 'HEAD');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('in HEAD: a file of that name cannot be read from a revision');
  });

  test('names that are none, with the nearest one', async () => {
    const { root, git } = repositoryWith(start);
    git('branch', 'feature/watchdog');
    const errorOf = async (...argv: string[]) => {
      const { code, out, err } = await diff(join(root, 'cases/x'), ...argv);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      return err;
    };
    expect(await errorOf('mian')).toContain('there is no revision “mian” in the repository. Did you mean main?');
    expect(await errorOf('mian~2')).toContain('Did you mean main~2?');
    expect(await errorOf('^main')).toContain('there is no revision “^main” in the repository');
    expect(await errorOf('HEAD~9')).toContain('there is no revision “HEAD~9” in the repository');
    expect(await errorOf('main..feature/watchdgo')).toContain('Did you mean feature/watchdog?');
    expect(await errorOf('HEAD:cases/y')).toContain(
      'there is no case at cases/y in HEAD. It holds cases/x: say which by --case.',
    );
    expect(await errorOf('HEAD:../z')).toContain('there is no case at cases/z in HEAD');
    expect(await errorOf('HEAD:cases/../../x')).toContain('is no path from the root of the repository');
    expect(await errorOf('HEAD', '--case', join(root, '..'))).toContain('does not lie in');
    const option = await surety(['diff', '--', '--output=x'], { cwd: join(root, 'cases/x') });
    expect(option.code).toBe(2);
    expect(option.err).toContain('“--output=x” cannot be the name of a revision');
    expect(readdirSync(join(root, 'cases/x'))).toEqual(['case.yaml']);
  });

  test('a name that is a path and a revision too is not guessed at', async () => {
    const { root, put } = repositoryWith(start);
    put({ 'cases/x/main/case.yaml': weaker });
    const cwd = join(root, 'cases/x');
    const { code, err } = await diff(cwd, 'main', 'HEAD');
    expect(code).toBe(2);
    expect(err).toContain('“main” is a file or folder and a revision too. Say ./main for the one, refs/heads/main');
    expect(await result(cwd, './main', 'HEAD:cases/x')).toMatchObject({ differs: true, worse: false });
  });

  test('a repository without a commit, and no git', async () => {
    const { root } = repositoryWith(start);
    const cwd = join(root, 'cases/x');
    const without = await surety(['diff', 'HEAD'], { cwd, env: { PATH: join(root, 'nothing') } });
    expect(without.code).toBe(2);
    expect(without.err).toContain('git cannot be run, and a revision can be read with it only');
    const empty = folderWith({ 'case.yaml': cases.supported });
    const fresh = repositoryWith({});
    writeFileSync(join(empty, 'x'), '');
    fresh.git('init', '-q', '-b', 'main', empty);
    const { err } = await surety(['diff', 'HEAD'], { cwd: empty });
    expect(err).toContain('The repository has no branch with a commit yet.');
  });
});
