import type { Counts } from '@surety/core/case';
import { expect, test } from 'vitest';
import type { JsonObject } from '../json/index.js';
import { parseCounts } from './parse-counts.js';

const few = { events: 1, trials: 3 };

const kinds: {
  readonly [K in Exclude<Counts['kind'], 'binomial' | 'strata' | 'clusters' | 'draws'>]: Counts;
} & Readonly<Record<string, Counts>> = {
  'robust-clusters': { kind: 'robust-clusters', clusters: [few, few] },
  'beta-binomial': { kind: 'beta-binomial', clusters: [few] },
  conservative: { kind: 'conservative', ...few, confidence: 0.9, below: 1e-4 },
  sequential: { kind: 'sequential', ...few },
  computed: { kind: 'computed', probability: 0.01, events: { valve: 0.1 } },
  detection: {
    kind: 'detection',
    benign: 40,
    audit: 0.1,
    strata: [
      {
        name: 'all',
        trials: 3,
        ranks: [
          { rank: 0, attacks: 1 },
          { rank: 9, attacks: 2 },
        ],
      },
    ],
  },
  difference: { kind: 'difference', treated: few, control: { events: 0, trials: 0 } },
  'paired-difference': { kind: 'paired-difference', treatedOnly: few, controlOnly: few, treated: few, control: few },
  values: { kind: 'values', low: 0, high: 1, values: [{ value: 0.5, count: 3 }] },
  repeats: { kind: 'repeats', k: 2, samples: [{ successes: 1, repeats: 3, count: 4 }] },
  exposure: { kind: 'exposure', events: 2, exposure: 10.5, unit: 'hour' },
  tail: { kind: 'tail', uses: 100, queries: 3, highest: [0.3, 0.2], restMean: 0.1 },
};

const json = (counts: Counts) => JSON.parse(JSON.stringify(counts)) as JsonObject;

test.each(Object.keys(kinds))('%s is read as it was written', (kind) => {
  expect(parseCounts(json(kinds[kind]!))).toEqual(kinds[kind]);
});

test.each<[string, string, unknown]>([
  ['robust-clusters', 'clusters', [{ events: 4, trials: 3 }]],
  ['beta-binomial', 'clusters', 'none'],
  ['conservative', 'confidence', 1.5],
  ['conservative', 'below', null],
  ['sequential', 'events', 1.5],
  ['detection', 'audit', 2],
  ['detection', 'benign', -1],
  // More trials than ranks: some attack would be neither missed nor caught.
  ['detection', 'strata', [{ name: 'all', trials: 4, ranks: [{ rank: 0, attacks: 3 }] }]],
  ['difference', 'control', undefined],
  ['paired-difference', 'treated', [1, 3]],
  // Three pairs cannot differ in four ways.
  ['paired-difference', 'controlOnly', { events: 3, trials: 3 }],
  ['values', 'values', [{ value: 2, count: 1 }]],
  ['values', 'low', 1],
  ['values', 'values', [{ value: 0.5, count: 0.5 }]],
  ['repeats', 'samples', [{ successes: 4, repeats: 3, count: 1 }]],
  // Fewer repeats than k.
  ['repeats', 'samples', [{ successes: 1, repeats: 1, count: 1 }]],
  ['repeats', 'k', 0],
  ['exposure', 'exposure', -1],
  ['exposure', 'events', 1.5],
  ['exposure', 'unit', 3],
  ['tail', 'highest', [1, 0.2]],
  // Out of order, or more of the highest than queries.
  ['tail', 'highest', [0.2, 0.3]],
  ['tail', 'queries', 1],
  ['tail', 'uses', 0],
])('%s with another %s is refused', (kind, key, value) => {
  expect(parseCounts({ ...json(kinds[kind]!), [key]: value } as JsonObject)).toBeUndefined();
});
