import { expect, test } from 'vitest';
import { parse } from './parse.js';
import { caseOf, elementOf, formatExample } from './texts.testing.js';

const file = 'case.yaml';
const example = caseOf([{ path: file, text: formatExample }]);
const at = (...path: (string | number)[]) => ({ file, path });

test('the example: what the case is', () => {
  const { id, title, status, owner, budget, policy, decision, origin } = example;
  expect({ id, title, status, owner, budget, policy, decision, origin }).toEqual({
    id: 'coding-agent',
    title: 'Internal coding agent, first quarter of deployment',
    status: 'draft',
    owner: 'safety-team',
    budget: { probability: 2e-3, per: 'window', origin: at('case', 'budget') },
    policy: { inference: 'listed', absentEvidence: 'locked' },
    decision: {
      kind: 'internal deployment',
      question: 'Deploy Coder-2 to 400 engineers with write access to repositories?',
      options: ['deploy', 'deploy with restrictions', 'do not deploy'],
      window: { from: '2026-12-01', to: '2027-02-28', origin: at('decision', 'window') },
      exposure: { tasks: 100000, instances: 500 },
      origin: at('decision'),
    },
    origin: at('case'),
  });
  expect(example.contentHash).toMatch(/^[0-9a-f]{64}$/);
  expect(example.catalogue).toBeUndefined();
  expect(example.chain).toBeUndefined();
  expect(example.modules).toEqual([]);
  expect(example.patterns).toEqual([]);
  expect(example.fmea).toEqual([]);
});

test('the example: outcomes and system', () => {
  expect(example.outcomes).toEqual([
    {
      id: 'exfiltration',
      text: "Model weights leave the company's control through the agent's actions",
      severity: 'catastrophic',
      threshold: {
        probability: 1e-3,
        per: 'window',
        criterion: 'mean',
        approved: { by: 'risk-committee', date: '2026-10-01' },
        origin: at('outcomes', 'exfiltration', 'threshold'),
      },
      claim: 'G1',
      origin: at('outcomes', 'exfiltration'),
    },
  ]);
  expect(example.system.map(({ id, kind }) => `${id}: ${kind}`)).toEqual([
    'coder: model',
    'watchdog: model',
    'sandbox: infrastructure',
    'repositories: infrastructure',
    'documents: infrastructure',
    'auditors: humans',
    'engineers: users',
  ]);
  expect(example.system[0]).toEqual({
    id: 'coder',
    kind: 'model',
    model: { name: 'Coder-2', digest: 'sha256:6b1f…' },
    copies: 500,
    capability: 6,
    access: { write: ['repositories', 'sandbox'], read: ['documents'], network: 'none' },
    watches: [],
    origin: at('system', 'coder'),
  });
  expect(example.system[1]?.watches).toEqual(['coder']);
  expect(example.system[5]?.auditFraction).toBe(0.02);
  expect(example.system[6]?.count).toBe(400);
});

test('the example: elements in the order of the text', () => {
  expect(example.elements.map(({ id, type }) => `${id} ${type}`)).toEqual([
    'A1 assumption',
    'G1 goal',
    'C1 context',
    'S1 strategy',
    'G2 goal',
    'Sn1 solution',
    'G4 goal',
    'G3 goal',
    'Sn2 solution',
    'G5 goal',
    'Sn3 solution',
    'D1 challenge',
    'R1 goal',
  ]);
  expect(example.elements.filter(({ riskCase }) => riskCase !== undefined).map(({ id }) => id)).toEqual(['R1']);
  expect(example.riskCases).toEqual([
    { outcome: 'exfiltration', claim: 'R1', origin: at('riskCases', 'exfiltration') },
  ]);
  expect(elementOf(example, 'R1').origin).toEqual(at('riskCases', 'exfiltration', 'argument', 'R1'));
});

