import {
  dempster,
  fused,
  highConflict,
  kemenyOppenheim,
  type Masses,
  multiplied,
  projected,
  type SubjectiveOpinion,
  weightOfEvidence,
} from '../../statistics/index.js';
import type { Arithmetic } from '../calculator.js';
import { type NumbersParameter, number, probability } from '../parameter.js';
import { calculatorOf } from '../rows.js';
import { combinationWarning } from './combination.js';

export const dempsterRule: Arithmetic = {
  name: 'dempster',
  parameters: [
    { kind: 'masses', name: 'first', text: 'masses of the first source; `A or B` for what it leaves open' },
    { kind: 'masses', name: 'second', text: 'masses of the second source' },
  ],
  functions: [],
  compute: (inputs) => {
    const { masses, conflict } = dempster(inputs.first as Masses, inputs.second as Masses);
    return {
      rows: [
        { name: 'conflict', value: conflict, text: 'K: the mass that contradicted itself and was divided away.' },
        ...Object.entries(masses).map(([name, value]) => ({ name, value, text: 'Mass after combination.' })),
      ],
      warnings: [
        ...(conflict >= highConflict
          ? [
              `The conflict K is ${Number(conflict.toPrecision(4))}: the sources contradict each other, and the combination means nothing.`,
            ]
          : []),
        combinationWarning,
      ],
    };
  },
};

const opinion = (name: string, text: string): NumbersParameter => ({
  kind: 'numbers',
  name,
  text,
  ...probability,
  fewest: 3,
  most: 3,
});

export const opinions: Arithmetic = {
  name: 'opinions',
  parameters: [
    opinion('first', 'belief, disbelief and uncertainty of the first opinion'),
    opinion('second', 'those of the second'),
    number('base', { ...probability, openHigh: true }, 'prior share of each', 0.5),
  ],
  functions: [],
  compute: (inputs) => {
    const of = (name: string): SubjectiveOpinion => {
      const [belief, disbelief, uncertainty] = inputs[name] as readonly [number, number, number];
      return { belief, disbelief, uncertainty, base: inputs.base as number };
    };
    const bad = ['first', 'second'].find((name) => {
      const { belief, disbelief, uncertainty } = of(name);
      return Math.abs(belief + disbelief + uncertainty - 1) > 1e-9;
    });
    if (bad !== undefined) return { message: 'belief, disbelief and uncertainty do not add up to 1', parameter: bad };
    const [both, one] = [multiplied(of('first'), of('second')), fused(of('first'), of('second'))];
    const rows = (prefix: string, { belief, disbelief, uncertainty }: SubjectiveOpinion, text: string) => [
      { name: `${prefix}Belief`, value: belief, text },
      { name: `${prefix}Disbelief`, value: disbelief, text },
      { name: `${prefix}Uncertainty`, value: uncertainty, text },
    ];
    return {
      rows: [
        ...rows('both', both, 'Both of two independent claims hold.'),
        { name: 'bothProjected', value: projected(both), text: 'The probability that this comes to.' },
        ...rows('fused', one, 'Two independent sources about one claim.'),
        { name: 'fusedProjected', value: projected(one), text: 'The probability that this comes to.' },
      ],
      warnings: [combinationWarning],
    };
  },
};

export const evidenceWeight: Arithmetic = calculatorOf({
  name: 'evidence-weight',
  parameters: [
    number('givenClaim', probability, 'probability of the evidence if the claim holds'),
    number('givenNot', probability, 'probability of it if the claim does not'),
  ],
  rows: [
    {
      name: 'kemenyOppenheim',
      text: 'Support from -1 to 1.',
      value: ({ givenClaim, givenNot }) => kemenyOppenheim(givenClaim!, givenNot!),
      call: {
        takes: ['givenClaim', 'givenNot'],
        needs: 'one of them above 0',
        rises: ['givenClaim'],
        falls: ['givenNot'],
        example: [[0.95, 0.1], 0.8095238095],
      },
    },
    {
      name: 'weightOfEvidence',
      text: 'Weight in bans: 1 makes the odds ten times as good.',
      value: ({ givenClaim, givenNot }) => weightOfEvidence(givenClaim!, givenNot!),
      call: {
        takes: ['givenClaim', 'givenNot'],
        needs: 'both above 0',
        rises: ['givenClaim'],
        falls: ['givenNot'],
        example: [[0.95, 0.1], 0.9777236053],
      },
    },
  ],
});
