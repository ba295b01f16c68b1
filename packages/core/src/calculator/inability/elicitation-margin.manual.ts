import { fromLiterature } from '../../catalogue/index.js';
import type { Manuals } from '../calculator.js';
import { example } from '../rows.js';

export const elicitationMarginManual = {
  'elicitation-margin': {
    title: 'How much better elicitation could be before a measured capability reaches a threshold',
    topic: 'inability',
    formula: [
      'marginLeft = threshold / upper',
      'elicited = upper · margin, at most 1; it must stay below the threshold',
    ],
    source: fromLiterature(
      'a multiplicative margin',
      'the same as `margin` of a requirement; factors of 4 and 6 of effective compute are remembered from policies of developers',
    ),
    cautions: [
      'A factor on effective compute is not a factor on a pass rate: how the one becomes the other must be argued.',
    ],
    examples: [
      example(
        { upper: 0.01, threshold: 0.05, margin: 4 },
        { marginLeft: '5', elicited: '.04', exceeds: '0' },
        'by hand',
      ),
      example(
        { upper: 0.0125, threshold: 0.05, margin: 4 },
        { marginLeft: '4', exceeds: '1' },
        'by hand: equal is not below',
      ),
      example(
        { upper: 0.15, threshold: 0.9, margin: 6 },
        { marginLeft: '6', exceeds: '1' },
        'by hand: equal is not below',
      ),
    ],
  },
} satisfies Manuals;