test('the example: one element of each kind in full', () => {
  const plain = {
    public: false,
    supportedBy: [],
    inContextOf: [],
    combine: { kind: 'all' },
    legs: { kind: 'undeclared' },
    undeveloped: false,
    uninstantiated: false,
    assumes: [],
    holdsUntil: [],
    claimPoints: [],
    classes: [],
    defeated: false,
    layers: {},
    defeatedRelation: [],
  };
  expect(elementOf(example, 'A1')).toEqual({
    ...plain,
    id: 'A1',
    type: 'assumption',
    text: 'The weights servers resist external attackers in the window',
    owner: 'security',
    indicator: 'intrusion-alerts',
    doubt: {
      opinions: [
        {
          value: { kind: 'distribution', distribution: { kind: 'between', lo: 1e-5, hi: 2e-4 } },
          by: 'security-review',
          date: '2026-11-02',
          because: 'Two external tests this year',
          origin: at('assumptions', 'A1', 'doubt'),
        },
      ],
      origin: at('assumptions', 'A1', 'doubt'),
    },
    origin: at('assumptions', 'A1'),
  });
  expect(elementOf(example, 'S1')).toEqual({
    ...plain,
    id: 'S1',
    type: 'strategy',
    text: 'Diverse legs: unable to, and prevented if it tried',
    combine: { kind: 'any' },
    legs: { kind: 'beta', beta: 0.05, because: 'both legs lean on the same red team' },
    supportedBy: [
      { to: 'G2', optional: false, origin: at('argument', 'S1', 'supportedBy', 0) },
      { to: 'G3', optional: false, origin: at('argument', 'S1', 'supportedBy', 1) },
    ],
    origin: at('argument', 'S1'),
  });
  expect(elementOf(example, 'Sn1')).toEqual({
    ...plain,
    id: 'Sn1',
    type: 'solution',
    text: 'Cyber-range evaluation',
    evidence: 'cyber-range',
    requires: { result: 'rate', direction: '<=', value: 0.05, margin: 2, origin: at('argument', 'Sn1', 'requires') },
    origin: at('argument', 'Sn1'),
  });
  const { category, subsystem, outcome, block, inference, holdsUntil } = elementOf(example, 'G2');
  expect({ category, subsystem, outcome, block, holdsUntil }).toEqual({
    category: 'inability',
    subsystem: 'coder',
    outcome: 'exfiltration',
    block: 'dangerous-capability-evaluation',
    holdsUntil: [{ axis: 'capability', value: 8 }],
  });
  expect(inference?.opinions[0]).toMatchObject({
    value: { kind: 'number', value: 0.02 },
    by: 'capability-team',
    date: '2026-11-12',
  });
  expect(elementOf(example, 'G3').assumes).toEqual([
    { subsystem: 'coder', trust: 'untrustworthy' },
    { subsystem: 'engineers', trust: 'untrustworthy' },
    { subsystem: 'watchdog', trust: 'trusted' },
  ]);
  expect(elementOf(example, 'Sn2').doubt?.opinions).toEqual([
    { value: { kind: 'quantity', name: 'uncaught' }, origin: at('argument', 'Sn2', 'doubt') },
  ]);
  expect(elementOf(example, 'G4').undeveloped).toBe(true);
  expect(elementOf(example, 'D1').challenge).toEqual({
    target: { kind: 'element', element: 'G2', origin: at('argument', 'D1', 'challenges') },
    status: 'open',
    strength: {
      opinions: [{ value: { kind: 'number', value: 0.3 }, origin: at('argument', 'D1', 'strength') }],
      origin: at('argument', 'D1', 'strength'),
    },
    blocking: true,
    raisedBy: 'red-team',
    date: '2026-11-15',
  });
});

test('the example: quantities and evidence', () => {
  expect(example.quantities).toEqual([
    {
      name: 'attempts',
      unit: 'attempts per window',
      because: 'threat model TM-3',
      definition: { kind: 'distribution', distribution: { kind: 'between', lo: 5, hi: 200 } },
      origin: at('quantities', 'attempts'),
    },
    {
      name: 'p_miss',
      unit: 'probability per attempt',
      definition: { kind: 'evidence', evidence: 'watchdog-redteam' },
      origin: at('quantities', 'p_miss'),
    },
    {
      name: 'p_collude',
      unit: 'probability per attempt',
      because: '0 of 399 honeypots, Jeffreys',
      definition: { kind: 'distribution', distribution: { kind: 'beta', a: 0.5, b: 399.5 } },
      origin: at('quantities', 'p_collude'),
    },
    ...['uncaught', 'colludes'].map((name) => ({
      name,
      definition: {
        kind: 'expression',
        text: `1 - (1 - ${name === 'uncaught' ? 'p_miss' : 'p_collude'})^attempts`,
        origin: at('quantities', name),
      },
      origin: at('quantities', name),
    })),
  ]);
  const [range, redteam] = example.evidence;
  expect(range).toEqual({
    id: 'cyber-range',
    sources: [{ path: 'logs/cyber-range.eval', origin: at('evidence', 'cyber-range', 'source') }],
    pool: false,
    reader: 'inspect',
    by: 'range-team',
    about: { subsystem: 'coder', model: 'sha256:6b1f…' },
    collected: '2026-11-10',
    expires: '2027-03-01',
    measure: {
      kind: 'rate',
      success: 'score >= 1',
      groupBy: 'sample',
      errors: 'worst',
      invalid: 'worst',
      limits: 'worst',
      refusals: 'worst',
      partial: 'worst',
      origin: at('evidence', 'cyber-range', 'measure'),
    },
    keys: [],
    trials: [],
    map: {},
    origin: at('evidence', 'cyber-range'),
  });
  expect(redteam?.measure).toMatchObject({
    kind: 'detection',
    score: 'suspicion',
    attack: 'is_attack',
    strategy: 'strategy',
    auditFraction: 0.02,
  });
});

