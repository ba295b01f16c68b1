import { type CountingPolicy, type Counts, type FlawKind, flawKinds, type MeasureSpec } from '@surety/core/case';
import {
  differenceDoubt,
  pairedDifferenceDoubt,
  pairedRatioDoubt,
  ratioDoubt,
  requirementDoubt,
  worstRequirementDoubt,
} from '@surety/core/statistics';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flag } from '../trials/index.js';
import { measureLogs } from './measure.js';
import { detection, difference, logOf, rate } from './specs.testing.js';

/*
 * The default, `worst`, never makes a claim look better than any policy that could have been stated instead, for every kind
 * of flawed trial, by arm and by class. Every other way of counting is counted here apart, from the words of the manual.
 */

const bits: Record<FlawKind, number> = {
  errors: flag.error,
  invalid: flag.invalid,
  limits: flag.limit,
  refusals: flag.refused,
  partial: flag.partial,
};
const stated = ['exclude', 'count as success', 'count as failure'] as const;
type Stated = (typeof stated)[number];

/** Which of three things a flawed row is under a policy, else what it is. */
const asCounted = (flawed: boolean, outcome: boolean, policy: Stated): boolean | undefined =>
  !flawed ? outcome : policy === 'exclude' ? undefined : policy === 'count as success';

interface Row {
  readonly sample: number;
  readonly outcome: boolean;
  readonly flawed: boolean;
  readonly first: boolean;
  readonly score: number;
}

const drawnRow: fc.Arbitrary<Row> = fc.record({
  sample: fc.integer({ min: 0, max: 5 }),
  outcome: fc.boolean(),
  flawed: fc.boolean(),
  first: fc.boolean(),
  score: fc.integer({ min: 0, max: 4 }),
});
const drawnRows = fc.array(drawnRow, { minLength: 1, maxLength: 14 });
const direction = fc.constantFrom('<=' as const, '>=' as const);

function log(rows: readonly Row[], kind: FlawKind) {
  return logOf(
    rows.map(({ sample, flawed }, at) => [`s${sample}`, at, flawed ? bits[kind] : 0] as const),
    {
      fields: {
        passed: rows.map(({ outcome }) => outcome),
        arm: rows.map(({ first }) => (first ? 'model' : 'search')),
        attack: rows.map(({ first }) => first),
        suspicion: rows.map(({ score }) => score),
      },
    },
  );
}

function worstDoubt(
  spec: MeasureSpec,
  rows: readonly Row[],
  kind: FlawKind,
  required: Parameters<typeof requirementDoubt>[1],
) {
  const measured = measureLogs(spec, [log(rows, kind)]);
  if (!measured.ok) throw new Error(measured.problem.message);
  expect(measured.value.results.length).toBeLessThanOrEqual(6);
  return worstRequirementDoubt(measured.value.results, required).doubt;
}

/** Samples: an event in any row that counts, or in all of them; none where no row counts. */
function bySample(rows: readonly Row[], all: boolean, count: (row: Row) => boolean | undefined): Map<number, boolean> {
  const found = new Map<number, boolean>();
  for (const row of rows) {
    const outcome = count(row);
    if (outcome === undefined) continue;
    const known = found.get(row.sample);
    found.set(row.sample, known === undefined ? outcome : all ? known && outcome : known || outcome);
  }
  return found;
}

function eventsOf(samples: Iterable<boolean>) {
  const list = [...samples];
  return { events: list.filter((event) => event).length, trials: list.length };
}

/** The same rows, the flawed ones good and with this outcome. */
function known(rows: readonly Row[], outcome: boolean): readonly Row[] {
  return rows.map((row) => (row.flawed ? { ...row, flawed: false, outcome } : row));
}

const slack = 1 + 1e-9;

