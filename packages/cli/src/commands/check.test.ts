import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';

const { fatal, supported, unreadable } = cases;

describe('check', () => {
  test('prints each finding with its place, and a summary', async () => {
    const cwd = folderWith({ 'case.yaml': fatal });
    const { code, out, err } = await surety(['check'], { cwd });
    expect(code).toBe(1);
    expect(err).toBe('');
    expect(out).toContain(
      'case.yaml:15:23 error unknown-element Goal G1 is supported by G9, which is no element of the case\n    hint: ',
    );
    expect(out).toMatch(/\n\n1 error, \d+ warnings?, \d+ infos? in 1 file, as of 2026-11-23\n$/);
  });

  test('places are those of the folder that the command runs in', async () => {
    const cwd = folderWith({ 'a/case.yaml': fatal, 'b/.keep': '' });
    expect((await surety(['check', 'a'], { cwd })).out).toContain('a/case.yaml:15:23 error');
    expect((await surety(['check', '../a'], { cwd: `${cwd}/b` })).out).toContain('../a/case.yaml:15:23 error');
    expect((await surety(['check', 'a/case.yaml'], { cwd })).out).toContain('a/case.yaml:15:23 error');
  });

  test('an error of the text is a finding, and the input cannot be used', async () => {
    const cwd = folderWith({ 'case.yaml': unreadable });
    const { code, out } = await surety(['check', '--fail-on', 'never'], { cwd });
    expect(code).toBe(2);
    expect(out).toContain(
      'case.yaml:15:5 error unknown-key Unknown key `suportedBy` in `G1`.\n    hint: Did you mean `supportedBy`?\n',
    );
    // What could be read is checked as well, and G1 is not said to have no support.
    expect(out.match(/^\S+ (?:error|warning|info) \S+/gm)).toEqual([
      'case.yaml:2:1 warning no-scope',
      'case.yaml:2:1 info nothing-to-cover',
      'case.yaml:2:1 info nothing-to-cover',
      'case.yaml:8:3 info risk-case-missing',
      'case.yaml:15:5 error unknown-key',
    ]);
    expect(out).toMatch(/\n\n1 error, 1 warning, 3 infos in 1 file, as of 2026-11-23\n.*\n$/);
  });

  test.each([
    [{ 'case.yaml': unreadable }, 'rules that need `argument` could not judge all of it'],
    [
      { 'case.yaml': supported.replace('supportedBy: [G2]', 'supportedBy: [[G2]]') },
      'rules that need `argument` and links between elements could not judge all of it',
    ],
    [
      { 'case.yaml': supported.replace('outcomes:', 'system: { coder: { kind: model, colour: red } }\noutcomes:') },
      'rules that need `system` could not judge all of it',
    ],
    [
      { 'case.yaml': supported, 'more.yaml': 'argument: [\n' },
      'rules that need the whole text could not judge all of it',
    ],
    [{ 'case.yaml': 'surety: [\n' }, 'no rule could judge the text'],
  ])('what an error of the text keeps from being judged is said: %#', async (files, what) => {
    const { code, out } = await surety(['check'], { cwd: folderWith(files) });
    expect(code).toBe(2);
    expect(out).toContain(`\nMore may be found once these errors are mended: ${what}\n`);
    expect((await surety(['check', '--quiet'], { cwd: folderWith(files) })).out).not.toContain('More may be found');
  });

  test('nothing is said of more where the text was read whole', async () => {
    const { out } = await surety(['check'], { cwd: folderWith({ 'case.yaml': fatal }) });
    expect(out).not.toContain('More may be found');
  });

  test('--fail-on decides the exit code', async () => {
    const cwd = folderWith({ 'case.yaml': supported });
    const codes = await Promise.all(
      ['never', 'error', 'warning', 'info'].map(
        async (level) => (await surety(['check', '--fail-on', level], { cwd })).code,
      ),
    );
    expect(codes).toEqual([0, 0, 1, 1]);
  });

  test('a waiver silences a finding for --fail-on until its date, and is shown', async () => {
    const waiver = 'waivers:\n  - { rule: no-scope, because: One system only, by: Ada, until: 2026-12-31 }\n';
    const cwd = folderWith({ 'case.yaml': supported + waiver });
    const before = await surety(['check', '--fail-on', 'warning'], { cwd });
    expect(before.out).toContain(
      'no-scope The case does not say which system it is about [waived until 2026-12-31 by Ada]',
    );
    expect(before.out).toContain('1 waived in 1 file');
    expect(before.code).toBe(0);
    const after = await surety(['check', '--fail-on', 'warning', '--as-of', '2027-01-01'], { cwd });
    expect(after.out).not.toContain('[waived');
    expect(after.code).toBe(1);
  });

  test('related places are shown', async () => {
    const cwd = folderWith({ 'case.yaml': supported, 'more.yaml': 'case: { id: tiny, title: Another }\n' });
    const { code, out } = await surety(['check'], { cwd });
    expect(code).toBe(2);
    expect(out).toContain('more.yaml:1:9 error defined-twice');
    expect(out).toContain('    see: case.yaml:2:');
  });

  test('a file that the text names is read too, up to the root', async () => {
    const extending = `${supported}policy: { extends: ../../policy.yaml }\n`;
    const files = { 'cases/a/case.yaml': extending, 'policy.yaml': 'policy: { inference: listd }\n' };
    const inRoot = await surety(['check', 'cases/a'], { cwd: folderWith({ ...files, '.git/HEAD': '' }) });
    expect(inRoot.out).toMatch(/^policy\.yaml:1:\d+ error not-one-of /m);
    const outside = await surety(['check', 'cases/a'], { cwd: folderWith(files) });
    expect(outside.out).toMatch(/^cases\/a\/case\.yaml:\d+:\d+ error file-outside-root /);
  });

  test('-q prints findings only', async () => {
    const cwd = folderWith({ 'case.yaml': unreadable });
    expect((await surety(['check', '-q'], { cwd })).out).not.toContain('in 1 file');
  });

  test.each([
    ['nothing there', {}, 'nowhere', 'surety: nowhere: there is no such file or folder\n'],
    ['an empty folder', { 'a/.keep': '' }, 'a', 'surety: a: the folder holds no case text (expected case.yaml)\n'],
  ])('%s cannot be used', async (_name, files, path, err) => {
    const cwd = folderWith(files);
    expect(await surety(['check', path], { cwd })).toEqual({ code: 2, out: '', err });
  });

  test('a damaged lock file cannot be used', async () => {
    const cwd = folderWith({ 'case.yaml': supported, 'surety.lock': '{' });
    const { code, out, err } = await surety(['assess'], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^surety: surety\.lock:1:/m);
  });

  test('texts cannot make the terminal do anything', async () => {
    const evil = supported.replace('supportedBy: [G2]', 'supportedBy: [G2]\n    "evil\\e[2Jkey\\u202e": 1');
    const cwd = folderWith({ 'case.yaml': evil.replace('A tiny case', '"A \\e[31mtiny\\u009b case"') });
    for (const argv of [['check'], ['assess'], ['outline']]) {
      const { out, err } = await surety(argv, { cwd });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
      expect(out + err).not.toMatch(/[\u001b\u009b\u202e]/);
    }
  });

  test('progress goes to stderr of a terminal only, and is wiped', async () => {
    const cwd = folderWith({ 'case.yaml': supported });
    expect((await surety(['check'], { cwd })).err).toBe('');
    const { out, err } = await surety(['check'], { cwd, tty: true });
    expect(err).toContain('Reading the case …');
    expect(err.endsWith('\r\u001b[2K')).toBe(true);
    expect(out).not.toContain('…');
    expect((await surety(['check', '-q'], { cwd, tty: true })).err).toBe('');
  });
});

