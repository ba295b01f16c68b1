import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFile, readLogHeader } from '../read.js';
import { expectHead, expectReductions, expectRows } from './as-oracle.testing.js';
import { folder, oracleIn } from './oracle.testing.js';

const oracle = oracleIn('expected.json');

describe(`logs written by Inspect ${oracle.madeBy.inspect_ai} read as its own API reads them`, () => {
  test.each(Object.entries(oracle.files))('%s', async (file, log) => {
    const result = await readFile(join(folder, file), { path: file, reductions: true });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expectHead(result.log, log);
    expectReductions(result.log, log);
    expectRows(result.log, log);

    const said = result.log.notes.join('\n');
    const edited = log.rows.filter(({ scores }) => Object.values(scores).some(({ edits }) => edits > 0)).length;
    expect(/scores were edited after the run: (\d+)/.exec(said)?.[1] ?? '0').toBe(String(edited));
    expect(/early stopping left out (\d+)/.exec(said)?.[1] ?? '0').toBe(String(log.early ?? 0));
    expect(said.includes('the run never ended')).toBe(log.status === 'started');
    expect(said.includes('ended with an error:')).toBe(log.error !== null);

    const alone = await readLogHeader(join(folder, file), { path: file });
    if (!alone.ok) throw new Error(JSON.stringify(alone.problems));
    // The API itself says nothing else in its header-only mode.
    expect(log.headerOnly).toEqual({});
    const { trials: _, notes, claimed, ...rest } = result.log;
    const { reductions: __, ...claims } = claimed;
    expect({ ...alone.head, notes: [] }).toEqual({ ...rest, claimed: claims, notes: [] });
    expect(notes).toEqual(expect.arrayContaining([...alone.head.notes]));
  });
});
