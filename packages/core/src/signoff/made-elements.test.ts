import { expect, test } from 'vitest';
import { lookup } from '../case/index.js';
import { parse } from '../language/index.js';
import { signOffsOf } from './sign-offs.js';
import { subtreeHash } from './subtree-hash.js';

const text = `surety: 1
case: { id: c, title: Title, status: draft }
outcomes: { o: { text: It happens, threshold: { probability: 0.1, per: window }, claim: G1 } }
argument:
  G1: { text: Top, supportedBy: [G2, G3] }
  G2: { uses: { pattern: Watched, with: { who: [coder, guard], p: 0.1, bound: A1 } } }
  G3: { uses: { pattern: Watched, with: { who: [other], p: 0.2, bound: A1 } } }
  A1: { text: shared, doubt: 0.01 }
patterns:
  Watched:
    parameters: { who: some, p: doubt, bound: an assumption }
    argument:
      G1: { text: All, supportedBy: [{ to: G2, multiplicity: per who }] }
      G2: { text: "{who} is watched", supportedBy: [Sn1], inContextOf: ["{bound}"] }
      Sn1: { text: "Test of {who}", doubt: "{p}" }
  Unused: { argument: { G1: { text: a, doubt: 0.1 } } }
`;

function caseOf(changed: string) {
  const { case: of, diagnostics } = parse([{ path: 'case.yaml', text: changed }]);
  if (of === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return of;
}

const signable = ['G2', 'G2.G2-coder', 'G2.G2-guard', 'G2.Sn1-coder', 'G3', 'G3.Sn1-other'];
const hashes = (changed: string) => signable.map((id) => subtreeHash(lookup(caseOf(changed)), id));

// What each change of the text changes of what is signed: worked out from what rests on what.
test.each<[string, string, string, readonly string[]]>([
  ['the leaf of the pattern', 'Test of {who}', 'Two tests of {who}', signable],
  ['the goal of the pattern', '{who} is watched', '{who} is seen', ['G2', 'G2.G2-coder', 'G2.G2-guard', 'G3']],
  ['the value of one instance', 'p: 0.1, b', 'p: 0.15, b', ['G2', 'G2.G2-coder', 'G2.G2-guard', 'G2.Sn1-coder']],
  ['one more value', '[coder, guard]', '[coder, guard, box]', ['G2']],
  ['the value of the other instance', 'p: 0.2', 'p: 0.3', ['G3', 'G3.Sn1-other']],
  ['what a value names', 'text: shared', 'text: other', ['G2', 'G2.G2-coder', 'G2.G2-guard', 'G3']],
  ['a pattern that nothing uses', 'text: a, doubt: 0.1', 'text: a, doubt: 0.2', []],
  ['the claim above', 'text: Top', 'text: Bottom', []],
  ['the order of keys', 'with: { who: [coder, guard], p: 0.1,', 'with: { p: 0.1, who: [coder, guard],', []],
])('a change of %s makes stale what rests on it, and nothing else', (_, from, to, expected) => {
  const before = hashes(text);
  expect(text.split(from)).toHaveLength(2);
  const after = hashes(text.replace(from, to));
  expect(signable.filter((__, at) => before[at] !== after[at])).toEqual(expected);
});

test('a signature over an element that a pattern makes is current, stale after a change, and gone with its element', () => {
  const of = subtreeHash(lookup(caseOf(text)), 'G2.G2-coder');
  const review = (element: string) =>
    `review:\n  required: [author]\n  signoffs: [{ role: author, who: Mia, date: 2026-11-20, element: ${element}, of: "${of}" }]\n`;
  const statesOf = (changed: string) => signOffsOf(lookup(caseOf(changed))).given.map(({ state }) => state);
  expect(statesOf(text + review('G2.G2-coder'))).toEqual(['current']);
  expect(statesOf(text.replace('p: 0.1, b', 'p: 0.15, b') + review('G2.G2-coder'))).toEqual(['stale']);
  expect(statesOf(text + review('G2.G2-guard'))).toEqual(['stale']);
  expect(statesOf(text.replace('[coder, guard]', '[guard]') + review('G2.G2-coder'))).toEqual(['gone']);
});
