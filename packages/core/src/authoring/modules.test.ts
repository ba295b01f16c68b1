import { describe, expect, it } from 'vitest';
import type { Intent } from './index.js';
import { changeOf, type Files, made, refusal } from './texts.testing.js';

const files: Files = {
  'case.yaml': `surety: 1
case: { id: tiny, title: A tiny case }
outcomes: { leak: { text: A record leaks, claim: G1@main } }
system: { coder: { kind: model } }
`,
  'main.yaml': `module: { name: main }
argument:
  G1: { text: No record leaks, supportedBy: [G2], public: true }
  G2:
    text: Sessions keep nothing
    supportedBy: { id: G3, text: In memory, doubt: 0.1 }
    inContextOf: C1
  C1: { text: What a session is }
  G4: { text: Nobody looks, supportedBy: [G1@logs] }
`,
  'logs.yaml': `module: { name: logs }
argument:
  G1: { text: Logs are read, public: true, supportedBy: [G2] }
  G2: { text: By a person, doubt: 0.1 }
  S1: { text: By part, public: true, undeveloped: true }
`,
};

describe('in a case of modules', () => {
  it.each<[Intent, string]>([
    [
      { kind: 'connect', from: 'G2@main', to: 'G1@logs' },
      `-    supportedBy: { id: G3, text: In memory, doubt: 0.1 }
+    supportedBy: [{ id: G3, text: In memory, doubt: 0.1 }, G1@logs]`,
    ],
    [
      { kind: 'move', element: 'G1@logs', to: 'G1@main', place: 0 },
      `-  G1: { text: No record leaks, supportedBy: [G2], public: true }
+  G1: { text: No record leaks, supportedBy: [G1@logs, G2], public: true }
-  G4: { text: Nobody looks, supportedBy: [G1@logs] }
+  G4: { text: Nobody looks, undeveloped: true }`,
    ],
    [
      { kind: 'add', type: 'goal', text: 'Twice', under: 'G1@logs' },
      `-  G1: { text: Logs are read, public: true, supportedBy: [G2] }
+  G1: { text: Logs are read, public: true, supportedBy: [G2, G5] }
+  G5: { text: Twice, undeveloped: true }`,
    ],
    [
      { kind: 'add', type: 'context', text: 'What nothing is', under: 'G2@main' },
      `-    inContextOf: C1
+    inContextOf: [C1, C2]
+  C2: { text: What nothing is }`,
    ],
    [
      { kind: 'add', type: 'goal', text: 'On disk', under: 'G2@main' },
      `-    supportedBy: { id: G3, text: In memory, doubt: 0.1 }
+    supportedBy: [{ id: G3, text: In memory, doubt: 0.1 }, { id: G5, text: On disk, undeveloped: true }]`,
    ],
    [
      { kind: 'move', element: 'G3@main', to: 'G1@main' },
      `-  G1: { text: No record leaks, supportedBy: [G2], public: true }
+  G1: { text: No record leaks, supportedBy: [G2, { id: G3, text: In memory, doubt: 0.1 }], public: true }
-    supportedBy: { id: G3, text: In memory, doubt: 0.1 }
+    undeveloped: true`,
    ],
    [
      { kind: 'challenge', against: { from: 'G4@main', to: 'G1@logs' }, text: 'Logs are short' },
      '+  D1: { text: Logs are short, challenges: G4 -> G1@logs, status: open }',
    ],
    [
      { kind: 'waive', rule: 'undeveloped', at: 'S1@logs', because: 'Soon', by: 'Ada', until: '2027-01-01' },
      `+waivers:
+  - { rule: undeveloped, at: S1@logs, because: Soon, by: Ada, until: 2027-01-01 }`,
    ],
  ])('%j', (intent, change) => {
    expect(changeOf(files, intent)).toBe(change);
  });

  it('what was added is called as the case calls it', () => {
    expect(made(files, { kind: 'add', type: 'goal', text: 'Twice', under: 'G1@logs' }).select).toBe('G5@logs');
    expect(made(files, { kind: 'rename', from: 'G2@logs', to: 'G9' }).select).toBe('G9@logs');
  });

  it.each<[Intent, string]>([
    [
      { kind: 'connect', from: 'G4@main', to: 'G2@logs' },
      'G2@logs is not public, and G4@main stands outside its module',
    ],
    [
      { kind: 'connect', from: 'G4@main', to: 'S1@logs' },
      'S1@logs is a strategy of another module, and GSN has no away strategy',
    ],
    [{ kind: 'setText', element: 'G5@logs', text: 'No' }, 'there is no element “G5@logs”'],
  ])('%j is refused', (intent, reason) => {
    expect(refusal(files, intent)).toMatchObject({ reason });
  });
});
