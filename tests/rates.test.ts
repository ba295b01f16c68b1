import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '@surety/core/doubt';
import { parse } from '@surety/core/language';
import { diagnose } from '@surety/core/rules';
import { betaBinomialDoubt, differenceDoubt, ratioDoubt, robustDoubt, sequentialDoubt } from '@surety/core/statistics';
import { measureAll } from '@surety/evidence';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../packages/evidence/src/temporary.testing.js';

const asOf = '2026-11-23';
const rows = Array.from({ length: 40 }, (_, at) => ({
  arm: at % 2 === 0 ? 'model' : 'search',
  family: `f${at % 8}`,
  solved: at % 5 === 0 || at === 2,
}));
const csv = `arm,family,solved\n${rows.map((row) => `${row.arm},${row.family},${row.solved}`).join('\n')}\n`;
const count = (of: readonly (typeof rows)[number][]) => ({
  events: of.filter(({ solved }) => solved).length,
  trials: of.length,
});
const arms = [
  count(rows.filter(({ arm }) => arm === 'model')),
  count(rows.filter(({ arm }) => arm === 'search')),
] as const;
const families = [...new Set(rows.map(({ family }) => family))];
const clusters = families.map((name) => count(rows.filter(({ family }) => family === name)));
const all = count(rows);

const folder = temporaryFolder();
writeFileSync(join(folder, 'trials.csv'), csv);

/** From the text of a case and a table to the doubt of its leaf. */
async function doubtOf(measure: string, requires: string) {
  const text = `surety: 1
case: { id: rates, title: Rates, status: draft }
outcomes:
  o: { text: O, severity: serious, threshold: { probability: 0.5, per: window }, claim: G1 }
argument:
  G1: { text: It does not happen, supportedBy: [Sn1], inference: { elicited: 0, by: a, date: 2026-11-01, because: b } }
  Sn1: { text: Trials, evidence: e, requires: ${requires} }
evidence:
  e: { source: trials.csv, reader: csv, measure: ${measure} }
`;
  const parsed = parse([{ path: 'case.yaml', text }]);
  if (parsed.case === null) throw new Error(parsed.diagnostics.map(({ message }) => message).join('\n'));
  const { measures, problems } = await measureAll(parsed.case, folder, {});
  const { leaves } = assess(parsed.case, measures, { asOf });
  const findings = diagnose(parsed.case, parsed.ranges, { asOf, measures });
  const leaf = leaves.find(({ id }) => id === 'Sn1');
  return { leaf, problems, errors: findings.filter(({ severity }) => severity === 'error') };
}

const difference = '{ kind: difference, success: solved, arm: arm, treated: model, control: search }';
const clustered = (method: string) => `{ kind: rate, success: solved, clusterBy: family, clusters: ${method} }`;

test.each<[string, string, number]>([
  [difference, '{ difference: "<= 0.4" }', differenceDoubt(arms[0], arms[1], 0.4)],
  [difference, '{ difference: ">= -0.4" }', differenceDoubt(arms[1], arms[0], 0.4)],
  [difference, '{ difference: "<= 0.4", margin: 2 }', differenceDoubt(arms[0], arms[1], 0.2)],
  [difference, '{ ratio: "<= 6" }', ratioDoubt(arms[0], arms[1], 6)],
  [clustered('robust'), '{ rate: "<= 0.5" }', robustDoubt(clusters, 0.5)],
  [clustered('beta-binomial'), '{ rate: "<= 0.5" }', betaBinomialDoubt(clusters, 0.5)],
  [
    '{ kind: rate, success: solved, sequential: true }',
    '{ rate: "<= 0.5" }',
    sequentialDoubt(all.events, all.trials, 0.5),
  ],
  // There were events, so that the prior confidence is of no use.
  ['{ kind: rate, success: solved, prior: { confidence: 0.9, below: 0.01, because: b } }', '{ rate: "<= 0.5" }', 1],
])('%s, %s', async (measure, requires, doubt) => {
  const { leaf, problems, errors } = await doubtOf(measure, requires);
  expect({ problems, errors }).toEqual({ problems: [], errors: [] });
  expect(leaf?.doubt).toMatchObject({ mean: expect.closeTo(doubt, 12) });
});

test('how a difference was counted and what it shows is said', async () => {
  const { leaf } = await doubtOf(difference, '{ difference: "<= 0.4" }');
  expect(leaf?.counts).toBe('treated 5 of 20, control 4 of 20');
  expect(leaf?.how).toMatch(
    /^with treated 5 of 20, control 4 of 20, the exact bound of both arms, .* difference <= 0\.4/,
  );
});
