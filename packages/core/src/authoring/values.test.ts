import { describe, expect, it } from 'vitest';
import type { Intent } from './index.js';
import { changeOf, type Files, made, refusal } from './texts.testing.js';

const files: Files = {
  'case.yaml': `surety: 1
case: { id: tiny, title: A tiny case }
decision:
  question: Deploy it?
  exposure: { tasks: 100 } # a quarter
outcomes:
  leak:
    text: A record leaks
    threshold: { probability: 0.01, per: window, approved: { by: board, date: 2026-10-01 } }
    claim: G1
system: { coder: { kind: model } }
argument:
  G1:
    text: No record leaks
    combine: any
    supportedBy: [G2, G3]
  G2: { text: Sessions keep nothing, supportedBy: [Sn1], inference: 0.1 }
  Sn1: { text: Tests, evidence: runs, requires: { rate: "<= 0.1" } }
  G3:
    text: Nobody looks
    doubt: { elicited: 0.1, by: Bo, because: A guess } # rough
  Sn2: { text: Reports }
  D1:
    text: Tests are old
    challenges: G2 -> Sn1
    strength: 0.5
quantities:
  q:
    beta: [0.5, 99.5] # Jeffreys
    unit: probability per attempt
    because: none of 99
  r: 0.1 # plain
evidence:
  runs: { source: a.csv, reader: csv }
dependence:
  - { name: team, members: [Sn1, G3], beta: 0.1, because: one team }
`,
};

const options = { who: 'Ada', today: '2026-11-23' } as const;

