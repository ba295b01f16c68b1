import fc from 'fast-check';
import { bareCase, bareElement } from '../case/bare.testing.js';
import type { Case, Edge, Element, ElementType } from '../case/index.js';

const origin = fc.record({
  file: fc.constantFrom('case.yaml', 'more.yaml'),
  path: fc.array(fc.nat(9), { maxLength: 2 }),
});
const word = fc.constantFrom(
  'the',
  'agent',
  'keeps',
  'weights',
  'inside',
  'monitor',
  'fails',
  'twice',
  'origin',
  '__proto__',
);
const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
const number = fc.constantFrom(0, 1e-9, 0.25, 0.5, 1);
const id = fc.nat(14).map((n) => `E${n}`);
const name = fc.constantFrom('a', 'b', 'c', 'd', 'origin', 'kind');
const map = fc.dictionary(name, word, { maxKeys: 3 });
const texts = fc.array(word, { maxLength: 3 });
const date = fc.constantFrom('2026-12-01', '2027-02-28');

/** A record of which some keys may be absent. */
function some<T extends object>(
  always: { [K in keyof T]?: fc.Arbitrary<unknown> },
  maybe: Record<string, fc.Arbitrary<unknown>> = {},
) {
  return fc
    .tuple(fc.record(always as Record<string, fc.Arbitrary<unknown>>), fc.record(maybe, { requiredKeys: [] }), origin)
    .map(([one, other, at]) => ({ ...one, ...other, origin: at }) as unknown as T);
}

const value = fc.oneof(
  fc.record({ kind: fc.constant('number'), value: number }),
  fc.record({ kind: fc.constant('quantity'), name }),
  fc.record({
    kind: fc.constant('distribution'),
    distribution: fc.record({ kind: fc.constant('beta'), a: number, b: number }),
  }),
);
const opinion = some<object>({ value }, { by: word, date, because: text });
const doubt = some<NonNullable<Element['doubt']>>({ opinions: fc.array(opinion, { minLength: 1, maxLength: 2 }) });
const edge = some<Edge>({ to: id, optional: fc.boolean() }, { multiplicity: word });
const target = fc.oneof(
  some<object>({ kind: fc.constant('element'), element: id }),
  some<object>({ kind: fc.constant('link'), from: id, to: id }),
);
const challenge = fc
  .tuple(
    fc.record({
      target,
      status: fc.constantFrom('open', 'answered'),
      strength: fc.oneof(fc.constant(1), doubt),
      blocking: fc.boolean(),
    }),
    fc.record({ answeredBy: id, raisedBy: word }, { requiredKeys: [] }),
  )
  .map(([one, other]) => ({ ...one, ...other }));
const types: readonly ElementType[] = ['goal', 'strategy', 'solution', 'context', 'challenge'];

const element = fc
  .tuple(
    fc.record({
      type: fc.constantFrom(...types),
      text,
      supportedBy: fc.array(edge, { maxLength: 3 }),
      inContextOf: fc.array(edge, { maxLength: 2 }),
      classes: texts,
      layers: map,
      claimPoints: fc.array(some<object>({ name, at: fc.array(id, { maxLength: 2 }) }), { maxLength: 1 }),
      defeatedRelation: fc.array(id, { maxLength: 1 }),
    }),
    fc.record(
      {
        module: name,
        doubt,
        challenge,
        confidence: name,
        owner: word,
        instance: fc.record({ pattern: name, of: id, at: id }),
      },
      { requiredKeys: [] },
    ),
    origin,
  )
  .map(([{ type, ...one }, other, at]) => bareElement('', type, { ...one, ...other, origin: at } as Partial<Element>));

const elements = fc
  .tuple(fc.uniqueArray(id, { maxLength: 8 }), fc.array(element, { minLength: 8, maxLength: 8 }))
  .map(([ids, all]) => ids.map((one, at) => ({ ...(all[at] as Element), id: one })));

function listOf<Name extends keyof Case>(entry: fc.Arbitrary<object>): fc.Arbitrary<Case[Name]> {
  return fc.array(entry, { maxLength: 3 }) as unknown as fc.Arbitrary<Case[Name]>;
}

const threshold = some<object>(
  { probability: number, per: fc.constant('window'), criterion: fc.constantFrom('mean', 'p95') },
  { approved: fc.record({ by: word }) },
);
const because = { because: text };

