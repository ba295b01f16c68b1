import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';

describe('steps', () => {
  test('shows the path, what is missing, and what to write where', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const { code, out } = await surety(['steps'], { cwd });
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe('1 ● ── 2 ◐ ── 3 ○ ── 4 ○ ── 5 ○ ── 6 ○');
    expect(out).toContain(`○ Step 3: Justify deployment assumptions
  nothing is said: 1 info
  - info The case names no deployment assumption case.yaml:2
  Next: Add an \`assumptions\` section: what must be true of the setting, each with an owner.
    case.yaml:2
    after line 20 of case.yaml
      assumptions:
        A1:
          text: The weights are secure from human actors in the window
          owner: …
`);
  });

  test('shows one step in full, with what the paper asks and where that is from', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const { out } = await surety(['steps', '--step', '4', '--fail-on', 'warning'], { cwd });
    expect(out).toContain('  ? Part the macrosystem into subsystems that can be looked at one by one');
    expect(out).toContain('(from the paper: Clymer et al. 2024,');
    expect(out).toContain('(reconstruction: from memory)');
    expect(out).not.toContain('Step 3');
  });

  test.each([
    ['error', 0],
    ['warning', 1],
    ['never', 0],
  ])('--fail-on %s gives exit code %i', async (failOn, code) => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    expect((await surety(['steps', '--fail-on', failOn], { cwd })).code).toBe(code);
  });

  test('a text with errors, and a step that there is none of', async () => {
    const cwd = folderWith({ 'case.yaml': cases.unreadable });
    expect(await surety(['steps'], { cwd })).toMatchObject({ code: 2, out: '' });
    expect(await surety(['steps', '--step', '7'], { cwd })).toMatchObject({ code: 2, out: '' });
  });
});

const matrix = `surety: 1
case: { id: tiny, title: A tiny case }
outcomes:
  leak: { text: A record leaks, claim: G1 }
system:
  agent: { kind: model }
  desk: { kind: humans }
argument:
  G1: { text: No record leaks, supportedBy: [G2] }
  G2: { text: The agent leaks nothing, subsystem: agent, outcome: leak, undeveloped: true }
interactions:
  - { kind: collusion, outcome: leak, dismissed: There is one agent }
`;

describe('coverage', () => {
  test('is a table, with the reasons of what is dismissed below it', async () => {
    const cwd = folderWith({ 'case.yaml': matrix });
    expect(await surety(['coverage'], { cwd })).toEqual({
      code: 1,
      err: '',
      out: `Can the subsystem bring the outcome about by itself?
subsystem  leak
agent      G2
desk       HOLE

Can subsystems bring it about together?
kind of interaction  leak
collusion            dismissed
correlated failure   HOLE
cascade              HOLE
monitor subversion   HOLE
human manipulation   HOLE
collective strategy  HOLE

Dismissed because
  - collusion: There is one agent (leak)

8 questions: 1 argued, 1 dismissed, 6 open.
`,
    });
  });

  test('knows no outcome of another name, and says so where there is none at all', async () => {
    const cwd = folderWith({ 'case.yaml': matrix });
    const { code, err } = await surety(['coverage', '--outcome', 'leek'], { cwd });
    expect({ code, err }).toEqual({ code: 2, err: 'surety: there is no outcome “leek”\n  Did you mean leak?\n' });
    const empty = folderWith({ 'case.yaml': 'surety: 1\ncase: { id: a, title: A }\n' });
    expect(await surety(['coverage'], { cwd: empty })).toMatchObject({ code: 2, out: '' });
  });
});

