import type { Path } from '../../case/index.js';
import { placeholderPattern } from '../../schema/index.js';
import { type Entry, forbiddenKey, type ListNode, type ScalarNode, type Span, type TextNode } from '../tree.js';
import { parametersIn, wholeParameter } from './placeholders.js';
import { type Scope, scopeOfBoth } from './scope.js';

/** A value that is given for a parameter. */
export interface Value extends Span {
  readonly value: string | number;
  /** What a reference in it means. */
  readonly scope: Scope;
}

/** A scalar of an instance; one that was filled in means what it means where its value was given. */
export interface BoundScalar extends ScalarNode {
  readonly scope?: Scope;
}

/** What the blanks of one element are filled with. */
export interface Filling {
  /** The value of a parameter; undefined where it stays open. */
  readonly value: (name: string) => Value | undefined;
  /** All values of a parameter, for a pattern that is used in turn. */
  readonly values: (name: string) => readonly Value[] | undefined;
  /** What a reference that the pattern states means. */
  readonly scope: Scope;
  /** Where what the pattern states is said to stand: the text that uses it. */
  readonly at: Span;
  /** Whether a number may stand at a path of the element; else it is written as text. */
  readonly takesNumber: (path: Path) => boolean;
  /** Takes so much from what may be made. False where too little is left. */
  readonly spend: (size: number) => boolean;
  /** Two keys of a map became one, or a key is one that may not be. */
  readonly badKey: (key: string, at: Span) => void;
}

export interface Filled {
  /** Undefined where nothing is left of it. */
  readonly node: TextNode | undefined;
  /** A parameter without a value is still in it. */
  readonly open: boolean;
}

/** A copy of what a pattern says, with values in the place of parameters. */
export function fill(node: TextNode, filling: Filling, path: Path): Filled {
  const { at } = filling;
  if (node.kind === 'scalar') return fillScalar(node, filling, path);
  if (!filling.spend(1)) return { node: undefined, open: true };
  if (node.kind === 'list') {
    const items = node.items.map((item, index) => fill(item, filling, [...path, index]));
    const nodes = items.map(({ node: item }) => item);
    return { node: listOf(nodes, at), open: items.some(({ open }) => open) };
  }
  const entries: Entry[] = [];
  const keys = new Set<string>();
  let open = false;
  for (const { key: written, value } of node.entries) {
    const key = fillText(written, filling);
    const inside = fill(value, filling, [...path, written]);
    open ||= key.open || inside.open;
    if (inside.node === undefined) continue;
    const place = key.from ?? at;
    if (keys.has(key.text) || key.text === forbiddenKey) filling.badKey(key.text, place);
    else entries.push({ key: key.text, keyStart: place.start, keyEnd: place.end, value: inside.node });
    keys.add(key.text);
  }
  return { node: { kind: 'map', flow: true, entries, start: at.start, end: at.end }, open };
}

/** The part of `uses` under `with`: a value that is a parameter as a whole hands on all that is given for it. */
export function fillWith(node: TextNode, filling: Filling, path: Path): Filled {
  if (node.kind === 'list') {
    const items = node.items.map((item, index) => fillWith(item, filling, [...path, index]));
    const nodes = items.flatMap(({ node: item }): readonly (TextNode | undefined)[] =>
      item?.kind === 'list' ? item.items : [item],
    );
    return { node: listOf(nodes, filling.at), open: items.some(({ open }) => open) };
  }
  const name = node.kind === 'scalar' ? wholeParameter(String(node.value)) : undefined;
  const values = name === undefined ? undefined : filling.values(name);
  if (values === undefined) return fill(node, filling, path);
  return { node: listOf(values.map(scalarOf), filling.at), open: !filling.spend(values.length) };
}

function listOf(nodes: readonly (TextNode | undefined)[], { start, end }: Span): ListNode {
  return { kind: 'list', flow: true, items: nodes.flatMap((node) => node ?? []), start, end };
}

function scalarOf({ value, scope, start, end }: Value): BoundScalar {
  return { kind: 'scalar', value, plain: false, start, end, scope };
}

function fillScalar(node: ScalarNode, filling: Filling, path: Path): Filled {
  const { value } = node;
  const { start, end } = filling.at;
  if (typeof value !== 'string') {
    return filling.spend(1) ? { node: { ...node, plain: false, start, end }, open: false } : nothing;
  }
  const name = wholeParameter(value);
  const whole = name === undefined ? undefined : filling.value(name);
  if (whole !== undefined) {
    if (!filling.spend(1 + String(whole.value).length)) return nothing;
    const kept = typeof whole.value === 'number' && filling.takesNumber(path) ? whole.value : String(whole.value);
    return { node: scalarOf({ ...whole, value: kept }), open: false };
  }
  const { text, open, from } = fillText(value, filling);
  const place = from ?? filling.at;
  const scope = from === undefined ? {} : { scope: scopeOfBoth(filling.scope, from.scope) };
  const made: BoundScalar = { kind: 'scalar', value: text, plain: false, start: place.start, end: place.end, ...scope };
  return { node: made, open };
}

const nothing: Filled = { node: undefined, open: true };

/** A text with its parameters replaced, once: what looks like a parameter in a value is none. */
function fillText(
  text: string,
  filling: Filling,
): { readonly text: string; readonly open: boolean; readonly from: Value | undefined } {
  const names = parametersIn(text);
  const values = new Map(names.map((name) => [name, filling.value(name)]));
  const size = names.reduce((sum, name) => sum + String(values.get(name)?.value ?? '').length, text.length);
  if (!filling.spend(1 + size)) return { text: '', open: true, from: undefined };
  const from = [...values.values()].find((value) => value !== undefined);
  if (from === undefined) return { text, open: names.length > 0, from };
  const filled = text.replaceAll(placeholderPattern, (all, name: string) => String(values.get(name)?.value ?? all));
  return { text: filled, open: names.some((name) => values.get(name) === undefined), from };
}
