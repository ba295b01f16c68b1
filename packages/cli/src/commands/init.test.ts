import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, surety } from '../run.testing.js';

describe('init', () => {
  test('writes the minimal example under a new name, which gets a verdict', async () => {
    const cwd = folderWith({});
    const { code, out, err } = await surety(['init', 'My agent', '--title', 'An agent: "draft" #1'], { cwd });
    expect({ code, out }).toEqual({ code: 0, out: 'Wrote My agent/case.yaml\n' });
    expect(err).toContain('surety assess "My agent"');
    const text = readFileSync(join(cwd, 'My agent/case.yaml'), 'utf8');
    expect(text).toContain('id: my-agent');
    const { code: verdict, out: assessed } = await surety(['assess', 'My agent'], { cwd });
    expect(verdict).toBe(0);
    expect(assessed).toMatch(/^An agent: "draft" #1\nmy-agent, draft/);
    expect((await surety(['check', 'My agent', '--fail-on', 'warning'], { cwd })).code).toBe(0);
  });

  test('a template is a sketch for a quarter from today, that passes check', async () => {
    const cwd = folderWith({});
    const { code, out, err } = await surety(['init', 'mine', '--template', 'scheming', '--title', 'Mine'], { cwd });
    expect({ code, out }).toEqual({ code: 0, out: 'Wrote mine/case.yaml\n' });
    expect(err).toContain('its first lines say which edit comes first');
    const text = readFileSync(join(cwd, 'mine/case.yaml'), 'utf8');
    expect(text).toMatch(/^# Mine|^# No catastrophe/);
    expect(text).toContain('id: mine');
    expect((await surety(['check', 'mine'], { cwd })).code).toBe(0);
    const assessed = await surety(['assess', 'mine'], { cwd });
    expect(assessed.code).toBe(1);
    expect(assessed.out).toContain('SKETCH');
  });

  test('an unknown template gets the nearest, and the list says where each comes from', async () => {
    const cwd = folderWith({});
    const { code, err } = await surety(['init', 'mine', '--template', 'schemin'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('Did you mean scheming?');
    expect(existsSync(join(cwd, 'mine'))).toBe(false);
    const { out } = await surety(['init', '--list'], { cwd });
    expect(out).toContain('arXiv 2411.03336');
    expect(out.match(/^\S+: /gm)).toHaveLength(11);
    expect(out.split(/\s+/).length).toBeLessThan(300);
  });

  test('the current folder, and an id of one’s own', async () => {
    const cwd = folderWith({});
    const { code, err } = await surety(['init', '--id', 'pilot'], { cwd });
    expect(code).toBe(0);
    expect(err).toContain('  surety check --watch ');
    expect(readFileSync(join(cwd, 'case.yaml'), 'utf8')).toContain('id: pilot');
  });

  test('never overwrites', async () => {
    const cwd = folderWith({ 'case.yaml': 'mine\n' });
    const { code, out, err } = await surety(['init'], { cwd });
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: 'surety: case.yaml is there already, and stays as it is\n',
    });
    expect(readFileSync(join(cwd, 'case.yaml'), 'utf8')).toBe('mine\n');
  });

  test('a folder that holds other YAML is not taken over', async () => {
    const cwd = folderWith({ 'compose.yml': 'services: {}\n' });
    const { code, err } = await surety(['init'], { cwd });
    expect({ code, err }).toEqual({
      code: 2,
      err: 'surety: compose.yml is in the way\n  All YAML files of a folder are one case: choose a folder of its own.\n',
    });
    expect(readdirSync(cwd)).toEqual(['compose.yml']);
  });

  test('an id that is none is refused, and nothing is written', async () => {
    const cwd = folderWith({});
    const { code, out } = await surety(['init', 'new', '--id', 'not an id!'], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(existsSync(join(cwd, 'new'))).toBe(false);
  });

  test('what it carries is the example of the manual', () => {
    const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
    expect(read('template/case.yaml'), 'cp examples/minimal/case.yaml packages/cli/template/').toBe(
      read('../../examples/minimal/case.yaml'),
    );
  });
});
