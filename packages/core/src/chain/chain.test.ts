import { describe, expect, it } from 'vitest';
import { type Case, lookup } from '../case/index.js';
import { assess } from '../doubt/index.js';
import { caseFrom, counted } from '../doubt/text.testing.js';
import { subtreeHash } from '../signoff/index.js';
import { firstOne, generation, laterOne, linkOf } from './chain.testing.js';
import { assessChain, cautions, citePrevious } from './index.js';

const options = { asOf: '2026-11-23' };

describe('assessChain', () => {
  const three = [
    linkOf('one', firstOne(0.002)),
    linkOf('two', laterOne(0.003, 0.001)),
    linkOf('three', laterOne(0.0005)),
  ];

  it('adds up what each generation adds, by the closed form', () => {
    const { generations, holding, room } = assessChain(three, options);
    const second = 1 - (1 - 0.003) * (1 - 0.001);
    const doubts = [0.002, 0.002 + second, 0.002 + second + 0.0005];
    generations.forEach(({ doubt, own, inherited }, at) => {
      expect(doubt).toBeCloseTo(doubts[at]!, 14);
      expect(inherited).toBeCloseTo(at === 0 ? 0 : doubts[at - 1]!, 14);
      expect(own + inherited).toBeCloseTo(doubt, 14);
    });
    expect(generations[1]).toMatchObject({ gap: { element: 'G2', doubt: 0.003 }, amplify: { copies: 10 } });
    expect(holding).toBe(3);
    // 0.01 - 0.006497 holds 7 more of 0.0005.
    expect(room).toBe(7);
  });

  it('counts generations up to the first that does not hold, and says what would let it', () => {
    const chain = assessChain(
      [...three.slice(0, 1), linkOf('two', laterOne(0.009)), linkOf('three', laterOne(0))],
      options,
    );
    expect(chain.holding).toBe(1);
    expect(chain).not.toHaveProperty('room');
    expect(chain.next).toMatchObject({ generation: 'two', excess: expect.closeTo(0.001, 12) });
    const ways = chain.next.ways.map(({ generation: name, advice }) => [name, advice.ways[0]?.steps[0]]);
    expect(ways).toMatchObject([
      ['one', { leaf: 'Sn1', to: 0.001 }],
      ['two', { leaf: 'G2', to: 0.008 }],
    ]);
    // Applied, it does it; a step less does not.
    const with_ = (gap: number) => assessChain([three[0]!, linkOf('two', laterOne(gap))], options).holding;
    expect([with_(0.008), with_(0.00801)]).toEqual([2, 1]);
  });

  it('says what one more like the last one would take', () => {
    const chain = assessChain([linkOf('one', firstOne(0.004)), linkOf('two', laterOne(0.004))], options);
    expect(chain).toMatchObject({ holding: 2, room: 0, next: { excess: expect.closeTo(0.002, 12) } });
    expect(chain.next).not.toHaveProperty('generation');
    // In the last one each saving counts twice.
    expect(chain.next.ways.map(({ allowed }) => allowed)).toEqual([
      expect.closeTo(0.002, 12),
      expect.closeTo(0.003, 12),
    ]);
  });

  it('lets what blocks one generation block all after it', () => {
    const open = generation('G1: { text: Safe, undeveloped: true }\nG9: { text: Else, doubt: 0 }', { first: true });
    const { generations, holding } = assessChain([linkOf('one', open), linkOf('two', laterOne(0.001))], options);
    expect(holding).toBe(0);
    expect(generations[1]).toMatchObject({ doubt: 1, verdict: 'not supported', blockers: [{ generation: 'one' }] });
  });

  it('tells evidence and models that generations have in common', () => {
    const rest = `system: { m: { kind: model, model: { name: M } } }
evidence: { e: { source: a.csv, reader: csv, about: { model: M }, measure: { kind: rate, success: x >= 1 } } }\n`;
    const tests = 'Sn1: { text: Tests, evidence: e, requires: { rate: "<= 0" } }';
    const [one, two] = [
      generation(`G1: { text: Safe, supportedBy: [Sn1], inference: 0 }\n${tests}`, { first: true, rest }),
      generation(
        `G1: { text: Safe, supportedBy: [G1@previous, G2], inference: 0 }\nG2: { text: Step, supportedBy: [Sn1], inference: 0 }\n${tests}`,
        { rest },
      ),
    ];
    const measures = { e: counted(0, 500, { models: ['M'] }) };
    const links = [linkOf('one', one, measures), linkOf('two', two, measures)];
    expect(assessChain(links, options).generations[1]!.shares).toEqual([
      { generation: 'one', what: 'evidence sha256:0-500' },
      { generation: 'one', what: 'evidence about model M' },
    ]);
    expect(citePrevious(two, measures, links.slice(0, 1), options).dependence).toMatchObject([
      { members: [{ leaf: 'G1@previous' }, { leaf: 'Sn1' }], beta: 1 },
    ]);
  });

  it('holds what adds up against the percentile that a threshold is about', () => {
    const one = caseFrom(`surety: 1
case: { id: one, title: One }
outcomes:
  o: { text: It happens, threshold: { probability: 0.01, per: window, criterion: p95 }, claim: G1 }
argument:
  G1: { text: Safe, supportedBy: [Sn1], inference: 0 }
  Sn1: { text: Tests, doubt: { between: [1.0e-5, 2.0e-2] } }
`);
    const [outcome] = assess(one, {}, options).outcomes;
    expect(outcome).toMatchObject({ verdict: 'not supported', reasons: [{ code: 'criterion-above-threshold' }, {}] });
    expect(outcome!.number).toBeLessThan(0.01);
    const chain = assessChain([linkOf('one', one), linkOf('two', laterOne(0.001, 0, { threshold: 0.02 }))], options);
    const [first, second] = chain.generations;
    expect(first).toMatchObject({ criterion: 'p95', verdict: 'not supported', held: outcome!.doubt!.declared.p95 });
    expect(second).toMatchObject({ criterion: 'mean', verdict: 'supported' });
    expect(chain).toMatchObject({ holding: 0, next: { generation: 'one', excess: first!.held - 0.01 } });
    // The percentile is what is asked for, so that is what the advice has to reach.
    const [way] = chain.next.ways[0]!.advice.ways;
    expect(way!.number).toBeLessThanOrEqual(0.01);
    expect(cautions(chain.generations)[0]).toContain('The threshold of one is about the p95');
  });

  it('judges an outcome as its own case states it, with its severity and what was approved', () => {
    const policy = `policy: { severities: { grave: { probability: 0.01, per: window } } }
outcomes:
  o: { text: It happens, severity: grave, threshold: { probability: 0.01, per: window, approved: { by: board, probability: APPROVED } }, claim: G1 }
argument:
  G1: { text: Safe, doubt: 0.001 }
  G9: { text: Else, doubt: 0.5 }
`;
    const one = (approved: string) =>
      linkOf('one', caseFrom(`surety: 1\ncase: { id: one, title: One }\n${policy.replace('APPROVED', approved)}`));
    expect(assessChain([one('0.01')], options).generations[0]).toMatchObject({ verdict: 'supported', blockers: [] });
    expect(assessChain([one('0.001')], options).generations[0]).toMatchObject({
      verdict: 'not supported',
      blockers: [{ reason: { code: 'beyond-policy' } }],
    });
    // Of a goal that no outcome claims the policy says nothing.
    const other = assessChain([{ ...one('0.01'), claim: 'G9' }], options).generations[0];
    expect(other).toMatchObject({ own: 0.5, verdict: 'no threshold', blockers: [] });
  });

  it('asks for the claim that is cited where a bare argument has several tops', () => {
    const bare = caseFrom('G0: { text: Other, doubt: 0 }\nG1: { text: Safe, doubt: 0.4 }\n');
    expect(bare.bare).toBe(true);
    expect(assessChain([linkOf('one', bare)], options).generations[0]!.own).toBe(0.4);
  });

  it('tells where a case looks farther ahead than the claim that it cites', () => {
    const days = (of: Case, to: string): Case => ({
      ...of,
      decision: {
        options: [],
        exposure: {},
        window: { from: '2026-12-01', to, origin: of.origin },
        origin: of.origin,
      },
    });
    const links = (to: string) => [
      linkOf('one', days(firstOne(0.001), '2026-12-10')),
      linkOf('two', days(laterOne(0.001), to)),
    ];
    expect(assessChain(links('2027-11-30'), options).generations[1]!.longer).toEqual({ days: 365, cited: 10 });
    expect(assessChain(links('2026-12-10'), options).generations[1]).not.toHaveProperty('longer');
  });
});

