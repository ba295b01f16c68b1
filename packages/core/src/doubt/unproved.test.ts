import { describe, expect, test } from 'vitest';
import type { Measure } from '../case/index.js';
import { assessText, counted, textOf } from './text.testing.js';

const text = (requires: string, more = '') =>
  textOf(
    `G1: { text: It does not happen, supportedBy: [Sn1], inference: { elicited: 0.001, by: A, because: the chain } }
Sn1: { text: Range, outcome: o, evidence: e, requires: { ${requires} } }`,
    `evidence: { e: { source: e.csv, reader: csv, measure: { kind: rate, success: leaked${more} } } }`,
  );

const binomial = (events: number, trials: number) => ({ kind: 'binomial', events, trials }) as const;

/** 2 of 100 rows are flawed; the requirement is counted with both as events. */
const flawed: Measure = {
  ...counted(1, 100),
  results: [{ policy: { errors: 'count as success' }, counts: binomial(3, 100) }],
  trials: {
    rows: 100,
    samples: 50,
    groups: { count: 5, largest: 40 },
    flawed: 2,
    extremes: [
      { policy: { errors: 'exclude' }, counts: binomial(1, 98) },
      { policy: { errors: 'count as success' }, counts: binomial(3, 100) },
      { policy: { errors: 'count as failure' }, counts: binomial(1, 100) },
    ],
  },
};

function said(source: string, measure: Measure) {
  const [evidence] = assessText(source, { e: measure }).evidence;
  return Object.fromEntries(evidence!.unproved.map((one) => [one.code, one.text]));
}

describe('what the numbers do not prove', () => {
  test('is told in full, each number by hand', () => {
    expect(said(text('rate: "<= 0.1", margin: 2'), flawed)).toEqual({
      proxy:
        'Sn1 is about a rate in trials. The step from there to harm in the field is the inference of G1, which is assessed by itself.',
      margin: 'The margin of Sn1 covers a rate up to 2 times as high under better elicitation, and no more.',
      // Wilks: 153 trials with 3 events show 0.05 at 95 %.
      'trials-needed':
        'To show rate <= 0.1 with a margin of 2, that is rate <= 0.05 at 95 % confidence takes 153 trials with 3 that speak against it; there are 100.',
      // 1 - 0.99^(1/1000) a task, and ln 0.05 / ln of its complement: 298,072.6…
      extrapolation:
        '1,000 tasks are expected, 10 for each trial (1.0 orders of magnitude). Trials alone would have to be 298,073, all clean, to show at 95 % confidence that one or more in all these tasks has a probability below 0.01 (o).',
      clustering:
        '100 rows are epochs of 50 samples; the samples stand in 5 groups, the largest of 40 rows; where a group fails together, no more than 5 trials are independent.',
      // P(Beta(2, 99) > 0.05), P(Beta(2, 97) > 0.05) and P(Beta(4, 97) > 0.05): the binomial sums at 0.05.
      flawed:
        '2 of 100 rows are flawed. Whatever they were, the doubt of Sn1 lies from 0.0371 to 0.258; counted is 0.258.',
    });
  });

  test('says where nobody assessed the step, and where no margin is stated', () => {
    const bare = text('rate: "<= 0.1"').replace(
      'inference: { elicited: 0.001, by: A, because: the chain }',
      'category: inability',
    );
    const { proxy, margin } = said(bare, counted(0, 100));
    expect(proxy).toContain('the inference of G1, which nobody assessed.');
    expect(margin).toContain('Sn1 states no margin');
  });

  test('says nothing that does not apply: more trials than tasks, no flaw, no group, a requirement of at least', () => {
    expect(Object.keys(said(text('rate: ">= 0.9"'), counted(5000, 5000)))).toEqual(['proxy', 'trials-needed']);
  });

  test('changes no number', () => {
    const with_ = assessText(text('rate: "<= 0.1", margin: 2'), { e: flawed });
    const { trials: _, ...without } = flawed;
    const other = assessText(text('rate: "<= 0.1", margin: 2'), { e: without });
    expect(with_.outcomes).toEqual(other.outcomes);
  });
});
