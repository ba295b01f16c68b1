import fc from 'fast-check';
import type { Case, Element } from '../case/index.js';
import type { OneIntent } from './index.js';

const number = fc.nat(60);
/** Any element, a claim, a leaf, a challenge, and the two ends of a link: which one is decided by the case at hand. */
const id = fc.oneof(
  { weight: 9, arbitrary: number.map((n) => `#any ${n}`) },
  { weight: 1, arbitrary: fc.constant('G99') },
);
const claim = fc.oneof({ weight: 5, arbitrary: number.map((n) => `#claim ${n}`) }, { weight: 1, arbitrary: id });
const leaf = fc.oneof({ weight: 3, arbitrary: number.map((n) => `#leaf ${n}`) }, { weight: 1, arbitrary: id });
const challenge = number.map((n) => `#challenge ${n}`);
const link = number.map((n) => ({ from: `#from ${n}`, to: `#to ${n}` }));

/** The change with elements of the case in place of what stands for them. */
export function meant(intent: OneIntent, of: Case): OneIntent {
  const ids = (elements: readonly Element[]) => elements.map((one) => one.id);
  const links = of.elements.flatMap(({ id: from, supportedBy, inContextOf }) =>
    [...supportedBy, ...inContextOf].map(({ to }) => ({ from, to })),
  );
  const choices: Readonly<Record<string, readonly string[]>> = {
    any: ids(of.elements),
    claim: ids(of.elements.filter(({ type }) => type === 'goal' || type === 'strategy')),
    leaf: ids(of.elements.filter(({ supportedBy }) => supportedBy.length === 0)),
    challenge: ids(of.elements.filter(({ type }) => type === 'challenge')),
    from: links.map(({ from }) => from),
    to: links.map(({ to }) => to),
  };
  const text = JSON.stringify(intent).replace(/#([a-z]+) (\d+)/g, (_, kind: string, n: string) => {
    const some = choices[kind]!;
    return some[Number(n) % some.length] ?? 'G99';
  });
  return JSON.parse(text) as OneIntent;
}

const words = fc.constantFrom(
  'Plain words',
  'Words: with a colon',
  'Words # with a hash',
  'Two\nlines',
  'é “quoted”',
  "it's",
);
const types = fc.constantFrom('goal', 'strategy', 'solution', 'context', 'assumption', 'justification');
const or = <T>(value: T) => fc.constantFrom(undefined, value);
const place = fc.option(fc.nat(2), { nil: undefined });
const changed = fc.oneof(
  fc.record({
    kind: fc.constant('doubt'),
    leaf: fc.oneof(
      leaf,
      claim.map((one) => `${one}.inference`),
    ),
    value: fc.constantFrom(0, 0.25),
  }),
  fc.record({ kind: fc.constant('quantity'), name: fc.constant('q'), value: fc.constant(0.5) }),
  fc.record({ kind: fc.constant('beta'), at: fc.oneof(fc.constant('team'), claim), value: fc.constant(0.5) }),
  fc.record({ kind: fc.constant('exposure'), axis: fc.constant('tasks'), value: fc.constant(7) }),
  fc.record({ kind: fc.constant('threshold'), outcome: fc.constant('o'), value: fc.constant(0.05) }),
);

