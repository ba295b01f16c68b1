import { describe, expect, it } from 'vitest';
import type { Assessment, OutcomeAssessment, Reason } from '../../doubt/index.js';
import { everyMeasure, everySection, inputFor } from '../report.testing.js';
import { besidesOf } from './besides.js';

const { assessment } = inputFor(everySection, everyMeasure);
const [some] = assessment.outcomes;
if (some === undefined) throw new Error('There is no outcome');

const signOff = (role: string, code: Reason['code'] = 'signoff-listed', who?: readonly string[]): Reason => ({
  code,
  text: role,
  blocks: code !== 'signoff-listed',
  signOff: { role, ...(who === undefined ? {} : { who }) },
});

function besides(...outcomes: readonly Partial<OutcomeAssessment>[]): readonly string[] {
  const { distribution: _, doubt: __, ...rest } = some as OutcomeAssessment;
  const full = outcomes.map((one) => ({ ...rest, reasons: [], ...one }));
  return besidesOf({ ...assessment, outcomes: full } as Assessment);
}

const threshold = { probability: 0.02, per: 'window', criterion: 'mean' } as OutcomeAssessment['threshold'];
const distribution = (above: number) => ({ above }) as OutcomeAssessment['distribution'];

describe('what else a decision has to know', () => {
  it('counts the roles that have not signed once, over all outcomes, and apart from those of an earlier content', () => {
    const missing = [signOff('author'), signOff('owner'), signOff('red team')];
    expect(besides({ reasons: missing }, { reasons: missing })).toEqual([
      '3 sign-offs missing: author, owner and red team.',
    ]);
    expect(besides({ reasons: [signOff('author'), signOff('owner', 'signoff-listed', ['B'])] })).toEqual([
      '1 sign-off missing: author.',
      '1 sign-off of an earlier content: owner.',
    ]);
  });

  it('tells of a role that is stale for one outcome and missing for another', () => {
    expect(besides({ reasons: [signOff('owner', 'signoff-listed', ['B'])] }, { reasons: [signOff('owner')] })).toEqual([
      '1 sign-off missing: owner.',
      '1 sign-off of an earlier content: owner.',
    ]);
  });

  it('leaves out what blocks, since the verdict says it', () => {
    expect(besides({ reasons: [signOff('author', 'signoff-missing')] })).toEqual([]);
  });

  it('says how often a number that meets its threshold is above it', () => {
    const met = { id: 'sabotage', number: 0.0154, threshold };
    expect(besides({ ...met, distribution: distribution(0.34) })).toEqual([
      'The doubt of sabotage is within its threshold by its mean, and above it in at most 34\u00a0% of the trials.',
    ]);
    expect(besides({ ...met, distribution: distribution(0) })).toEqual([]);
    const asking = (criterion: 'p50' | 'p95') => ({ ...met, threshold: { ...threshold!, criterion } });
    expect(besides({ ...asking('p50'), distribution: distribution(0.34) })).toHaveLength(1);
    expect(besides({ ...asking('p95'), distribution: distribution(0.04) })).toEqual([]);
    expect(besides({ ...met, number: 0.03, distribution: distribution(0.8) })).toEqual([]);
  });
});
