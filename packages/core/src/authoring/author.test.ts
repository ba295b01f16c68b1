import { describe, expect, it } from 'vitest';
import type { Intent } from './index.js';
import { changeOf, type Files, made, refusal } from './texts.testing.js';

const head = `surety: 1
# On top.
case: { id: tiny, title: A tiny case }
outcomes:
  leak: { text: A record leaks, claim: G1 }   # the only one
system:
  coder: { kind: model }
`;

const block = `${head}
argument:
  # above the claim
  G1:
    text: No record leaks in the window # behind
    # inside
    supportedBy:
      - S1
      # below the list
    inContextOf: [C1]

  C1: { text: What a record is }
  S1:
    text: By subsystem
    supportedBy: [G2, G3]   # more to come
  G2: { text: Sessions keep nothing, supportedBy: [Sn1] }
  # Sn1 shows it
  Sn1:
    text: >-
      Tests of
      isolation
    doubt: 0.01
  G3:
    text: Nobody looks
    undeveloped: true   # nothing yet

# the end
`;
const files: Files = { 'case.yaml': block };
const crlf: Files = { 'case.yaml': `\uFEFF${block.replaceAll('\n', '\r\n')}` };

describe('an element is added', () => {
  it('behind the block of the last of its siblings', () => {
    expect(changeOf(files, { kind: 'add', type: 'goal', text: 'Logs are read', under: 'S1' })).toBe(
      `-    supportedBy: [G2, G3]   # more to come
+    supportedBy: [G2, G3, G4]   # more to come
+  G4:
+    text: Logs are read
+    undeveloped: true`,
    );
  });

  it('between siblings, where its place is given', () => {
    expect(made(files, { kind: 'add', type: 'goal', text: 'Logs are read', under: 'S1', place: 1 })).toMatchObject({
      what: 'Add goal G4 under S1',
      select: 'G4',
      created: [],
    });
    expect(changeOf(files, { kind: 'add', type: 'goal', text: 'Logs are read', under: 'S1', place: 1 })).toContain(
      '+    supportedBy: [G2, G4, G3]   # more to come',
    );
  });

  it('in place of the mark that the parent is undeveloped', () => {
    expect(changeOf(files, { kind: 'add', type: 'solution', text: 'Logs', under: 'G3' })).toBe(
      `-    undeveloped: true   # nothing yet
+    supportedBy: [Sn2]   # nothing yet
+  Sn2:
+    text: Logs`,
    );
  });

  it('as context, with CRLF and a byte order mark kept', () => {
    expect(changeOf(crlf, { kind: 'add', type: 'assumption', text: 'Nobody: asks', under: 'G1' })).toBe(
      `-    inContextOf: [C1]\r
+    inContextOf: [C1, A1]\r
+  A1: { text: "Nobody: asks" }\r`,
    );
  });
});

describe('what is refused', () => {
  const cases: [Intent, string, string | undefined][] = [
    [{ kind: 'add', type: 'goal', text: 'X', under: 'G9' }, 'there is no element “G9”', 'Did you mean G1?'],
    [
      { kind: 'add', type: 'goal', text: 'X', under: 'Sn1' },
      'Sn1 is a solution, and only goals and strategies are supported',
      undefined,
    ],
    [
      { kind: 'add', type: 'solution', text: 'X', under: 'S1' },
      'S1 is a strategy, which is supported by goals, and Sn2 is a solution',
      'Put a goal between them that says what Sn2 shows.',
    ],
    [{ kind: 'connect', from: 'G3', to: 'G1' }, 'G1 rests on G3, and the argument would go in a circle', undefined],
    [{ kind: 'connect', from: 'S1', to: 'G2' }, 'S1 refers to G2 already', undefined],
    [{ kind: 'connect', from: 'G3', to: 'G3' }, 'G3 cannot rest on itself', undefined],
    [
      { kind: 'connect', from: 'G3', to: 'C1', relation: 'supportedBy' },
      'C1 is a context, and support comes from goals, strategies and solutions',
      'Connect it as context of G3.',
    ],
    [{ kind: 'disconnect', from: 'G3', to: 'G2' }, 'G3 does not refer to G2', 'It refers to nothing.'],
  ];
  it.each(cases)('%j', (intent, reason, hint) => {
    expect(refusal(files, intent)).toEqual(hint === undefined ? { reason } : { reason, hint });
  });
});

describe('links', () => {
  it.each<readonly [Intent, string]>([
    [
      { kind: 'connect', from: 'G3', to: 'Sn1' },
      `-    undeveloped: true   # nothing yet
+    supportedBy: [Sn1]   # nothing yet`,
    ],
    [{ kind: 'connect', from: 'S1', to: 'C1' }, `+    inContextOf: [C1]`],
    [
      { kind: 'disconnect', from: 'G2', to: 'Sn1' },
      `-  G2: { text: Sessions keep nothing, supportedBy: [Sn1] }
+  G2: { text: Sessions keep nothing, undeveloped: true }`,
    ],
    [{ kind: 'disconnect', from: 'G1', to: 'C1' }, `-    inContextOf: [C1]`],
    [
      { kind: 'move', element: 'Sn1', to: 'G3' },
      `-  G2: { text: Sessions keep nothing, supportedBy: [Sn1] }
+  G2: { text: Sessions keep nothing, undeveloped: true }
-    undeveloped: true   # nothing yet
+    supportedBy: [Sn1]   # nothing yet`,
    ],
    [
      { kind: 'reorder', under: 'S1', element: 'G3', place: 0 },
      `-    supportedBy: [G2, G3]   # more to come
+    supportedBy: [G3, G2]   # more to come`,
    ],
  ])('%j', (intent, change) => {
    expect(changeOf(files, intent)).toBe(change);
    expect(changeOf(crlf, intent).replaceAll('\r', '')).toBe(change);
  });
});

describe('an element itself', () => {
  it.each<readonly [Intent, string]>([
    [
      { kind: 'setText', element: 'S1', text: 'By: part' },
      `-    text: By subsystem
+    text: "By: part"`,
    ],
    [{ kind: 'setField', element: 'G3', field: 'owner', value: 'Ada' }, `+    owner: Ada`],
    [
      { kind: 'retype', element: 'C1', type: 'justification' },
      `-  C1: { text: What a record is }
+  C1: { type: justification, text: What a record is }`,
    ],
    [
      { kind: 'retype', element: 'C1', type: 'justification', id: 'J1' },
      `-    inContextOf: [C1]
+    inContextOf: [J1]
-  C1: { text: What a record is }
+  J1: { text: What a record is }`,
    ],
    [
      { kind: 'delete', element: 'G2', children: 'leave' },
      `-    supportedBy: [G2, G3]   # more to come
-  G2: { text: Sessions keep nothing, supportedBy: [Sn1] }
+    supportedBy: [G3]   # more to come`,
    ],
    [
      { kind: 'setDoubt', element: 'G3', of: 'doubt', doubt: { elicited: 0.1, by: 'Ada', because: 'A guess' } },
      `-    undeveloped: true   # nothing yet
+    doubt:   # nothing yet
+      elicited: 0.1
+      by: Ada
+      because: A guess`,
    ],
  ])('%j', (intent, change) => {
    expect(changeOf(files, intent)).toBe(change);
  });
});
