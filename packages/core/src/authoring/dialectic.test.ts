import { describe, expect, it } from 'vitest';
import { type CaseLookup, lookup } from '../case/index.js';
import { signOffsOf } from '../signoff/index.js';
import type { Intent } from './index.js';
import { after, changeOf, type Files, made, read, refusal } from './texts.testing.js';

const files: Files = {
  'case.yaml': `surety: 1
case: { id: tiny, title: A tiny case }
outcomes: { leak: { text: A record leaks, claim: G1 } }
system: { coder: { kind: model } }
argument:
  G1: { text: No record leaks, supportedBy: [G2] }
  G2:
    text: Sessions keep nothing
    supportedBy: [Sn1]
  Sn1: { text: Tests, doubt: 0.1 }

  # The other side.
  D1:
    text: Tests are old
    challenges: Sn1
    status: open # still
  C1: { text: What a record is }
  G7: { text: They are new, doubt: 0.2 }
patterns:
  P1:
    parameters: { part: what is watched }
    argument:
      G1: { text: "{part} is watched", supportedBy: [Sn1] }
      Sn1: { text: "Log of {part}", doubt: 0.1 }
`,
};
const options = { who: 'Ada', today: '2026-11-23' } as const;

describe('challenges', () => {
  it.each<[Intent, string]>([
    [
      { kind: 'challenge', against: 'G2', text: 'Caches: nobody looked', strength: 0.2, blocking: false },
      `+  D2:
+    text: "Caches: nobody looked"
+    challenges: G2
+    status: open
+    strength: 0.2
+    blocking: false
+    raisedBy: Ada
+    date: 2026-11-23`,
    ],
    [
      {
        kind: 'challenge',
        against: { from: 'G2', to: 'Sn1' },
        text: 'Tests are few',
        raisedBy: 'Bo',
        date: '2026-11-01',
      },
      `+  D2:
+    text: Tests are few
+    challenges: G2 -> Sn1
+    status: open
+    raisedBy: Bo
+    date: 2026-11-01`,
    ],
    [
      { kind: 'answer', challenge: 'D1', by: 'G7' },
      `-    status: open # still
+    status: answered # still
+    answeredBy: G7`,
    ],
    [
      { kind: 'answer', challenge: 'D1', by: { text: 'They were run again' } },
      `-    status: open # still
+    status: answered # still
+    answeredBy: G8
+  G8:
+    text: They were run again
+    undeveloped: true`,
    ],
    [
      {
        kind: 'answer',
        challenge: 'D1',
        by: {
          text: 'They were run again',
          id: 'G20',
          doubt: { elicited: 0.05, by: 'Bo', date: '2026-11-20', because: 'Seen' },
        },
      },
      `-    status: open # still
+    status: answered # still
+    answeredBy: G20
+  G20:
+    text: They were run again
+    doubt:
+      elicited: 0.05
+      by: Bo
+      date: 2026-11-20
+      because: Seen`,
    ],
    [
      { kind: 'accept', challenge: 'D1', because: 'They are from May' },
      `-    status: open # still
+    status: accepted # still
+    strength:
+      elicited: 1
+      by: Ada
+      date: 2026-11-23
+      because: They are from May`,
    ],
    [
      { kind: 'withdraw', challenge: 'D1' },
      `-  D1:
-    text: Tests are old
-    challenges: Sn1
-    status: open # still`,
    ],
  ])('%j', (intent, change) => {
    expect(changeOf(files, intent, options)).toBe(change);
  });

  it.each<[Intent, string]>([
    [{ kind: 'challenge', against: 'D1', text: 'No' }, 'D1 is a challenge itself'],
    [{ kind: 'challenge', against: { from: 'G1', to: 'Sn1' }, text: 'No' }, 'G1 does not refer to Sn1'],
    [{ kind: 'answer', challenge: 'D1', by: 'C1' }, 'C1 is a context, and an answer is a goal with support of its own'],
    [{ kind: 'answer', challenge: 'D1', by: 'G1' }, 'G1 rests on D1, and the argument would go in a circle'],
    [{ kind: 'answer', challenge: 'G1', by: 'G7' }, 'G1 is a goal, and challenges nothing'],
    [{ kind: 'withdraw', challenge: 'D9' }, 'there is no element “D9”'],
  ])('%j is refused', (intent, reason) => {
    expect(refusal(files, intent, options)).toMatchObject({ reason });
  });
});

