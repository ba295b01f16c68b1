import { reconstructed } from '../../catalogue/index.js';
import type { Manuals } from '../calculator.js';
import { example } from '../rows.js';

export const sharedErrorsManual = {
  'shared-errors': {
    title: 'How far an advisor errs where the assessed system errs, as the β to declare',
    topic: 'deference',
    formula: [
      'A group with this β has both wrong at least β times as often as the rarer of the two is: so β is at most P(both wrong) over P(the rarer wrong).',
      'betaUpper: Clopper–Pearson upper bound of both among the rarer’s errors',
      'beta: at which the group model has both wrong exactly as often as was seen',
    ],
    source: reconstructed(
      'correlation of the advisor with the assessed system',
      'a measure of Surety, made for its own group model (semantics of dependence)',
    ),
    cautions: [
      'It enters the argument as `dependence: [{ members: [the advisors’ leaf, the leaves about the system], beta: betaUpper, because: … }]`.',
      'Errors on easy questions say little about errors on the one that matters: a trigger that both share shows itself in no test.',
    ],
    examples: [
      example(
        { questions: 400, advisor: 40, system: 60, both: 10 },
        { agreement: '.25', phi: '.0934', betaUpper: '.3871' },
        'by hand: (0.025 − 0.015)/√(0.09 · 0.1275), and the binomial tail summed up',
      ),
      example(
        { questions: 100, advisor: 10, system: 20, both: 2 },
        { beta: '0', phi: '0' },
        'by hand: as if independent',
      ),
    ],
  },
} satisfies Manuals;
