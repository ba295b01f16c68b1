import type {
  Challenge,
  ChallengeTarget,
  ClaimPoint,
  Combine,
  Edge,
  Element,
  ElementType,
  Instantiation,
  LegDependence,
  Origin,
  Requirement,
} from '../case/index.js';
import type { ElementText, ReferencesText } from '../schema/index.js';
import { readBound, readChoice, readLink, resultNames } from '../schema/index.js';
import type { Argument } from './argument-source.js';
import { checkElement } from './check-element.js';
import { confidential } from './confidential.js';
import { formOf } from './element-type.js';
import type { Naming } from './modules.js';
import { list } from './one-or-more.js';
import type { Places } from './places.js';
import { resolveDoubt } from './resolve-doubt.js';
import { entryOf, type MapNode, type TextNode } from './tree.js';
import type { ValidFile } from './valid-file.js';

/** An element with what its text says beyond it: the defaults that it hands down. */
export interface Resolved {
  readonly element: Element;
  readonly defaults?: ElementText['defaults'];
  readonly assumed?: Element['assumes'];
  readonly file: ValidFile;
  readonly node: MapNode;
}

/** What an element is made of. */
export interface Making {
  readonly argument: Argument;
  /** Its id in its module. */
  readonly localId: string;
  /** The id whose prefix says what form of challenge it is, where that is another: in a pattern. */
  readonly formId?: string;
  readonly type: ElementType;
  readonly text: ElementText;
  readonly node: MapNode;
  readonly naming: Naming;
  readonly places: Places;
  /** Keys that are left out of the text, as a blank of a pattern stands there. */
  readonly open?: ReadonlySet<string>;
  /** Whether what makes no sense in it is to be reported. */
  readonly check?: boolean;
}

const noKeys: ReadonlySet<string> = new Set();

