import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';

describe('format', () => {
  test('--check, --stdout and writing agree', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const file = join(cwd, 'case.yaml');
    expect((await surety(['format', 'case.yaml', '--check'], { cwd })).code).toBe(1);
    const printed = await surety(['format', 'case.yaml', '--stdout'], { cwd });
    expect(printed.code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(cases.supported);
    const written = await surety(['format', 'case.yaml'], { cwd });
    expect(written).toEqual({ code: 0, out: 'case.yaml\n', err: '1 file, 1 formatted\n' });
    expect(readFileSync(file, 'utf8')).toBe(printed.out);
    expect(await surety(['format', '--check', 'case.yaml'], { cwd })).toEqual({
      code: 0,
      out: '',
      err: '1 file, 0 not formatted\n',
    });
  });

  test('a folder stands for every file of the case in it', async () => {
    const cwd = folderWith({
      'a/case.yaml': cases.supported,
      'a/more/part.yml': 'surety:   1\n',
      'a/notes.txt': 'a:   b',
    });
    const { code, out } = await surety(['format', 'a'], { cwd });
    expect({ code, out }).toEqual({ code: 0, out: 'a/case.yaml\na/more/part.yml\n' });
    expect((await surety(['format', '--check', '.'], { cwd: join(cwd, 'a') })).code).toBe(0);
    expect(await surety(['format', 'a', '--stdout'], { cwd })).toMatchObject({ code: 2, out: '' });
    const none = await surety(['format', 'empty'], { cwd: folderWith({ 'empty/notes.txt': '' }) });
    expect({ code: none.code, err: none.err }).toEqual({
      code: 2,
      err: expect.stringContaining('the folder holds no case text'),
    });
  });

  test('what is not YAML stays as it is; other files are still formatted', async () => {
    const cwd = folderWith({ 'a.yaml': 'a: [', 'b.yaml': cases.supported });
    const { code, err } = await surety(['format', 'a.yaml', 'b.yaml', 'missing.yaml'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('surety: a.yaml: ');
    expect(err).toContain('surety: missing.yaml: it cannot be read (ENOENT)');
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe('a: [');
    expect(readFileSync(join(cwd, 'b.yaml'), 'utf8')).not.toBe(cases.supported);
  });
});
