import { fromLiterature } from '../../catalogue/index.js';
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
import type { Calculator } from '../calculator.js';
import { type NumbersParameter, number, probability } from '../parameter.js';
import { calculatorOf, example } from '../rows.js';
import { combinationWarning } from './combination.js';

export const dempsterRule: Calculator = {
  name: 'dempster',
  title: 'Dempster’s rule for two sources, with the conflict that it divides away',
  topic: 'confidence',
  parameters: [
    { kind: 'masses', name: 'first', text: 'masses of the first source; `A or B` for what it leaves open' },
    { kind: 'masses', name: 'second', text: 'masses of the second source' },
  ],
  formula: ['Masses are multiplied; what contradicts (K in all) is left out, and the rest divided by 1 − K.'],
  source: fromLiterature('Dempster’s rule; its counterexample', 'Shafer 1976; Zadeh 1979'),
  cautions: [combinationWarning],
  functions: [],
  examples: [
    example({ first: 'A=0.99,B=0.01', second: 'C=0.99,B=0.01' }, { conflict: '.9999', B: '1.000' }, 'T10, published'),
    example(
      { first: 'yes=0.8,no=0.1,yes or no=0.1', second: 'yes=0.6,no=0.2,yes or no=0.2' },
      { conflict: '.22', yes: '.897436', no: '.076923', 'yes or no': '.025641' },
      'worked by hand',
    ),
  ],
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

export const opinions: Calculator = {
  name: 'opinions',
  title: 'Subjective logic: both of two claims, or two sources about one',
  topic: 'confidence',
  parameters: [
    opinion('first', 'belief, disbelief and uncertainty of the first opinion'),
    opinion('second', 'those of the second'),
    number('base', { ...probability, openHigh: true }, 'prior share of each', 0.5),
  ],
  formula: [
    'both: b = b₁b₂ + ((1 − a₁)a₂b₁u₂ + a₁(1 − a₂)u₁b₂)/(1 − a₁a₂), d = d₁ + d₂ − d₁d₂, u the rest',
    'fused: b = (b₁u₂ + b₂u₁)/(u₁ + u₂ − u₁u₂), and so on',
  ],
  source: fromLiterature('multiplication and cumulative fusion', 'Jøsang 2016, Subjective Logic'),
  cautions: [combinationWarning],
  functions: [],
  examples: [
    example(
      { first: '0.8,0.1,0.1', second: '0.6,0.2,0.2' },
      {
        bothBelief: '.553333',
        bothDisbelief: '.28',
        bothUncertainty: '.166667',
        fusedBelief: '.785714',
        fusedDisbelief: '.142857',
        fusedUncertainty: '.071429',
      },
      'worked by hand',
    ),
  ],
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

export const evidenceWeight: Calculator = calculatorOf({
  name: 'evidence-weight',
  title: 'How far a piece of evidence supports a claim',
  topic: 'confidence',
  parameters: [
    number('givenClaim', probability, 'probability of the evidence if the claim holds'),
    number('givenNot', probability, 'probability of it if the claim does not'),
  ],
  formula: ['(P(E|C) − P(E|¬C)) / (P(E|C) + P(E|¬C))', 'log₁₀ of P(E|C)/P(E|¬C), in bans'],
  source: fromLiterature('measures of support', 'Kemeny & Oppenheim 1952; Good 1950'),
  cautions: ['Both probabilities are judgements, and the second is the hard one: how often would this be seen anyway?'],
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
  examples: [
    example(
      { givenClaim: 0.95, givenNot: 0.1 },
      { kemenyOppenheim: '.809524', weightOfEvidence: '.977724' },
      'worked by hand',
    ),
  ],
});
