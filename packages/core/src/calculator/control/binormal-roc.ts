import { fromLiterature } from '../../catalogue/index.js';
import { binormalArea, binormalDetection, binormalSeparation } from '../../statistics/index.js';
import type { Calculator } from '../calculator.js';
import { number, probability, properShare } from '../parameter.js';
import { calculatorOf, example, quantityFunction } from '../rows.js';

const dPrime = number(
  'dPrime',
  { low: -40, high: 40 },
  'distance of the two normal distributions, in their standard deviations',
);
const binormal = calculatorOf({
  name: 'roc',
  title: 'The binormal model of a monitor: what it catches at an audit budget, from its area under the ROC curve',
  topic: 'control',
  pictured: true,
  parameters: [
    number('area', properShare, 'area under the ROC curve'),
    number('auditFraction', probability, 'share of the innocent that can be audited', 0.02),
  ],
  formula: ['d′ = √2 · Φ⁻¹(area)', 'detected at the false positive rate f: Φ(d′ + Φ⁻¹(f))'],
  source: fromLiterature('the binormal model', 'textbook of signal detection; the worked numbers are computed here'),
  cautions: [
    'It is a model: suspicion of real actions has heavier tails than a normal distribution, and a small budget looks at the tail only. Measure the monitor at its budget (a `detection` measure) before anything rests on it.',
  ],
  rows: [
    {
      name: 'binormalSeparation',
      text: 'The distance d′ of attacks from innocent actions that belongs to an area under the ROC curve.',
      value: ({ area }) => binormalSeparation(area!),
      call: { takes: ['area'], rises: ['area'], example: [[0.88], 1.66168225695] },
    },
    {
      name: 'detected',
      text: 'Share of the attacks that is caught at the budget.',
      value: ({ area, auditFraction }) => binormalDetection(binormalSeparation(area!), auditFraction!),
    },
    {
      name: 'missed',
      text: 'Share of the attacks that is not.',
      value: ({ area, auditFraction }) => 1 - binormalDetection(binormalSeparation(area!), auditFraction!),
    },
  ],
  picture: ({ area, auditFraction }) => ({ kind: 'roc', dPrime: binormalSeparation(area!), budget: auditFraction! }),
  examples: [
    example({ area: 0.88, auditFraction: 0.02 }, { binormalSeparation: '1.66168', detected: '.34750' }, 'worked out'),
    example({ area: 0.88, auditFraction: 0.05 }, { detected: '.50671' }, 'worked out'),
  ],
});

export const roc: Calculator = {
  ...binormal,
  functions: [
    ...binormal.functions,
    quantityFunction(
      'binormalDetection',
      'Share of the attacks that a binormal monitor catches at a false positive rate: Φ(d′ + Φ⁻¹(f)).',
      [dPrime, number('f', probability, 'false positive rate')],
      { rises: ['dPrime', 'f'], example: [[1.6616822569491203, 0.02], 0.3475044827749] },
      (d, f) => binormalDetection(d!, f!),
    ),
    quantityFunction(
      'binormalArea',
      'Area under the ROC curve of a binormal monitor: Φ(d′/√2).',
      [dPrime],
      { rises: ['dPrime'], example: [[1.6616822569491203], 0.88] },
      (d) => binormalArea(d!),
    ),
  ],
};