/** A case in which anything may stand in any section; what it refers to need not exist, and keys may stand twice. */
export const anyCase: fc.Arbitrary<Case> = fc
  .record({
    single: fc.record(
      {
        title: text,
        status: fc.constantFrom('draft', 'sketch'),
        owner: word,
        budget: some<object>({ probability: number, per: fc.constant('window') }),
        decision: some<object>(
          { options: texts, exposure: fc.record({ tasks: number }, { requiredKeys: [] }) },
          { question: text, window: some<object>({ from: date, to: date }) },
        ),
        chain: some<object>({ previous: word, claim: id }, { gap: id, amplify: fc.record({ copies: number }) }),
        policy: fc.record({ inference: fc.constantFrom('listed', 'required'), absentEvidence: fc.constant('locked') }),
        catalogue: word,
        bare: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    elements,
    outcomes: listOf<'outcomes'>(some<object>({ id: name, text }, { claim: id, threshold, severity: word })),
    system: listOf<'system'>(
      some<object>(
        { id: name, kind: word, access: fc.record({ read: texts, write: texts }), watches: texts },
        { copies: number },
      ),
    ),
    riskCases: listOf<'riskCases'>(some<object>({ outcome: name, claim: id })),
    quantities: listOf<'quantities'>(
      some<object>(
        {
          name,
          definition: fc.oneof(value, some<object>({ kind: fc.constant('expression'), text })),
        },
        { unit: word, ...because },
      ),
    ),
    evidence: listOf<'evidence'>(
      some<object>(
        {
          id: name,
          sources: fc.array(some<object>({ path: word }), { maxLength: 2 }),
          pool: fc.boolean(),
          keys: texts,
          trials: texts,
          map,
        },
        { about: fc.record({ model: word }), transfer: id },
      ),
    ),
    interactions: listOf<'interactions'>(
      some<object>(
        { kind: fc.constantFrom('cascade', 'collusion'), between: texts, outcome: name },
        { arguedBy: id, dismissed: text },
      ),
    ),
    dismissed: listOf<'dismissed'>(some<object>({ subsystem: name, outcome: name }, because)),
    dependence: listOf<'dependence'>(
      some<object>(
        {
          name,
          members: fc.array(
            some<object>({
              leaf: fc.oneof(
                id,
                id.map((one) => `${one}.inference`),
              ),
            }),
            { maxLength: 3 },
          ),
          beta: number,
        },
        because,
      ),
    ),
    indicators: listOf<'indicators'>(some<object>({ id: name }, { tests: id, breach: word })),
    waivers: listOf<'waivers'>(some<object>({ rule: name }, { at: id, until: date })),
    review: fc.record({
      required: texts,
      signoffs: fc.array(some<object>({ role: word, who: name, of: word }, { element: id, date }), { maxLength: 3 }),
    }) as fc.Arbitrary<Case['review']>,
    modules: listOf<'modules'>(
      some<object>({
        name,
        uses: fc.array(some<object>({ path: word }), { maxLength: 2 }),
        extends: fc.array(
          some<object>({
            module: name,
            develops: fc.array(some<object>({ element: id, by: fc.array(id, { maxLength: 2 }) }), { maxLength: 2 }),
          }),
          { maxLength: 1 },
        ),
        contract: fc.boolean(),
        information: map,
      }),
    ),
    patterns: listOf<'patterns'>(some<object>({ id: name, parameters: map, elements })),
    fmea: listOf<'fmea'>(some<object>({ subsystem: name, mode: word }, { cause: text, arguedBy: id })),
    hash: fc.nat(1000),
    at: origin,
  })
  .map(({ single, hash, at, ...sections }) =>
    bareCase({ ...sections, ...single, contentHash: `${hash}`, origin: at } as Partial<Case>),
  );

/** Something that a person may do to a case: a choice among many, with numbers to choose by. */
export type Edit = readonly [kind: number, one: number, other: number];
export const edits = fc.array(fc.tuple(fc.nat(8), fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 6 });

/** The case after the edits; `other` gives what comes in. */
export function edited(of: Case, list: readonly Edit[], other: Case): Case {
  return list.reduce((now, edit) => editedOnce(now, edit, other), of);
}

function editedOnce(of: Case, [kind, one, two]: Edit, other: Case): Case {
  const { elements: all } = of;
  const picked = all[one % Math.max(1, all.length)];
  const sections = Object.keys(of).filter((key) => key !== 'elements');
  const section = sections[one % sections.length] as keyof Case;
  if (kind === 0 || picked === undefined) return section in other ? { ...of, [section]: other[section] } : of;
  const change = (more: Partial<Element>): Case => ({
    ...of,
    elements: all.map((element) => (element === picked ? { ...element, ...more } : element)),
  });
  const without = all.filter((element) => element !== picked);
  switch (kind) {
    case 1:
      return { ...of, elements: without };
    case 2:
      return { ...of, elements: without.toSpliced(two % all.length, 0, picked) };
    case 3:
      return change({ text: `${picked.text} again ${two % 3}` });
    case 4:
      return change({ supportedBy: picked.supportedBy.toReversed() });
    case 5:
      return change({ inContextOf: picked.supportedBy, supportedBy: picked.inContextOf });
    case 6:
      // Another name here, and in every link.
      return renamedIn(of, picked.id, `N${two}`);
    case 7: {
      const entering = other.elements.filter(({ id: own }) => !all.some((element) => element.id === own));
      return { ...of, elements: [...all.slice(0, two % all.length), ...entering, ...all.slice(two % all.length)] };
    }
    default:
      return change(two % 2 === 0 ? { module: 'elsewhere' } : { claimPoints: [], layers: {}, classes: ['new'] });
  }
}

function renamedIn(of: Case, from: string, to: string): Case {
  if (of.elements.some(({ id: own }) => own === to)) return of;
  const rename = (edges: readonly Edge[]) => edges.map((one) => (one.to === from ? { ...one, to } : one));
  return {
    ...of,
    elements: of.elements.map((one) => ({
      ...one,
      id: one.id === from ? to : one.id,
      supportedBy: rename(one.supportedBy),
      inContextOf: rename(one.inContextOf),
    })),
  };
}
