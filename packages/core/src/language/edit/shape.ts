import { resultNames, type SectionName, sectionNames } from '../../schema/index.js';

/** The kinds of things that a case gives names to. */
export type NameKind =
  | 'element'
  | 'outcome'
  | 'subsystem'
  | 'quantity'
  | 'evidence'
  | 'group'
  | 'indicator'
  | 'pattern'
  | 'parameter'
  | 'claim point';

/** A place where a name stands. */
export interface Mention {
  readonly kind: NameKind;
  /**
   * `link`: `G2 -> Sn1`; `leaf`: `G2.inference`; `any`: a leaf, a link or a name of any kind; `expression`: names in
   * arithmetic; `per`: `per NAME`.
   */
  readonly form: 'id' | 'link' | 'leaf' | 'any' | 'expression' | 'per';
  /** The thing itself stands here. */
  readonly defines?: true;
}

/** What may stand at a place of a case: which keys in which order, and where names stand. */
export interface Shape {
  /** Known keys in the order in which they are written; other keys follow in their own order. */
  readonly keys?: Readonly<Record<string, Shape>>;
  /** What stands under keys that the author names. */
  readonly each?: Shape;
  /** What those keys are. */
  readonly eachKey?: Mention;
  /** What stands in lists (a list of one may be written without brackets). */
  readonly items?: Shape;
  /** What a scalar is. */
  readonly scalar?: Mention;
  /** Says something to another thing, which a key beside it names: what its names are depends on that thing. */
  readonly about?: About;
}

/**
 * `values`: values for the parameters of the pattern beside it; `options`: elements of that pattern; `develops`: elements
 * of the module beside it, each with elements of this one.
 */
export type About = 'values' | 'options' | 'develops';

const leaf: Shape = {};

function keys(names: string, known: Readonly<Record<string, Shape>> = {}): Shape {
  return { keys: Object.fromEntries(names.split(' ').map((name) => [name, known[name] ?? leaf])) };
}

/** A map from names that the author gives. */
function defined(kind: NameKind, shape: Shape): Shape {
  return { each: shape, eachKey: { kind, form: 'id', defines: true } };
}

function mention(kind: NameKind, form: Mention['form'] = 'id'): Shape {
  return { scalar: { kind, form } };
}

/** One thing or a list of such things. */
function some(shape: Shape): Shape {
  return { ...shape, items: shape };
}

const element = mention('element');
const outcome = mention('outcome');
const subsystem = mention('subsystem');
const expression = mention('quantity', 'expression');
const assumes: Shape = { each: leaf, eachKey: { kind: 'subsystem', form: 'id' } };

const elicited = { ...keys('between beta pert'), ...expression };
const doubt = some({ ...keys('elicited between beta pert by date because', { elicited }), ...expression });

/** Elements hold elements, so the keys of their edges are filled in below. */
const edgeKeys: Record<string, Shape> = {};
const edges = some({ keys: edgeKeys, scalar: { kind: 'element', form: 'id' } });

const elementShape = keys(
  [
    'id to multiplicity optional type nodeType challenges text status strength blocking raisedBy date answeredBy',
    'category subsystem outcome block assumes combine dependence choose evidence requires owner doubt indicator',
    'undeveloped uninstantiated supportedBy inContextOf inference holdsUntil defaults confidence acp public confidential uses',
    'url classes defeated defeatedRelation level rankIncrement horizontalIndex charWrap wordWrap',
  ].join(' '),
  {
    id: { scalar: { kind: 'element', form: 'id', defines: true } },
    to: element,
    challenges: some(mention('element', 'link')),
    strength: doubt,
    answeredBy: element,
    subsystem,
    outcome,
    assumes,
    dependence: keys('independent beta because'),
    evidence: mention('evidence'),
    requires: keys(`${resultNames.join(' ')} margin because`),
    doubt,
    indicator: mention('indicator'),
    supportedBy: edges,
    inContextOf: edges,
    inference: doubt,
    holdsUntil: keys('capability instances tasks window'),
    defaults: keys('category subsystem outcome assumes', { subsystem, outcome, assumes }),
    confidence: mention('claim point'),
    confidential: keys('because subtree'),
    acp: defined('claim point', some(element)),
    multiplicity: mention('parameter', 'per'),
    uses: keys('pattern with keep omit', {
      pattern: mention('pattern'),
      with: { about: 'values' },
      keep: { about: 'options' },
      omit: { about: 'options' },
    }),
    defeatedRelation: some(element),
  },
);
Object.assign(edgeKeys, elementShape.keys);

