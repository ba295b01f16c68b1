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
