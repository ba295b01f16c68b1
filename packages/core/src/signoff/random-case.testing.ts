import fc from 'fast-check';
import { bareCase, bareElement } from '../case/bare.testing.js';
import type { Case, Edge, Element, Evidence, Origin, Quantity, StatedDoubt } from '../case/index.js';

/** Draws from an arbitrary. */
export type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T;

/** Texts of quantities; some name further ones, some name what is there by itself. */
export const expressions = [
  'q1 * 2',
  '1 - (1 - q2)^q3',
  'max(q3, q4)',
  'q4 / exposure.tasks',
  'system.s1.copies * 1e-6',
  'q5 + system.s2.capability * 1e-6',
  'window.days * 1e-6',
] as const;

export const leafIds = ['Sn1', 'Sn2', 'A1', 'C1'] as const;
export const goalIds = ['G1', 'G2', 'G3', 'G4', 'G5', 'R1', 'R2'] as const;
export const subsystemIds = ['s1', 's2', 's3'] as const;
export const quantityIds = ['q1', 'q2', 'q3', 'q4', 'q5'] as const;
export const evidenceIds = ['e1', 'e2', 'e3'] as const;
export const outcomeIds = ['o1', 'o2', 'o3'] as const;

function origin(...path: (string | number)[]): Origin {
  return { file: 'case.yaml', path };
}

