import { binormalArea, binormalDetection, binormalSeparation } from '../../statistics/index.js';
import type { Arithmetic } from '../calculator.js';
import { number, probability, properShare } from '../parameter.js';
import { calculatorOf, quantityFunction } from '../rows.js';

const dPrime = number(
  'dPrime',
  { low: -40, high: 40 },
  'distance of the two normal distributions, in their standard deviations',
);
const binormal = calculatorOf({
  name: 'roc',
  pictured: true,
  parameters: [
    number('area', properShare, 'area under the ROC curve'),
    number('auditFraction', probability, 'share of the innocent that can be audited', 0.02),
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
});

export const roc: Arithmetic = {
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
