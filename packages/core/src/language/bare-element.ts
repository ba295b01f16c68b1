import { slips } from '../case/index.js';
import { bareElementText } from '../schema/index.js';
import { ofChallenges } from './check-element.js';
import { typeByPrefix } from './element-type.js';
import { layerText } from './layer-text.js';
import { report, type Source } from './source.js';
import { type Entry, entryOf, type MapNode, type TextNode, toPlain } from './tree.js';

/** What the elements of a gsn2x file are read with. */
export interface BareContext {
  readonly source: Source;
  /** There are gsn2x files only: nothing could resolve what is named in sections. */
  readonly alone: boolean;
  /** Claim points of all files. */
  readonly points: ReadonlySet<string>;
  /** Keys of Surety that were told to be layers: once in a file is enough. */
  readonly told: Set<string>;
  /** Attributes that were compared with the keys, each with the key that it may be meant as. */
  readonly compared: Map<string, string | undefined>;
}

export interface BareElement {
  /** What is left for the schema. */
  readonly node: TextNode;
  readonly layers?: Readonly<Record<string, string>>;
}

const shape = bareElementText.shape;
type Key = keyof typeof shape;
const keys = Object.keys(shape) as Key[];

/** Keys that gsn2x has as well, of whatever version. */
const ofGsn2x: ReadonlySet<string> = new Set<Key>([
  'text',
  'nodeType',
  'supportedBy',
  'inContextOf',
  'challenges',
  'undeveloped',
  'defeated',
  'defeatedRelation',
  'acp',
  'url',
  'classes',
  'level',
  'rankIncrement',
  'horizontalIndex',
  'charWrap',
  'wordWrap',
]);

/** Keys that name what stands in sections. */
const ofSections: ReadonlySet<string> = new Set<Key>([
  'evidence',
  'requires',
  'subsystem',
  'outcome',
  'indicator',
  'assumes',
  'defaults',
  'uses',
]);

const doubts: ReadonlySet<string> = new Set<Key>(['doubt', 'inference', 'strength']);
const ofChallengesOnly: ReadonlySet<string> = new Set<string>(ofChallenges);

/**
 * Takes an element of a gsn2x file apart: keys that are known are for the schema, all others are layers that a diagram
 * can show. A key of Surety's own is one of them where its value cannot be meant as Surety's.
 */
export function bareElement({ key: id, keyStart, keyEnd, value }: Entry, context: BareContext): BareElement {
  if (isNothing(value)) return { node: { kind: 'map', flow: true, entries: [], start: keyStart, end: keyEnd } };
  if (value.kind !== 'map') return { node: value };
  const entries: Entry[] = [];
  const layers: Record<string, string> = {};
  let changed = false;
  for (const entry of value.entries) {
    const key = entry.key === 'node_type' && entryOf(value, 'nodeType') === undefined ? 'nodeType' : entry.key;
    const known = Object.hasOwn(shape, key);
    const own = known && context.alone && !ofGsn2x.has(key);
    const why = own ? misfit(id, key as Key, entry, value, context) : undefined;
    if (known && isNothing(entry.value) && (own || ofGsn2x.has(key))) changed = true;
    else if (known && why === undefined) {
      if (key !== entry.key) changed = true;
      entries.push(key === entry.key ? entry : { ...entry, key });
    } else {
      changed = true;
      layers[key] = layerText(context.source, entry.value);
      if (why === undefined) tellNear(id, entry, value, context);
      else tellLayer(entry, why, context);
    }
  }
  if (!changed) return { node: value };
  const node: MapNode = { ...value, entries };
  return Object.keys(layers).length === 0 ? { node } : { node, layers };
}

function isNothing(node: TextNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/** Why a key of Surety's own cannot be meant as such in a case of gsn2x files; undefined where it can. */
function misfit(id: string, key: Key, { value }: Entry, element: MapNode, { points }: BareContext): string | undefined {
  if (ofSections.has(key)) return 'what it names would stand in sections, and there are none';
  if (ofChallengesOnly.has(key) && !isChallenge(id, element)) return 'as a key of Surety it belongs to challenges';
  const data = toPlain(value);
  if (key === 'confidence' && !points.has(String(data))) return 'no element has a claim point of this name';
  if (doubts.has(key) && typeof data === 'string') return 'what it names would stand in sections, and there are none';
  return shape[key].safeParse(data).success ? undefined : 'its value is none that the key takes in Surety';
}

function isChallenge(id: string, element: MapNode): boolean {
  const stated = entryOf(element, 'type') ?? entryOf(element, 'nodeType') ?? entryOf(element, 'node_type');
  if (stated?.value.kind !== 'scalar') return typeByPrefix(id) === 'challenge';
  return /^(?:challenge|counter-?(?:goal|solution))$/i.test(String(stated.value.value));
}

function tellLayer({ key, keyStart: start, keyEnd: end }: Entry, why: string, { source, told }: BareContext): void {
  if (told.has(key)) return;
  told.add(key);
  report(source, 'kept-as-layer', { start, end }, `\`${key}\` is kept as a layer, here and below: ${why}.`);
}

/** Keys that an attribute may be meant as. */
const meant = keys.filter((key) => !ofSections.has(key));

function tellNear(id: string, entry: Entry, element: MapNode, { source, compared }: BareContext): void {
  const { key, keyStart: start, keyEnd: end } = entry;
  if (!compared.has(key)) compared.set(key, oneSlipFrom(key, meant));
  const near = compared.get(key);
  if (near === undefined || entryOf(element, near) !== undefined) return;
  report(source, 'layer-near-key', { start, end }, `\`${key}\` of \`${id}\` is no key, so it is kept as a layer.`, {
    hint: `Did you mean \`${near}\`?`,
    fix: { start, end, text: near },
  });
}

/** Of shorter words too many are one letter apart. */
const shortest = 4;

/** The name that is one letter away, or that differs only in case, `_` and `-`. */
export function oneSlipFrom(word: string, names: readonly string[]): string | undefined {
  const bare = (text: string) => text.toLowerCase().replaceAll(/[_-]/g, '');
  const same = names.find((name) => bare(name) === bare(word));
  if (same !== undefined) return same;
  return names.find(
    (name) =>
      Math.max(name.length, word.length) >= shortest &&
      Math.abs(name.length - word.length) < 2 &&
      slips(word.toLowerCase(), name.toLowerCase(), 2) < 2,
  );
}

/** The names of all claim points that elements at the top of these files have. */
export function claimPointsOf(roots: readonly (TextNode | undefined)[]): ReadonlySet<string> {
  const points = new Set<string>();
  for (const root of roots) {
    for (const { value } of root?.kind === 'map' ? root.entries : []) {
      const acp = value.kind === 'map' ? entryOf(value, 'acp')?.value : undefined;
      for (const { key } of acp?.kind === 'map' ? acp.entries : []) points.add(key);
    }
  }
  return points;
}