describe('review', () => {
  const signed = (now: Files, look: CaseLookup = lookup(read(now).case)) =>
    signOffsOf(look).given.map(
      ({ signOff, state }) => `${signOff.role} ${signOff.who} ${signOff.element ?? 'case'} ${state}`,
    );

  it('is signed for what stands there, and the later signature takes the place of the earlier', () => {
    const once = after(files, made(files, { kind: 'signOff', role: 'author', element: 'G2' }, options));
    expect(signed(once)).toEqual(['author Ada G2 current']);
    const both = after(once, made(once, { kind: 'signOff', role: 'decision maker', who: 'Bo' }, options));
    expect(signed(both)).toEqual(['author Ada G2 current', 'decision maker Bo case current']);
    const changed = after(both, made(both, { kind: 'setText', element: 'Sn1', text: 'Other tests' }, options));
    expect(signed(changed)).toEqual(['author Ada G2 stale', 'decision maker Bo case stale']);
    const again = after(
      changed,
      made(changed, { kind: 'signOff', role: 'author', element: 'G2', statement: 'Read' }, options),
    );
    expect(signed(again)).toEqual(['author Ada G2 current', 'decision maker Bo case stale']);
  });

  it('refuses to sign what was not read', () => {
    expect(refusal(files, { kind: 'signOff', role: 'author', element: 'G2', of: 'sha256:0' }, options).reason).toBe(
      'G2 is not as it was when it was read',
    );
    expect(refusal(files, { kind: 'signOff', role: 'author' }).reason).toBe('a signature says who signed');
  });

  it('waives a finding', () => {
    const intent: Intent = { kind: 'waive', rule: 'undeveloped', at: 'G2', because: 'Soon', until: '2027-01-31' };
    expect(changeOf(files, intent, options)).toBe(
      `+waivers:
+  - rule: undeveloped
+    at: G2
+    because: Soon
+    by: Ada
+    until: 2027-01-31`,
    );
    expect(refusal(files, { ...intent, at: 'G22' }, options)).toMatchObject({ reason: 'there is no thing “G22”' });
  });
});

describe('patterns and several changes as one', () => {
  it('are used by a new element', () => {
    expect(changeOf(files, { kind: 'usePattern', pattern: 'P1', with: { part: 'coder' }, under: 'G1' })).toBe(
      `-  G1: { text: No record leaks, supportedBy: [G2] }
+  G1: { text: No record leaks, supportedBy: [G2, G8] }
+  G8:
+    uses:
+      pattern: P1
+      with:
+        part: coder`,
    );
    expect(refusal(files, { kind: 'usePattern', pattern: 'P2', with: {} })).toMatchObject({
      reason: 'there is no pattern “P2”',
    });
    expect(refusal(files, { kind: 'usePattern', pattern: 'P1', with: {} }).reason).toBe(
      'the pattern P1 needs a value for part',
    );
  });

  it('made elements are changed in their pattern', () => {
    const used = after(files, made(files, { kind: 'usePattern', pattern: 'P1', with: { part: 'coder' }, under: 'G1' }));
    expect(refusal(used, { kind: 'setText', element: 'G8.Sn1', text: 'No' })).toEqual({
      reason: 'G8.Sn1 is made by the pattern P1',
      hint: 'Change the pattern, or G8, which uses it.',
    });
  });

  it('all happen, each on what the one before made, or none', () => {
    const batch: Intent = {
      kind: 'batch',
      intents: [
        { kind: 'add', type: 'goal', text: 'Caches are empty', under: 'G1' },
        { kind: 'add', type: 'solution', text: 'Dump of the caches', under: 'G8' },
        { kind: 'setDoubt', element: 'Sn2', of: 'doubt', doubt: 0.2 },
      ],
    };
    expect(made(files, batch)).toMatchObject({
      what: 'Add goal G8 under G1; Add solution Sn2 under G8; State the doubt of Sn2',
      select: 'Sn2',
    });
    expect(changeOf(files, batch)).toBe(
      `-  G1: { text: No record leaks, supportedBy: [G2] }
+  G1: { text: No record leaks, supportedBy: [G2, G8] }
+  G8:
+    text: Caches are empty
+    supportedBy: [Sn2]
+  Sn2:
+    text: Dump of the caches
+    doubt: 0.2`,
    );
    const broken: Intent = { ...batch, intents: [...batch.intents, { kind: 'setText', element: 'G99', text: 'No' }] };
    expect(refusal(files, broken).reason).toBe('step 4 of 4: there is no element “G99”');
    expect(refusal(files, { kind: 'batch', intents: [] }).reason).toBe('there is nothing to do');
  });
});
