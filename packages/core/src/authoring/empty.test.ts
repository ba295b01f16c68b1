import { describe, expect, it } from 'vitest';
import { changeOf, type Files, made, read } from './texts.testing.js';

describe('a case that has little yet', () => {
  const files: Files = {
    'case.yaml': `surety: 1
case: { id: tiny, title: A tiny case }
outcomes: { leak: { text: A record leaks } }
waivers: []
`,
  };

  it('gets its first element, in a section where the format has it', () => {
    expect(changeOf(files, { kind: 'add', type: 'goal', text: 'No record leaks' })).toBe(
      `+argument:
+  G1: { text: No record leaks, undeveloped: true }`,
    );
    expect(made(files, { kind: 'add', type: 'goal', text: 'No record leaks' }).select).toBe('G1');
  });

  it('gets evidence, a window and a signature', () => {
    const options = { who: 'Ada', today: '2026-11-23' };
    expect(changeOf(files, { kind: 'addEvidence', id: 'runs', entry: { source: 'a.csv' } })).toBe(
      '+evidence:\n+  runs: { source: a.csv }',
    );
    expect(changeOf(files, { kind: 'setWindow', from: '2026-12-01', to: '2027-02-28' })).toBe(
      '+decision:\n+  window: { from: 2026-12-01, to: 2027-02-28 }',
    );
    expect(made(files, { kind: 'signOff', role: 'author' }, options).parsed.case!.review.signoffs).toHaveLength(1);
  });
});

describe('a gsn2x file', () => {
  const files: Files = {
    'bare.gsn.yaml': `G1:
  text: The agent is contained
  supportedBy: [G2]
G2:
  text: The sandbox is hardened
  undeveloped: true
`,
  };

  it('is edited where its elements stand', () => {
    expect(changeOf(files, { kind: 'add', type: 'solution', text: 'Tests', under: 'G2' })).toBe(
      `-  undeveloped: true
+  supportedBy: [Sn1]
+Sn1:
+  text: Tests`,
    );
    expect(changeOf(files, { kind: 'challenge', against: 'G2', text: 'Which one?' })).toBe(
      `+D1:
+  text: Which one?
+  challenges: G2
+  status: open`,
    );
    expect(changeOf(files, { kind: 'deleteSubtree', element: 'G2' })).toBe(
      '-  supportedBy: [G2]\n-G2:\n-  text: The sandbox is hardened',
    );
    expect(read(files).case.bare).toBe(true);
  });
});