describe.each(flawKinds)('%s', (kind) => {
  test('of a rate', () => {
    fc.assert(
      fc.property(drawnRows, direction, fc.constantFrom(0.2, 0.5, 0.9), (rows, sign, value) => {
        fc.pre(rows.some(({ flawed }) => !flawed));
        const required = { direction: sign, value, margin: 1 };
        const worst = worstDoubt(rate('passed'), rows, kind, required);
        for (const policy of stated) {
          const counted = bySample(rows, false, ({ flawed, outcome }) => asCounted(flawed, outcome, policy));
          const counts: Counts = { kind: 'binomial', ...eventsOf(counted.values()) };
          expect(requirementDoubt(counts, required).doubt).toBeLessThanOrEqual(worst * slack);
        }
        // Nor better than had every flawed row been a good one, whatever its outcome.
        for (const outcome of [true, false]) {
          expect(worstDoubt(rate('passed'), known(rows, outcome), kind, required)).toBeLessThanOrEqual(worst * slack);
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each(['attack', 'benign'] as const)('of a detection, of the class %s', (flawedClass) => {
    fc.assert(
      fc.property(
        drawnRows,
        direction,
        fc.constantFrom('share' as const, 'fixed' as const),
        (drawn, sign, threshold) => {
          const rows = [
            ...drawn.map((row) => ({ ...row, flawed: row.flawed && row.first === (flawedClass === 'attack') })),
            { sample: 6, outcome: true, flawed: false, first: true, score: 2 },
            { sample: 7, outcome: true, flawed: false, first: false, score: 2 },
          ];
          const required = { direction: sign, value: 0.5, margin: 1 };
          const auditFraction = 0.4;
          const worst = worstDoubt(detection({ auditFraction, threshold }), rows, kind, required);
          for (const policy of stated) {
            const scored = rows.flatMap((row) => {
              if (!row.flawed) return [row];
              if (policy === 'exclude') return [];
              // The monitor's success: an attack that looks worst, a benign row that looks best.
              return [{ ...row, score: (policy === 'count as success') === row.first ? Infinity : -Infinity }];
            });
            const calm = scored.filter(({ first }) => !first).map(({ score }) => score);
            if (threshold === 'share') {
              // A missed flawed attack is missed at any threshold, a caught one at none.
              const rankOf = ({ flawed, score }: Row) =>
                flawed ? (score > 0 ? 0 : calm.length + 1) : calm.filter((each) => each >= score).length;
              const bySampleRank = new Map<number, number>();
              for (const row of scored.filter(({ first }) => first)) {
                bySampleRank.set(row.sample, Math.max(bySampleRank.get(row.sample) ?? 0, rankOf(row)));
              }
              const ranks = [...bySampleRank.values()];
              const counts: Counts = {
                kind: 'detection',
                benign: calm.length,
                audit: auditFraction,
                strata: [{ name: 'all', trials: ranks.length, ranks: ranks.map((rank) => ({ rank, attacks: 1 })) }],
              };
              expect(requirementDoubt(counts, required).doubt).toBeLessThanOrEqual(worst * slack);
            } else {
              const sorted = [...calm].sort((a, b) => b - a);
              const limit = sorted[Math.floor(auditFraction * sorted.length)]!;
              const missed = bySample(
                scored.filter(({ first }) => first),
                false,
                ({ flawed, score }) => (flawed ? score < 0 : !(score > limit)),
              );
              const counts: Counts = { kind: 'binomial', ...eventsOf(missed.values()) };
              expect(requirementDoubt(counts, required).doubt).toBeLessThanOrEqual(worst * slack);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each([
    ['treated', false],
    ['control', false],
    ['both', false],
    ['treated', true],
    ['control', true],
    ['both', true],
  ] as const)('of a difference, of the arm %s, paired: %s', (flawedArm, paired) => {
    const result = fc.constantFrom('difference' as const, 'ratio' as const);
    const value = fc.constantFrom(-0.2, 0, 0.3, 0.6);
    fc.assert(
      fc.property(drawnRows, direction, result, value, (drawn, sign, name, limit) => {
        const rows = [
          ...drawn.map((row) => ({
            ...row,
            flawed: row.flawed && (flawedArm === 'both' || row.first === (flawedArm === 'treated')),
          })),
          { sample: 6, outcome: true, flawed: false, first: true, score: 2 },
          { sample: 6, outcome: false, flawed: false, first: false, score: 2 },
        ];
        fc.pre(name === 'difference' || limit > 0);
        const required = { result: name, direction: sign, value: limit, margin: 1 };
        const worst = worstDoubt(difference({ paired }), rows, kind, required);
        // The policy of each arm by itself.
        for (const forTreated of stated) {
          for (const forControl of stated) {
            const arm = (first: boolean, policy: Stated) =>
              bySample(
                rows.filter((row) => row.first === first),
                false,
                ({ flawed, outcome }) => asCounted(flawed, outcome, policy),
              );
            const [treated, control] = [arm(true, forTreated), arm(false, forControl)];
            const found = paired
              ? pairedDoubt(treated, control, name, sign, limit)
              : unpairedDoubt(eventsOf(treated.values()), eventsOf(control.values()), name, sign, limit);
            expect(found).toBeLessThanOrEqual(worst * slack);
          }
        }
        // Nor better than had every flawed row been a good one, all of an arm with one outcome.
        for (const ofTreated of [true, false]) {
          const rowsOf = (first: boolean, outcome: boolean) =>
            known(rows, outcome).filter((row) => row.first === first);
          const good = [...rowsOf(true, ofTreated), ...rowsOf(false, !ofTreated)];
          expect(worstDoubt(difference({ paired }), good, kind, required)).toBeLessThanOrEqual(worst * slack);
        }
      }),
      { numRuns: 60 },
    );
  });
});

type Arm = { readonly events: number; readonly trials: number };

function unpairedDoubt(treated: Arm, control: Arm, name: 'difference' | 'ratio', sign: '<=' | '>=', limit: number) {
  if (name === 'ratio') {
    return sign === '<=' ? ratioDoubt(treated, control, limit) : ratioDoubt(control, treated, 1 / limit);
  }
  return sign === '<=' ? differenceDoubt(treated, control, limit) : differenceDoubt(control, treated, -limit);
}

function pairedDoubt(
  treated: Map<number, boolean>,
  control: Map<number, boolean>,
  name: 'difference' | 'ratio',
  sign: '<=' | '>=',
  limit: number,
) {
  const pairs = [...treated].flatMap(([sample, event]) => {
    const other = control.get(sample);
    return other === undefined ? [] : [[event, other] as const];
  });
  const count = (is: (t: boolean, c: boolean) => boolean) => ({
    events: pairs.filter(([t, c]) => is(t, c)).length,
    trials: pairs.length,
  });
  const [only, other] = [count((t, c) => t && !c), count((t, c) => c && !t)];
  const [first, second] = [count((t) => t), count((_, c) => c)];
  const up = { treatedOnly: only, controlOnly: other, treated: first, control: second };
  const down = { treatedOnly: other, controlOnly: only, treated: second, control: first };
  if (name === 'ratio') return sign === '<=' ? pairedRatioDoubt(up, limit) : pairedRatioDoubt(down, 1 / limit);
  return sign === '<=' ? pairedDifferenceDoubt(up, limit) : pairedDifferenceDoubt(down, -limit);
}

test('several kinds of flaw at once, each under a policy of its own', () => {
  const row = fc.record({
    sample: fc.integer({ min: 0, max: 5 }),
    outcome: fc.boolean(),
    kind: fc.constantFrom<FlawKind | undefined>(undefined, undefined, 'errors', 'limits', 'refusals'),
    cluster: fc.constantFrom('a', 'b', 'c'),
  });
  const clusters = fc.constantFrom(undefined, 'worst' as const, 'robust' as const);
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 10 }), direction, clusters, (rows, sign, method) => {
      fc.pre(rows.some(({ kind }) => kind === undefined));
      const source = logOf(
        rows.map(({ sample, kind }, at) => [`s${sample}`, at, kind === undefined ? 0 : bits[kind]] as const),
        {
          fields: {
            passed: rows.map(({ outcome }) => outcome),
            cluster: rows.map(({ cluster }) => cluster),
          },
        },
      );
      const required = { direction: sign, value: 0.5, margin: 1 };
      const options = method === undefined ? {} : { clusterBy: 'cluster', clusters: method };
      const doubtOf = (policies: Partial<Record<FlawKind, CountingPolicy>>) => {
        const found = measureLogs(rate('passed', { ...options, ...policies }), [source]);
        if (!found.ok) throw new Error(found.problem.message);
        return worstRequirementDoubt(found.value.results, required).doubt;
      };
      const worst = doubtOf({});
      for (const errors of stated)
        for (const limits of stated)
          for (const refusals of stated) {
            expect(doubtOf({ errors, limits, refusals })).toBeLessThanOrEqual(worst * slack);
          }
    }),
    { numRuns: 40 },
  );
});
