import type {
  Challenge,
  ChallengeTarget,
  ClaimPoint,
  Combine,
  Edge,
  Element,
  Instantiation,
  LegDependence,
  Origin,
  Path,
  Requirement,
} from '../case/index.js';
import type { ElementText, NestedText, ReferencesText } from '../schema/index.js';
import { readBound, readLink } from '../schema/index.js';
import type { Argument } from './argument-source.js';
import { checkElement } from './check-element.js';
import { formOf, typeOf } from './element-type.js';
import type { Naming } from './modules.js';
import { list } from './one-or-more.js';
import { resolveDoubt } from './resolve-doubt.js';
import { entryOf, type MapNode, type TextNode } from './tree.js';
import type { ValidFile } from './validate.js';

/** An element with what its text says beyond it: the defaults that it hands down. */
export interface Resolved {
  readonly element: Element;
  readonly defaults?: ElementText['defaults'];
  readonly assumed?: Element['assumes'];
  readonly file: ValidFile;
  readonly node: MapNode;
}

/** Elements of a map of elements, those written in place right behind the element that holds them. */
export function resolveArgument(
  argument: Argument,
  data: Readonly<Record<string, ElementText>>,
  node: MapNode,
  path: Path,
  into: Resolved[],
): void {
  for (const { key, value } of node.entries) {
    resolveElement(argument, key, data[key]!, value as MapNode, [...path, key], into);
  }
}