describe('a case that cites the generation before', () => {
  it('is blocked as long as that was not read', () => {
    const [outcome] = assess(laterOne(0.001), {}, options).outcomes;
    expect(outcome).toMatchObject({
      verdict: 'not supported',
      number: 1,
      reasons: [{ code: 'undeveloped', element: 'G1@previous', blocks: true }, { blocks: false }],
    });
  });

  it('is blocked by what blocks that one', () => {
    const open = generation('G1: { text: Safe, undeveloped: true }\nG9: { text: Else, doubt: 0 }', { first: true });
    const cited = citePrevious(laterOne(0.001), {}, [linkOf('one', open)], options);
    const [outcome] = assess(cited, {}, options).outcomes;
    expect(outcome).toMatchObject({ verdict: 'not supported', number: 1 });
    expect(outcome!.reasons[0]!.text).toContain('blocked in one: G1 is undeveloped');
  });

  it('is blocked by a sketch, which claims nothing', () => {
    const sketch = { ...firstOne(0.001), status: 'sketch' as const };
    const cited = citePrevious(laterOne(0.001), {}, [linkOf('one', sketch)], options);
    const [outcome] = assess(cited, {}, options).outcomes;
    expect(outcome).toMatchObject({ verdict: 'not supported', number: 1 });
    expect(outcome!.reasons[0]!.text).toContain('blocked in one: The case is a sketch');
  });

  it('has the doubt of all generations before in it', () => {
    const before = [linkOf('one', firstOne(0.002)), linkOf('two', laterOne(0.003))];
    const cited = citePrevious(laterOne(0.001), {}, before, options);
    expect(assess(cited, {}, options).outcomes[0]!.number).toBeCloseTo(1 - (1 - 0.005) * (1 - 0.001), 14);
  });

  it('gets no credit for a leg that rests on what the generation before rests on', () => {
    const rest = 'evidence: { e: { source: a.csv, reader: csv, measure: { kind: rate, success: x >= 1 } } }\n';
    const tests = 'Sn1: { text: Tests, evidence: e, requires: { rate: "<= 0.02" } }';
    const first = generation(
      `G1: { text: Safe, supportedBy: [Sn1], inference: { elicited: 0, because: Below it nothing happens } }\n${tests}`,
      { first: true, rest },
    );
    const legs = generation(
      `G1: { text: Safe, supportedBy: [G1@previous, G2], combine: any, dependence: { independent: true, because: Two }, inference: 0 }
G2: { text: Step, supportedBy: [Sn1], inference: { elicited: 0, because: Below it nothing happens } }
${tests}`,
      { rest },
    );
    const measures = { e: counted(0, 200) };
    const [p] = [0.98 ** 200];
    const apart = citePrevious(
      legs,
      { e: counted(0, 200, { digests: ['sha256:other'] }) },
      [linkOf('one', first, measures)],
      options,
    );
    const shared = citePrevious(legs, measures, [linkOf('one', first, measures)], options);
    expect(assess(apart, measures, options).outcomes[0]!.number).toBeCloseTo(p! * p!, 12);
    expect(assess(shared, measures, options).outcomes[0]!.number).toBeCloseTo(p!, 12);
  });

  it('rests on steps that nobody assessed in the generations before', () => {
    const open = generation('G1: { text: Safe, supportedBy: [Sn1] }\nSn1: { text: Tests, doubt: 0.001 }', {
      first: true,
    });
    const links = [linkOf('one', open)];
    const cited = citePrevious(laterOne(0.001), {}, links, options);
    expect(assess(cited, {}, options).outcomes[0]).toMatchObject({
      verdict: 'supported',
      statement: 'supported if this 1 step is sound',
      unassessed: ['G1@previous'],
    });
    expect(cited.chain).toMatchObject({ unassessed: ['G1 of one'] });
    // Who wants every step assessed wants it of what the case cites too.
    const strict = (of: Case): Case => ({ ...of, policy: { ...of.policy, inference: 'required' } });
    const blocked = assess(citePrevious(strict(laterOne(0.001)), {}, links, options), {}, options).outcomes[0]!;
    expect(blocked).toMatchObject({
      verdict: 'not supported',
      reasons: [{ code: 'inference-required', blocks: true }, {}],
    });
    const chain = assessChain([...links, linkOf('two', strict(laterOne(0.001)))], options);
    expect(chain).toMatchObject({ holding: 1, next: { generation: 'two', ways: [] } });
    expect(chain.generations[1]).toMatchObject({
      verdict: 'not supported',
      unassessed: [{ generation: 'one', element: 'G1' }],
      blockers: [{ generation: 'two', reason: { code: 'inference-required' } }],
    });
  });

  it('keeps the hash that was signed, on any day and whatever the case before comes to', () => {
    const of = laterOne(0.001);
    const signed = subtreeHash(lookup(of), 'G1');
    for (const [doubt, asOf] of [
      [0.002, '2026-11-23'],
      [0.003, '2026-11-24'],
    ] as const) {
      const cited = citePrevious(of, {}, [linkOf('one', firstOne(doubt))], { asOf });
      expect(subtreeHash(lookup(cited), 'G1')).toBe(signed);
    }
  });

  it('gets no credit where only an inference step rests on what the generation before rests on', () => {
    const rest = `evidence: { e: { source: a.csv, reader: csv, measure: { kind: rate, success: x >= 1 } } }
quantities: { q: { evidence: e } }
`;
    const first = generation('G1: { text: Safe, supportedBy: [Sn1], inference: 0 }\nSn1: { text: Tests, doubt: q }', {
      first: true,
      rest,
    });
    const legs = generation(
      `G1: { text: Safe, supportedBy: [G1@previous, G2], combine: any, dependence: { independent: true, because: Two }, inference: 0 }
G2: { text: Step, supportedBy: [Sn1], inference: q }
Sn1: { text: Tests, doubt: 0 }`,
      { rest },
    );
    const measures = { e: counted(0, 200) };
    const cited = citePrevious(legs, measures, [linkOf('one', first, measures)], options);
    expect(cited.dependence[0]?.members.map(({ leaf }) => leaf)).toEqual(['G1@previous', 'G2.inference']);
  });

  it('keeps from readers what the case before keeps from them', () => {
    const secret = generation(
      'G1: { text: Safe from X, supportedBy: [G2], inference: 0, confidential: Of the vendor }\nG2: { text: Hidden, doubt: 0 }',
      { first: true },
    );
    const open = generation(
      'G1: { text: Safe, supportedBy: [G2], inference: 0 }\nG2: { text: Y, confidential: Z, undeveloped: true }',
      {
        first: true,
      },
    );
    const citedOf = (of: Case) =>
      citePrevious(laterOne(0.001), {}, [linkOf('one', of)], options).elements.find(({ id }) => id === 'G1@previous')!;
    expect(citedOf(secret)).toMatchObject({ text: 'Safe from X', confidential: { because: 'Of the vendor' } });
    // What blocks it says words of another element.
    expect(citedOf(open)).toMatchObject({ confidential: { because: 'Z' } });
    expect(citedOf(firstOne(0.001))).not.toHaveProperty('confidential');
  });
});
