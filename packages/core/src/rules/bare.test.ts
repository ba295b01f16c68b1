import { expect, test } from 'vitest';
import { parse } from '../language/index.js';
import { diagnose } from './index.js';

/** What is found in gsn2x files, as `file:line code`. */
function found(...texts: string[]): string[] {
  const parsed = parse(texts.map((text, index) => ({ path: `m${index}.gsn.yaml`, text })));
  expect(parsed.diagnostics).toEqual([]);
  return diagnose(parsed.case!, parsed.ranges, { asOf: '2026-11-23' }).map(
    ({ code, range }) => `${range.file}:${range.start.line} ${code}`,
  );
}

test('a complete argument has no finding: nobody asks it for a decision, an outcome, an owner or a number', () => {
  expect(
    found(
      'G1: { text: a, supportedBy: [S1], inContextOf: [A1, C1], acp: { ACP1: S1 } }\nS1: { supportedBy: [G2] }\nC1: {}\nA1: {}\n',
      'module: { name: other }\nG2: { text: b, supportedBy: Sn1, inContextOf: A1 }\nSn1: {}\n',
    ),
  ).toEqual([]);
});

test('what nothing cites is a top: it is neither unreachable nor stray, and it should be one goal', () => {
  expect(
    found('G1: { supportedBy: G2 }\nG2: { undeveloped: true }\nG3: { supportedBy: Sn1 }\nSn1: {}\nC1: {}\n'),
  ).toEqual(['m0.gsn.yaml:2 undeveloped', 'm0.gsn.yaml:3 several-tops', 'm0.gsn.yaml:5 top-not-goal']);
});

test('elements that only cite one another are unreachable', () => {
  expect(found('G1: { supportedBy: Sn1 }\nSn1: {}\nG2: { supportedBy: G3 }\nG3: { supportedBy: G2 }\n')).toEqual([
    'm0.gsn.yaml:3 unreachable',
    'm0.gsn.yaml:4 unreachable',
    'm0.gsn.yaml:4 cycle',
  ]);
});

test('references go across modules, and must lead somewhere', () => {
  expect(
    found(
      'G1: { supportedBy: [G2, G3@m1, G4@m0] }\n',
      'G2: { supportedBy: G4 }\nG3: { supportedBy: G4 }\nG4: { undeveloped: true }\n',
    ),
  ).toEqual(['m0.gsn.yaml:1 unknown-element', 'm1.gsn.yaml:3 undeveloped']);
});
