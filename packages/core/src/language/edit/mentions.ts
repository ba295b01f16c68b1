import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Scalar, visit, type YAMLMap } from 'yaml';
import { namesIn, parseExpression } from '../../expression/index.js';
import { keyText, type TextDocument } from '../document.js';
import { fileShape, isKnownKey, type Mention, type NameKind, type Shape, shapeAt } from './shape.js';

/** A name where it stands in a text. */
export interface Named {
  readonly document: TextDocument;
  readonly kind: NameKind;
  /** May be the name of something of another kind. */
  readonly anyKind: boolean;
  readonly name: string;
  /** Module that an element belongs to; empty for elements of no module and for everything else. */
  readonly module: string;
  /** Pattern in whose argument it stands. */
  readonly pattern?: string;
  readonly defines: boolean;
  /** Defining place of an element: what else it says. */
  readonly body?: Node | null;
  /** Stands in `assumptions`, which makes it one. */
  readonly assumption: boolean;
  /** The scalar that holds it, and where the name stands in the scalar's value. */
  readonly node: Scalar;
  readonly from: number;
  readonly to: number;
}

/** Names in a folder of texts, and what is needed to judge them. */
export interface Mentions {
  readonly all: readonly Named[];
  /** Scalars and aliases that themselves stand where a name is expected. */
  readonly direct: ReadonlySet<Node>;
}

interface Walk {
  readonly document: TextDocument;
  readonly module: string;
  readonly targets: ReadonlyMap<Alias, Node>;
  readonly all: Named[];
  readonly direct: Set<Node>;
  readonly values: Argument[];
  /** What a parameter stands for, by `pattern parameter`. */
  readonly parameters: Map<string, Mention>;
}

/** A value for a parameter; what it is shows once every pattern was read. */
interface Argument {
  readonly walk: Walk;
  readonly pattern: string;
  readonly parameter: string;
  readonly node: Scalar;
  readonly place: Place;
}

/** Where a walk is. */
interface Place {
  readonly pattern?: string;
  readonly assumption: boolean;
  /** What is walked stands elsewhere, and is shown here by an alias. */
  readonly shared: boolean;
}

/** Every name of a thing of the case in the texts, in order. */
export function mentionsIn(documents: readonly TextDocument[]): Mentions {
  const all: Named[] = [];
  const direct = new Set<Node>();
  const values: Walk['values'] = [];
  const parameters: Walk['parameters'] = new Map();
  for (const document of documents) {
    if (document.yaml === null) continue;
    const module = text(document, ['module', 'name']) ?? '';
    const walk = { document, module, targets: aliasTargets(document), all, direct, values, parameters };
    walkNode(walk, document.yaml.contents, fileShape, { assumption: false, shared: false }, 0);
  }
  for (const { walk, pattern, parameter, node, place } of values) {
    const mention = parameters.get(`${pattern} ${parameter}`);
    if (mention !== undefined) add(walk, node, mention, place, null);
  }
  return { all, direct };
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
  else if (isScalar(node) && shape.scalar !== undefined) {
    see(walk, node, place);
    add(walk, node, shape.scalar, place, body);
  }
}

function walkMap(walk: Walk, map: YAMLMap, shape: Shape, place: Place, depth: number): void {
  for (const { key, value } of map.items) {
    const name = keyText(key);
    if (name === undefined) continue;
    // A key that is no section of the file names an element, if what it holds can be one.
    const named = !isKnownKey(shape, name) && shape.eachKey !== undefined && (shape !== fileShape || isMap(value));
    if (named) {
      see(walk, key as Scalar, place);
      add(walk, key as Scalar, shape.eachKey!, place, value as Node | null);
    }
    const assumption = shape === fileShape && name === 'assumptions';
    const below = named && shape.eachKey!.kind === 'pattern' ? { ...place, pattern: name } : { ...place, assumption };
    const inside = shapeAt(shape, name);
    if (inside.parameters === true) readArguments(walk, map, value, below);
    else walkNode(walk, value, inside, below, depth + 1, map);
  }
}

function see(walk: Walk, node: Scalar, place: Place): void {
  if (!place.shared) walk.direct.add(node);
}

/** `with: { system: coder }` of `uses: { pattern: P1, with: … }`. */
function readArguments(walk: Walk, uses: YAMLMap, values: unknown, place: Place): void {
  const named = uses.items.find(({ key }) => keyText(key) === 'pattern')?.value;
  if (!isScalar(named) || !isMap(values)) return;
  for (const { key, value } of values.items) {
    if (!isScalar(value)) continue;
    walk.values.push({ walk, pattern: String(named.value), parameter: keyText(key) ?? '', node: value, place });
    see(walk, value, place);
  }
}

/** Adds the names that a scalar holds. */
function add(walk: Walk, node: Scalar, mention: Mention, place: Place, body: Node | null): void {
  const value = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  const parameter = /^\{([\p{L}\p{N}_-]+)\}$/u.exec(value)?.[1];
  if (parameter !== undefined && place.pattern !== undefined) {
    walk.parameters.set(`${place.pattern} ${parameter}`, { kind: mention.kind, form: mention.form });
    return;
  }
  for (const { kind, from, to } of spans(value, mention)) {
    const qualified = kind === 'element' || kind === 'claim point';
    const whole = value.slice(from, to);
    const at = qualified ? whole.indexOf('@') : -1;
    const name = at === -1 ? whole : whole.slice(0, at);
    walk.all.push({
      document: walk.document,
      kind,
      anyKind: mention.form === 'any',
      name,
      module: !qualified ? '' : at === -1 ? walk.module : whole.slice(at + 1),
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

interface Span {
  readonly kind: NameKind;
  readonly from: number;
  readonly to: number;
}

function spans(value: string, { kind, form }: Mention): readonly Span[] {
  switch (form) {
    case 'id':
      return [{ kind, from: 0, to: value.length }];
    case 'leaf':
      return [{ kind, from: 0, to: value.length - (value.endsWith('.inference') ? '.inference'.length : 0) }];
    case 'link':
      return linkSpans(value, kind);
    case 'any':
      return value.includes('->') ? linkSpans(value, kind) : spans(value, { kind, form: 'leaf' });
    case 'expression':
      return expressionSpans(value);
  }
}

function linkSpans(value: string, kind: NameKind): readonly Span[] {
  const [, before = '', from = '', arrow = '', to = ''] = /^(\s*)(\S+?)(?:(\s*->\s*)(\S+))?\s*$/.exec(value) ?? [];
  const first = { kind, from: before.length, to: before.length + from.length };
  if (to === '') return [first];
  const start = first.to + arrow.length;
  return [first, { kind, from: start, to: start + to.length }];
}

/** Quantities, and the subsystem of `system.coder.copies`. A text that is no expression holds no names. */
function expressionSpans(value: string): readonly Span[] {
  const { ast } = parseExpression(value);
  if (ast === undefined) return [];
  return namesIn(ast).map(({ name, from, to }): Span => {
    const own = /^system\.(.+)\.[^.]+$/.exec(name)?.[1];
    if (own === undefined) return { kind: 'quantity', from, to };
    return { kind: 'subsystem', from: from + 'system.'.length, to: from + 'system.'.length + own.length };
  });
}
