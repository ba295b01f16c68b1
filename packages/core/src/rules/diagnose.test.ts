import { describe, expect, it } from 'vitest';
import { type Element, isQuantified, lookup } from '../case/index.js';
import { example } from './example.js';
import { diagnosticsIn, read, someDay } from './examples.testing.js';
import { check, diagnose, rules } from './index.js';

/** A case with a fault of (nearly) every kind that can stand beside the others. */
const faulty = `surety: 1
case: { id: faulty, title: Every fault at once, status: accepted, budget: { probability: 1e-4, per: window } }
policy: { inference: required }
decision: { kind: continue, window: { from: 2026-12-01, to: 2027-02-28 } }
outcomes:
  escape: { text: The agent escapes, threshold: { probability: 1e-3, per: window }, claim: G1 }
  sabotage: { text: The agent sabotages the build }
system:
  coder: { kind: model, watches: [coder], capability: 9 }
  watchdog: { kind: model, model: { name: Guard-1, digest: "sha256:0c77" }, watches: [codr] }
assumptions:
  A1: { text: Nobody removes the sandbox, indicator: alarms }
argument:
  G1: { text: The agent does not escape, supportedBy: [S1, S1, C1, Sn1, G99] }
  C1: { text: The sandbox as deployed, doubt: 0.1, inContextOf: [A1] }
  S1:
    text: Diverse legs
    combine: any
    dependence: { independent: true }
    supportedBy: [G2, G3, Sn2]
  G2: { text: Unable to, subsystem: coder, holdsUntil: { capability: 8, tasks: 10 }, supportedBy: [Sn1, G1] }
  G3: { text: Prevented, category: control, subsystem: coder, outcome: escape, assumes: { coder: trusted, watchdog: trusted } }
  G4: { text: Forgotten, undeveloped: true, doubt: 0.1, inference: 0.1 }
  Sn1: { text: Range evaluation, evidence: range, requires: { rate: "<= 0.05" } }
  Sn2: { text: Red-team report, evidence: redteam, requires: { rate: "<= 0.05" } }
  D1: { text: Nobody looked, challenges: G2 -> Sn9 }
  D2: { text: Too old, challenges: D1, status: open, answeredBy: Sn1 }
quantities:
  p: 1 - q
  q: 1 - p
  max: 1 +
evidence:
  range: { source: range.csv, about: { subsystem: coder }, expires: 2026-11-01, measure: { kind: rate, success: score >= 1 } }
  redteam: { source: redteam.csv, about: { subsystem: watchdog, model: Guard-0 }, expires: 2027-01-01 }
interactions:
  - { kind: collusion, outcome: escape, arguedBy: G4, dismissed: No }
dismissed:
  - { subsystem: watchdog, outcome: espace }
dependence:
  - { name: one, members: [Sn1, G2], beta: 0 }
  - { name: two, members: [Sn1], beta: 0.1 }
waivers:
  - { rule: undeveloped, at: G4, until: 2026-01-01 }
  - { rule: cycel }
review: { required: [author] }
`;

