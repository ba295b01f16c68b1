import { fromLiterature } from '../../catalogue/index.js';
import type { Manuals } from '../calculator.js';
import { example } from '../rows.js';

export const credibilityManual = {
  credibility: {
    title: 'Whether an advisor forecasts better than whom he is compared with, from a track record',
    topic: 'deference',
    formula: [
      'difference: the mean over the questions of the advisor’s loss less the other’s; below 0 the advisor is better',
      'upper: bound on the mean that holds for any losses in their range (the same that `requires: { excess: … }` counts with)',
      'brier = reliability − resolution + uncertainty + within (Murphy), over ten bins',
    ],
    source: fromLiterature('paired proper scores', 'Brier 1950; Murphy 1973; Efron 1979 (bootstrap)'),
    cautions: [
      'A record is about the questions that were asked. Questions about catastrophe are rarer and harder: that the record carries over to them is a claim of its own.',
      'Scores say how well an advisor forecasts, and nothing of whether he says what he believes when it matters.',
      'An advisor who errs where the assessed system errs adds little: see `surety calc shared-errors`.',
    ],
    examples: [
      example(
        { record: 'examples/control/advisors.csv' },
        { brier: '.06712', brierAgainst: '.13696', difference: '-.06984' },
        'the squared distances of 24 questions, added up apart',
      ),
    ],
  },
} satisfies Manuals;
