import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, surety } from '../run.testing.js';

const text = `surety: 1
case: { id: tiny, title: A tiny case } # mine
decision: { question: "Deploy?", window: { from: 2026-12-01, to: 2027-02-28 }, exposure: { tasks: 10 } }
outcomes: { leak: { text: A record leaks, claim: G1 } }
system:
  coder: { kind: model }
  watchdog: { kind: model, watches: [coder] }
argument:
  G1:
    text: No record leaks
    undeveloped: true   # so far
`;
const about = ['--subsystem', 'coder', '--outcome', 'leak'];
const read = (cwd: string) => readFileSync(join(cwd, 'case.yaml'), 'utf8');

describe('add and remove', () => {
  test('a block goes into the text and out again, and nothing else changes', async () => {
    const cwd = folderWith({ 'case.yaml': text });
    const dry = await surety(['add', 'monitoring', ...about, '--with', 'budget=2 %', '-n'], { cwd });
    expect(dry.code).toBe(0);
    expect(dry.out).toMatch(/^case\.yaml\n@@ line 9\n/);
    expect(dry.out).toContain('-    undeveloped: true   # so far\n+    supportedBy: [G-monitoring]   # so far\n');
    expect(dry.err).toBe('1 file would change; nothing was written\n');
    expect(read(cwd)).toBe(text);
    const added = await surety(['add', 'monitoring', ...about, '--with', 'budget=2 %'], { cwd });
    expect(added).toMatchObject({ code: 0, out: 'Added G-monitoring below G1 in case.yaml\n' });
    expect(added.err).toContain('Holes to fill in: G-monitoring-redteam,');
    expect((await surety(['check'], { cwd })).code).toBe(0);
    const removed = await surety(['remove', 'G-monitoring'], { cwd });
    expect(removed.code).toBe(0);
    expect(removed.out).toContain('Removed G-monitoring, S-monitoring,');
    expect(read(cwd)).toBe(text);
  });

  test.each([
    [['add', 'monitorin', ...about], 'there is no building block “monitorin”', 'Did you mean monitoring?'],
    [['add', 'monitoring', '--subsystem', 'codr', '--outcome', 'leak'], 'there is no subsystem “codr”', 'coder'],
    [['add', 'monitoring', ...about, '--with', 'budgt=1'], 'no parameter of monitoring “budgt”', 'budget'],
    [['remove', 'G1'], 'G1 is the claim of outcome leak', 'Change that first.'],
    [['remove', 'watchdog'], 'watchdog is a subsystem, and only elements', 'Take its entry out of the text'],
    [['explain', 'coder'], 'coder is a subsystem, not an element of the argument', ''],
    [['remove', 'G7'], 'there is no element “G7”', 'Did you mean G1?'],
  ])('%j is refused', async (argv, reason, hint) => {
    const cwd = folderWith({ 'case.yaml': text });
    const { code, out, err } = await surety(argv, { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(reason);
    expect(err).toContain(hint);
    expect(read(cwd)).toBe(text);
  });

  test('a block of one’s own, with labels that say so', async () => {
    const own = `surety-catalogue: 1
blocks:
  monitoring: { strength: { value: weak, because: Our red team got through } }
  drills:
    { title: Drills, category: control, idea: It was practised, practicality: highly practical, strength: weak,
      scalability: not scalable, needsResearch: false, role: supporting, claim: "{system} is stopped before {outcome}",
      strategy: Argument by drills, subclaims: { done: { text: Drills were done } } }
`;
    const cwd = folderWith({
      'case.yaml': text.replace('title: A tiny case', 'title: A tiny case, catalogue: ours.yaml'),
      'ours.yaml': own,
    });
    const shown = await surety(['catalogue', 'monitoring', '--case', '.'], { cwd });
    expect(shown.out).toMatch(/weak\. Our red team got through\s+\(own file: ours\.yaml\)/);
    expect((await surety(['catalogue', '--case', '.'], { cwd })).out).toContain('◆ own file');
    const added = await surety(['add', 'drills', ...about], { cwd });
    expect(added.out).toBe('Added G-drills below G1 in case.yaml\n');
    // The rules know its role: it may support other arguments, and here it stands alone.
    const checked = await surety(['check'], { cwd });
    expect(checked.out).toContain('supporting-block-alone');
    expect(readFileSync(join(cwd, 'ours.yaml'), 'utf8')).toBe(own);
    expect((await surety(['catalogue', 'drill', '--case', '.'], { cwd })).err).toContain('Did you mean drills?');
  });

  test('a catalogue that cannot be read is reported with its place', async () => {
    const cwd = folderWith({
      'case.yaml': text.replace('title: A tiny case', 'title: A tiny case, catalogue: ours.yaml'),
      'ours.yaml': 'surety-catalogue: 1\nblocks: { monitoring: { strenght: weak } }\n',
    });
    const { code, err } = await surety(['catalogue', '--case', '.'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('ours.yaml:2:25');
    expect(err).toContain('Did you mean `strength`?');
  });

  test.each(['blocks', 'categories', 'collective'])(
    'the figure %s is written, the same bytes every time',
    async (name) => {
      const cwd = folderWith({ 'case.yaml': text });
      const argv = ['catalogue', '--figure', name, '--case', '.', '--as-of', '2026-11-23', '-o'];
      expect(await surety([...argv, 'a.svg'], { cwd })).toMatchObject({ code: 0, out: '', err: 'Wrote a.svg\n' });
      const printed = await surety([...argv, '-'], { cwd });
      expect(printed.out).toBe(readFileSync(join(cwd, 'a.svg'), 'utf8'));
      expect(printed.out).toMatch(/^<svg .*<title/s);
      const { code, err } = await surety([...argv, 'a.png'], { cwd });
      expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('ends in .svg') });
    },
  );

  test('a file without a figure is not passed over', async () => {
    const { code, err } = await surety(['catalogue', '-o', 'a.svg']);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('a file is for a figure') });
  });

  test('the pattern of a block is a text that the language reads', async () => {
    const { out } = await surety(['catalogue', 'testbeds', '--pattern']);
    const cwd = folderWith({ 'case.yaml': `${text}${out}` });
    const { code, out: found } = await surety(['check'], { cwd });
    expect(code).toBe(0);
    expect(found).toContain('unused-pattern');
  });

  test('a case whose text has errors is not touched', async () => {
    const cwd = folderWith({ 'case.yaml': text.replace('kind: model }', 'kind: modl }') });
    const { code, err } = await surety(['add', 'monitoring', ...about], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('case.yaml:6:');
  });
});