describe('a case with many faults at once', () => {
  const found = diagnosticsIn({ text: faulty });

  it('has the same errors where errors alone are asked for', () => {
    const { of, ranges } = read({ text: faulty });
    const errors = diagnose(of, ranges, { asOf: someDay, errorsOnly: true });
    expect(errors).toEqual(found.filter(({ severity }) => severity === 'error'));
    expect([errors.length > 10, errors.length < found.length]).toEqual([true, true]);
  });

  it('has them all, in the order of the text', () => {
    const offsets = found.map((one) => one.range.start.offset);
    expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
    expect(found.map((one) => `${one.range.start.line}:${one.range.start.column} ${one.code}`)).toMatchInlineSnapshot(`
      [
        "2:75 over-budget",
        "4:1 no-exposure",
        "6:3 risk-case-missing",
        "6:3 interaction-not-covered",
        "6:3 interaction-not-covered",
        "6:3 interaction-not-covered",
        "6:3 interaction-not-covered",
        "6:3 interaction-not-covered",
        "6:3 argued-by-undeveloped",
        "6:38 threshold-not-approved",
        "7:3 no-claim",
        "7:3 risk-case-missing",
        "7:3 no-threshold",
        "7:3 interaction-not-covered",
        "7:3 interaction-not-covered",
        "7:3 interaction-not-covered",
        "7:3 interaction-not-covered",
        "7:3 interaction-not-covered",
        "7:3 interaction-not-covered",
        "9:3 model-without-version",
        "9:3 subsystem-not-covered",
        "9:35 watches-itself",
        "10:3 subsystem-not-covered",
        "10:3 subsystem-not-covered",
        "10:87 unknown-subsystem",
        "12:3 no-doubt-stated",
        "12:3 assumption-without-owner",
        "12:54 unknown-indicator",
        "14:3 claim-without-context",
        "14:42 inference-required",
        "14:60 duplicate-edge",
        "14:64 support-ends",
        "14:68 claim-on-evidence",
        "14:73 unknown-element",
        "15:40 doubt-without-truth",
        "15:47 doubt-provenance",
        "15:66 context-ends",
        "19:17 independence-unreasoned",
        "19:17 independent-legs-share-origin",
        "20:5 inference-required",
        "20:27 strategy-step",
        "21:70 beyond-limit",
        "21:80 no-axis-value",
        "21:86 inference-required",
        "21:105 cycle",
        "22:3 no-support",
        "22:98 trusted-monitor-unargued",
        "22:98 control-trusts-its-subject",
        "22:117 trusted-monitor-unargued",
        "23:3 stray-root",
        "23:26 undeveloped",
        "23:26 undeveloped-and-more",
        "23:52 doubt-provenance",
        "23:57 inference-without-support",
        "23:68 doubt-provenance",
        "24:61 rate-is-not-event",
        "25:62 requirement-without-measure",
        "25:62 rate-is-not-event",
        "26:3 challenge-open",
        "26:3 challenge-provenance",
        "26:42 unknown-link",
        "27:3 unreachable",
        "27:3 challenge-open",
        "27:3 challenge-provenance",
        "27:36 challenge-to-challenge",
        "27:48 challenge-status",
        "27:66 not-a-goal",
        "29:10 quantity-cycle",
        "31:3 reserved-quantity-name",
        "31:10 expression-syntax",
        "33:3 evidence-provenance",
        "33:3 evidence-about-nothing",
        "33:69 evidence-stale",
        "34:3 evidence-provenance",
        "34:72 evidence-other-model",
        "34:92 expires-in-window",
        "36:5 argued-and-dismissed",
        "36:51 argued-elsewhere",
        "38:5 dismissal-without-reason",
        "38:37 unknown-outcome",
        "40:5 independence-unreasoned",
        "40:33 member-not-leaf",
        "41:5 dependence-unreasoned",
        "41:27 group-too-small",
        "41:28 groups-overlap",
        "43:5 waiver-incomplete",
        "43:41 waiver-expired",
        "44:5 waiver-incomplete",
        "44:13 unknown-rule",
        "45:22 signoff-missing",
      ]
    `);
  });

  it('has findings of most rules', () => {
    expect(new Set(found.map((one) => one.code)).size).toBeGreaterThan(60);
  });

  it('gives each finding the code and the severity of its rule, and one sentence', () => {
    for (const one of found) {
      const rule = rules.find(({ code }) => code === one.code);
      expect(one.severity).toBe(rule?.severity);
      expect(one.message).toMatch(/^[A-Z`“(\d]|^[A-Za-z]+\d/u);
      expect(one.message).not.toMatch(/undefined|\[object|\.$/);
    }
  });

  it('is the same every time', () => {
    expect(diagnosticsIn({ text: faulty })).toEqual(found);
  });
});

describe('several files', () => {
  it('are in the order of their names', () => {
    const files = { 'a.yaml': 'argument:\n  G9: { text: Z }\n' };
    const found = diagnosticsIn({ ...example('argument:\n  G1: { text: A }\n'), files });
    expect([...new Set(found.map((one) => one.range.file))]).toEqual(['a.yaml', 'case.yaml']);
  });
});

describe('a finding inside an expression', () => {
  const place = (quantity: string) =>
    diagnosticsIn(example(`quantities:\n  p: ${quantity}\n`))
      .filter((one) => one.code === 'unknown-quantity')
      .map(({ range }) => [range.start.line, range.start.column, range.end.column]);

  it('is at the name', () => expect(place('1 - mis * 2')).toEqual([[4, 10, 13]]));
  it('is at the whole text where that is quoted or folded', () => {
    expect(place('"1 - mis * 2"')).toEqual([[4, 6, 19]]);
  });
});

describe('whether a case is quantified', () => {
  const isIt = (body: string) => isQuantified(read(example(body)).of);

  it.each([
    ['a doubt', 'argument:\n  G1: { text: A, doubt: 0.1 }', true],
    ['an inference', 'argument:\n  G1: { text: A, supportedBy: G2, inference: 0.1 }\n  G2: { text: B }', true],
    ['a requirement on evidence', 'argument:\n  Sn1: { text: A, evidence: e, requires: { rate: "<= 0.1" } }', true],
    ['evidence without a requirement', 'argument:\n  Sn1: { text: A, evidence: e }', false],
    ['a strength', 'argument:\n  D1: { text: A, challenges: G1, strength: 0.1 }', true],
    ['a challenge without a strength', 'argument:\n  D1: { text: A, challenges: G1 }', false],
    ['a limit', 'argument:\n  G1: { text: A, holdsUntil: { tasks: 1 } }', false],
    ['nothing', '', false],
  ])('by %s', (_what, body, expected) => expect(isIt(body)).toBe(expected));
});

describe('a case of 10,000 elements', () => {
  const { of } = read(example('argument:\n  G0: { text: A, undeveloped: true }\n'));
  const [root] = of.elements as [Element];
  const size = 10_000;
  const id = (i: number) => (i * 3 + 1 < size ? `G${i}` : `Sn${i}`);
  const elements = Array.from({ length: size }, (_, i): Element => {
    const origin = { file: 'case.yaml', path: ['argument', id(i)] };
    const children = [3 * i + 1, 3 * i + 2, 3 * i + 3].filter((child) => child < size);
    const supportedBy = children.map((child, at) => ({
      // One in a hundred links is mistyped.
      to: child % 100 === 7 ? `X${child}` : id(child),
      optional: false,
      origin: { file: origin.file, path: [...origin.path, 'supportedBy', at] },
    }));
    const type = children.length > 0 ? 'goal' : 'solution';
    return { ...root, id: id(i), type, undeveloped: false, supportedBy, origin };
  });
  const large = { ...of, elements };

  it('is checked in full', () => {
    const found = check({ case: large, lookup: lookup(large), asOf: '2026-11-23' });
    expect(found.filter((one) => one.code === 'unknown-element')).toHaveLength(100);
    expect(found.filter((one) => one.code === 'cycle')).toHaveLength(0);
  });

  it('that is one long chain, closed to a circle, is checked without a deep call stack', () => {
    const chain = elements.map((element, i): Element => {
      const to = `G${(i + 1) % size}`;
      return { ...element, id: `G${i}`, type: 'goal', supportedBy: [{ to, optional: false, origin: element.origin }] };
    });
    const circular = { ...of, elements: chain };
    const found = check({ case: circular, lookup: lookup(circular), asOf: '2026-11-23' });
    expect(found.filter((one) => one.code === 'cycle')).toHaveLength(1);
  });
});

describe('a fault of a pattern', () => {
  const text = (waivers: string) => `surety: 1
case: { id: c, title: t }
patterns:
  P1:
    parameters: { s: what }
    argument:
      G1: { text: "{s}", supportedBy: [G2] }
      G2: { text: "{s} is tested", undeveloped: true }
argument:
  G1: { uses: { pattern: P1, with: { s: a } } }
  G2: { uses: { pattern: P1, with: { s: b } } }
  G3: { uses: { pattern: P1, with: { s: c } } }
${waivers}`;
  const undeveloped = (waivers = '') =>
    diagnosticsIn({ text: text(waivers) }).filter(({ code }) => code === 'undeveloped');

  it('is told once for all instances, with their names', () => {
    const [one, ...more] = undeveloped();
    expect(more).toEqual([]);
    expect(one?.message).toMatch(/G1\.G2.*\(and in 2 more instances: G2\.G2 and G3\.G2\)$/);
    expect(one?.related?.map(({ message }) => /G\d\.G2/.exec(message)?.[0])).toEqual(['G2.G2', 'G3.G2']);
  });

  it('is not waived for all where it is for one', () => {
    const found = undeveloped(
      'waivers: [{ rule: undeveloped, at: G1.G2, because: later, by: me, until: 2027-01-01 }]\n',
    );
    expect(found.map(({ element, waived }) => [element, waived !== undefined])).toEqual([
      ['G1.G2', true],
      ['G2.G2', false],
    ]);
  });
});
