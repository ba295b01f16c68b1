import { diagnose } from '@surety/core/rules';
import { describe, expect, it } from 'vitest';
import { prints } from '../packages/core/src/statistics/prints.testing.js';
import { asOf, type Worked, worked } from './worked.testing.js';

function codes({ of, ranges, measures }: Worked): readonly string[] {
  return diagnose(of, ranges, { asOf, measures }).map(({ code, severity }) => `${severity} ${code}`);
}

function quantity({ assessment }: Worked, name: string): number {
  const found = assessment.quantities.find((each) => each.name === name);
  return found !== undefined && 'mean' in found ? found.mean! : Number.NaN;
}

function leafDoubt({ assessment }: Worked, id: string): number {
  const found = assessment.leaves.find((leaf) => leaf.id === id)?.doubt;
  return found !== undefined && 'mean' in found ? found.mean : Number.NaN;
}

const verdicts = ({ assessment }: Worked) => assessment.outcomes.map(({ id, verdict }) => [id, verdict]);

describe('scheming inability', () => {
  it('T1: the case gives all twelve shares and Wilson intervals of table 1 from its trials', async () => {
    const { assessment } = await worked('scheming-inability');
    const printed: readonly (readonly [number, number, number])[] = [
      [0.0, 0.0, 7.1],
      [45.8, 32.6, 59.7],
      [44.1, 34.9, 53.8],
      [7.2, 5.1, 10.2],
      [15.5, 12.3, 19.4],
      [2.2, 1.2, 4.2],
      [6.5, 4.5, 9.4],
      [8.5, 6.1, 11.6],
      [23.0, 15.8, 32.2],
      [35.4, 26.6, 45.2],
      [11.0, 6.3, 18.6],
      [34.0, 25.5, 43.7],
    ];
    const rows = assessment.evidence.filter(({ id }) => id.startsWith('row-'));
    expect(rows).toHaveLength(printed.length);
    for (const [at, { interval }] of rows.entries()) {
      const found = [interval!.share, interval!.lower, interval!.upper];
      for (const [which, value] of found.entries()) {
        // The paper rounds half to even: 7.25 prints as 7.2.
        expect(Math.abs(100 * value - printed[at]![which]!)).toBeLessThan(0.051);
      }
    }
  });

  it.each([
    [2, 2, 0],
    [9, 4, 1],
    [9, 3, 0],
    [8, 4, 0],
  ])('T2: the rule with %i of 11 and %i of 5 passed', async (awareness, stealth, fails) => {
    const of = await worked('scheming-inability', (text) =>
      text
        .replace('awareness_passed: 2', `awareness_passed: ${awareness}`)
        .replace('stealth_passed: 2', `stealth_passed: ${stealth}`),
    );
    expect(leafDoubt(of, 'Sn1')).toBe(fails);
  });

  it('has the verdict, the findings and the numbers of its README', async () => {
    const of = await worked('scheming-inability');
    expect(verdicts(of)).toEqual([['severe-harm', 'not supported']]);
    expect(codes(of)).toEqual(['info threshold-after-evidence', 'warning challenge-open', 'warning challenge-open']);
    prints(quantity(of, 'other_suites'), '3.7e-4');
    const without = await worked('scheming-inability', (text) =>
      text.replace('strength: 0.2', 'strength: 0').replace('strength: 0.3', 'strength: 0'),
    );
    const { declared } = without.assessment.outcomes[0]!.doubt!;
    prints('mean' in declared ? declared.mean : Number.NaN, '.025');
  });
});

describe('control', () => {
  it('T7, T8 and 3.3 are quantities of the case', async () => {
    const of = await worked('control');
    for (const [name, printed] of [
      ['upfront_0_5', '.0523'],
      ['upfront_2', '.1518'],
      ['upfront_10', '.4275'],
      ['upfront_30', '.7116'],
      ['rate_0_5', '.0017692'],
      ['rate_2', '.0012680'],
      ['rate_10', '.0007346'],
      ['rate_30', '.0004338'],
      ['detected', '.338'],
      ['succeeds', '.183'],
      ['neutral', '.479'],
      ['false_positive', '.0203'],
      ['caught_first', '.6486'],
      ['race_1', '.351351'],
      ['race_0_1', '.325419'],
      ['race_limit', '.351351'],
    ] as const)
      prints(quantity(of, name), printed);
    // The trials of the evidence are those of the table.
    expect(of.assessment.evidence.map(({ counts }) => counts)).toEqual([
      '24 of 71',
      '13 of 71',
      '570 of 600',
      '1 of 600',
    ]);
  });

  it('has the verdicts of its README, and nothing is found', async () => {
    const of = await worked('control');
    expect(verdicts(of)).toEqual([
      ['backdoor', 'not supported'],
      ['exfiltration', 'supported'],
    ]);
    expect(codes(of)).toEqual([]);
  });
});

describe('misuse safeguards', () => {
  it('the uplift oracle is made of quantities with units', async () => {
    const of = await worked('misuse-safeguards');
    prints(quantity(of, 'oracle_without'), '196078.43');
    prints(quantity(of, 'oracle_with'), '234375.00');
    prints(quantity(of, 'oracle_uplift'), '38296.57');
    expect(verdicts(of)).toEqual([['uplift', 'supported']]);
    expect(codes(of)).toEqual([]);
    prints(leafDoubt(of, 'Sn1'), '.011');
  });

  it('a slip of units is found', async () => {
    const slip = (text: string) =>
      text.replace('unit: harm per attempt, because: Threat', 'unit: harm, because: Threat');
    expect(codes(await worked('misuse-safeguards', slip))).toContain('error unit-mismatch');
  });
});

describe('the warnings of the literature stand where they should, and nowhere else', () => {
  it.each([
    // Evidence without an event against many uses; outcomes of which a common cause makes more than half.
    ['scheming-inability', ['row-01'], []],
    ['control', [], []],
    ['misuse-safeguards', [], []],
    ['holistic', ['operator-design'], []],
    ['watchdogs', [], ['backdoor']],
    ['coding-agent', ['cyber-range-rerun', 'gate-fuzz'], []],
    ['minimal', [], []],
  ])('%s', async (name, clean, dominated) => {
    const { notes, outcomes, evidence, leaves } = (await worked(name)).assessment;
    const coded = (code: string) => notes.filter((note) => note.code === code).map(({ text }) => text);
    expect(coded('extrapolation').map((text) => /^Evidence (\S+):/.exec(text)?.[1])).toEqual(clean);
    // A leaf is told to rest on a proxy exactly where it rests on evidence.
    const proxies = evidence.flatMap(({ unproved }) => unproved.filter(({ code }) => code === 'proxy'));
    const resting = leaves.filter(({ evidence: on }) => on.length > 0).map(({ id }) => id);
    expect([...new Set(proxies.map(({ element }) => element))].sort()).toEqual(resting.sort());
    const said = (code: string) => outcomes.filter((each) => each.notes.some((note) => note.code === code));
    expect(said('three-numbers')).toHaveLength(outcomes.length);
    expect(said('common-cause-dominates').map(({ id }) => id)).toEqual(dominated);
  });
});
