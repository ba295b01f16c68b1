import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Scalar, visit, type YAMLMap } from 'yaml';
import { placeholderPattern } from '../../schema/index.js';
import { allBare } from '../bare-file.js';
import { keyText, type TextDocument } from '../document.js';
import { isCatalogue } from '../own-catalogue.js';
import { openSource } from '../source.js';
import { treeOf } from '../tree-of.js';
import { type MadeNames, madeNames, type UseOfPattern, type ValueOfUse } from './made-names.js';
import { nameSpans } from './name-spans.js';
import type { Named } from './named.js';
import { type About, fileShape, isKnownKey, type Mention, type Shape, shapeAt } from './shape.js';

/** Names in a folder of texts, and what is needed to judge them. */
export interface Mentions {
  readonly all: readonly Named[];
  /** Scalars and aliases that themselves stand where a name is expected. */
  readonly direct: ReadonlySet<Node>;
  /** What the ids of elements that patterns make are made of. */
  readonly made: MadeNames;
  /** The texts are gsn2x files only: ids are one name space over all modules, and may hold dots. */
  readonly alone: boolean;
}

interface Walk {
  readonly document: TextDocument;
  readonly module: string;
  readonly alone: boolean;
  readonly targets: ReadonlyMap<Alias, Node>;
  readonly all: Named[];
  readonly direct: Set<Node>;
  /** What shows once every pattern was read; false where it does not show yet, as one pattern hands it on to another. */
  readonly later: (() => boolean)[];
  /** What a parameter stands for, by `pattern parameter`. */
  readonly parameters: Map<string, Mention>;
  readonly uses: UseOfPattern[];
  readonly values: ValueOfUse[];
  /** The module of the file that a pattern stands in. */
  readonly homes: Map<string, string>;
}

/** Where a walk is. */
interface Place {
  readonly pattern?: string;
  /** The element in whose text it is. */
  readonly element?: string;
  readonly assumption: boolean;
  /** What is walked stands elsewhere, and is shown here by an alias. */
  readonly shared: boolean;
}

/** Every name of a thing of the case in the texts, in order. */
export function mentionsIn(documents: readonly TextDocument[]): Mentions {
  const all: Named[] = [];
  const direct = new Set<Node>();
  const later: Walk['later'] = [];
  const parameters: Walk['parameters'] = new Map();
  const uses: UseOfPattern[] = [];
  const values: ValueOfUse[] = [];
  const homes = new Map<string, string>();
  const roots = new Map(documents.map((one) => [one, treeOf(openSource(one.file, one.text))]));
  const parts = documents.filter((one) => !isCatalogue(roots.get(one)));
  const alone = allBare(parts.map((one) => roots.get(one)));
  for (const document of parts) {
    if (document.yaml === null) continue;
    const module = alone ? '' : (text(document, ['module', 'name']) ?? '');
    const targets = aliasTargets(document);
    const walk: Walk = { document, module, alone, targets, all, direct, later, parameters, uses, values, homes };
    walkNode(walk, document.yaml.contents, fileShape, { assumption: false, shared: false }, 0);
  }
  for (let left = later; ; ) {
    const still = left.filter((show) => !show());
    if (still.length === left.length) break;
    left = still;
  }
  const made = madeNames(all, uses, values, homes);
  return { all: [...all, ...all.flatMap((one) => partsOf(one, made))], direct, made, alone };
}

/** The names in `G5.G2-coder` besides that of the element that the text states. */
function partsOf(one: Named, { partsOf: parts }: MadeNames): readonly Named[] {
  const value = textOf(one.node);
  if (value[one.to] !== '.' || one.kind !== 'element') return [];
  const end = one.to + /[\s@]|$/.exec(value.slice(one.to))!.index;
  return parts(value.slice(one.from, end), one.module, one.pattern).map(({ from, to, isValue: _, ...part }) => ({
    ...one,
    ...part,
    anyKind: false,
    defines: false,
    body: undefined,
    from: one.from + from,
    to: one.from + to,
  }));
}

function textOf({ value, source }: Scalar): string {
  return typeof value === 'string' ? value : (source ?? String(value));
}

