import {
  bootstrapMean,
  boundedMeanUpper,
  brierLoss,
  expectedCalibrationError,
  type Forecast,
  logLoss,
  logLossRange,
  murphyDecomposition,
  reliabilityTable,
} from '../../statistics/index.js';
import type { Arithmetic, TableRow } from '../calculator.js';
import { count, number, probability, properShare } from '../parameter.js';

const bins = 10;
const resamples = 2000;
/** Most rows that are resampled, so that a long record costs no more. */
const mostResampled = 5000;
/** Below this a bootstrap interval is not shown: it would look far too sure. */
const fewestForBootstrap = 20;

export const credibility: Arithmetic = {
  name: 'credibility',
  pictured: true,
  parameters: [
    {
      kind: 'table',
      name: 'record',
      text: 'a question a row',
      columns: [
        { name: 'forecast', text: 'the advisor’s probability', range: probability },
        { name: 'against', text: 'the probability of whom he is compared with', range: probability },
        { name: 'outcome', text: '1 if it came, 0 if not', range: { low: 0, high: 1, whole: true } },
      ],
    },
    {
      kind: 'choice',
      name: 'rule',
      text: 'which loss the two are compared by',
      choices: ['brier', 'log'],
      default: 'brier',
    },
    number('floor', { ...properShare, high: 0.5 }, 'for log: forecasts are held between this and one less this', 0.01),
    number('alpha', { ...properShare, high: 0.5 }, 'tail of the bound, and on each side of the interval', 0.025),
    number('seed', count, 'seed of the resamples', 1),
  ],
  functions: [],
  compute: (inputs) => {
    const record = inputs.record as readonly TableRow[];
    const { floor, alpha, seed } = inputs as Record<string, number>;
    const loss = inputs.rule === 'log' ? (p: number, e: boolean) => logLoss(p, e, floor!) : brierLoss;
    const high = inputs.rule === 'log' ? logLossRange(floor!) : 1;
    const of = (name: 'forecast' | 'against'): readonly Forecast[] =>
      record.map((row) => ({ probability: row[name] as number, event: row.outcome === 1 }));
    const [own, other] = [of('forecast'), of('against')];
    const losses = (forecasts: readonly Forecast[]) => forecasts.map(({ probability: p, event }) => loss(p, event));
    const [mine, theirs] = [losses(own), losses(other)];
    const differences = mine.map((each, at) => Math.min(high, Math.max(-high, each - theirs[at]!)));
    // The bound is on values in [0, 1], to which the range is brought.
    const scaled = differences.reduce((sum, each) => sum + (each + high) / (2 * high), 0);
    const upper = 2 * high * boundedMeanUpper(scaled, differences.length, alpha!) - high;
    const enough = differences.length >= fewestForBootstrap;
    const interval = bootstrapMean(differences.slice(0, mostResampled), alpha!, resamples, seed!);
    const flat = interval.lower === interval.upper;
    const parts = murphyDecomposition(own, bins);
    return {
      rows: [
        { name: inputs.rule as string, value: mean(mine), text: 'Mean loss of the advisor; 0 is perfect.' },
        { name: `${inputs.rule}Against`, value: mean(theirs), text: 'Mean loss of the other.' },
        { name: 'difference', value: mean(differences), text: 'The advisor’s less the other’s; below 0 is better.' },
        { name: 'upper', value: upper, text: 'The true difference is no more than this: a rigorous bound.' },
        {
          name: 'bootstrapLower',
          value: enough && !flat ? interval.lower : null,
          text: 'Bootstrap interval of the difference, for comparison.',
        },
        { name: 'bootstrapUpper', value: enough && !flat ? interval.upper : null, text: 'Its upper end.' },
        {
          name: 'calibrationError',
          value: expectedCalibrationError(own, bins),
          text: 'Mean distance of the advisor’s forecasts from what came, in ten bins.',
        },
        {
          name: 'calibrationErrorAgainst',
          value: expectedCalibrationError(other, bins),
          text: 'The same of the other.',
        },
        {
          name: 'resolution',
          value: parts.resolution,
          text: 'How far the advisor tells questions apart; more is better.',
        },
      ],
      warnings: [
        ...(enough
          ? []
          : [
              `A bootstrap interval needs ${fewestForBootstrap} questions, and there are ${differences.length}: the bound alone counts.`,
            ]),
        ...(enough && flat ? ['All questions are alike, so the bootstrap has no width: the bound alone counts.'] : []),
        ...(upper > 0 ? ['The record does not show that the advisor is better: the bound lies above 0.'] : []),
      ],
      picture: {
        kind: 'calibration',
        series: [
          { name: 'advisor', bins: reliabilityTable(own, bins, 0.025) },
          { name: 'compared with', bins: reliabilityTable(other, bins, 0.025) },
        ],
      },
    };
  },
};

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
