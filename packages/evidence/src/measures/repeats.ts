import type { CountedResult, RepeatsSpec } from '@surety/core/case';
import { failed, ok, type Result } from '../problem.js';
import { plural } from '../text/index.js';
import type { PooledTrials } from '../trials/index.js';
import { flaw, flawNotes, maskOf, unmixedPolicies } from './flaw.js';
import { groupRows } from './groups.js';
import type { Measured } from './measured.js';
import { rowValues } from './row-values.js';
import { successOf } from './success.js';

/**
 * Whether k repeats of a sample all succeed, or any does: samples by how many of their epochs succeed. A flawed epoch is
 * left out, has succeeded or has failed, by its policy. A sample with fewer than k rows lacks repeats, and each that it
 * lacks counts as one that ended with an error; a sample that is left with fewer than k repeats is not counted.
 */
export function measureRepeats(spec: RepeatsSpec, trials: PooledTrials): Result<Measured> {
  const { k } = spec;
  if (spec.groupBy === 'none') {
    return failed({
      code: 'repeats-apart',
      message: 'repeats are the epochs of a sample, and with `groupBy: none` no sample has several',
      expected: '`groupBy: sample`, which is the default',
    });
  }
  const success = successOf(spec.success, trials, spec.scorer);
  if (!success.ok) return success;
  const read = rowValues<boolean>(trials, success.value);
  if (!read.ok) return read;
  const { flaws, values, unscored } = read.value;
  const groups = groupRows(trials, 'sample');
  const samples = Array.from({ length: groups.count }, () => ({ rows: 0, good: 0, successes: 0, flawed: new Map() }));
  flaws.forEach((bit, row) => {
    const sample = samples[groups.of[row]!]!;
    sample.rows += 1;
    if (bit !== 0) sample.flawed.set(bit, (sample.flawed.get(bit) ?? 0) + 1);
    else {
      sample.good += 1;
      if (values[row] === true) sample.successes += 1;
    }
  });
  const short = samples.filter(({ rows }) => rows < k);
  for (const { rows, flawed } of short) flawed.set(flaw.errors, (flawed.get(flaw.errors) ?? 0) + k - rows);
  const occurring = read.value.occurring | (short.length > 0 ? flaw.errors : 0);
  const results = unmixedPolicies(spec, occurring).map((policy): CountedResult => {
    const [asSuccess, asFailure] = [maskOf(policy, 'count as success'), maskOf(policy, 'count as failure')];
    const counted = new Map<string, { successes: number; repeats: number; count: number }>();
    for (const { good, successes, flawed } of samples) {
      const number = (mask: number) =>
        [...flawed].reduce((sum, [bit, count]: [number, number]) => sum + ((bit & mask) !== 0 ? count : 0), 0);
      const passed = successes + number(asSuccess);
      const repeats = good + number(asSuccess) + number(asFailure);
      if (repeats < k) continue;
      const key = `${passed} ${repeats}`;
      const held = counted.get(key);
      if (held === undefined) counted.set(key, { successes: passed, repeats, count: 1 });
      else held.count += 1;
    }
    const sorted = [...counted.values()].sort((a, b) => a.repeats - b.repeats || a.successes - b.successes);
    return { policy, counts: { kind: 'repeats', k, samples: sorted } };
  });
  const full = samples.filter(({ good }) => good >= k).length;
  if (full === 0) {
    const message = `no sample has ${plural(k, 'good repeat')}`;
    return failed({ code: 'too-few-repeats', message, expected: `at least ${k} epochs of a sample, or a smaller k` });
  }
  return ok({
    results,
    notes: [
      ...flawNotes(flaws, unscored),
      `${plural(trials.rows, 'row')} are repeats of ${plural(groups.count, 'sample')}; ${full} have ${k} good ones or more`,
      ...(short.length === 0
        ? []
        : [
            `samples with fewer than ${plural(k, 'row')}: ${short.length}; what they lack counts as ended with an error`,
          ]),
      `that all ${k} succeed is not the rate to the power ${k}: samples differ, and each is asked by itself`,
    ],
  });
}