function resolveElement(
  argument: Argument,
  localId: string,
  text: ElementText,
  node: MapNode,
  path: Path,
  into: Resolved[],
): void {
  const { file, naming, riskCase } = argument;
  const type = typeOf(argument, localId, text, node);
  if (type === undefined) return;
  checkElement(file.source, localId, type, text, node);
  const { refer } = naming;
  const name = file.source.file;
  const at = (key: string): Path => [...path, key];
  const { defaults } = text;
  // One literal and then single keys: elements of the same kind share a shape, which counts at 10,000 of them.
  const element: Mutable<Element> = {
    id: naming.own(localId),
    type,
    text: text.text,
    public: text.public ?? false,
    supportedBy: edges(text.supportedBy, naming, name, at('supportedBy')),
    inContextOf: edges(text.inContextOf, naming, name, at('inContextOf')),
    combine: combine(text.combine),
    legs: legs(text.dependence),
    undeveloped: text.undeveloped ?? false,
    uninstantiated: text.uninstantiated ?? false,
    assumes: assumed(text.assumes, entryOf(node, 'assumes')?.value),
    holdsUntil: horizon(text.holdsUntil, entryOf(node, 'holdsUntil')?.value),
    claimPoints: claimPoints(text.acp, entryOf(node, 'acp')?.value, naming, name, at('acp')),
    classes: list(text.classes),
    layers: {},
    defeated: text.defeated ?? false,
    defeatedRelation: list(text.defeatedRelation).map(refer),
    origin: { file: name, path },
  };
  if (riskCase !== undefined) element.riskCase = riskCase;
  if (naming.module !== undefined) element.module = naming.module;
  if (text.doubt !== undefined) element.doubt = resolveDoubt(text.doubt, name, at('doubt'));
  if (text.evidence !== undefined) element.evidence = text.evidence;
  if (text.requires !== undefined) element.requires = requirement(text.requires, name, at('requires'));
  if (text.inference !== undefined) element.inference = resolveDoubt(text.inference, name, at('inference'));
  if (text.category !== undefined) element.category = text.category;
  if (text.subsystem !== undefined) element.subsystem = text.subsystem;
  if (text.outcome !== undefined) element.outcome = text.outcome;
  if (text.block !== undefined) element.block = text.block;
  if (type === 'challenge' && text.challenges !== undefined) element.challenge = challenge(text, naming, name, path);
  if (type === 'challenge') element.form = formOf(localId, text.nodeType);
  if (text.confidence !== undefined) element.confidence = pointName(naming, text.confidence);
  if (text.owner !== undefined) element.owner = text.owner;
  if (text.indicator !== undefined) element.indicator = text.indicator;
  if (text.url !== undefined) element.url = text.url;
  if (text.uses !== undefined) element.uses = instantiation(text.uses, { file: name, path: at('uses') });
  if (text.choose !== undefined) element.choose = choice(text.choose);
  const inherits = entryOf(node, 'defaults')?.value;
  const assumes = defaults?.assumes;
  into.push({
    element,
    ...(defaults === undefined ? {} : { defaults }),
    ...(assumes === undefined
      ? {}
      : { assumed: assumed(assumes, (inherits as MapNode) && entryOf(inherits as MapNode, 'assumes')?.value) }),
    file,
    node,
  });
  for (const { key, value } of node.entries) {
    if (key === 'supportedBy' || key === 'inContextOf') resolveNested(argument, text[key], value, at(key), into);
  }
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Elements that are written in place of their ids. */
function resolveNested(
  argument: Argument,
  text: ReferencesText | undefined,
  node: TextNode,
  path: Path,
  into: Resolved[],
): void {
  const items = node.kind === 'list' ? node.items : [node];
  list(text).forEach((item, index) => {
    if (typeof item === 'string' || !('id' in item)) return;
    const where = node.kind === 'list' ? [...path, index] : path;
    // The assumptions section decides the type of its own entries only.
    const { assumptions: _, ...inner } = argument;
    resolveElement(inner, item.id, item as NestedText, items[index] as MapNode, where, into);
  });
}

function edges(text: ReferencesText | undefined, naming: Naming, file: string, path: Path): readonly Edge[] {
  const single = text !== undefined && !Array.isArray(text);
  return list(text).map((item, index) => {
    const origin = { file, path: single ? path : [...path, index] };
    if (typeof item === 'string') return { to: naming.refer(item), optional: false, origin };
    if ('id' in item) return { to: naming.own(item.id), optional: false, origin };
    const { to, multiplicity, optional } = item;
    return {
      to: naming.refer(to),
      ...(multiplicity === undefined ? {} : { multiplicity }),
      optional: optional ?? false,
      origin,
    };
  });
}

function combine(text: ElementText['combine']): Combine {
  if (typeof text === 'object') return { kind: 'atLeast', k: text.atLeast };
  return { kind: text ?? 'all' };
}

function legs(text: ElementText['dependence']): LegDependence {
  if (text === undefined) return { kind: 'undeclared' };
  const because = text.because === undefined ? {} : { because: text.because };
  return text.beta === undefined ? { kind: 'independent', ...because } : { kind: 'beta', beta: text.beta, ...because };
}

function requirement(text: NonNullable<ElementText['requires']>, file: string, path: Path): Requirement {
  const result = text.rate === undefined ? 'miss' : 'rate';
  const { direction, value } = readBound(text[result]!)!;
  const { because } = text;
  return {
    result,
    direction,
    value,
    margin: text.margin ?? 1,
    ...(because === undefined ? {} : { because }),
    origin: { file, path },
  };
}

/** Keys of a map in the order of the text, which integer-like keys of an object would not keep. */
function keysInOrder(node: TextNode | undefined): readonly string[] {
  return node?.kind === 'map' ? node.entries.map(({ key }) => key) : [];
}

function assumed(text: ElementText['assumes'], node: TextNode | undefined): Element['assumes'] {
  if (text === undefined) return [];
  return keysInOrder(node).map((subsystem) => ({ subsystem, trust: text[subsystem]! }));
}

function horizon(text: ElementText['holdsUntil'], node: TextNode | undefined): Element['holdsUntil'] {
  if (text === undefined) return [];
  return keysInOrder(node).map((key) => {
    const axis = key as keyof typeof text;
    return { axis, value: text[axis]! };
  });
}

function claimPoints(
  text: ElementText['acp'],
  node: TextNode | undefined,
  naming: Naming,
  file: string,
  path: Path,
): readonly ClaimPoint[] {
  if (text === undefined) return [];
  return keysInOrder(node).map((name) => ({
    name: pointName(naming, name),
    at: list(text[name]).map(naming.refer),
    origin: { file, path: [...path, name] },
  }));
}

/** Points are named within their module, as elements are. */
function pointName(naming: Naming, name: string): string {
  return naming.refer(name);
}

function challenge(text: ElementText, naming: Naming, file: string, path: Path): Challenge {
  const { answeredBy, raisedBy, date } = text;
  return {
    target: target(text.challenges!, naming, file, [...path, 'challenges']),
    status: text.status ?? (answeredBy === undefined ? 'open' : 'answered'),
    strength: text.strength === undefined ? 1 : resolveDoubt(text.strength, file, [...path, 'strength']),
    blocking: text.blocking ?? true,
    ...(answeredBy === undefined ? {} : { answeredBy: naming.refer(answeredBy) }),
    ...(raisedBy === undefined ? {} : { raisedBy }),
    ...(date === undefined ? {} : { date }),
  };
}

function target(text: string, naming: Naming, file: string, path: Path): ChallengeTarget {
  const { from, to } = readLink(text)!;
  const origin = { file, path };
  if (to === undefined) return { kind: 'element', element: naming.refer(from), origin };
  return { kind: 'link', from: naming.refer(from), to: naming.refer(to), origin };
}

function instantiation(text: NonNullable<ElementText['uses']>, origin: Origin): Instantiation {
  const values = Object.entries(text.with ?? {}).map(([name, value]) => [name, [String(value)]]);
  return { pattern: text.pattern, with: Object.fromEntries(values), keep: [], omit: [], origin };
}

function choice(text: string): NonNullable<Element['choose']> {
  const [keep, of] = text.split(' of ');
  return { keep: Number(keep), of: Number(of), atLeast: false };
}
