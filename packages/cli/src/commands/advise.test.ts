import { describe, expect, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';

describe('advise', () => {
  test('tells single changes, smallest first, and what is not enough', async () => {
    // 0.001 and 0.002 against 0.0025: the larger one to 0.0015015, or the smaller one to 0.000501.
    const cwd = folderWith({ 'case.yaml': cases.supported.replace('probability: 1e-2', 'probability: 2.5e-3') });
    const { code, out } = await surety(['advise'], { cwd });
    expect(code).toBe(1);
    expect(out).toBe(`leak: A record leaks
  not supported, 0.003 of 0.0025

  Each of these makes it supported, the smallest first
    1. Evidence brings the doubt of Sn1 down from 0.002 to 0.0015
       size 0.288, then 0.0025 is held against the threshold
    2. Evidence brings the doubt of G1.inference down from 0.001 to 5.01e-4
       size 0.691, then 0.0025 is held against the threshold
`);
  });

  test('says that a supported outcome needs nothing, with exit code 0', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const { code, out } = await surety(['advise', '--outcome', 'leak'], { cwd });
    expect([code, out]).toEqual([0, expect.stringContaining('It is supported as it stands')]);
  });

  test('an outcome that is not there', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const { code, err } = await surety(['advise', '--outcome', 'leek'], { cwd });
    expect([code, err]).toEqual([2, expect.stringContaining('Did you mean leak?')]);
  });
});
