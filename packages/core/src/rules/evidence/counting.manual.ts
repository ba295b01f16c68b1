import type { Measure } from '../../case/index.js';
import { example, failing, type RuleManuals } from '../example.js';

/** A log of 59 good rows and one that ended with an error. */
const counted: Measure = {
  state: { kind: 'fresh' },
  digests: ['sha256:11'],
  reader: 'csv 1',
  models: [],
  results: [{ policy: { errors: 'exclude' }, counts: { kind: 'binomial', events: 0, trials: 59 } }],
  notes: [],
};

export const countingManual = {
  'flattering-policy': {
    why: 'Trials that ended with an error, met a limit, were refused, invalid or not finished may hold the very outcome that the claim excludes. A policy that is better for the claim than `worst` may be right, but then there is a reason, and the reason belongs in the text.',
    passes: example(
      `
argument:
  Sn1: { text: Range evaluation, evidence: range, requires: { rate: "<= 0.05" } }
evidence:
  range:
    source: range.csv
    measure: { kind: rate, success: score >= 1, errors: exclude, because: The range was down on the second day }
`,
      { measures: { range: counted } },
    ),
    fails: failing(
      `
argument:
  Sn1: { text: Range evaluation, evidence: range, requires: { rate: "<= 0.05" } }
evidence:
  range: { source: range.csv, measure: { kind: rate, success: score >= 1, errors: exclude } }
`,
      ['6:83 Evidence range states `errors: exclude`, which is better for Sn1 than `worst`, and does not say why'],
      { measures: { range: counted } },
    ),
  },
  'requirement-cannot-fail': {
    why: 'A rate is never above 1 nor below 0. A requirement at such a bound has doubt 0 whatever was measured, so that the leaf is a claim without evidence that looks like one with it.',
    passes: example(`
argument:
  Sn1: { text: Range evaluation, evidence: range, requires: { rate: "<= 0.05" } }
evidence:
  range: { source: range.csv, measure: { kind: rate, success: score >= 1 } }
`),
    fails: failing(
      `
argument:
  Sn1: { text: Range evaluation, evidence: range, requires: { rate: "<= 1" } }
  Sn2: { text: Another look at it, evidence: range, requires: { rate: ">= 0" } }
evidence:
  range: { source: range.csv, measure: { kind: rate, success: score >= 1 } }
`,
      [
        '4:61 Solution Sn1 requires rate <= 1, which every result meets',
        '5:63 Solution Sn2 requires rate >= 0, which every result meets',
      ],
    ),
  },
} satisfies RuleManuals;