describe('fmea', () => {
  const rows =
    'subsystem,mode,cause,effect,outcome,detection,arguedBy\r\nagent,"Reads, then tells",\'=1+1,,leak,,G2\r\n';

  test('goes from a table into the case, and out again, byte by byte', async () => {
    const cwd = folderWith({ 'case.yaml': matrix, 'rows.csv': rows });
    const dry = await surety(['fmea', 'import', 'rows.csv', '--dry-run'], { cwd });
    expect(dry.out).toBe('1 row (0 before): case.yaml would change; nothing was written\n');
    expect(readFileSync(join(cwd, 'case.yaml'), 'utf8')).toBe(matrix);
    const done = await surety(['fmea', 'import', 'rows.csv'], { cwd });
    expect(done).toEqual({ code: 0, err: '', out: '1 row (0 before): case.yaml changed\n' });
    expect(readFileSync(join(cwd, 'case.yaml'), 'utf8').startsWith(matrix)).toBe(true);
    expect((await surety(['fmea', 'export'], { cwd })).out).toBe(rows);
    expect((await surety(['fmea', 'import', 'rows.csv'], { cwd })).out).toBe('1 row (1 before): nothing changes\n');
    expect((await surety(['fmea', 'show'], { cwd })).out).toBe(
      '1. agent: Reads, then tells\n   why: =1+1\n   outcome: leak\n   argued by: G2\n',
    );
  });

  test.each([
    ['agent,A,,,leek,,\n', "rows.csv:2:11 error csv-name There is no outcome 'leek'\n    hint: Did you mean `leak`?"],
    ['agent,"A\n', 'rows.csv:2:7 error csv-quote A quote is opened and not closed'],
  ])('a wrong table is told with its place, and changes nothing', async (body, message) => {
    const cwd = folderWith({ 'case.yaml': matrix, 'rows.csv': `${rows.split('\r\n')[0]}\n${body}` });
    const { code, err } = await surety(['fmea', 'import', 'rows.csv'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(readFileSync(join(cwd, 'case.yaml'), 'utf8')).toBe(matrix);
  });

  test('a table that is not there, or not UTF-8', async () => {
    const cwd = folderWith({ 'case.yaml': matrix });
    expect((await surety(['fmea', 'import', 'rows.csv'], { cwd })).err).toContain('rows.csv: cannot be read (ENOENT)');
    writeFileSync(join(cwd, 'rows.csv'), Buffer.from([0x73, 0xe4]));
    expect((await surety(['fmea', 'import', 'rows.csv'], { cwd })).err).toContain('rows.csv: is not UTF-8');
  });
});

describe('conditions', () => {
  const text = cases.supported
    .replace('case: {', 'policy: { inference: listed }\ncase: {')
    .replace('G2: { text: Sessions keep nothing,', 'G2: { text: Sessions keep nothing, holdsUntil: { tasks: 100 },');

  test('are told by date, by growth and by what is seen; the exit code says whether one has come about', async () => {
    const cwd = folderWith({ 'case.yaml': text });
    expect(await surety(['conditions'], { cwd })).toEqual({
      code: 0,
      err: '',
      out: `By date
  - 2026-12-01 The deployment window begins.
  - 2027-02-28 The deployment window ends: after this day the case claims nothing.

By growth
  - G2 holds up to tasks 100 (now 100): Sessions keep nothing

By what is seen
  No indicator is stated.
`,
    });
    const later = await surety(['conditions', '--as-of', '2027-03-01'], { cwd });
    expect(later.code).toBe(1);
    expect(later.out).toContain('  ✗ 2027-02-28 The deployment window ended');
    const grown = folderWith({ 'case.yaml': text.replace('tasks: 100 }\n', 'tasks: 101 }\n') });
    const { code, out } = await surety(['conditions'], { cwd: grown });
    expect(code).toBe(1);
    expect(out).toContain('  ✗ G2 holds up to tasks 100 (now 101; it counts as failed)');
  });
});

describe('challenges', () => {
  test('are told with what they move, and without numbers where nothing can be computed', async () => {
    const cwd = folderWith({ 'case.yaml': cases.legs });
    const { code, out } = await surety(['challenges'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain(
      'open D1 against G2: Scaffolds improved\n    raised by nobody who is named, no date\n    no answer\n',
    );
    expect(out).toContain('right with probability 0.1\n');
    const blocked = folderWith({ 'case.yaml': cases.legs.replace('blocking: false, ', '') });
    expect(await surety(['challenges', '--status', 'open'], { cwd: blocked })).toMatchObject({
      code: 1,
      out: expect.stringContaining('OPEN, blocks D1'),
    });
    expect((await surety(['challenges', '--status', 'accepted'], { cwd })).out).toBe('No challenge is recorded.\n');
    const fatal = folderWith({ 'case.yaml': cases.legs.replace('[G2, G3]', '[G2, G9]') });
    const { err } = await surety(['challenges'], { cwd: fatal });
    expect(err).toBe('No doubts are shown: surety assess says why.\n');
  });
});

describe('the policy file of an organisation', () => {
  const text = cases.supported.replace(
    'decision:',
    'policy: { extends: ../../ours/policy.yaml, inference: listed }\ndecision:',
  );
  const at = (policy: string) => {
    const files = { '.git/HEAD': '', 'cases/one/case.yaml': text, 'ours/policy.yaml': policy };
    return join(folderWith(files), 'cases/one');
  };

  test('holds against a case that is laxer, with both places', async () => {
    const cwd = at('policy:\n  inference: required\n  severities: { grave: { probability: 1e-3, per: window } }\n');
    const { code, out } = await surety(['check'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain(
      'case.yaml:3:55 error policy-relaxed The policy says `inference: listed`, and the one that it builds on says `inference: required`, which holds',
    );
    expect(out).toContain('see: ../../ours/policy.yaml:2:14 What holds');
    expect(out).toContain('error policy-severity Outcome leak has no severity; expected one of grave');
    expect((await surety(['assess', '--quiet'], { cwd })).code).toBe(1);
  });

  test('is told what is wrong with it at its own place', async () => {
    const { code, out } = await surety(['check'], { cwd: at('policy:\n  severites: {}\n') });
    expect(code).toBe(2);
    expect(out).toContain('../../ours/policy.yaml:2:3 error unknown-key');
    expect(out).toContain('`severities`');
  });

  test('may not lie outside the root, and must be there', async () => {
    const outside = folderWith({ '.git/HEAD': '', 'case.yaml': text });
    expect((await surety(['check'], { cwd: outside })).out).toContain('error file-outside-root');
    const missing = folderWith({ '.git/HEAD': '', 'cases/one/case.yaml': text });
    expect((await surety(['check'], { cwd: `${missing}/cases/one` })).out).toContain('error file-missing');
  });
});
