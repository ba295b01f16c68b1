import { flawKinds, type MeasureSpec, type ResultName, resultsOf } from '@surety/core/case';
import { worstRequirementDoubt } from '@surety/core/statistics';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flag } from '../trials/index.js';
import { agreement, credibility, hazard, mean, repeats, survival } from './kinds.testing.js';
import { measureLogs } from './measure.js';
import { logOf } from './specs.testing.js';

const share = fc.constantFrom(0, 0.1, 0.4, 0.75, 1);
const row = fc.record({
  sample: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  bits: fc.constantFrom(0, 0, 0, ...Object.values(flag)),
  credit: share,
  advisor: share,
  human: share,
  yes: fc.boolean(),
  hours: fc.constantFrom(0, 2, 5, 9, 40),
  ann: fc.constantFrom('x', 'y'),
  bob: fc.constantFrom('x', 'y'),
});

/** Values of a requirement to try for each result. */
const bounds: Readonly<Partial<Record<ResultName, readonly number[]>>> = {
  excess: [-0.4, 0, 0.3],
  hazard: [0.01, 0.1, 0.6],
};

describe('“worst” is never better for the claim than any policy that could be stated', () => {
  test.each<[string, MeasureSpec]>([
    ['mean', mean()],
    ['mean of clusters', mean({ clusterBy: 'ann' })],
    ['mean of rows', mean({ groupBy: 'none' })],
    ['credibility', credibility({ outcome: 'yes' })],
    ['credibility by the logarithm', credibility({ outcome: 'yes', rule: 'log', floor: 0.05 })],
    ['repeats', repeats({ success: 'yes == true' })],
    ['hazard', hazard({ event: 'yes' })],
    ['survival', survival({ event: 'yes', at: 6 })],
    ['agreement', agreement()],
  ])('%s', (_name, spec) => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 3, maxLength: 14 }),
        fc.tuple(
          ...flawKinds.map(() => fc.constantFrom('exclude', 'count as success', 'count as failure', 'worst' as const)),
        ),
        fc.nat(2),
        fc.constantFrom('<=', '>=' as const),
        (rows, policies, at, direction) => {
          const log = logOf(
            rows.map(({ sample, bits }, epoch) => [sample, epoch, bits]),
            {
              fields: Object.fromEntries(
                (['credit', 'advisor', 'human', 'yes', 'hours', 'ann', 'bob'] as const).map((name) => [
                  name,
                  rows.map((each) => each[name]),
                ]),
              ),
            },
          ) as Parameters<typeof measureLogs>[1][number];
          const renamed = spec.kind === 'hazard' || spec.kind === 'survival' ? { ...spec, time: 'hours' } : spec;
          const stated = { ...renamed, ...Object.fromEntries(flawKinds.map((kind, i) => [kind, policies[i]!])) };
          const worst = measureLogs(renamed, [log]);
          const other = measureLogs(stated as MeasureSpec, [log]);
          // Whether there is anything to count does not depend on the policy.
          expect(other.ok).toBe(worst.ok);
          if (!worst.ok || !other.ok) return;
          for (const result of resultsOf[spec.kind]) {
            const value = (bounds[result] ?? [0.1, 0.5, 0.9])[at]!;
            const required = { result, direction: direction as '<=' | '>=', value, margin: 1 };
            const most = worstRequirementDoubt(worst.value.results, required).doubt;
            expect(most).toBeGreaterThanOrEqual(
              worstRequirementDoubt(other.value.results, required).doubt * (1 - 1e-9),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