describe('values', () => {
  it.each<[Intent, string]>([
    [{ kind: 'setQuantity', name: 'r', value: 0.2 }, '-  r: 0.1 # plain\n+  r: 0.2 # plain'],
    [
      { kind: 'setQuantity', name: 'q', value: { between: [0.001, 0.02] } },
      '-    beta: [0.5, 99.5] # Jeffreys\n+    between: [0.001, 0.02] # Jeffreys',
    ],
    [
      { kind: 'setThreshold', outcome: 'leak', probability: 0.02 },
      `-    threshold: { probability: 0.01, per: window, approved: { by: board, date: 2026-10-01 } }
+    threshold: { probability: 0.02, per: window, approved: { by: board, date: 2026-10-01, probability: 0.01 } }`,
    ],
    [
      { kind: 'setExposure', axis: 'instances', value: 5 },
      '-  exposure: { tasks: 100 } # a quarter\n+  exposure: { tasks: 100, instances: 5 } # a quarter',
    ],
    [
      { kind: 'setWindow', from: '2026-12-01', to: '2027-02-28' },
      '+  window:\n+    from: 2026-12-01\n+    to: 2027-02-28',
    ],
    [
      { kind: 'setCombine', element: 'G1', combine: 'any', dependence: { beta: 0.1, because: 'One team' } },
      '+    dependence:\n+      beta: 0.1\n+      because: One team',
    ],
    [{ kind: 'setCombine', element: 'G1', combine: 'all' }, '-    combine: any'],
    [
      { kind: 'setEvidence', element: 'Sn2', evidence: 'runs', requires: { rate: '<= 0.2' } },
      `-  Sn2: { text: Reports }
+  Sn2: { text: Reports, evidence: runs, requires: { rate: <= 0.2 } }`,
    ],
    [
      { kind: 'setDoubt', element: 'G2', of: 'inference', doubt: null },
      `-  G2: { text: Sessions keep nothing, supportedBy: [Sn1], inference: 0.1 }
+  G2: { text: Sessions keep nothing, supportedBy: [Sn1] }`,
    ],
    [
      { kind: 'setDoubt', element: 'G3', of: 'doubt', doubt: null },
      `-    doubt: { elicited: 0.1, by: Bo, because: A guess } # rough
+    undeveloped: true # rough`,
    ],
    [
      { kind: 'addEvidence', id: 'more', entry: { source: 'b.csv', reader: 'csv' }, citedBy: 'Sn2' },
      `-  Sn2: { text: Reports }
+  Sn2: { text: Reports, evidence: more }
+  more: { source: b.csv, reader: csv }`,
    ],
  ])('%j', (intent, change) => {
    expect(changeOf(files, intent, options)).toBe(change);
  });

  it('are written as of whoever states them, on the day that is said', () => {
    const changes = [{ kind: 'doubt', leaf: 'G2.inference', value: 0.02 }] as const;
    const intent: Intent = { kind: 'applyWhatIf', because: 'Seen', by: 'Bo', date: '2026-11-20', changes };
    expect(changeOf(files, intent, options)).toBe(
      `-  G2: { text: Sessions keep nothing, supportedBy: [Sn1], inference: 0.1 }
+  G2: { text: Sessions keep nothing, supportedBy: [Sn1], inference: { elicited: 0.02, by: Bo, date: 2026-11-20, because: Seen } }`,
    );
  });

  it('that were tried out are written with the reason, who and when', () => {
    const intent: Intent = {
      kind: 'applyWhatIf',
      because: 'New tests',
      changes: [
        { kind: 'doubt', leaf: 'G3', value: 0.01 },
        { kind: 'doubt', leaf: 'G2.inference', value: 0.02 },
        { kind: 'doubt', leaf: 'D1', value: 0.3 },
        { kind: 'quantity', name: 'r', value: 0.05 },
        { kind: 'beta', at: 'team', value: 0.2 },
        { kind: 'beta', at: 'G1', value: 0.5 },
        { kind: 'exposure', axis: 'tasks', value: 50 },
        { kind: 'threshold', outcome: 'leak', value: 0.005 },
      ],
    };
    expect(changeOf(files, intent, options)).toBe(
      `-  exposure: { tasks: 100 } # a quarter
+  exposure: { tasks: 50 } # a quarter
-    threshold: { probability: 0.01, per: window, approved: { by: board, date: 2026-10-01 } }
+    threshold: { probability: 0.005, per: window, approved: { by: board, date: 2026-10-01, probability: 0.01 } }
+    dependence:
+      beta: 0.5
+      because: New tests
-  G2: { text: Sessions keep nothing, supportedBy: [Sn1], inference: 0.1 }
+  G2: { text: Sessions keep nothing, supportedBy: [Sn1], inference: { elicited: 0.02, by: Ada, date: 2026-11-23, because: New tests } }
-    doubt: { elicited: 0.1, by: Bo, because: A guess } # rough
+    doubt: { elicited: 0.01, by: Ada, date: 2026-11-23, because: New tests } # rough
-    strength: 0.5
+    strength:
+      elicited: 0.3
+      by: Ada
+      date: 2026-11-23
+      because: New tests
-  r: 0.1 # plain
+  r: # plain
+    expression: 0.05
+    because: New tests
-  - { name: team, members: [Sn1, G3], beta: 0.1, because: one team }
+  - { name: team, members: [Sn1, G3], beta: 0.2, because: New tests }`,
    );
    const { what, also } = made(files, intent, options);
    expect(what).toBe('Write 8 values that were tried out into the text');
    expect(also).toEqual([
      'the reason, which exposure.tasks has no place for',
      'the reason, which the threshold of leak has no place for',
    ]);
  });

  it.each<[Intent, string, string | undefined]>([
    [{ kind: 'setQuantity', name: 'p', value: 1 }, 'there is no quantity “p”', 'Did you mean q?'],
    [{ kind: 'setThreshold', outcome: 'leek', probability: 1 }, 'there is no outcome “leek”', 'Did you mean leak?'],
    [
      { kind: 'setDoubt', element: 'G2', of: 'doubt', doubt: 0.1 },
      'G2 has support, which its doubt follows from',
      'State the doubt of its inference instead.',
    ],
    [
      { kind: 'setDoubt', element: 'Sn1', of: 'doubt', doubt: 0.1 },
      'the doubt of Sn1 follows from what it requires of runs',
      'Take the requirement away first.',
    ],
    [
      { kind: 'setDoubt', element: 'Sn2', of: 'doubt', doubt: 1.5 },
      'Expected a number from 0 to 1 for `doubt`, found the number 1.5',
      undefined,
    ],
    [{ kind: 'setEvidence', element: 'Sn2', evidence: 'run' }, 'there is no evidence “run”', 'Did you mean runs?'],
    [
      { kind: 'applyWhatIf', because: 'So', changes: [{ kind: 'beta', at: 'G2', value: 0.1 }] },
      'G2 combines all of its support, and its legs have no dependence to state',
      undefined,
    ],
    [
      { kind: 'applyWhatIf', because: ' ', changes: [{ kind: 'beta', at: 'team', value: 0.1 }] },
      'a value is written with its reason',
      'Say why it is this one.',
    ],
    [
      { kind: 'setCombine', element: 'G1', combine: { atLeast: 3 } },
      '`atLeast: 3` of `G1` is not from 1 to the number of its children, 2',
      undefined,
    ],
  ])('%j is refused', (intent, reason, hint) => {
    expect(refusal(files, intent, options)).toEqual(hint === undefined ? { reason } : { reason, hint });
  });
});