const argument = defined('element', elementShape);
const bound = keys('probability per criterion approved', { approved: keys('by date probability') });
const develops: Shape = { each: some(element), about: 'develops' };

const sections: Readonly<Partial<Record<SectionName, Shape>>> = {
  module: keys('name brief uses extends contract', { extends: some(keys('module develops', { develops })) }),
  case: keys('id title status owner budget catalogue', { budget: bound }),
  policy: keys('inference absentEvidence severities budget required extends', {
    severities: { each: keys('probability per') },
    budget: bound,
  }),
  decision: keys('kind question options window exposure', {
    window: keys('from to'),
    exposure: keys('tasks instances trainingSteps internalUse'),
  }),
  outcomes: defined('outcome', keys('text severity threshold claim', { threshold: bound, claim: element })),
  system: defined(
    'subsystem',
    keys('kind text model copies count capability access watches audit owner', {
      model: keys('name digest version'),
      access: keys('write read network weights', { write: some(subsystem), read: some(subsystem) }),
      watches: some(subsystem),
      audit: keys('fraction'),
    }),
  ),
  assumptions: argument,
  argument,
  riskCases: {
    each: keys('claim argument', { claim: element, argument }),
    eachKey: { kind: 'outcome', form: 'id' },
  },
  patterns: defined('pattern', keys('parameters argument', { parameters: defined('parameter', leaf), argument })),
  quantities: defined('quantity', {
    ...keys('expression between beta pert evidence unit because confidential', {
      expression,
      evidence: mention('evidence'),
    }),
    ...expression,
  }),
  evidence: defined(
    'evidence',
    keys(
      'source pool reader by about collected expires measure top map transfer attestation keys trials confidential',
      {
        about: keys('subsystem model', { subsystem }),
        attestation: keys('file keys trustedRoot identity', { identity: keys('issuer subject') }),
        measure: keys(
          'kind success arm treated control paired score attack strategy auditFraction threshold value range forecast outcome against rule floor k event time unit at missionTime elicitation uses graders clusterBy clusters prior sequential scorer groupBy because errors invalid limits refusals partial',
          { prior: keys('confidence below because') },
        ),
        map: { each: element },
        transfer: element,
      },
    ),
  ),
  interactions: {
    items: keys('kind between outcome arguedBy quantity strategies reasons dismissed', {
      between: some(subsystem),
      outcome,
      arguedBy: some(element),
      quantity: mention('quantity', 'id'),
    }),
  },
  dismissed: { items: keys('subsystem outcome because', { subsystem, outcome }) },
  fmea: {
    items: keys('subsystem mode cause effect outcome detection arguedBy', { subsystem, outcome, arguedBy: element }),
  },
  dependence: {
    items: keys('name members beta because', {
      name: { scalar: { kind: 'group', form: 'id', defines: true } },
      members: some(mention('element', 'leaf')),
    }),
  },
  // `claim` is an element of the case about the previous generation.
  chain: keys('previous claim gap amplify', { gap: element, amplify: keys('copies speed') }),
  indicators: defined('indicator', keys('tests source breach every', { tests: element, source: keys('prometheus') })),
  waivers: { items: keys('rule at because by until', { at: mention('element', 'any') }) },
  review: keys('required keys allowedSigners signoffs', {
    keys: { each: leaf },
    signoffs: { items: keys('role who date of element statement signature', { element }) },
  }),
};

/** The shape of a whole file. A key that is no section names an element, as in gsn2x files. */
export const fileShape: Shape = {
  keys: Object.fromEntries(sectionNames.map((name) => [name, sections[name] ?? leaf])),
  each: elementShape,
  eachKey: { kind: 'element', form: 'id', defines: true },
};

/** The shape of what stands under a key. */
export function shapeAt(shape: Shape, key: string): Shape {
  return (isKnownKey(shape, key) ? shape.keys![key] : shape.each) ?? leaf;
}

/** Whether the format gives the key a meaning, so that it is no name of the author's. */
export function isKnownKey(shape: Shape, key: string): boolean {
  return shape.keys !== undefined && Object.hasOwn(shape.keys, key);
}

/** Places of keys in their shape; unknown keys come last. */
export function rank(shape: Shape, key: string): number {
  const known = ranks(shape);
  return known.get(key) ?? known.size;
}

const rankTables = new WeakMap<Shape, ReadonlyMap<string, number>>();

function ranks(shape: Shape): ReadonlyMap<string, number> {
  const table = rankTables.get(shape) ?? new Map(Object.keys(shape.keys ?? {}).map((key, index) => [key, index]));
  rankTables.set(shape, table);
  return table;
}