const all: Readonly<Record<OneIntent['kind'], Readonly<Record<string, unknown>>>> = {
  add: { type: types, text: words, under: claim, place },
  connect: { from: claim, to: id, place },
  disconnect: { link },
  move: { link, to: claim, place },
  reorder: { link, place: fc.nat(2) },
  setText: { element: id, text: words },
  setField: {
    element: id,
    field: fc.constantFrom('owner', 'url', 'category'),
    value: fc.constantFrom('control', null),
  },
  setUndeveloped: { element: claim, undeveloped: fc.boolean() },
  retype: { element: id, type: types, id: fc.constantFrom(undefined, 'G77', 'J77', 'X7') },
  rename: { from: id, to: fc.constantFrom('G88', 'Sn88', 'C88') },
  delete: { element: id, children: fc.constantFrom(undefined, 'reconnect', 'leave') },
  deleteSubtree: { element: id },
  setDoubt: {
    element: fc.oneof(leaf, claim, challenge),
    of: fc.constantFrom('doubt', 'inference', 'strength'),
    doubt: fc.constantFrom(null, 0.5, 'q', { elicited: 0.1, by: 'Ada', because: 'So' }),
  },
  setEvidence: {
    element: leaf,
    evidence: fc.constantFrom('runs', null),
    requires: fc.constantFrom(undefined, null, { rate: '<= 0.2' }),
  },
  setCombine: {
    element: claim,
    combine: fc.constantFrom('all', 'any', { atLeast: 1 }),
    dependence: fc.constantFrom(undefined, null, { beta: 0.2, because: 'So' }),
  },
  setQuantity: {
    name: fc.constantFrom('q', 'r'),
    value: fc.constantFrom(0.2, '2 * 0.1', { between: [0.1, 0.2] }),
    because: or('So: it is'),
  },
  setThreshold: { outcome: fc.constant('o'), probability: fc.constantFrom(0.01, 0.02) },
  setExposure: { axis: fc.constantFrom('tasks', 'instances'), value: fc.constantFrom(5, null) },
  setWindow: { from: fc.constant('2026-12-01'), to: fc.constant('2027-02-28') },
  applyWhatIf: { changes: fc.array(changed, { minLength: 1, maxLength: 2 }), because: words },
  addEvidence: {
    id: fc.constantFrom('more', 'runs'),
    entry: fc.constant({ source: 'b.csv', reader: 'csv' }),
    citedBy: fc.option(leaf, { nil: undefined }),
  },
  challenge: { against: fc.oneof(id, link), text: words, raisedBy: or('Bo'), strength: or(0.3), blocking: or(false) },
  answer: { challenge, by: fc.oneof(id, fc.record({ text: words })) },
  accept: { challenge, because: or('It is so') },
  withdraw: { challenge },
  signOff: { role: fc.constant('author'), who: fc.constant('Ada'), element: fc.option(id, { nil: undefined }) },
  waive: {
    rule: fc.constant('undeveloped'),
    at: fc.option(id, { nil: undefined }),
    because: words,
    by: fc.constant('Ada'),
    until: fc.constant('2027-01-01'),
  },
  addBlock: {
    block: fc.constantFrom('monitoring', 'testbeds'),
    subsystem: fc.constant('coder'),
    outcome: fc.constant('o'),
    under: claim,
  },
  usePattern: { pattern: fc.constant('P1'), with: fc.constant({ part: 'coder' }), under: claim },
  splitOut: { element: claim, file: fc.constant('part.yaml'), module: fc.constant('part') },
};

export const allKinds = Object.keys(all) as OneIntent['kind'][];

/** Changes of any kind, of elements that are mostly there; `meant` says which. */
export const randomIntent: fc.Arbitrary<OneIntent> = fc.constantFrom(...allKinds).chain((kind) => {
  const shape = Object.entries(all[kind]).map(([key, value]) => [
    key,
    value instanceof fc.Arbitrary ? value : fc.constant(value),
  ]);
  return fc.record(Object.fromEntries(shape)).map((record) => {
    const { link: ends, ...rest } = record as { link?: { from: string; to: string } };
    const said = ends === undefined ? {} : endsFor(kind, ends);
    return JSON.parse(JSON.stringify({ kind, ...said, ...rest })) as OneIntent;
  });
});

function endsFor(kind: OneIntent['kind'], { from, to }: { readonly from: string; readonly to: string }) {
  if (kind === 'disconnect') return { from, to };
  return kind === 'move' ? { from, element: to } : { under: from, element: to };
}
