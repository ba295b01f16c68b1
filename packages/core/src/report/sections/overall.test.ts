import { describe, expect, it } from 'vitest';
import type { Assessment, OutcomeAssessment, Reason } from '../../doubt/index.js';
import { everyMeasure, everySection, inputFor } from '../report.testing.js';
import { overallOf } from './overall.js';

const { assessment } = inputFor(everySection, everyMeasure);
const [some] = assessment.outcomes;
if (some === undefined) throw new Error('There is no outcome');

function outcome(id: string, verdict: OutcomeAssessment['verdict'], ...codes: Reason['code'][]): OutcomeAssessment {
  const reasons = codes.map((code): Reason => ({ code, text: code, blocks: !/threshold$/.test(code) }));
  const { doubt: _, ...rest } = some as OutcomeAssessment;
  return { ...rest, id, text: id, verdict, statement: verdict, reasons };
}

function overall(outcomes: readonly OutcomeAssessment[], more: Partial<Assessment> = {}) {
  return overallOf({ ...assessment, case: { ...assessment.case, status: 'draft' }, outcomes, ...more });
}

const good = outcome('leak', 'supported', 'below-threshold');
const conditional = { ...good, statement: 'supported if these 2 steps are sound', unassessed: ['G1', 'G2'] };

describe('the overall line', () => {
  it.each([
    ['good', 'The case is supported for its one unacceptable outcome.', [good]],
    ['good', 'The case is supported for all 2 unacceptable outcomes.', [good, outcome('loss', 'supported')]],
    [
      'bad',
      'The case is supported for 1 of 2 unacceptable outcomes. It is not supported for loss: 2 open challenges block and its doubt is above the threshold.',
      [
        good,
        outcome(
          'loss',
          'not supported',
          'challenge-open',
          'challenge-open',
          'above-threshold',
          'criterion-above-threshold',
        ),
      ],
    ],
    [
      'bad',
      'The case is not supported for loss: stale evidence blocks.',
      [outcome('loss', 'not supported', 'evidence-stale')],
    ],
    [
      'open',
      'The case is undecided for loss: its doubt is too close to the threshold to tell.',
      [outcome('loss', 'undecided', 'near-threshold')],
    ],
    [
      'open',
      'The case is supported for its one unacceptable outcome, on condition that steps which nobody assessed are sound.',
      [conditional],
    ],
    ['plain', 'The case names no unacceptable outcome, so there is nothing to give a verdict on.', []],
  ])('is %s: %s', (tone, text, outcomes) => {
    expect(overall(outcomes)).toMatchObject({ tone, text });
  });

  it.each([
    ['Safe enough, if this case is right', [good]],
    ['Safe enough only on a condition', [conditional]],
    ['Too close to the threshold to tell', [good, outcome('loss', 'undecided', 'near-threshold')]],
    ['Not shown to be safe enough', [conditional, outcome('loss', 'not supported', 'evidence-stale')]],
  ])('opens with: %s', (headline, outcomes) => {
    expect(overall(outcomes)).toMatchObject({ headline });
  });

  it('says which support the dependence-free bound would not give', () => {
    const bounded = (id: string, bound: number) => ({
      ...outcome(id, 'supported'),
      threshold: { probability: 0.01, criterion: 'mean' as const },
      doubt: { declared: { mean: 0.005 }, independent: { mean: 0.004 }, bound: { mean: bound } },
    });
    expect(overall([bounded('leak', 0.05), bounded('loss', 0.008)]).text).toBe(
      'The case is supported for all 2 unacceptable outcomes. If things fail together more than is counted here, leak could be above the threshold.',
    );
  });

  it('says first of all that a case was revoked', () => {
    const revoked = overall([outcome('leak', 'not supported', 'revoked')], {
      case: { ...assessment.case, status: 'revoked' },
    });
    expect(revoked).toMatchObject({ tone: 'bad', headline: 'Must not be relied on' });
  });

  it('names the first of many', () => {
    const { text } = overall(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => outcome(id, 'not supported', 'undeveloped')));
    expect(text).toContain('It is not supported for d: an undeveloped claim blocks. Nor is it supported for 2 more.');
    expect(text).not.toContain('for e');
  });

  it('claims no verdict where there is none', () => {
    const sketch = overall([outcome('leak', 'sketch')], { case: { ...assessment.case, status: 'sketch' } });
    expect(sketch).toEqual({ tone: 'plain', headline: 'No verdict', text: 'This is a sketch: no verdict is claimed.' });
    const { text } = overall([outcome('leak', 'not quantified', 'undeveloped')], { quantified: false });
    expect(text).toBe(
      'The case is not quantified: it states no doubt, so no number is shown. The structure of the argument is not complete: for leak, an undeveloped claim blocks.',
    );
  });
});
