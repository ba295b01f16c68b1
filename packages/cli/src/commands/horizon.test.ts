import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';

/** The doubt of Sn1 rises with the tasks, and G2 holds up to 5,000 of them. */
const limited = cases.supported
  .replace('tasks: 100', 'tasks: 1000')
  .replace('supportedBy: [Sn1]', 'supportedBy: [Sn1], holdsUntil: { tasks: 5000 }');

describe('horizon', () => {
  test('tells where the verdict turns, why, and draws a chart', async () => {
    const cwd = folderWith({ 'case.yaml': limited });
    const { code, out } = await surety(['horizon', '--over', 'tasks', '--to', '20000'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('Verdicts over tasks in the window, 10 to 20,000 (today: 1,000)\n');
    expect(out).toContain(
      '  supported up to 5,000, not supported above\n    - G2 holds up to 5,000 (tasks in the window), not above\n',
    );
    expect(out).toMatch(/verdict \|\++x+\n/);
  });

  test('draws a picture, in the colours that are asked for', async () => {
    const cwd = folderWith({ 'case.yaml': limited });
    const { err } = await surety(['horizon', '--over', 'tasks', '-o', 'h.svg', '--theme', 'dark', '--no-font'], {
      cwd,
    });
    expect(err).toBe('Wrote h.svg\n');
    const svg = readFileSync(join(cwd, 'h.svg'), 'utf8');
    expect(svg).toContain('class="surety dark"');
    expect(svg).toContain('>supported up to 5,000</text>');
    const piped = await surety(['horizon', '--over', 'tasks', '-o', '-', '--theme', 'dark', '--no-font'], { cwd });
    expect(piped.out).toBe(svg);
  });

  test('without an axis goes along all, and names those that the case does not consider', async () => {
    const cwd = folderWith({ 'case.yaml': limited });
    const { code, out } = await surety(['horizon'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('Verdicts over tasks in the window');
    expect(out).toContain('supported up to 5,000, not supported above');
    expect(out).toContain('- The case states no value of ');
    expect(out).not.toContain('Verdicts over instances');
    const json = await surety(['horizon', '--json'], { cwd });
    expect(json.code).toBe(2);
    expect(json.err).toContain('--json needs to know the axis');
    expect(json.err).toContain('Say --over capability, instances, tasks or window.');
  });

  test.each([
    [['--over', 'instances'], 'the case states no value of instances'],
    [['--over', 'capability', '--subsystem', 'codr'], 'there is no subsystem codr'],
    [['--over', 'tasks', '--from', '9', '--to', '3'], 'a range of tasks from 9 to 3 cannot be looked at'],
    [['--over', 'tasks', '--outcome', 'leek'], 'there is no outcome “leek”'],
    [['--over', 'tasks', '-o', 'h.png'], 'h.png: a picture ends in .svg'],
  ])('%j cannot be answered', async (argv, message) => {
    const cwd = folderWith({ 'case.yaml': limited });
    const { code, err } = await surety(['horizon', ...argv], { cwd });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('refuses an argument without meaning', async () => {
    const cwd = folderWith({ 'case.yaml': cases.fatal });
    expect((await surety(['horizon', '--over', 'tasks'], { cwd })).code).toBe(2);
  });
});
