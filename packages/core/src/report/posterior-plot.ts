import { formatProbability } from '../case/index.js';
import type { Posterior } from '../doubt/index.js';
import { closeAround, placeOf, ticksOf } from './axis.js';
import { densityOf } from './density.js';
import { labelled } from './plot.js';
import type { Plot } from './plot-type.js';

/** What a requirement asks of the value that is drawn, the margin taken off. */
export interface RequiredLimit {
  readonly value: number;
  readonly direction: '<=' | '>=';
}

/**
 * The posterior of what was measured beside what is required of it, on a logarithmic axis; absent where there is no
 * distribution, or values that such an axis cannot show (differences at or below 0, values above 1).
 */
export function posteriorPlot({ mean, distribution }: Posterior, required?: RequiredLimit): Plot | undefined {
  if (distribution === undefined) return undefined;
  const { shares, values } = distribution;
  if (values[0]! <= 0 || values.at(-1)! > 1) return undefined;
  const limit = required !== undefined && required.value > 0 && required.value <= 1 ? required : undefined;
  const domain = closeAround([...values, ...(limit === undefined ? [] : [limit.value])]);
  const density = domain === undefined ? undefined : densityOf(distribution, domain);
  if (domain === undefined || density === undefined) return undefined;
  const at = (share: number) => values[shares.indexOf(share)]!;
  const place = (value: number) => placeOf(value, domain);
  const [p5, p50, p95] = [at(0.05), at(0.5), at(0.95)].map(formatProbability);
  const asked =
    limit === undefined
      ? ''
      : ` Required is ${limit.direction === '<=' ? 'at most' : 'at least'} ${formatProbability(limit.value)}.`;
  return {
    alternative: `Posterior of what was measured, on a logarithmic axis: 5 % below ${p5}, half below ${p50}, 95 % below ${p95}; mean ${formatProbability(mean)}.${asked}`,
    ticks: labelled(ticksOf(domain), formatProbability),
    ...(limit === undefined
      ? {}
      : {
          threshold: {
            at: place(limit.value),
            label: `required ${limit.direction === '<=' ? '≤' : '≥'} ${formatProbability(limit.value)}`,
          },
        }),
    density,
    lanes: [
      {
        name: 'declared',
        label: `Mean: ${formatProbability(mean)}`,
        from: place(mean),
        to: place(mean),
        band: { from: place(at(0.05)), to: place(at(0.95)) },
      },
    ],
  };
}