function text(document: TextDocument, path: readonly string[]): string | undefined {
  const value: unknown = document.yaml?.getIn(path);
  return typeof value === 'string' ? value : undefined;
}

/** What each alias shows, found in one pass. */
export function aliasTargets(document: TextDocument): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  if (document.yaml === null || !document.text.includes('*')) return targets;
  visit(document.yaml, {
    Node: (_, node) => {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target !== undefined) targets.set(node, target);
      } else if ((node as Scalar).anchor !== undefined) anchors.set((node as Scalar).anchor!, node);
    },
  });
  return targets;
}

/** Aliases may lead around in a circle; no case is nested this deep. */
const deepest = 200;

function walkNode(
  walk: Walk,
  node: unknown,
  shape: Shape,
  place: Place,
  depth: number,
  body: Node | null = null,
): void {
  if (depth > deepest) return;
  if (isAlias(node)) {
    const target = walk.targets.get(node);
    if (isScalar(target) ? shape.scalar !== undefined : Object.keys(shape).length > 0) walk.direct.add(node);
    walkNode(walk, target, shape, { ...place, shared: true }, depth + 1, body);
  } else if (isMap(node)) walkMap(walk, node, shape, place, depth);
  else if (isSeq(node)) for (const item of node.items) walkNode(walk, item, shape.items ?? {}, place, depth + 1);
  else if (isScalar(node)) {
    addPlaceholders(walk, node, place);
    if (shape.scalar === undefined) return;
    see(walk, node, place);
    add(walk, node, shape.scalar, place, body);
  }
}

function walkMap(walk: Walk, map: YAMLMap, shape: Shape, outer: Place, depth: number): void {
  const place = isKnownKey(shape, 'id') ? inElement(outer, valueIn(map, 'id')) : outer;
  for (const { key, value } of map.items) {
    const name = keyText(key);
    if (name === undefined) continue;
    // A key that is no section of the file names an element, if what it holds can be one.
    const named = !isKnownKey(shape, name) && shape.eachKey !== undefined && (shape !== fileShape || isMap(value));
    addPlaceholders(walk, key as Scalar, place);
    if (named) {
      see(walk, key as Scalar, place);
      add(walk, key as Scalar, shape.eachKey!, place, value as Node | null);
    }
    const inside = shapeAt(shape, name);
    const below = placeUnder(place, shape, named, name);
    if (below.pattern !== undefined && below.pattern !== place.pattern) walk.homes.set(below.pattern, walk.module);
    if (inside.about !== undefined) readAbout(walk, inside.about, map, value as Node | null, below, inside, depth);
    else walkNode(walk, value, inside, below, depth + 1, map);
  }
}

function placeUnder(place: Place, shape: Shape, named: boolean, name: string): Place {
  if (named && shape.eachKey!.kind === 'pattern') return { ...place, pattern: name };
  const below = { ...place, assumption: shape === fileShape && name === 'assumptions' };
  return named && shape.eachKey!.kind === 'element' ? inElement(below, name) : below;
}

function inElement(place: Place, element: string | undefined): Place {
  return element === undefined ? place : { ...place, element };
}

function valueIn(map: YAMLMap, name: string): string | undefined {
  const value = map.items.find(({ key }) => keyText(key) === name)?.value;
  return isScalar(value) ? textOf(value) : undefined;
}

function see(walk: Walk, node: Scalar, place: Place): void {
  if (!place.shared) walk.direct.add(node);
}

/** What is said to a pattern or a module that a key beside it names. */
function readAbout(
  walk: Walk,
  about: About,
  map: YAMLMap,
  node: Node | null,
  place: Place,
  shape: Shape,
  depth: number,
): void {
  if (about === 'develops') {
    const module = walk.alone ? '' : (valueIn(map, 'module') ?? walk.module);
    const keys = isMap(node) ? node.items.map(({ key }) => key as Scalar) : [];
    for (const key of keys.filter((one) => isScalar(one))) {
      see(walk, key, place);
      add({ ...walk, module }, key, { kind: 'element', form: 'id' }, place, null);
    }
    walkNode(walk, node, { each: shape.each! }, place, depth + 1);
    return;
  }
  // The values and ids themselves; a parameter of a pattern around them may stand in them.
  walkNode(walk, node, {}, place, depth + 1);
  const pattern = valueIn(map, 'pattern');
  if (pattern === undefined) return;
  if (about === 'options') {
    for (const scalar of scalarsIn(node)) {
      see(walk, scalar, place);
      walk.later.push(() => {
        const home = { ...walk, module: walk.homes.get(pattern) ?? '' };
        add(home, scalar, { kind: 'element', form: 'id' }, { ...place, pattern }, null);
        return true;
      });
    }
  } else if (isMap(node)) {
    for (const { key, value } of node.items) readValues(walk, pattern, key, value, place);
  }
}

