import { fromLiterature } from '../../catalogue/index.js';
import type { Manuals } from '../calculator.js';
import { example } from '../rows.js';

export const commonCauseManual = {
  'common-cause': {
    title: 'k equal things that all fail, when some failures have a cause in common',
    topic: 'failures together',
    formula: [
      'independent: p^k',
      'group of a case: beta·p + (1 − beta·p) · q^k with q = (p − beta·p)/(1 − beta·p)',
      'legs of a case: beta·p + (1 − beta) · p^k',
      'textbook: beta·p ∨ ((1 − beta)p)^k; as a sum it is wrong for a large p',
    ],
    source: fromLiterature('the β-factor model', 'Fleming 1975; the numbers are worked out here'),
    cautions: [
      'Beta is an estimate. Between 0.01 and 0.2 is usual for hardware; for models of one origin nobody has measured it.',
    ],
    examples: [
      example(
        { p: 0.01, k: 3, beta: 0.1 },
        {
          independentAll: '1e-6',
          groupAllFail: '.001000730460',
          legsAllFail: '.0010009',
          betaFactorOr: '.001000728271',
          betaFactorRareEvent: '.0010007290',
        },
        'worked out',
      ),
      example(
        { p: 0.01, k: 2, beta: 0.1 },
        {
          groupAllFail: '.001081081',
          legsAllFail: '.00109',
          betaFactorOr: '.001080919',
          betaFactorRareEvent: '.001081',
        },
        'worked out',
      ),
      example(
        { p: 0.05, k: 3, beta: 0.1 },
        {
          groupAllFail: '.005092043',
          legsAllFail: '.0051125',
          betaFactorOr: '.005090669',
          betaFactorRareEvent: '.005091125',
        },
        'worked out',
      ),
      example({ p: 1, k: 2, beta: 0.1 }, { betaFactorRareEvent: '.91', groupAllFail: '1' }, 'worked out'),
    ],
  },
  'possibly-perfect': {
    title: 'Two channels, of which one is perhaps perfect',
    topic: 'failures together',
    formula: ['both fail: at most pfdA · pnpB, whatever the dependence of their failures'],
    source: fromLiterature('the possibly perfect channel', 'Littlewood & Rushby 2012'),
    cautions: ['That B may be perfect, that is, can never fail, must be argued: a model hardly can be.'],
    examples: [example({ pfdA: 1e-3, pnpB: 1e-2 }, { possiblyPerfect: '1e-5' }, 'published')],
  },
} satisfies Manuals;
