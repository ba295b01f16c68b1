import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assess, upperEnd } from '@surety/core/doubt';
import { parse } from '@surety/core/language';
import { diagnose } from '@surety/core/rules';
import { formatLock, lockAll, measureAll, parseLock } from '@surety/evidence';
import { afterAll, beforeAll, expect, test } from 'vitest';

/*
 * Every kind of measure from the text of a case over a table to a doubt, a draw of a quantity and words; and the same from
 * the lock file alone. Each requirement is one that the table clearly meets.
 */

const kinds: readonly (readonly [id: string, measure: string, requires: string])[] = [
  ['mean', '{ kind: mean, value: credit, range: [0, 1] }', '{ mean: "<= 0.5" }'],
  ['clustered', '{ kind: mean, value: credit, range: [0, 1], clusterBy: task }', '{ mean: "<= 0.6" }'],
  [
    'brier',
    '{ kind: credibility, forecast: advisor, outcome: came, against: human, rule: brier }',
    '{ excess: "<= 0.05" }',
  ],
  [
    'logarithm',
    '{ kind: credibility, forecast: advisor, outcome: came, against: human, rule: log, floor: 0.05 }',
    '{ excess: "<= 0.3" }',
  ],
  ['repeats', '{ kind: repeats, success: passed == true, k: 2 }', '{ allPass: "<= 0.4" }'],
  ['any', '{ kind: repeats, success: passed == true, k: 2 }', '{ anyPass: "<= 0.8" }'],
  ['hazard', '{ kind: hazard, event: passed, time: hours, unit: hour }', '{ hazard: "<= 0.2" }'],
  ['survival', '{ kind: survival, event: passed, time: hours, at: 4 }', '{ survival: ">= 0.5" }'],
  ['worst', '{ kind: tail, elicitation: p, uses: 5000 }', '{ worstQuery: "<= 0.9" }'],
  ['use', '{ kind: tail, elicitation: p, uses: 12 }', '{ anyUse: "<= 0.8" }'],
  ['agreement', '{ kind: agreement, graders: [ann, bob] }', '{ agreement: ">= 0.8" }'],
];

const text = `surety: 1
case: { id: kinds, title: Kinds, status: draft }
decision: { question: q, window: { from: 2026-12-01, to: 2027-11-30 } }
outcomes:
  harm: { text: It happens, threshold: { probability: 0.9, per: window }, claim: G1 }
quantities:
${kinds.map(([id]) => `  q_${id}: { evidence: ${id} }`).join('\n')}
argument:
  G1: { text: It does not happen, supportedBy: [${kinds.map(([id]) => `Sn-${id}`).join(', ')}], inference: { elicited: 0.01, because: r } }
${kinds.map(([id, , requires]) => `  Sn-${id}: { text: ${id} is met, evidence: ${id}, requires: ${requires} }`).join('\n')}
evidence:
${kinds.map(([id, measure]) => `  ${id}: { source: trials.csv, reader: csv, measure: ${measure} }`).join('\n')}
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'surety-kinds-'));
  const rows = Array.from({ length: 200 }, (_, at) => {
    const sample = Math.floor(at / 2);
    const passed = sample % 10 === 0 && at % 2 === 0;
    const came = sample % 3 === 0;
    return [
      sample,
      (at % 2) + 1,
      passed,
      ['0', '0.25', '0.5'][sample % 3],
      `t${sample % 50}`,
      came ? 0.8 : 0.1,
      0.4,
      came,
      6 + (sample % 4),
      ((sample % 97) + 1) / 1000,
      sample % 5,
      sample % 5,
    ];
  });
  const header = 'sample,epoch,passed,credit,task,advisor,human,came,hours,p,ann,bob';
  writeFileSync(join(folder, 'trials.csv'), `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const options = { asOf: '2026-11-28', seed: 1, trials: { randomisations: 4, points: 64 } };