describe('a folder above several cases', () => {
  const other = cases.supported.replace('id: tiny', 'id: other');
  test.each([['check'], ['assess'], ['evidence', 'lock']])('%s %s says so, and nothing else', async (...argv) => {
    const cwd = folderWith({ 'a/case.yaml': cases.supported, 'b/case.yaml': other });
    expect(await surety([...argv], { cwd })).toEqual({
      code: 2,
      out: '',
      err: 'surety: this folder holds several cases (a/case.yaml, b/case.yaml): name one\n',
    });
    expect((await surety(['check', 'a'], { cwd })).code).not.toBe(2);
  });

  test('one case that says twice what it is stays a case with that error', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported, 'more.yaml': 'case: { id: other, title: Another }\n' });
    expect((await surety(['check'], { cwd })).out).toContain(' error defined-twice ');
    const block = other.replace(
      'case: { id: other, title: A tiny case, status: draft }',
      'case:\n  title: B\n  id: "other"',
    );
    const { err } = await surety(['check'], { cwd: folderWith({ 'a/case.yaml': cases.supported, 'b/x.yaml': block }) });
    expect(err).toContain('(a/case.yaml, b/x.yaml)');
  });
});

describe('check --fix', () => {
  const comma = 'text: No record leaks, ever, in the window';
  const broken = cases.supported.replace(/^( {2}C1: ).*$/m, `$1{ ${comma} }`);

  test('puts quotes where a comma cut a text, and nothing else', async () => {
    const cwd = folderWith({
      'case.yaml': `${broken}system:\n  coder: { kind: model, model: { name: Coder, version: 3 } } # kept\n`,
    });
    const before = readFileSync(join(cwd, 'case.yaml'), 'utf8');
    const told = await surety(['check'], { cwd });
    expect(told.code).toBe(2);
    expect(told.err).toBe('surety check --fix puts the missing quotes where they belong\n');
    const fixed = await surety(['check', '--fix'], { cwd });
    expect(fixed).toMatchObject({ code: 0, err: 'Put quotes around 2 texts\n' });
    expect(readFileSync(join(cwd, 'case.yaml'), 'utf8')).toBe(
      before.replace(comma, 'text: "No record leaks, ever, in the window"').replace('version: 3', 'version: "3"'),
    );
    expect((await surety(['check', '--fix'], { cwd })).err).toBe('');
  });

  test('leaves a name that may be a slip to the writer', async () => {
    const slip = cases.supported.replace('supportedBy:', 'suportedBy:');
    const cwd = folderWith({ 'case.yaml': slip });
    expect((await surety(['check', '--fix'], { cwd })).out).toContain('Did you mean `supportedBy`?');
    expect(readFileSync(join(cwd, 'case.yaml'), 'utf8')).toBe(slip);
  });
});

test('help says what the exit codes of check mean', async () => {
  const { out } = await surety(['check', '--help']);
  expect(out).toContain(
    'Exit codes:\n  0  no finding at or above --fail-on (default: error)\n  1  such a finding\n  2  the text cannot be used\n',
  );
});
