import { fromLiterature } from '../../catalogue/index.js';
import type { Manuals } from '../calculator.js';
import { example } from '../rows.js';
import { combinationWarning } from './combination.js';

export const combinationManual = {
  confidence: {
    title: 'Rules by which the literature combines confidence, and how far each lies from the exact answer',
    topic: 'confidence',
    formula: [
      'exact: the claims as one group of a fault tree with this beta, times the warrant; beta 0 is independence',
      'product Π p · sum of doubts 1 − Σ(1 − p) · weakest min p · Fréchet bounds, whatever the dependence',
      'any: 1 − Π(1 − p) · strongest max p · Fréchet bounds',
      'same: Dempster’s rule, and cumulative fusion of subjective logic with half of each doubt as uncertainty',
    ],
    source: fromLiterature(
      'rules of combination, side by side',
      'Barrett et al. 2025, arXiv 2502.05791 (product and sum of doubts); Fréchet 1935; Shafer 1976; Jøsang 2016',
    ),
    cautions: [combinationWarning],
    examples: [
      example(
        { confidence: '0.95,0.95,0.95,0.95' },
        { exact: '.814506', product: '.814506', sumOfDoubts: '.80', weakest: '.95' },
        'worked by hand',
      ),
      example({ confidence: '0.99,0.98,0.95' }, { product: '.92169', sumOfDoubts: '.92' }, 'worked by hand'),
      example(
        { confidence: '0.95,0.9,0.99' },
        { product: '.846450', sumOfDoubts: '.84', weakest: '.90' },
        'worked by hand',
      ),
      example(
        { confidence: '0.9,0.8', combine: 'any' },
        { exact: '.98', independentLegs: '.98', strongest: '.9', frechetUpper: '1' },
        'worked by hand',
      ),
      example(
        { confidence: '0.99,0.99,0.99', combine: 'any', beta: 0.1 },
        { exact: '.998999269540' },
        'three watchdogs with p = 0.01, worked out',
      ),
    ],
  },
} satisfies Manuals;
