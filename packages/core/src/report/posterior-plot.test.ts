import { expect, test } from 'vitest';
import { posteriorOf } from '../doubt/index.js';
import { posteriorPlot } from './posterior-plot.js';

test('the posterior stands beside what is required of it', () => {
  const posterior = posteriorOf({ kind: 'binomial', events: 3, trials: 400 }, 1)!;
  const plot = posteriorPlot(posterior, { value: 0.025, direction: '<=' })!;
  expect(plot.threshold?.label).toBe('required ≤ 0.025');
  // 3 of 400 lies below one in forty: so do the mean and the whole band.
  expect(plot.lanes[0]!.band!.to).toBeLessThan(plot.threshold!.at);
  expect(plot.lanes[0]!.from).toBeGreaterThan(plot.lanes[0]!.band!.from);
  expect(plot.alternative).toMatch(/half below 0\.0079.*Required is at most 0\.025\./);
});

test('what a logarithmic axis cannot show is not drawn', () => {
  const difference = posteriorOf(
    { kind: 'difference', treated: { events: 3, trials: 50 }, control: { events: 9, trials: 50 } },
    1,
  )!;
  expect(posteriorPlot(difference)).toBeUndefined();
  expect(posteriorPlot({ mean: 1 })).toBeUndefined();
});
