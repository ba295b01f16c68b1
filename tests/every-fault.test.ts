import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@surety/core/language';
import { diagnose, ruleGroups } from '@surety/core/rules';
import { describe, expect, it } from 'vitest';

const folder = (name: string) => join(import.meta.dirname, 'fixtures/every-fault', name);

/** Everything that is found in a folder in one run, as `file:line code`. */
function findingsOf(name: string): readonly string[] {
  const files = readdirSync(folder(name)).map((path) => ({ path, text: readFileSync(join(folder(name), path)) }));
  const { readable, diagnostics, ranges } = parse(files);
  if (readable === null) throw new Error('nothing of it could be read');
  const found = diagnose(readable.case, ranges, { asOf: '2026-11-23', gaps: readable.gaps });
  return [...diagnostics, ...found]
    .sort((a, b) => {
      if (a.range.file !== b.range.file) return a.range.file < b.range.file ? -1 : 1;
      return a.range.start.offset - b.range.start.offset;
    })
    .map(({ code, range }) => `${range.file}:${range.start.line} ${code}`);
}

/** The codes that comments of the fixtures announce: each is to be found at the next line that is no comment. */
function announced(name: string): readonly string[] {
  return readdirSync(folder(name)).flatMap((file) => {
    const lines = readFileSync(join(folder(name), file), 'utf8').split('\n');
    return lines.flatMap((line, at) => {
      const codes = /^\s*# ((?:[a-z]+(?:-[a-z]+)+|uninstantiated)(?:, [a-z]+(?:-[a-z]+)*)*)$/.exec(line)?.[1];
      if (codes === undefined) return [];
      return codes.split(', ').map((code) => `${file}:${at + 2} ${code}`);
    });
  });
}

/** The table of docs/gsn.md: each finding of gsn2x with the codes that stand for it here. */
function correspondence(): readonly { readonly theirs: string; readonly ours: readonly string[] }[] {
  const page = readFileSync(join(import.meta.dirname, '../docs/gsn.md'), 'utf8');
  return [...page.matchAll(/^\| ([VC]\d\d) \|[^|]*\|([^|]*)\|$/gm)].map(([, theirs, cell]) => ({
    theirs: theirs ?? '',
    ours: [...(cell ?? '').matchAll(/`([a-z-]+)`/g)].map(([, code]) => code ?? ''),
  }));
}

describe('a folder with every fault at once', () => {
  it.each(['gsn2x', 'surety', 'patterns'])('gives every finding in one run, in file order: %s', async (name) => {
    await expect(`${findingsOf(name).join('\n')}\n`).toMatchFileSnapshot(`fixtures/every-fault/${name}.findings.txt`);
  });

  it.each(['surety', 'patterns'])('has each fault where its comment says: %s', (name) => {
    const expected = announced(name);
    expect(expected.length).toBeGreaterThan(5);
    expect(findingsOf(name)).toEqual(expect.arrayContaining([...expected]));
  });

  it('shows every rule of the notation', () => {
    const found = new Set(['gsn2x', 'surety'].flatMap(findingsOf).map((line) => line.split(' ')[1]));
    const group = ruleGroups.find(({ title }) => title.startsWith('Modules'));
    expect(group?.rules.map(({ code }) => code).filter((code) => !found.has(code))).toEqual([]);
  });

  it('has a counterpart of every finding of gsn2x where the file has it', () => {
    const table = correspondence();
    expect(table.map(({ theirs }) => theirs)).toHaveLength(13 + 15);
    const found = findingsOf('gsn2x');
    for (const { theirs, ours } of table) {
      const blocks = blocksAfter(theirs);
      expect(blocks.length, theirs).toBeGreaterThan(0);
      for (const block of blocks) {
        const here = block.flatMap((place) => ours.map((code) => `${place} ${code}`));
        expect(
          here.some((line) => found.includes(line)),
          `${theirs} at ${block[0]}`,
        ).toBe(true);
      }
    }
  });
});

/** Lines, up to the next empty one, behind a comment of the gsn2x fixtures that marks them with this finding. */
function blocksAfter(theirs: string): readonly (readonly string[])[] {
  return readdirSync(folder('gsn2x')).flatMap((file) => {
    const lines = readFileSync(join(folder('gsn2x'), file), 'utf8').split('\n');
    return lines.flatMap((line, at) => {
      if (!line.trimStart().startsWith('# ') || !line.includes(theirs)) return [];
      const length = lines.slice(at + 1).findIndex((later) => later.trim() === '');
      return [Array.from({ length }, (_, i) => `${file}:${at + 2 + i}`)];
    });
  });
}
