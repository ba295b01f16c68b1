import { expect, it } from 'vitest';
import type { Counts, Measure } from '../../case/index.js';
import { example } from '../example.js';
import { findingsIn } from '../examples.testing.js';

const counts: Counts = { kind: 'binomial', events: 1, trials: 9 };
const measured = (policy: Measure['results'][number]['policy']): Measure => ({
  state: { kind: 'fresh' },
  digests: [],
  reader: 'csv 1',
  models: [],
  results: [{ policy, counts }],
  notes: [],
});

const found = (measure: string, uses: string, policy: Measure['results'][number]['policy']) =>
  findingsIn(
    example(
      `
${uses}
evidence:
  e: { source: e.csv, measure: ${measure} }
`,
      { measures: { e: measured(policy) } },
    ),
    'flattering-policy',
  ).length;

const leaf = (requires: string) => `argument: { Sn1: { text: A, evidence: e, requires: ${requires} } }`;
const quantity = 'quantities: { p: { evidence: e } }';
const rate = (policy: string) => `{ kind: rate, success: score >= 1, ${policy} }`;
const detection = (policy: string) => `{ kind: detection, score: s, attack: a, auditFraction: 0.1, ${policy} }`;
const difference = (policy: string) =>
  `{ kind: difference, success: score >= 1, arm: a, treated: x, control: y, ${policy} }`;
const occurs = { errors: 'exclude' } as const;

it.each<[string, string, string, Measure['results'][number]['policy'], number]>([
  ['the default', rate('errors: worst'), leaf('{ rate: "<= 0.1" }'), occurs, 0],
  ['exclusion', rate('errors: exclude'), leaf('{ rate: "<= 0.1" }'), occurs, 1],
  ['exclusion where no such trial occurs', rate('errors: exclude'), leaf('{ rate: "<= 0.1" }'), {}, 0],
  ['exclusion, for a quantity', rate('errors: exclude'), quantity, occurs, 1],
  ['the event, where few are required', rate('errors: count as success'), leaf('{ rate: "<= 0.1" }'), occurs, 0],
  ['the event, for a quantity', rate('errors: count as success'), quantity, occurs, 0],
  ['the event, where many are required', rate('errors: count as success'), leaf('{ rate: ">= 0.9" }'), occurs, 1],
  ['no event, where few are required', rate('errors: count as failure'), leaf('{ rate: "<= 0.1" }'), occurs, 1],
  ['an attack caught', detection('errors: count as success'), leaf('{ miss: "<= 0.1" }'), occurs, 1],
  ['an attack missed', detection('errors: count as failure'), leaf('{ miss: "<= 0.1" }'), occurs, 0],
  [
    'of the other class',
    detection('errors: count as success'),
    leaf('{ miss: "<= 0.1" }'),
    { other: { class: 'benign', errors: 'count as success' } },
    1,
  ],
  ['the same in both arms', difference('errors: count as success'), leaf('{ difference: "<= 0.1" }'), occurs, 1],
  ['what nothing rests on', rate('errors: exclude'), 'argument: { G1: { text: A } }', occurs, 0],
])('counting policies: %s', (_name, measure, uses, policy, findings) => {
  expect(found(measure, uses, policy)).toBe(findings);
});

it.each([
  ['{ rate: "<= 1" }', 1],
  ['{ rate: "<= 1", margin: 2 }', 0],
  ['{ rate: ">= 0" }', 1],
  ['{ rate: ">= 0.1" }', 0],
])('a requirement of %s', (requires, findings) => {
  const text = example(`\n${leaf(requires)}\nevidence:\n  e: { source: e.csv, measure: ${rate('errors: worst')} }\n`);
  expect(findingsIn(text, 'requirement-cannot-fail')).toHaveLength(findings);
});

it.each([
  ['{ difference: "<= 1" }', 1],
  ['{ difference: "<= 0" }', 0],
  ['{ difference: ">= -1" }', 1],
  ['{ ratio: ">= 0" }', 1],
  ['{ ratio: "<= 1000" }', 0],
])('a requirement of %s of two arms', (requires, findings) => {
  const text = example(
    `\n${leaf(requires)}\nevidence:\n  e: { source: e.csv, measure: ${difference('errors: worst')} }\n`,
  );
  expect(findingsIn(text, 'requirement-cannot-fail')).toHaveLength(findings);
  // A difference is a parameter whatever its bound: the step to the event is to be assessed.
  const step = text.text.replace('argument: {', 'argument: { G1: { text: B, supportedBy: [Sn1] },');
  expect(findingsIn({ ...text, text: step }, 'rate-is-not-event')).toHaveLength(1);
});

it.each([
  ['{ mean: "<= 20" }', 1],
  ['{ mean: "<= 19" }', 0],
  ['{ mean: ">= 10" }', 1],
  ['{ mean: ">= 10", margin: 2 }', 0],
])('a requirement of %s of scores from 10 to 20', (requires, findings) => {
  const mean = '{ kind: mean, value: score, range: [10, 20] }';
  const text = example(`\n${leaf(requires)}\nevidence:\n  e: { source: e.csv, measure: ${mean} }\n`);
  expect(findingsIn(text, 'requirement-cannot-fail')).toHaveLength(findings);
});
