import { fromLiterature } from '../../catalogue/index.js';
import type { Manuals } from '../calculator.js';
import { example } from '../rows.js';
import { combinationWarning } from './combination.js';

export const opinionsManual = {
  dempster: {
    title: 'Dempster’s rule for two sources, with the conflict that it divides away',
    topic: 'confidence',
    formula: ['Masses are multiplied; what contradicts (K in all) is left out, and the rest divided by 1 − K.'],
    source: fromLiterature('Dempster’s rule; its counterexample', 'Shafer 1976; Zadeh 1979'),
    cautions: [combinationWarning],
    examples: [
      example({ first: 'A=0.99,B=0.01', second: 'C=0.99,B=0.01' }, { conflict: '.9999', B: '1.000' }, 'T10, published'),
      example(
        { first: 'yes=0.8,no=0.1,yes or no=0.1', second: 'yes=0.6,no=0.2,yes or no=0.2' },
        { conflict: '.22', yes: '.897436', no: '.076923', 'yes or no': '.025641' },
        'worked by hand',
      ),
    ],
  },
  opinions: {
    title: 'Subjective logic: both of two claims, or two sources about one',
    topic: 'confidence',
    formula: [
      'both: b = b₁b₂ + ((1 − a₁)a₂b₁u₂ + a₁(1 − a₂)u₁b₂)/(1 − a₁a₂), d = d₁ + d₂ − d₁d₂, u the rest',
      'fused: b = (b₁u₂ + b₂u₁)/(u₁ + u₂ − u₁u₂), and so on',
    ],
    source: fromLiterature('multiplication and cumulative fusion', 'Jøsang 2016, Subjective Logic'),
    cautions: [combinationWarning],
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
  },
  'evidence-weight': {
    title: 'How far a piece of evidence supports a claim',
    topic: 'confidence',
    formula: ['(P(E|C) − P(E|¬C)) / (P(E|C) + P(E|¬C))', 'log₁₀ of P(E|C)/P(E|¬C), in bans'],
    source: fromLiterature('measures of support', 'Kemeny & Oppenheim 1952; Good 1950'),
    cautions: [
      'Both probabilities are judgements, and the second is the hard one: how often would this be seen anyway?',
    ],
    examples: [
      example(
        { givenClaim: 0.95, givenNot: 0.1 },
        { kemenyOppenheim: '.809524', weightOfEvidence: '.977724' },
        'worked by hand',
      ),
    ],
  },
} satisfies Manuals;