test('the example: the sections that are lists', () => {
  expect(example.interactions).toHaveLength(6);
  expect(example.interactions[0]).toEqual({
    kind: 'collusion',
    between: ['coder', 'watchdog'],
    outcome: 'exfiltration',
    arguedBy: 'G5',
    strategies: [],
    reasons: [],
    origin: at('interactions', 0),
  });
  expect(example.interactions[3]).toEqual({
    kind: 'cascade',
    between: [],
    outcome: 'exfiltration',
    dismissed: 'Agents share no channel; see C1',
    strategies: [],
    reasons: [],
    origin: at('interactions', 3),
  });
  expect(example.dismissed).toHaveLength(5);
  expect(example.dismissed[0]).toEqual({
    subsystem: 'sandbox',
    outcome: 'exfiltration',
    because: 'Has no agency and no copy of the weights',
    origin: at('dismissed', 0),
  });
  expect(example.dependence).toEqual([
    {
      name: 'shared base model',
      members: [
        { leaf: 'Sn1', origin: at('dependence', 0, 'members', 0) },
        { leaf: 'Sn3', origin: at('dependence', 0, 'members', 1) },
      ],
      beta: 0.1,
      because: 'a shared base model would sandbag the range and collude in the field',
      origin: at('dependence', 0),
    },
  ]);
  expect(example.indicators[0]).toEqual({
    id: 'audit-hits',
    tests: 'G3',
    source: 'prometheus: sum(increase(watchdog_confirmed_attempts[1d]))',
    breach: '> 0',
    every: '1h',
    origin: at('indicators', 'audit-hits'),
  });
  expect(example.waivers).toEqual([
    {
      rule: 'undeveloped',
      at: 'G4',
      because: 'Elicitation study runs until January',
      by: 'safety-team',
      until: '2027-01-31',
      origin: at('waivers', 0),
    },
  ]);
  expect(example.review).toEqual({
    required: ['author', 'independent assessor', 'decision maker'],
    signoffs: [],
    origin: { file: 'case.yaml', path: ['review', 'required'] },
  });
});

test('the example: every origin is a place of the text', () => {
  const { ranges } = parse([{ path: file, text: formatExample }]);
  const text = (range: { start: { offset: number }; end: { offset: number } }) =>
    formatExample.slice(range.start.offset, range.end.offset);
  expect(text(ranges.value(at('argument', 'S1', 'supportedBy', 1)))).toBe('G3');
  expect(text(ranges.key(at('argument', 'S1', 'supportedBy')))).toBe('supportedBy');
  expect(text(ranges.value(at('quantities', 'uncaught')))).toBe('1 - (1 - p_miss)^attempts');
  // What is not there is shown at what holds it.
  expect(text(ranges.value(at('argument', 'G4', 'doubt', 'by')))).toBe('G4');
  expect(ranges.value({ file: 'no such file', path: ['x'] }).start).toEqual({ offset: 0, line: 1, column: 1 });
});

test('line ends and a byte order mark change neither the case nor its hash', () => {
  const variants = [formatExample.replaceAll('\n', '\r\n'), `\uFEFF${formatExample}`];
  for (const text of variants) {
    expect(caseOf([{ path: file, text }])).toEqual(example);
    expect(caseOf([{ path: file, text: new TextEncoder().encode(text) }])).toEqual(example);
  }
});

test('the hash is of what is said, without the review', () => {
  const hash = (text: string) => caseOf([{ path: file, text }]).contentHash;
  expect(hash(formatExample.replace('signoffs: []', 'signoffs: [{ role: author, who: me, of: "sha256:0" }]'))).toBe(
    example.contentHash,
  );
  expect(hash(formatExample.replace('# step 1: the macrosystem', '# something else'))).toBe(example.contentHash);
  expect(hash(formatExample.replace('probability: 2e-3', 'probability: 3e-3'))).not.toBe(example.contentHash);
  // It is worked out when it is asked for: of a copy, and where nothing may be changed any more, too.
  const fresh = caseOf([{ path: file, text: formatExample }]);
  expect(Object.freeze(fresh).contentHash).toBe(example.contentHash);
  expect(structuredClone(caseOf([{ path: file, text: formatExample }])).contentHash).toBe(example.contentHash);
});
