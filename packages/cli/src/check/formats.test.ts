import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';

const { fatal, supported } = cases;

describe('--output and --format', () => {
  test.each(['text', 'json', 'sarif', 'github', 'junit'])('%s goes to the file', async (format) => {
    const cwd = folderWith({ 'case.yaml': fatal });
    const shown = await surety(['check', '--format', format], { cwd });
    const { code, out, err } = await surety(['check', '--format', format, '-o', 'found.txt'], { cwd, tty: true });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('Wrote found.txt');
    expect(readFileSync(join(cwd, 'found.txt'), 'utf8')).toBe(shown.out);
    expect(shown.out.endsWith('\n')).toBe(true);
  });

  test('json is what --json prints, and the two are not mixed', async () => {
    const cwd = folderWith({ 'case.yaml': fatal });
    expect((await surety(['check', '--format', 'json'], { cwd })).out).toBe(
      (await surety(['check', '--json'], { cwd })).out,
    );
    expect((await surety(['check', '--json', '--format', 'sarif'], { cwd })).code).toBe(2);
    expect((await surety(['check', '--format', 'xml'], { cwd })).code).toBe(2);
  });

  test.each(['sarif', 'github', 'junit'])('%s is not watched', async (format) => {
    const { code, err } = await surety(['check', '--watch', '--format', format], {
      cwd: folderWith({ 'case.yaml': fatal }),
    });
    expect(code).toBe(2);
    expect(err).toContain('--watch goes with text and json');
  });

  test('a file that cannot be written is said', async () => {
    const cwd = folderWith({ 'case.yaml': supported });
    expect(await surety(['check', '-o', 'no/such/folder.txt'], { cwd })).toMatchObject({ code: 2, out: '' });
  });

  test.each(['sarif', 'github', 'junit'])('where there is no case, %s says nothing', async (format) => {
    const cwd = folderWith({ 'a/.keep': '' });
    expect(await surety(['check', 'a', '--format', format], { cwd })).toMatchObject({ code: 2, out: '' });
  });
});
