import type { Measure } from '../../case/index.js';
import { example, failing, type RuleManuals } from '../example.js';

/** 100 trials, in so many of which the event came. */
function counted(events: number): Measure {
  return {
    state: { kind: 'fresh' },
    digests: ['sha256:11'],
    reader: 'csv 1',
    models: [],
    results: [{ policy: {}, counts: { kind: 'binomial', events, trials: 100 } }],
    notes: [],
  };
}

const text = `
argument:
  Sn1: { text: Range evaluation, evidence: range, requires: { rate: "<= 0.05" } }
evidence:
  range: { source: range.csv, measure: { kind: rate, success: score >= 1 } }
`;

export const notMetManual = {
  'requirement-not-met': {
    why: 'A leaf that requires what its evidence does not show has a doubt of a half or more, whatever the text says of it. Often the trials are too few for the bound, split over strategies of which the worst counts, or `success` names the wrong side of the event.',
    passes: example(text, { measures: { range: counted(0) } }),
    fails: failing(
      text,
      [
        '4:61 Solution Sn1: 9 of 100 does not meet rate <= 0.05: only at a tail of 0.972 does the exact (Clopper–Pearson) bound meet it: P(at most 9 of 100 | 0.05), binomial',
      ],
      { measures: { range: counted(9) } },
    ),
  },
} satisfies RuleManuals;
