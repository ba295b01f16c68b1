import { exponentialMisuseRisk, measuredMisuseRisk } from '../../statistics/index.js';
import type { Arithmetic, TableRow } from '../calculator.js';
import { nonNegative, number, positive, probability } from '../parameter.js';
import { calculatorOf, type Numbers, quantityFunction } from '../rows.js';

const attempts = number('attempts', nonNegative, 'attempts per year');
const damage = number('damage', nonNegative, 'damage of a success, in any one unit');
const risk = ({ attempts: a, damage: d, mu }: Numbers, lambda: number) =>
  exponentialMisuseRisk({ attempts: a!, damage: d! }, lambda, mu!);

const closedForm = calculatorOf({
  name: 'uplift',
  parameters: [
    attempts,
    damage,
    number('lambdaWithout', nonNegative, 'successes per unit of time without the system'),
    number('lambdaWith', nonNegative, 'successes per unit of time with it'),
    number('mu', positive, 'how often an actor gives up, per the same unit of time'),
  ],
  rows: [
    { name: 'without', text: 'Harm per year without the system.', value: (of) => risk(of, of.lambdaWithout!) },
    { name: 'with', text: 'Harm per year with it.', value: (of) => risk(of, of.lambdaWith!) },
    { name: 'uplift', text: 'The difference.', value: (of) => risk(of, of.lambdaWith!) - risk(of, of.lambdaWithout!) },
    {
      name: 'ratio',
      text: 'The harm with the system over that without it.',
      value: (of) => risk(of, of.lambdaWith!) / risk(of, of.lambdaWithout!),
    },
  ],
});

export const uplift: Arithmetic = {
  ...closedForm,
  functions: [
    quantityFunction(
      'successWithinEffort',
      'lambda / (lambda + mu): an attempt succeeds before its actor gives up, both at constant rates (the integral ∫ p f).',
      [
        number('lambda', nonNegative, 'successes per unit of time'),
        number('mu', positive, 'giving up per the same unit'),
      ],
      { unit: 'ratio', rises: ['lambda'], falls: ['mu'], example: [[0.012, 0.5], 0.0234375] },
      (lambda, mu) => exponentialMisuseRisk({ attempts: 1, damage: 1 }, lambda!, mu!),
    ),
  ],
};

/** Every point is looked up along the other curves. */
const mostPoints = 3000;

const curve = (share: string) => [
  { name: 'time', text: 'time, in one unit for all', range: nonNegative },
  { name: 'share', text: share, range: probability },
];

export const upliftCurves: Arithmetic = {
  name: 'uplift-curves',
  parameters: [
    attempts,
    damage,
    {
      kind: 'table',
      most: mostPoints,
      name: 'without',
      text: 'success without the system',
      columns: curve('success by then'),
    },
    { kind: 'table', most: mostPoints, name: 'with', text: 'success with it', columns: curve('success by then') },
    { kind: 'table', most: mostPoints, name: 'stopped', text: 'actors who gave up', columns: curve('gave up by then') },
  ],
  functions: [],
  compute: (inputs) => {
    const of = (name: string) =>
      (inputs[name] as readonly TableRow[]).map(({ time, share }) => ({
        time: time as number,
        share: share as number,
      }));
    const misuse = { attempts: inputs.attempts as number, damage: inputs.damage as number };
    const risks = ['without', 'with'].map((name) => measuredMisuseRisk(misuse, of(name), of('stopped')));
    const [before, after] = risks as [number, number];
    const bad = ['without', 'with', 'stopped'].find((name) => !rises(of(name)));
    if (bad !== undefined) return { message: 'a curve has times that do not rise or shares that fall', parameter: bad };
    const left = 1 - of('stopped').at(-1)!.share;
    return {
      rows: [
        { name: 'without', value: before, text: 'Harm per year without the system.' },
        { name: 'with', value: after, text: 'Harm per year with it.' },
        { name: 'uplift', value: after - before, text: 'The difference.' },
      ],
      warnings:
        left > 0.01
          ? [`${(100 * left).toPrecision(2)} % of the actors try longer than the curve of giving up is long.`]
          : [],
    };
  },
};

function rises(points: readonly { readonly time: number; readonly share: number }[]): boolean {
  return points.every(({ time, share }, i) => i === 0 || (time > points[i - 1]!.time && share >= points[i - 1]!.share));
}