/** The element that a text says, without those that are written in place in it. What makes no sense in it is reported. */
export function makeElement(making: Making): Resolved {
  const { argument, localId, type, text, node, naming, places } = making;
  const { file, riskCase } = argument;
  if (making.check !== false) checkElement(file.source, localId, type, text, node, making.open ?? noKeys);
  const { refer } = naming;
  const { of: at } = places;
  const { defaults } = text;
  const textAt = (key: string) => entryOf(node, key)?.value;
  // One literal and then single keys: elements of the same kind share a shape, which counts at 10,000 of them.
  const element: Mutable<Element> = {
    id: naming.own(localId),
    type,
    text: text.text ?? '',
    public: text.public ?? false,
    supportedBy: edges(text.supportedBy, naming, (index) => places.edge('supportedBy', index)),
    inContextOf: edges(text.inContextOf, naming, (index) => places.edge('inContextOf', index)),
    combine: combine(text.combine),
    legs: legs(text.dependence),
    undeveloped: text.undeveloped ?? false,
    uninstantiated: text.uninstantiated ?? false,
    assumes: text.assumes === undefined ? none : assumed(text.assumes, textAt('assumes')),
    holdsUntil: text.holdsUntil === undefined ? none : horizon(text.holdsUntil, textAt('holdsUntil')),
    claimPoints: text.acp === undefined ? none : claimPoints(text.acp, textAt('acp'), naming, at('acp')),
    classes: list(text.classes),
    layers: text.layers ?? noLayers,
    defeated: text.defeated ?? false,
    defeatedRelation: text.defeatedRelation === undefined ? none : list(text.defeatedRelation).map(refer),
    origin: places.own,
  };
  if (riskCase !== undefined) element.riskCase = riskCase;
  if (naming.module !== undefined) element.module = naming.module;
  if (text.doubt !== undefined) element.doubt = resolveDoubt(text.doubt, at('doubt'));
  if (text.evidence !== undefined) element.evidence = text.evidence;
  if (text.requires !== undefined) element.requires = requirement(text.requires, at('requires'));
  if (text.inference !== undefined) element.inference = resolveDoubt(text.inference, at('inference'));
  if (text.category !== undefined) element.category = text.category;
  if (text.subsystem !== undefined) element.subsystem = text.subsystem;
  if (text.outcome !== undefined) element.outcome = text.outcome;
  if (text.block !== undefined) element.block = text.block;
  if (type === 'challenge' && text.challenges !== undefined) element.challenge = challenge(text, naming, places);
  if (type === 'challenge') element.form = formOf(making.formId ?? localId, text.nodeType);
  if (text.confidence !== undefined) element.confidence = pointName(naming, text.confidence);
  if (text.owner !== undefined) element.owner = text.owner;
  if (text.indicator !== undefined) element.indicator = text.indicator;
  if (text.url !== undefined) element.url = text.url;
  const marked = confidential(text.confidential);
  if (marked !== undefined) element.confidential = marked;
  if (text.uses !== undefined) element.uses = instantiation(text.uses, at('uses'));
  if (text.choose !== undefined) element.choose = readChoice(text.choose)!;
  if (defaults === undefined) return { element, file, node };
  const inherits = textAt('defaults') as MapNode | undefined;
  const { assumes } = defaults;
  return {
    element,
    defaults,
    ...(assumes === undefined ? {} : { assumed: assumed(assumes, inherits && entryOf(inherits, 'assumes')?.value) }),
    file,
    node,
  };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

function edges(text: ReferencesText | undefined, naming: Naming, place: (index: number) => Origin): readonly Edge[] {
  if (text === undefined) return none;
  return list(text).map((item, index) => {
    const origin = place(index);
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

/** What most elements have in common is one object. */
const all: Combine = { kind: 'all' };
const undeclared: LegDependence = { kind: 'undeclared' };
const noLayers: Element['layers'] = {};
const none: readonly never[] = [];

function combine(text: ElementText['combine']): Combine {
  if (text === undefined) return all;
  return typeof text === 'object' ? { kind: 'atLeast', k: text.atLeast } : { kind: text };
}

function legs(text: ElementText['dependence']): LegDependence {
  if (text === undefined) return undeclared;
  const because = text.because === undefined ? {} : { because: text.because };
  return text.beta === undefined ? { kind: 'independent', ...because } : { kind: 'beta', beta: text.beta, ...because };
}

function requirement(text: NonNullable<ElementText['requires']>, origin: Origin): Requirement {
  const result = resultNames.find((name) => text[name] !== undefined)!;
  const { direction, value } = readBound(text[result]!)!;
  const { because } = text;
  return {
    result,
    direction,
    value,
    margin: text.margin ?? 1,
    ...(because === undefined ? {} : { because }),
    origin,
  };
}

/** Keys of a map in the order of the text, which integer-like keys of an object would not keep. */
function keysInOrder(node: TextNode | undefined): readonly string[] {
  return node?.kind === 'map' ? node.entries.map(({ key }) => key) : [];
}

function assumed(text: NonNullable<ElementText['assumes']>, node: TextNode | undefined): Element['assumes'] {
  return keysInOrder(node).map((subsystem) => ({ subsystem, trust: text[subsystem]! }));
}

function horizon(text: NonNullable<ElementText['holdsUntil']>, node: TextNode | undefined): Element['holdsUntil'] {
  return keysInOrder(node).map((key) => {
    const axis = key as keyof typeof text;
    return { axis, value: text[axis]! };
  });
}

function claimPoints(
  text: NonNullable<ElementText['acp']>,
  node: TextNode | undefined,
  naming: Naming,
  origin: Origin,
): readonly ClaimPoint[] {
  return keysInOrder(node).map((name) => ({
    name: pointName(naming, name),
    at: list(text[name]).map(naming.refer),
    origin: { file: origin.file, path: [...origin.path, name] },
  }));
}

/** Points are named within their module, as elements are. */
function pointName(naming: Naming, name: string): string {
  return naming.refer(name);
}

function challenge(text: ElementText, naming: Naming, { of: at }: Places): Challenge {
  const { answeredBy, raisedBy, date } = text;
  return {
    target: target(text.challenges!, naming, at('challenges')),
    status: text.status ?? (answeredBy === undefined ? 'open' : 'answered'),
    strength: text.strength === undefined ? 1 : resolveDoubt(text.strength, at('strength')),
    blocking: text.blocking ?? true,
    ...(answeredBy === undefined ? {} : { answeredBy: naming.refer(answeredBy) }),
    ...(raisedBy === undefined ? {} : { raisedBy }),
    ...(date === undefined ? {} : { date }),
  };
}

function target(text: string, naming: Naming, origin: Origin): ChallengeTarget {
  const { from, to } = readLink(text)!;
  if (to === undefined) return { kind: 'element', element: naming.refer(from), origin };
  return { kind: 'link', from: naming.refer(from), to: naming.refer(to), origin };
}

function instantiation(text: NonNullable<ElementText['uses']>, origin: Origin): Instantiation {
  const values = Object.entries(text.with ?? {}).map(([name, value]) => [name, list(value).map(String)]);
  return {
    pattern: text.pattern,
    with: Object.fromEntries(values),
    keep: list(text.keep),
    omit: list(text.omit),
    origin,
  };
}