/** A case in which every section has something, with references to all sides; ids are unique, some references dangle. */
export function drawCase(draw: Draw): Case {
  const one = <T>(items: readonly T[]) => draw(fc.constantFrom(...items));
  const chance = (percent: number) => draw(fc.nat(99)) < percent;
  const maybe = <T>(percent: number, make: () => T) => (chance(percent) ? make() : undefined);
  const number = () => draw(fc.integer({ min: 1, max: 9 })) / 16;
  const person = () => one(['anna', 'ben', 'carl']);
  const some = <T>(items: readonly T[], most: number) => draw(fc.subarray([...items], { maxLength: most }));
  const present = <T extends object>(data: T) =>
    Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as T;

  const stated = (): StatedDoubt => ({
    opinions: [
      present({
        value: chance(60)
          ? { kind: 'quantity' as const, name: one([...quantityIds, 'system.s3.copies']) }
          : { kind: 'number' as const, value: number() },
        by: maybe(50, person),
        because: maybe(50, () => 'so it is'),
        origin: origin('doubt'),
      }) as StatedDoubt['opinions'][number],
    ],
    origin: origin('doubt'),
  });
  const edges = (ids: readonly string[], most: number): Edge[] =>
    some(ids, most).map(
      (to) =>
        present({ to, optional: chance(10), developedBy: maybe(10, () => 'm'), origin: origin('edge', to) }) as Edge,
    );
  const shared = (): Partial<Element> =>
    present({
      owner: maybe(20, person),
      subsystem: maybe(30, () => one([...subsystemIds, 's9'])),
      outcome: maybe(30, () => one(outcomeIds)),
      indicator: maybe(15, () => one(['i1', 'i2'])),
      assumes: maybe(20, () => [{ subsystem: one(subsystemIds), trust: 'trusted' as const }]) ?? [],
      holdsUntil: maybe(20, () => [{ axis: one(['tasks', 'capability'] as const), value: 4 }]) ?? [],
      layers: chance(10) ? { origin: 'a layer of that name' } : {},
    }) as Partial<Element>;

  const goals = goalIds.map((id, at): Element => {
    const later = [...goalIds.slice(at + 1), ...leafIds];
    return bareElement(id, 'goal', {
      ...shared(),
      supportedBy: edges(later, 3),
      inContextOf: edges(['C1', 'A1'], 1),
      combine: chance(30) ? { kind: 'any' } : { kind: 'all' },
      claimPoints: chance(25) ? [{ name: one(['ACP1', 'ACP2']), at: [id], origin: origin('acp') }] : [],
      ...present({
        inference: maybe(40, stated),
        confidence: maybe(15, () => one(['ACP1', 'ACP2'])),
        riskCase: id.startsWith('R') ? one(outcomeIds) : undefined,
        uses: maybe(10, () => ({ pattern: 'P1', with: { origin: ['x'] }, keep: [], omit: [], origin: origin('uses') })),
      }),
    } as Partial<Element>);
  });
  const leaves = leafIds.map((id): Element => {
    const type = id === 'C1' ? 'context' : id === 'A1' ? 'assumption' : 'solution';
    const byEvidence = chance(50);
    return bareElement(id, type, {
      ...shared(),
      ...(byEvidence ? { evidence: one([...evidenceIds, 'e9']) } : { doubt: stated() }),
    });
  });
  const challenges = ['D1', 'D2', 'D3'].map((id): Element => {
    const target = chance(60)
      ? { kind: 'element' as const, element: one([...goalIds, ...leafIds, 'D1']), origin: origin('challenges') }
      : { kind: 'link' as const, from: one(goalIds), to: one([...goalIds, ...leafIds]), origin: origin('challenges') };
    return bareElement(id, 'challenge', {
      challenge: {
        target,
        status: 'answered',
        strength: chance(50) ? 1 : stated(),
        blocking: true,
        ...present({ answeredBy: maybe(50, () => one(goalIds)) }),
      } as NonNullable<Element['challenge']>,
    });
  });
  const quantities = quantityIds.map((name): Quantity => {
    const definition = one<Quantity['definition']>([
      { kind: 'expression', text: one(expressions), origin: origin('quantities', name) },
      { kind: 'evidence', evidence: one(evidenceIds) },
      { kind: 'distribution', distribution: { kind: 'between', lo: number() / 8, hi: number() } },
      { kind: 'number', value: number() },
    ]);
    return present({
      name,
      definition,
      unit: maybe(30, () => 'attempts'),
      origin: origin('quantities', name),
    }) as Quantity;
  });
  const evidence = evidenceIds.map(
    (id): Evidence =>
      present({
        id,
        sources: [{ path: `${id}.csv`, origin: origin('evidence', id, 'source') }],
        pool: false,
        reader: 'csv',
        by: maybe(50, person),
        about: maybe(50, () =>
          present({ subsystem: maybe(60, () => one([...subsystemIds, 's9'])), model: maybe(60, () => 'Coder-1') }),
        ),
        measure: {
          kind: 'rate' as const,
          success: 'score >= 1',
          groupBy: 'sample' as const,
          errors: 'worst' as const,
          invalid: 'worst' as const,
          limits: 'worst' as const,
          refusals: 'worst' as const,
          partial: 'worst' as const,
          origin: origin('evidence', id, 'measure'),
        },
        transfer: maybe(20, () => one(goalIds)),
        keys: [],
        trials: [],
        map: chance(10) ? { EVENT: one([...goalIds, ...leafIds]) } : {},
        origin: origin('evidence', id),
      }) as Evidence,
  );
  return bareCase({
    owner: person(),
    budget: { probability: 0.5, per: 'window', origin: origin('case', 'budget') },
    decision: {
      kind: 'continue',
      question: 'Deploy?',
      options: ['yes', 'no'],
      window: { from: '2026-12-01', to: '2027-02-28', origin: origin('decision', 'window') },
      exposure: { tasks: 100, instances: 5 },
      origin: origin('decision'),
    },
    outcomes: outcomeIds.map((id) => ({
      id,
      text: `Outcome ${id}`,
      threshold: {
        probability: number(),
        per: 'window',
        criterion: 'mean',
        origin: origin('outcomes', id, 'threshold'),
      },
      ...present({ severity: maybe(50, () => 'high'), claim: maybe(80, () => one(goalIds)) }),
      origin: origin('outcomes', id),
    })) as Case['outcomes'],
    system: subsystemIds.map((id) => ({
      id,
      kind: 'model',
      ...present({
        model: maybe(70, () => ({ name: 'Coder-1' })),
        copies: maybe(50, () => 3),
        capability: maybe(50, () => 2),
      }),
      access: { read: ['s1'], write: [] },
      watches: [],
      origin: origin('system', id),
    })) as Case['system'],
    elements: [...goals, ...leaves, ...challenges],
    riskCases: some(outcomeIds, 2).map((outcome) => ({
      outcome,
      claim: one(['R1', 'R2']),
      origin: origin('riskCases', outcome),
    })),
    quantities,
    evidence,
    interactions: [
      {
        kind: 'cascade',
        between: ['s1'],
        outcome: 'o1',
        arguedBy: 'G1',
        strategies: [],
        reasons: [],
        origin: origin('interactions', 0),
      },
    ],
    dismissed: [{ subsystem: 's2', outcome: 'o1', because: 'no agency', origin: origin('dismissed', 0) }],
    dependence: ['g1', 'g2'].map((name) => ({
      name,
      members: some([...leafIds, 'G2.inference', 'G4.inference'], 3).map((leaf) => ({
        leaf,
        origin: origin('member'),
      })),
      beta: number(),
      origin: origin('dependence', name),
    })),
    indicators: ['i1', 'i2'].map((id) => ({
      id,
      every: '1h',
      ...present({ tests: maybe(50, () => one(goalIds)) }),
      origin: origin('indicators', id),
    })) as Case['indicators'],
    waivers: [{ rule: 'undeveloped', at: 'G1', because: 'later', by: 'anna', origin: origin('waivers', 0) }],
    review: {
      required: ['author'],
      signoffs: [
        { role: 'author', who: 'anna', of: 'sha256:0', element: 'G1', origin: origin('review', 'signoffs', 0) },
      ],
    },
    modules: [
      {
        name: 'm',
        brief: 'A module',
        uses: [],
        extends: [],
        contract: false,
        information: {},
        origin: origin('module'),
      },
    ],
    patterns: [
      { id: 'P1', parameters: { x: 'text' }, elements: [bareElement('G1', 'goal')], origin: origin('patterns', 'P1') },
    ],
    fmea: [{ subsystem: 's1', mode: 'stops', outcome: 'o1', arguedBy: 'G1', origin: origin('fmea', 0) }],
    ...(chance(50)
      ? {
          chain: {
            previous: '../before',
            claim: 'G1',
            gap: one(goalIds),
            origin: origin('chain'),
          } as Case['chain'] & {},
        }
      : {}),
    contentHash: '00',
  });
}
