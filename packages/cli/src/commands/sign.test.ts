import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';

const { fatal, supported, unreadable } = cases;
/** No settings of git but those of the test. */
const env = {
  PATH: process.env.PATH ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  HOME: '/nonexistent',
};
const required = 'review:\n  required: [author, independent assessor]\n';

const signing = (cwd: string, ...argv: string[]) => surety(['sign', ...argv], { cwd, env });
const author = (cwd: string, ...argv: string[]) => signing(cwd, '--role', 'author', '--who', 'Mia', '--yes', ...argv);
const textOf = (cwd: string, file = 'case.yaml') => readFileSync(join(cwd, file), 'utf8');

describe('sign', () => {
  test('shows what is signed, writes the record, and leaves every other byte as it was', async () => {
    const cwd = folderWith({ 'case.yaml': supported + required });
    const { code, out, err } = await author(cwd, 'G1', '--statement', 'Read in full');
    expect(code).toBe(0);
    expect(err).toContain('G1, signed by Mia as author on 2026-11-23\n');
    expect(err).toContain('With all that it rests on: 4 elements, 0 pieces of evidence and 0 quantities\n');
    expect(err).toContain('  SUPPORTED leak: A record leaks\n');
    expect(err).toContain('Open findings: nothing found\n');
    expect(err).toContain('Every inference step in it was assessed\n');
    expect(err).toMatch(/Recorded in case\.yaml\n$/);
    const hash = /sha256:[0-9a-f]{64}/.exec(out)?.[0];
    expect(out).toBe(`role: author\nwho: Mia\ndate: 2026-11-23\nof: ${hash}\nelement: G1\nstatement: Read in full\n`);
    expect(textOf(cwd)).toBe(
      `${supported}${required}  signoffs:\n    - role: author\n      who: Mia\n      date: 2026-11-23\n      of: ${hash}\n      element: G1\n      statement: Read in full\n`,
    );
    expect((await surety(['check'], { cwd })).out).not.toContain('signoff');
  });

  test('of the whole case is of its content hash', async () => {
    const cwd = folderWith({ 'case.yaml': supported });
    const { out, err } = await author(cwd, '--json');
    const { record } = JSON.parse(out);
    const check = JSON.parse((await surety(['check', '--json'], { cwd })).out);
    expect(record).toEqual({ role: 'author', who: 'Mia', date: '2026-11-23', of: `sha256:${check.case.contentHash}` });
    expect(err).toContain('The whole case, signed by Mia as author');
    expect(textOf(cwd)).toContain(`${supported}review:\n  signoffs:\n    - role: author\n`);
  });

  test('shows the findings and the unassessed steps of what is signed, and no others', async () => {
    const text = supported
      .replace('    inference: { elicited: 1e-3, by: Ada, date: 2026-11-16, because: The claim is restated }\n', '')
      .replace('  C1: {', '  D1: { text: Old, challenges: Sn1, blocking: false }\n  C1: {');
    const cwd = folderWith({ 'case.yaml': text });
    const whole = (await author(cwd, '--dry-run')).err;
    expect(whole).toContain('warning challenge-open Challenge D1 to Sn1 is open');
    expect(whole).toContain('warning no-scope');
    expect(whole).toContain('Nobody assessed 1 inference step: G1');
    const part = (await author(cwd, 'G2', '--dry-run')).err;
    expect(part).toContain('warning challenge-open Challenge D1 to Sn1 is open');
    expect(part).not.toContain('no-scope');
    expect(part).toContain('Every inference step in it was assessed');
    expect(part).toContain('leak: A record leaks');
    expect((await author(cwd, 'C1', '--dry-run')).err).toContain('Open findings: nothing found');
  });

  test('asks on a terminal, and writes nothing without a yes', async () => {
    const cwd = folderWith({ 'case.yaml': supported });
    const asked: string[] = [];
    const answer = (text: string) =>
      surety(['sign', 'G1', '--role', 'author', '--who', 'Mia'], {
        cwd,
        env,
        tty: true,
        ask: (question) => {
          asked.push(question);
          return text;
        },
      });
    for (const no of ['', 'n', 'no', 'yesterday']) expect(await answer(no)).toMatchObject({ code: 1, out: '' });
    expect(asked).toEqual(Array(4).fill('Sign as author? [y/N] '));
    expect(textOf(cwd)).toBe(supported);
    expect((await answer(' Yes ')).code).toBe(0);
    expect(textOf(cwd)).toContain('signoffs:');
  });

  test('writes nothing over what changed while the question stood', async () => {
    const cwd = folderWith({ 'case.yaml': supported });
    const edited = `${supported}# meanwhile\n`;
    const ask = () => {
      writeFileSync(join(cwd, 'case.yaml'), edited);
      return 'yes';
    };
    const { code, out, err } = await surety(['sign', 'G1', '--role', 'author', '--who', 'Mia'], {
      ...{ cwd, env, ask },
      tty: true,
    });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('the text of the case changed meanwhile');
    expect(textOf(cwd)).toBe(edited);
  });

  test('refuses without a terminal and without --yes', async () => {
    const cwd = folderWith({ 'case.yaml': supported });
    const { code, out, err } = await signing(cwd, 'G1', '--role', 'author', '--who', 'Mia');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('nobody is here to be asked');
    expect(textOf(cwd)).toBe(supported);
  });

  test('--dry-run prints the splice and writes nothing', async () => {
    const cwd = folderWith({ 'case.yaml': supported });
    const { code, out, err } = await signing(cwd, 'G1', '--role', 'author', '--who', 'Mia', '--dry-run');
    expect(code).toBe(0);
    expect(out).toMatch(/^case\.yaml \d+-\d+: "review:\\n {2}signoffs:\\n {4}- role: author\\n.*element: G1.*"\n$/);
    expect(err).toMatch(/Nothing was written\n$/);
    expect(textOf(cwd)).toBe(supported);
  });

  test('again by the same person in the same role takes the place of the old record', async () => {
    const cwd = folderWith({ 'case.yaml': `${supported}review:\n  signoffs: []  # whoever signs\n` });
    await author(cwd, 'G1');
    await author(cwd, 'G2');
    const before = textOf(cwd);
    const changed = before.replace('900 clean pairs', '901 clean pairs');
    const again = folderWith({ 'case.yaml': changed });
    const { err } = await author(again, 'G1');
    expect(err).toContain('Replaced the earlier record in case.yaml');
    const [old, now] = [changed, textOf(again)].map((text) => text.match(/sha256:[0-9a-f]{64}/g));
    expect(now).toHaveLength(2);
    expect(now?.[0]).not.toBe(old?.[0]);
    expect(textOf(again).replace(now![0]!, old![0]!)).toBe(changed);
  });

  test('keeps line endings, the byte order mark, comments and the permissions of the file', async () => {
    const text = `\ufeff${`${supported}# the end\n`.replaceAll('\n', '\r\n')}`;
    const cwd = folderWith({ 'case.yaml': text });
    chmodSync(join(cwd, 'case.yaml'), 0o640);
    await author(cwd);
    const after = textOf(cwd);
    expect(after.startsWith(text.slice(0, -11))).toBe(true);
    expect(after).toContain('# the end');
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    expect(statSync(join(cwd, 'case.yaml')).mode & 0o777).toBe(0o640);
  });

  test('goes to the file of the folder that has the review, else to that of the case', async () => {
    const [head, argument] = [
      supported.slice(0, supported.indexOf('argument:')),
      supported.slice(supported.indexOf('argument:')),
    ];
    const files = { 'case.yaml': head, 'a-argument.yaml': argument };
    const plain = folderWith(files);
    await author(plain, 'G1');
    expect(textOf(plain)).toContain('signoffs:');
    expect(textOf(plain, 'a-argument.yaml')).toBe(argument);
    const withReview = folderWith({ ...files, 'z-review.yaml': required });
    await author(withReview, 'G1');
    expect(textOf(withReview, 'z-review.yaml')).toContain('signoffs:');
    expect(textOf(withReview)).toBe(head);
  });

  test('names an element of a module in full', async () => {
    const cwd = folderWith({
      'case.yaml': `${supported.slice(0, supported.indexOf('argument:')).replace('claim: G1', 'claim: G1@top')}${required}`,
      'top.yaml': `module: { name: top }\n${supported.slice(supported.indexOf('argument:'))}`,
    });
    const { code } = await author(cwd, 'G1@top');
    expect(code).toBe(0);
    expect(textOf(cwd)).toContain('element: G1@top');
    expect((await signing(cwd, '--list')).out).toMatch(/author +Mia +2026-11-23 +G1@top +current/);
  });

  test('names its element anew when that is renamed', async () => {
    const cwd = folderWith({ 'case.yaml': supported });
    await author(cwd, 'G2');
    expect((await surety(['rename', 'G2', 'G-isolated'], { cwd })).code).toBe(0);
    expect(textOf(cwd)).toContain('      element: G-isolated\n');
    expect((await signing(cwd, '--list')).out).toMatch(/author +Mia +2026-11-23 +G-isolated +stale/);
  });

  test('takes the name from git, and a statement from a file of the root', async () => {
    const cwd = folderWith({ 'case/case.yaml': supported, 'statements/mia.md': 'I read it.\n', '.git/keep': '' });
    execFileSync('git', ['init', '-q'], { cwd, env });
    execFileSync('git', ['config', 'user.name', 'Mia Holm'], { cwd, env });
    const { out } = await signing(
      cwd,
      '--case',
      'case',
      '--role',
      'author',
      '--statement',
      'statements/mia.md',
      '--yes',
      '--json',
    );
    expect(JSON.parse(out).record).toMatchObject({ who: 'Mia Holm', statement: '../statements/mia.md' });
    expect(textOf(cwd, 'case/case.yaml')).toContain('statement: ../statements/mia.md');
  });

  test.each([
    ['no role', ['G1', '--who', 'Mia', '--yes'], 'say in which role'],
    ['nobody', ['G1', '--role', 'author', '--yes'], 'say who signs: --who NAME'],
    ['an element that is not there', ['G11', '--role', 'author', '--who', 'Mia', '--yes'], 'Did you mean G1?'],
    ['a day to come', ['--role', 'author', '--who', 'Mia', '--yes', '--date', '2026-11-24'], 'still to come'],
    [
      'a statement outside the root',
      ['--role', 'author', '--who', 'Mia', '--yes', '--statement', '/etc/passwd'],
      'leaves the root',
    ],
    ['an element in a list', ['G1', '--list'], 'take no element and no role'],
  ])('%s is refused', async (_name, argv, message) => {
    const cwd = folderWith({ 'case.yaml': supported });
    const { code, out, err } = await signing(cwd, ...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(textOf(cwd)).toBe(supported);
  });

  test.each([
    ['whose text has errors', unreadable],
    ['whose argument has no meaning', fatal],
  ])('a case %s cannot be signed', async (_name, text) => {
    const cwd = folderWith({ 'case.yaml': text });
    expect(await author(cwd)).toMatchObject({ code: 2, out: '' });
    expect(textOf(cwd)).toBe(text);
  });
});

describe('an assessor', () => {
  const assessor = (cwd: string, who: string, ...argv: string[]) =>
    signing(cwd, ...argv, '--role', 'independent assessor', '--who', who, '--yes');

  test('who had a hand in it is refused', async () => {
    const cwd = folderWith({ 'case.yaml': supported });
    await author(cwd);
    const before = textOf(cwd);
    for (const [who, why] of [
      ['mia', 'mia signed as author'],
      ['Ada', 'Ada assessed the inference step of G1'],
      ['Ben', 'Ben assessed the inference step of G2 and stated the doubt of Sn1'],
    ] as const) {
      const { code, err } = await assessor(cwd, who);
      expect(code).toBe(2);
      expect(err).toContain(`${who} cannot sign as independent assessor what they had a hand in: ${why}`);
    }
    expect(textOf(cwd)).toBe(before);
    expect((await assessor(cwd, 'Ada', 'G2')).code).toBe(0);
    expect((await assessor(cwd, 'Zoe')).code).toBe(0);
  });

  test('cannot become the author afterwards', async () => {
    const cwd = folderWith({ 'case.yaml': supported });
    await assessor(cwd, 'Zoe');
    const { code, err } = await signing(cwd, '--role', 'author', '--who', 'Zoe', '--yes');
    expect(code).toBe(2);
    expect(err).toContain('Zoe cannot sign as independent assessor what they had a hand in: Zoe signed as author');
  });
});

describe('--list and --verify', () => {
  test('a case without sign-offs', async () => {
    const cwd = folderWith({ 'case.yaml': supported });
    expect(await signing(cwd, '--list')).toMatchObject({
      code: 0,
      out: 'Nobody has signed.\n\nNo sign-off is required.\n',
    });
    expect(await signing(cwd, '--verify')).toMatchObject({ code: 0, out: 'No sign-off is required.\n' });
  });

  test('say who has signed what, and who has still to sign', async () => {
    const cwd = folderWith({ 'case.yaml': supported + required });
    await author(cwd, 'G1');
    expect(await signing(cwd, '--verify')).toMatchObject({
      code: 1,
      out: 'independent assessor for leak: missing; has to sign the case or G1\n',
    });
    await signing(cwd, '--role', 'independent assessor', '--who', 'Zoe', '--yes');
    expect(await signing(cwd, '--verify')).toMatchObject({
      code: 0,
      out: 'Every required sign-off is there: 2 sign-offs.\n',
    });
    const { out } = await signing(cwd, '--list');
    expect(out).toMatch(/^role +who +date +of +state\n/);
    expect(out).toMatch(/\nauthor +Mia +2026-11-23 +G1 +current +case\.yaml:\d+:\d+\n/);
    expect(out).toMatch(/\nindependent assessor +Zoe +2026-11-23 +the case +current/);
  });

  test('an element of a module is recorded by its full id, and stays current', async () => {
    const cwd = folderWith({
      'case.yaml': supported,
      'engine.yaml':
        'module: { name: engine }\nargument:\n  G70: { text: The engine holds, doubt: 0.25, public: true }\n',
    });
    expect((await signing(cwd, 'G70', '--role', 'author', '--who', 'Dora', '--yes')).code).toBe(0);
    expect(textOf(cwd)).toContain('G70@engine');
    expect((await signing(cwd, '--list')).out).toMatch(/author +Dora +2026-11-23 +G70@engine +current/);
  });

  test('a stale sign-off fails --verify though none is required, until it is given anew', async () => {
    const cwd = folderWith({ 'case.yaml': supported });
    await author(cwd, 'G1');
    expect(await signing(cwd, '--verify')).toMatchObject({ code: 0, out: 'No sign-off is required.\n' });
    const changed = folderWith({ 'case.yaml': textOf(cwd).replace('What a record is', 'What a record may be') });
    const { code, out } = await signing(changed, '--verify');
    expect(code).toBe(1);
    expect(out).toMatch(
      /^author: Mia signed G1, stale: it has changed since \(case\.yaml:\d+:\d+\)\nNo sign-off is required\.\n$/,
    );
    await signing(changed, 'G1', '--role', 'author', '--who', 'Dora', '--yes');
    expect(await signing(changed, '--verify')).toMatchObject({ code: 0, out: 'No sign-off is required.\n' });
  });

  test('a change makes stale what was signed', async () => {
    const cwd = folderWith({ 'case.yaml': supported + required });
    await author(cwd, 'G1');
    await signing(cwd, 'G2', '--role', 'author', '--who', 'Dora', '--yes');
    const changed = folderWith({ 'case.yaml': textOf(cwd).replace('What a record is', 'What a record may be') });
    const { out } = await signing(changed, '--list');
    expect(out).toMatch(/author +Mia +2026-11-23 +G1 +stale: it has changed since/);
    expect(out).toMatch(/author +Dora +2026-11-23 +G2 +current/);
    expect(out).toContain('author for leak: stale: Mia signed an earlier content; has to sign the case or G1\n');
    const data = JSON.parse((await signing(changed, '--verify', '--json')).out);
    expect(data).toMatchObject({
      complete: false,
      required: [
        { role: 'author', outcome: 'leak', claim: 'G1', state: 'stale', by: [0] },
        { role: 'independent assessor', state: 'missing', by: [] },
      ],
      signoffs: [
        { record: { who: 'Mia' }, state: 'stale', counts: false, now: expect.stringMatching(/^sha256:/) },
        { record: { who: 'Dora' }, state: 'current', counts: true },
      ],
    });
  });

  test('of an unreadable text is refused', async () => {
    const cwd = folderWith({ 'case.yaml': unreadable });
    expect(await signing(cwd, '--list')).toMatchObject({ code: 2, out: '' });
  });
});
