import { exp, log } from '@surety/numerics';
import { type HorizonRun, type TimeHorizon, timeHorizon } from '../../statistics/index.js';
import type { Arithmetic, TableRow } from '../calculator.js';
import { anyNumber, number, positive, probability, properShare } from '../parameter.js';
import { quantityFunction } from '../rows.js';

const intercept = number('intercept', anyNumber, 'log-odds of success at one minute');
const slope = number('slope', { ...anyNumber, high: 0, openHigh: true }, 'change of the log-odds with each doubling');

export const horizonFit: Arithmetic = {
  name: 'horizon-fit',
  pictured: true,
  parameters: [
    {
      kind: 'table',
      name: 'runs',
      text: 'a run a row',
      columns: [
        { name: 'minutes', text: 'time that the task takes a person', range: positive },
        { name: 'success', text: '1 done, 0 failed, or between', range: probability },
        { name: 'weight', text: 'how much the run counts, 1 unless told', range: positive, optional: true },
      ],
    },
    number('minutes', positive, 'task length to foretell the success at', 480),
  ],
  functions: [
    quantityFunction(
      'horizonSuccess',
      'Success at a task of that length, by a fitted horizon: 1 / (1 + e^−(intercept + slope · log2 minutes)).',
      [intercept, slope, number('minutes', positive, 'time that the task takes a person')],
      { rises: ['intercept'], falls: ['minutes'], example: [[1.0986122886681098, -0.5493061443340549, 16], 0.25] },
      (a, b, minutes) => 1 / (1 + exp(-(a! + (b! * log(minutes!)) / Math.LN2))),
    ),
    quantityFunction(
      'horizonMinutes',
      'Length of the task at which a fitted horizon gives this success; its inverse.',
      [intercept, slope, number('success', properShare, 'probability of success')],
      { rises: ['intercept'], falls: ['success'], example: [[1.0986122886681098, -0.5493061443340549, 0.5], 4] },
      (a, b, success) => exp(((log(success! / (1 - success!)) - a!) / b!) * Math.LN2),
    ),
  ],
  compute: (inputs) => {
    const runs = (inputs.runs as readonly TableRow[]).map(
      ({ minutes, success, weight }): HorizonRun => ({
        minutes: minutes as number,
        success: success as number,
        ...(weight === undefined ? {} : { weight: weight as number }),
      }),
    );
    const fit = timeHorizon(runs);
    if ('message' in fit) return { message: fit.message, parameter: 'runs' };
    const at = inputs.minutes as number;
    const longest = runs.reduce((most, { minutes }) => Math.max(most, minutes), 0);
    return {
      rows: rowsOf(fit, at),
      warnings: [
        ...(at > longest ? [`${at} minutes lie beyond the longest task that was run, ${longest} minutes.`] : []),
        ...(fit.at(0.5) > longest
          ? [`The horizon lies beyond the longest task that was run, ${longest} minutes.`]
          : []),
      ],
      picture: { kind: 'horizon', runs, fit },
    };
  },
};

function rowsOf(fit: TimeHorizon, minutes: number) {
  const span = exp(1.959964 * fit.log2Error * Math.LN2);
  const middle = fit.at(0.5);
  return [
    { name: 'horizon50', value: middle, text: 'Minutes at which half of the tasks are done.' },
    { name: 'lower', value: middle / span, text: 'Lower end of a 95 % interval, if runs were independent.' },
    { name: 'upper', value: middle * span, text: 'Upper end of it.' },
    { name: 'horizon80', value: fit.at(0.8), text: 'Minutes at which four in five are done.' },
    { name: 'intercept', value: fit.intercept, text: 'Log-odds of success at one minute.' },
    { name: 'slope', value: fit.slope, text: 'Change of the log-odds with each doubling.' },
    {
      name: 'foretold',
      value: 1 / (1 + exp(-(fit.intercept + (fit.slope * log(minutes)) / Math.LN2))),
      text: `Success at a task of ${minutes} minutes.`,
    },
  ];
}
