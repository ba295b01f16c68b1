import { describe, expect, it } from 'vitest';
import type { Intent } from './index.js';
import { changeOf, type Files, made, refusal } from './texts.testing.js';

const files: Files = {
  'case.yaml': `surety: 1
case: { id: tiny, title: A tiny case }
outcomes: { leak: { text: A record leaks, claim: G1 } }
system: { coder: { kind: model } }
argument:
  G1: { text: No record leaks, supportedBy: [G2, G6] }
  G2: # between
    text: Sessions keep nothing
    supportedBy: [G3, G4]
    inContextOf: [C1]
  G3: { text: In memory, doubt: 0.1 }
  G4: { text: On disk, doubt: 0.1 }
  C1: { text: What a session is }
  G6: { text: Nobody looks, supportedBy: [S1] }
  S1: { text: By part, supportedBy: [G7] }
  G7: { text: Logs are read, supportedBy: [Sn1], inference: 0.1 }
  Sn1: { text: Logs, doubt: 0.1 }
interactions:
  - { kind: collusion, outcome: leak, arguedBy: G4 }
`,
};

describe('an element goes', () => {
  it.each<[Intent, string]>([
    [
      { kind: 'delete', element: 'G2' },
      `-  G1: { text: No record leaks, supportedBy: [G2, G6] }
-  G2: # between
-    text: Sessions keep nothing
-    supportedBy: [G3, G4]
-    inContextOf: [C1]
+  G1: { text: No record leaks, supportedBy: [G3, G4, G6], inContextOf: [C1] }`,
    ],
    [
      { kind: 'delete', element: 'G4' },
      `-    supportedBy: [G3, G4]
+    supportedBy: [G3]
-  G4: { text: On disk, doubt: 0.1 }
-interactions:
-  - { kind: collusion, outcome: leak, arguedBy: G4 }
+interactions: []`,
    ],
    [
      { kind: 'deleteSubtree', element: 'G6' },
      `-  G1: { text: No record leaks, supportedBy: [G2, G6] }
+  G1: { text: No record leaks, supportedBy: [G2] }
-  G6: { text: Nobody looks, supportedBy: [S1] }
-  S1: { text: By part, supportedBy: [G7] }
-  G7: { text: Logs are read, supportedBy: [Sn1], inference: 0.1 }
-  Sn1: { text: Logs, doubt: 0.1 }`,
    ],
  ])('%j', (intent, change) => {
    expect(changeOf(files, intent)).toBe(change);
  });

  it('and what named it is told', () => {
    expect(made(files, { kind: 'delete', element: 'G4' })).toMatchObject({
      what: 'Delete G4',
      also: ['interaction collusion × leak'],
      select: 'G2',
    });
    expect(made(files, { kind: 'delete', element: 'G2' }).what).toBe('Delete G2, and let G1 rest on what it rested on');
  });

  it.each<[Intent, string]>([
    [{ kind: 'delete', element: 'G1', children: 'leave' }, 'G1 cannot go: G1 is the claim of outcome leak'],
    [
      { kind: 'delete', element: 'G7' },
      'the doubt of the inference in G7 would be lost, and the case look better than before',
    ],
    [
      { kind: 'deleteSubtree', element: 'coder' },
      'coder is a subsystem, and only elements of the argument are taken out',
    ],
    [{ kind: 'delete', element: 'leak' }, 'leak is an outcome, and no element of the argument'],
  ])('%j is refused', (intent, reason) => {
    expect(refusal(files, intent)).toMatchObject({ reason });
  });

  it('not where its legs would become others', () => {
    const legs = {
      'case.yaml': files['case.yaml']!.replace('supportedBy: [G2, G6] }', 'supportedBy: [G2, G6], combine: any }'),
    };
    expect(refusal(legs, { kind: 'delete', element: 'G2' }).reason).toBe(
      'G1 combines its support by `any`, and what G2 needs together would be legs of their own',
    );
  });

  it('not where GSN has no link in its place', () => {
    const bare = { 'case.yaml': files['case.yaml']!.replace(', inference: 0.1', '') };
    expect(refusal(bare, { kind: 'delete', element: 'G7' })).toEqual({
      reason: 'S1 is a strategy, which is supported by goals, and Sn1 is a solution',
      hint: 'Put a goal between them that says what Sn1 shows.',
    });
  });
});
