import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';

describe('rename', () => {
  test('changes the name in every file, and nothing else', async () => {
    const [head = '', tail = ''] = cases.supported.split('argument:');
    const cwd = folderWith({ 'case.yaml': head, 'argument.yaml': `argument:${tail}` });
    const dry = await surety(['rename', 'G1', 'G-top', '-n'], { cwd });
    expect(dry.out).toBe('argument.yaml:2:3\ncase.yaml:11:12\n');
    expect(dry.err).toBe('2 places in 2 files would change; nothing was written\n');
    expect(readFileSync(join(cwd, 'case.yaml'), 'utf8')).toBe(head);
    const done = await surety(['rename', 'G1', 'G-top'], { cwd });
    expect(done).toEqual({ code: 0, out: dry.out, err: '2 places in 2 files changed\n' });
    expect(readFileSync(join(cwd, 'case.yaml'), 'utf8')).toBe(head.replace('claim: G1', 'claim: G-top'));
    expect((await surety(['assess'], { cwd })).code).toBe(0);
    expect(readdirSync(cwd).sort()).toEqual(['argument.yaml', 'case.yaml']);
  });

  test('a star renames all that fit, in one go or not at all', async () => {
    const text = cases.legs;
    const cwd = folderWith({ 'case.yaml': text });
    const dry = await surety(['rename', 'G*', 'G-leg-*', '-n'], { cwd });
    expect(dry.out).toBe('G1 -> G-leg-1\nG2 -> G-leg-2\nG3 -> G-leg-3\n');
    expect(dry.err).toMatch(/^3 names at \d+ places in 1 file would change; nothing was written\n$/);
    expect(readFileSync(join(cwd, 'case.yaml'), 'utf8')).toBe(text);
    const { out } = await surety(['rename', 'G*', 'G-leg-*', '.', '--json'], { cwd });
    expect(JSON.parse(out)).toMatchObject({
      format: 'surety-rename/1',
      written: true,
      renamed: ['1', '2', '3'].map((rest) => ({ kind: 'element', from: `G${rest}`, to: `G-leg-${rest}` })),
    });
    expect(readFileSync(join(cwd, 'case.yaml'), 'utf8')).toBe(text.replace(/\bG(?=\d)/g, 'G-leg-'));
  });

  test.each([
    [['G1', 'G*'], 'G1 needs one star'],
    [['G*', 'G1'], 'G1 needs one star'],
    [['H*', 'G-*'], 'no name fits H*'],
    [['G9', 'G8'], 'G9'],
    [['G1', 'G2'], 'G2 exists already'],
    [['G1', 'Sn9'], 'by its prefix'],
  ])('%j is refused', async (names, message) => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const { code, out, err } = await surety(['rename', ...names], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});