/** `system: coder` of `uses: { pattern: P1, with: { system: coder } }`. */
function readValues(walk: Walk, pattern: string, key: unknown, value: unknown, place: Place): void {
  const parameter = keyText(key);
  if (parameter === undefined) return;
  see(walk, key as Scalar, place);
  add(walk, key as Scalar, { kind: 'parameter', form: 'id' }, { ...place, pattern }, null);
  const { element, pattern: within } = place;
  const use = element === undefined ? undefined : { module: walk.module, within, element };
  for (const scalar of scalarsIn(value)) {
    see(walk, scalar, place);
    const given = textOf(scalar);
    if (use !== undefined) walk.values.push({ ...use, text: given });
    walk.later.push(() => {
      const mention = walk.parameters.get(`${pattern} ${parameter}`);
      if (mention === undefined) return false;
      const before = walk.all.length;
      add(walk, scalar, mention, place, null);
      const named = walk.all.slice(before).find(({ name }) => name === given);
      if (use !== undefined && named !== undefined) walk.values.push({ ...use, text: given, named });
      return true;
    });
  }
}

function scalarsIn(node: unknown): readonly Scalar[] {
  return (isSeq(node) ? node.items : [node]).filter((item) => isScalar(item));
}

/** The parameters of the pattern around it that a text has places for. */
function addPlaceholders(walk: Walk, node: Scalar, place: Place): void {
  const { pattern } = place;
  const value = textOf(node);
  if (pattern === undefined || !value.includes('{')) return;
  for (const { 1: name = '', index } of value.matchAll(placeholderPattern)) {
    see(walk, node, place);
    const from = index + 1;
    const span = { node, name, from, to: from + name.length };
    walk.all.push({ ...span, document: walk.document, kind: 'parameter', ...plain, pattern });
  }
}

const plain = { anyKind: false, module: '', defines: false, assumption: false } as const;

/** Adds the names that a scalar holds. */
function add(walk: Walk, node: Scalar, mention: Mention, place: Place, body: Node | null): void {
  const value = textOf(node);
  if (mention.form === 'per' && place.pattern === undefined) return;
  const parameter = /^\{([\p{L}\p{N}_-]+)\}$/u.exec(value)?.[1];
  if (parameter !== undefined && place.pattern !== undefined) {
    walk.parameters.set(`${place.pattern} ${parameter}`, { kind: mention.kind, form: mention.form });
    return;
  }
  const { module, document } = walk;
  if (mention.kind === 'pattern' && place.element !== undefined) {
    walk.uses.push({ module, within: place.pattern, element: place.element, pattern: value });
  }
  for (const { kind, from, to } of nameSpans(value, mention)) {
    const qualified = kind === 'element' || kind === 'claim point';
    const whole = value.slice(from, to);
    const at = qualified ? whole.indexOf('@') : -1;
    const id = at === -1 ? whole : whole.slice(0, at);
    // Of `G5.G2` only `G5` stands in the text; what the pattern of it makes is looked at once all patterns are known.
    const dot = qualified && !walk.alone ? id.indexOf('.') : -1;
    const name = dot === -1 ? id : id.slice(0, dot);
    walk.all.push({
      document,
      kind: dot === -1 ? kind : 'element',
      anyKind: mention.form === 'any',
      name,
      module: !qualified || walk.alone ? '' : at === -1 ? module : whole.slice(at + 1),
      pattern: place.pattern,
      defines: mention.defines === true,
      body: mention.defines === true ? body : undefined,
      assumption: place.assumption,
      node,
      from,
      to: from + name.length,
    });
  }
}
