import { describe, expect, it } from 'vitest';
import { diagnosticsIn, read } from '../examples.testing.js';

const signed = (status: string, of: string) => ({
  text: `surety: 1
case: { id: x, title: X, status: ${status} }
review:
  required: [author]
  signoffs:
    - { role: author, who: anna, of: "${of}" }
`,
});

const found = (status: string, of: string) =>
  diagnosticsIn(signed(status, of))
    .map((one) => one.code)
    .filter((code) => code.startsWith('signoff'));

describe('a sign-off', () => {
  const hash = (status: string) => `sha256:${read(signed(status, 'sha256:00')).of.contentHash}`;

  it('of the case as it stands is what an accepted case needs', () => {
    expect(found('accepted', hash('accepted'))).toEqual([]);
  });

  it('of another state is found in an accepted case, and listed in review', () => {
    expect(found('accepted', 'sha256:00')).toEqual(['signoff-stale']);
    expect(found('in review', 'sha256:00')).toEqual(['signoff-listed']);
    expect(found('in review', hash('in review'))).toEqual([]);
    expect(found('draft', 'sha256:00')).toEqual([]);
  });
});
