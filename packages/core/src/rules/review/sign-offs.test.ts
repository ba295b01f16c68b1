import { describe, expect, it } from 'vitest';
import { lookup } from '../../case/index.js';
import { subtreeHash } from '../../signoff/index.js';
import { diagnosticsIn, read } from '../examples.testing.js';

/** Two outcomes over one argument each, signed as the test says. */
const text = (status: string, signoffs: readonly string[], required = 'author') => ({
  text: `surety: 1
case: { id: x, title: X, status: ${status}, owner: olga }
outcomes:
  leak: { text: A record leaks, threshold: { probability: 0.1, per: window }, claim: G1 }
  loss: { text: A record is lost, threshold: { probability: 0.1, per: window }, claim: G2 }
argument:
  G1: { text: No leak, supportedBy: [Sn1], inference: { elicited: 0, by: Ben } }
  G2: { text: No loss, supportedBy: [Sn2], owner: carl }
  Sn1: { text: Tests, evidence: tests, requires: { rate: "<= 0" } }
  Sn2: { text: Backups, doubt: { elicited: 0.01, by: dan } }
  G0: { text: Both, supportedBy: [G1, G2] }
evidence:
  tests: { source: tests.csv, reader: csv, by: eva }
review:
  required: [${required}]
  signoffs:
${signoffs.map((one) => `    - { ${one} }\n`).join('')}`,
});

const hashes = (status: string) => {
  const { of } = read(text(status, ['role: a, who: b, of: c']));
  const index = lookup(of);
  return { all: `sha256:${of.contentHash}`, of: (element: string) => subtreeHash(index, element) };
};

const found = (example: { text: string }) =>
  diagnosticsIn(example)
    .filter(({ code }) => code.startsWith('signoff') || code === 'assessor-is-author' || code === 'signed-twice')
    .map(({ code, message }) => `${code}: ${message}`);

const old = `sha256:${'0'.repeat(64)}`;
const signed = (who: string, of: string, element?: string, role = 'author') =>
  `role: ${role}, who: ${who}, of: "${of}"${element === undefined ? '' : `, element: ${element}`}`;

describe('a required sign-off', () => {
  it('of the whole case as it stands counts for every outcome', () => {
    for (const status of ['draft', 'in review', 'accepted'])
      expect(found(text(status, [signed('anna', hashes(status).all)]))).toEqual([]);
  });

  it('that is missing is found where its role is listed', () => {
    const example = {
      text: 'surety: 1\ncase: { id: x, title: X, status: accepted }\n',
      files: {
        'a.yaml': `review:\n  signoffs: [{ role: author, who: b, of: "${old}" }]\n`,
        'z.yaml': '# Who has to sign\nreview:\n  required: [author, decision maker]\n',
      },
    };
    const [missing] = diagnosticsIn(example).filter(({ code }) => code === 'signoff-missing');
    expect(missing?.message).toBe('Role decision maker must sign and has not');
    expect(missing?.range).toMatchObject({ file: 'z.yaml', start: { line: 3, column: 22 } });
  });

  it('of another state is found in an accepted case, and listed in review', () => {
    const stale = [signed('anna', old)];
    expect(found(text('accepted', stale))).toEqual([
      `signoff-stale: anna signed as author another state of the case, ${old}`,
    ]);
    expect(found(text('in review', stale))).toEqual(['signoff-listed: Role author has yet to sign this state']);
    expect(found(text('draft', stale))).toEqual([]);
  });

  it('of a claim counts for its outcome, and of an element above for all outcomes claimed below it', () => {
    const { of } = hashes('accepted');
    expect(found(text('accepted', [signed('anna', of('G1'), 'G1')]))).toEqual([
      'signoff-missing: Role author must sign for loss and has not',
    ]);
    expect(found(text('accepted', [signed('anna', of('G1'), 'G1'), signed('anna', of('G2'), 'G2')]))).toEqual([]);
    expect(found(text('accepted', [signed('anna', of('G0'), 'G0')]))).toEqual([]);
  });

  it('of something below a claim does not count for the outcome', () => {
    expect(found(text('accepted', [signed('anna', hashes('accepted').of('Sn1'), 'Sn1')]))).toEqual([
      'signoff-missing: Role author must sign and has not',
    ]);
  });

  it('of a claim says by name what is stale', () => {
    const { of } = hashes('accepted');
    const example = text('accepted', [signed('anna', of('G2'), 'G1'), signed('anna', of('G2'), 'G2')]);
    expect(found(example)).toEqual([`signoff-stale: anna signed as author another state of G1, ${of('G2')}`]);
    expect(diagnosticsIn(example).find(({ code }) => code === 'signoff-stale')?.hint).toBe(
      `Let anna read what changed and sign again; it would be of ${of('G1')}.`,
    );
  });
});

describe('an assessor', () => {
  const assessed = (who: string, element?: string) => {
    const { all, of } = hashes('accepted');
    return found(
      text(
        'accepted',
        [signed('anna', all), signed(who, element === undefined ? all : of(element), element, 'independent assessor')],
        'independent assessor',
      ),
    );
  };
  const own = (who: string, what: string) => [
    'signoff-missing: Role independent assessor must sign and has not',
    `assessor-is-author: ${who} signed as independent assessor, and also ${what}`,
  ];

  it('who had no hand in the case may sign', () => {
    expect(assessed('zoe')).toEqual([]);
  });

  it.each([
    ['anna', 'signed as author'],
    ['" ANNA "', 'signed as author'],
    ['olga', 'owns the case'],
    ['ben', 'assessed the inference step of G1'],
    ['carl', 'owns G2'],
    ['dan', 'stated the doubt of Sn2'],
    ['eva', 'collected evidence tests'],
  ])('who is %s may not: %s', (who, what) => {
    expect(assessed(who)).toEqual(own(who.replaceAll('"', ''), what));
  });

  it('may sign a part in which they had no hand', () => {
    expect(assessed('dan', 'G1')).toEqual([
      'signoff-missing: Role independent assessor must sign for loss and has not',
    ]);
    expect(assessed('dan', 'G0')).toEqual(own('dan', 'stated the doubt of Sn2'));
    expect(assessed('eva', 'G2')).toEqual([
      'signoff-missing: Role independent assessor must sign for leak and has not',
    ]);
  });
});
