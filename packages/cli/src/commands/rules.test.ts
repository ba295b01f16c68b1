import { describe, expect, test } from 'vitest';
import { surety } from '../run.testing.js';

describe('rules', () => {
  test('lists all, and explains one with what it finds and does not', async () => {
    const all = await surety(['rules']);
    expect(all.code).toBe(0);
    expect(all.out).toContain('\nEvidence\n');
    expect(all.out).toMatch(/\n {2}rate-is-not-event +error /);
    const one = await surety(['rules', 'rate-is-not-event']);
    expect(one.out).toMatch(
      /^rate-is-not-event \(error\)\n\n[\s\S]*\nFound in\n[\s\S]*\n {2}> \d+:\d+ [\s\S]*\nNot found in\n/,
    );
    expect((await surety(['rules', 'tab'])).out).toContain('A tab stands where YAML allows only spaces.');
    expect(await surety(['rules', 'undevelopd'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('Did you mean undeveloped?'),
    });
  });
});
