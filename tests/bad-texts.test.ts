import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { surety } from '../packages/cli/src/run.testing.js';
import { badTexts } from '../packages/core/src/language/bad-texts/bad-texts.testing.js';
import { marked } from '../packages/core/src/language/marked.testing.js';

const folder = mkdtempSync(join(tmpdir(), 'surety-bad-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file named after its fault. */
function fileName(fault: string): string {
  return `${fault
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 80)}.yaml`;
}

describe('surety check of a text with one fault', () => {
  it.each(badTexts.map((bad, i) => [bad.fault, bad, i] as const))(
    '%s',
    async (fault, { text: withMarks, found }, i) => {
      const { text, ranges } = marked(withMarks);
      const cwd = join(folder, String(i));
      mkdirSync(cwd);
      const name = fileName(fault);
      writeFileSync(join(cwd, name), text);
      writeFileSync(join(cwd, 'zz.yaml'), 'surety: 1\ncase: { id: x, title: X }\n');
      const { code, out } = await surety(['check', '.', '--as-of', '2026-11-23'], { cwd });
      const errors = found.filter(({ severity = 'error' }) => severity === 'error');
      if (errors.length > 0) expect(code).toBe(2);
      else expect([0, 1]).toContain(code);
      for (const [index, { code: finding, message, severity = 'error' }] of found.entries()) {
        const { line, column } = ranges[index] ?? { line: 0, column: 0 };
        expect(out).toContain(
          `${name}:${line}:${column} ${severity} ${finding} ${message.split('\n')[0]?.replaceAll('a.yaml', name)}`,
        );
      }
    },
  );
});

describe('files that cannot be read as text', () => {
  const check = async (name: string, bytes: Uint8Array | string) => {
    const cwd = mkdtempSync(join(folder, 'file-'));
    writeFileSync(join(cwd, name), bytes);
    return surety(['check', name, '--as-of', '2026-11-23'], { cwd });
  };
  it('100 MB', async () => {
    const { code, out, err } = await check('a-hundred-megabytes.yaml', Buffer.alloc(100 * 1024 * 1024, 'a: b\n'));
    expect(code).toBe(2);
    expect(`${out}${err}`).toMatch(/a-hundred-megabytes\.yaml.*(larger|limit|MiB|MB)/);
  });
  it('10,000 levels of nesting', async () => {
    const { code, out } = await check(
      'ten-thousand-deep.yaml',
      `surety: 1\nargument: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`,
    );
    expect(code).toBe(2);
    expect(out).toMatch(/ten-thousand-deep\.yaml:2:\d+ error too-deep /);
  });
  it('NUL bytes', async () => {
    const { code, out } = await check('nul-byte.yaml', 'surety: 1\ncase: { id: a\u0000b, title: X }\n');
    expect(code).toBe(2);
    expect(out).toMatch(/nul-byte\.yaml:2:14 error control-character The file holds the character U\+0000/);
  });
  it('another encoding', async () => {
    const utf16 = Buffer.from('\ufeffsurety: 1\n', 'utf16le');
    const { code, out } = await check('utf-16.yaml', utf16);
    expect(code).toBe(2);
    expect(out).toMatch(/utf-16\.yaml:1:1 error not-utf8 /);
    const latin = await check('latin-1.yaml', Buffer.from('case: { id: x, title: caf\xe9 }\n', 'latin1'));
    expect(latin.code).toBe(2);
    expect(latin.out).toMatch(/latin-1\.yaml:1:\d+ error not-utf8 /);
  });
  it('a file that is not there', async () => {
    const { code, err } = await surety(['check', 'missing.yaml'], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toContain('missing.yaml');
  });
});

describe('files that name other files', () => {
  const head = 'surety: 1\ncase: { id: x, title: X }\n';
  const check = async (files: Readonly<Record<string, string>>) => {
    const cwd = mkdtempSync(join(folder, 'uses-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
    return surety(['check', '.', '--as-of', '2026-11-23'], { cwd });
  };
  it.each([
    [
      'a circle',
      {
        'a-circle.yaml': `${head}module: { name: a, uses: [b.yaml] }\n`,
        'b.yaml': 'module: { name: b, uses: [a-circle.yaml] }\n',
      },
      /\.yaml:\d+:\d+ error uses-cycle /,
    ],
    [
      'a file that is not there',
      { 'missing-uses.yaml': `${head}module: { name: a, uses: [nowhere.yaml] }\n` },
      /missing-uses\.yaml:3:27 error file-missing /,
    ],
    [
      'a path outside the root',
      { 'outside.yaml': `${head}module: { name: a, uses: [../../../../../../etc/x.yaml] }\n` },
      /outside\.yaml:3:27 error file-outside-root /,
    ],
    [
      'a source outside the root',
      { 'outside.yaml': `${head}evidence: { e: { source: /etc/passwd, reader: csv } }\n` },
      /outside\.yaml:3:26 error file-outside-root /,
    ],
  ])('%s', async (_, files, expected) => {
    const { code, out } = await check(files);
    expect(out).toMatch(expected);
    expect(code).toBe(2);
  });
});
