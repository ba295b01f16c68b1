import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';

describe('report', () => {
  test.each(['report.html', 'report.md'])('%s holds the verdict and the case', async (file) => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const written = await surety(['report', '-o', file], { cwd });
    expect(written).toEqual({ code: 0, out: '', err: `Wrote ${file}\n` });
    const text = readFileSync(join(cwd, file), 'utf8');
    expect(text).toMatch(/supported/i);
    expect(text).toContain('No record leaks in the window');
  });

  test('another ending, or a case without a meaning, gives no report', async () => {
    const cwd = folderWith({ 'case.yaml': cases.fatal });
    const { code, err } = await surety(['report', '-o', 'report.pdf'], { cwd });
    expect({ code, err }).toEqual({ code: 2, err: 'surety: report.pdf: a report ends in .html or .md\n' });
    expect((await surety(['report', '-o', 'report.md'], { cwd })).code).toBe(2);
    expect(readdirSync(cwd)).toEqual(['case.yaml']);
  });
});
