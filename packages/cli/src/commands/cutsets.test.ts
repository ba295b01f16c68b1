import { describe, expect, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';

describe('cutsets', () => {
  test('lists as many as are asked for', async () => {
    const cwd = folderWith({ 'case.yaml': cases.legs });
    const { code, out } = await surety(['cutsets', '--outcome', 'leak', '--top', '2'], { cwd });
    expect(code).toBe(0);
    expect(out).toBe(`leak: A record leaks
  Likeliest ways to be wrong, if every leg counts in full (9 minimal cut sets of the argument as
  written: 3 of one and 6 of two)
  1. 0.001  A1: The vault holds
  2. 5e-4   D1: the challenge is right: Scaffolds improved
            and Sn2: Red team
    - Fewer failures are enough for the declared doubt: S1 rests on G3 alone, since nothing is
      declared about its legs
`);
  });

  test('without numbers too', async () => {
    const cwd = folderWith({ 'case.yaml': cases.notQuantified });
    expect((await surety(['cutsets'], { cwd })).out).toContain('  1. Sn1: Tests of isolation\n');
  });
});