test('every kind has a doubt, draws and words, also from the lock alone', async () => {
  const parsed = parse([{ path: 'case.yaml', text }]);
  expect(parsed.diagnostics).toEqual([]);
  const of = parsed.case!;
  const fresh = await measureAll(of, folder, {});
  expect(fresh.problems).toEqual([]);
  const assessed = assess(of, fresh.measures, options);
  for (const [id] of kinds) {
    const leaf = assessed.leaves.find((one) => one.id === `Sn-${id}`)!;
    expect(upperEnd(leaf.doubt!), id).toBeGreaterThan(0);
    expect(upperEnd(leaf.doubt!), id).toBeLessThan(0.3);
    expect(leaf.how, id).toMatch(/bound|estimate/);
    const quantity = assessed.quantities.find(({ name }) => name === `q_${id}`)!;
    expect(Number.isFinite(quantity.mean), id).toBe(true);
  }
  expect(assessed.leaves.find(({ id }) => id === 'Sn-worst')!.how).toContain('no bound');

  const { lock, problems } = await lockAll(of, folder, { lockedAt: '2026-11-28' });
  expect(problems).toEqual([]);
  const read = parseLock(Buffer.from(formatLock(lock)), 'surety.lock');
  if (!read.ok) throw new Error(`${read.problem.message}: ${read.problem.expected}`);
  renameSync(join(folder, 'trials.csv'), join(folder, 'away.csv'));
  const { measures } = await measureAll(of, folder, { lock: read.value });
  for (const [id] of kinds) {
    expect(measures[id]!.state.kind, id).toBe('locked');
    expect(measures[id]!.results, id).toEqual(fresh.measures[id]!.results);
  }
});

const bare = (requires: string, measure: string) => `surety: 1
case: { id: one, title: One, status: draft }
decision: { question: q, window: { from: 2026-12-01, to: 2027-11-30 }, exposure: { tasks: 100000 } }
outcomes:
  harm: { text: It happens, threshold: { probability: 0.9, per: window }, claim: G1 }
argument:
  G1: { text: It does not happen, supportedBy: [Sn1] }
  Sn1: { text: It is met, evidence: e, requires: ${requires} }
evidence:
  e: { source: trials.csv, reader: csv, measure: ${measure} }
`;

test('an excess of 0 is no event that does not come: the step is demanded', () => {
  const codes = (text_: string) => {
    const { case: of, ranges } = parse([{ path: 'case.yaml', text: text_ }]);
    return diagnose(of!, ranges, options).map(({ code }) => code);
  };
  const forecasts = '{ kind: credibility, forecast: advisor, outcome: came, against: human, rule: brier }';
  expect(codes(bare('{ excess: "<= 0" }', forecasts))).toContain('rate-is-not-event');
  expect(codes(bare('{ rate: "<= 0" }', '{ kind: rate, success: passed == true }'))).not.toContain('rate-is-not-event');
});

test('that no grader agreed is not taken for trials without a failure', () => {
  const measured = (kind: 'rate' | 'agreement') => {
    const measure =
      kind === 'rate' ? '{ kind: rate, success: passed == true }' : '{ kind: agreement, graders: [ann, bob] }';
    const of = parse([{ path: 'case.yaml', text: bare(`{ ${kind}: ">= 0.5" }`, measure) }]).case!;
    const counts = { kind: 'binomial', events: 0, trials: 50 } as const;
    const e = {
      state: { kind: 'fresh' },
      digests: [],
      reader: 'csv 1',
      models: [],
      notes: [],
      results: [{ policy: {}, counts }],
    } as const;
    return assess(of, { e }, options).notes.map(({ code }) => code);
  };
  expect(measured('rate')).toContain('extrapolation');
  expect(measured('agreement')).not.toContain('extrapolation');
});

test.each([
  ['survival', '{ survival: ">= 0.5" }', 'kind: survival, event: passed, time: hours, at: 4'],
  [
    'credibility',
    '{ excess: "<= 0.1" }',
    'kind: credibility, forecast: advisor, outcome: came, against: human, rule: brier',
  ],
  ['mean', '{ mean: "<= 0.5" }', 'kind: mean, value: credit, range: [0, 1]'],
])('%s: a policy that flatters wants a reason, one that hurts does not', (kind, requires, measure) => {
  const codes = (policy: string) => {
    const text_ = bare(requires, `{ ${measure}, errors: ${policy} }`);
    const { case: of, ranges } = parse([{ path: 'case.yaml', text: text_ }]);
    const counts = { kind: 'binomial', events: 1, trials: 50 } as const;
    const results = [{ policy: { errors: 'exclude' }, counts }] as const;
    const e = { state: { kind: 'fresh' }, digests: [], reader: 'csv 1', models: [], notes: [], results } as const;
    return diagnose(of!, ranges, { ...options, measures: { e } }).map(({ code }) => code);
  };
  const flatters = kind === 'credibility' ? 'count as success' : 'count as failure';
  const hurts = kind === 'credibility' ? 'count as failure' : 'count as success';
  expect(codes(flatters)).toContain('flattering-policy');
  expect(codes(hurts)).not.toContain('flattering-policy');
});
