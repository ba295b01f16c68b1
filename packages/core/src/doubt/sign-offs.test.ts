import { describe, expect, it } from 'vitest';
import { lookup } from '../case/index.js';
import { subtreeHash } from '../signoff/index.js';
import { caseFrom, outcomeOf, textOf } from './text.testing.js';

const argument =
  'G1: { text: None, supportedBy: [Sn1], inference: 0 }\nSn1: { text: A, doubt: { elicited: 0.001, by: ben } }';
const text = (signoffs: string, status: string, role = 'author') =>
  textOf(argument, `review: { required: [${role}], signoffs: [${signoffs}] }`, `status: ${status}`);
const record = (who: string, of: string, more = '', role = 'author') =>
  `{ role: ${role}, who: ${who}, of: "${of}"${more} }`;
const old = `sha256:${'0'.repeat(64)}`;

/** What is said of sign-offs: reasons with what they block, and what would change them. */
const said = (signoffs: string, status: string, role?: string) => {
  const { verdict, reasons, wouldChange } = outcomeOf(text(signoffs, status, role));
  return {
    verdict,
    reasons: reasons.filter(({ code }) => code.startsWith('signoff')).map((one) => [one.code, one.text, one.blocks]),
    changes: wouldChange.map((change) => change.text).filter((change) => change.includes('sign')),
  };
};

describe('a required sign-off', () => {
  const hash = (status: string) => subtreeHash(lookup(caseFrom(text('', status))), 'G1');

  it('that is missing blocks an accepted case, and is listed before', () => {
    expect(said('', 'accepted')).toEqual({
      verdict: 'not supported',
      reasons: [['signoff-missing', 'Sign-off by the author is missing', true]],
      changes: ['Let a person in the role of author read and sign the case or G1'],
    });
    for (const status of ['draft', 'in review'])
      expect(said('', status)).toEqual({
        verdict: 'supported',
        reasons: [['signoff-listed', 'Sign-off by the author is missing', false]],
        changes: [],
      });
  });

  it('of an earlier content says who has to sign again', () => {
    expect(said(`${record('anna', old, ', element: G1')}, ${record('dora', old)}`, 'accepted')).toEqual({
      verdict: 'not supported',
      reasons: [['signoff-stale', 'Sign-off by the author is of an earlier content (anna, dora)', true]],
      changes: ['Let anna or dora, as author, read what changed and sign the case or G1 again'],
    });
  });

  it('of the claim as it stands is enough', () => {
    expect(said(record('anna', hash('accepted'), ', element: G1'), 'accepted')).toEqual({
      verdict: 'supported',
      reasons: [],
      changes: [],
    });
  });

  it('by an assessor who had a hand in it does not count', () => {
    const role = 'independent assessor';
    expect(said(record('Ben', hash('accepted'), ', element: G1', role), 'accepted', role)).toMatchObject({
      verdict: 'not supported',
      reasons: [
        [
          'signoff-missing',
          'Sign-off by the independent assessor does not count: Ben had a hand in what was signed',
          true,
        ],
      ],
    });
    expect(said(record('zoe', hash('accepted'), ', element: G1', role), 'accepted', role).verdict).toBe('supported');
  });
});
