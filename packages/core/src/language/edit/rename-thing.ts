import { type Node, type ParsedNode, visit } from 'yaml';
import type { Splice } from '../../case/index.js';
import { typeByPrefix } from '../element-type.js';
import { type EditResult, type Refusal, refuse } from './change.js';
import { aliasTargets, type Mentions } from './mentions.js';
import type { Named } from './named.js';
import { idProblem, typeIsStated } from './names.js';
import { rangeOfName } from './range-of-name.js';
import { printScalar, quoteLike } from './scalar.js';
import type { NameKind } from './shape.js';
import { sortSplices } from './splice.js';

/** One of the things that have another name now. */
export interface Renamed {
  readonly kind: NameKind;
  readonly from: string;
  readonly to: string;
  /** Module of an element; absent for elements of none, and for everything else. */
  readonly module?: string;
  /** Pattern in whose argument it stands. */
  readonly pattern?: string;
}

/** The splices, and what they rename in the order of the text; or why nothing is renamed. */
export type RenameResult =
  | { readonly ok: true; readonly splices: readonly Splice[]; readonly renamed: readonly Renamed[] }
  | Refusal;

/** A thing of the case, by its defining place, and the name that it is to have. */
export interface NewName {
  readonly thing: Named;
  readonly name: string;
}

/**
 * Other names for things of the case, wherever the texts name them, all of them or none. Things that have the same name
 * now have the same name then, and others do not.
 */
export function renameThings(mentions: Mentions, all: readonly NewName[]): RenameResult {
  const names = all.filter(({ thing, name }) => name !== thing.name);
  const named = byName(mentions.all, new Set(names.flatMap(({ thing, name }) => [thing.name, name])));
  const splices: Splice[] = [];
  const changed: Named[] = [];
  for (const { thing, name } of names) {
    const places = [...(named.get(thing.name) ?? []), ...(named.get(name) ?? [])];
    const meant = places.filter((one) => one.name === thing.name && sameThing(one, thing, places));
    const problem =
      idProblem(name, thing.kind) ??
      takenProblem(places, thing, name) ??
      typeProblem(thing, name) ??
      takenForAnother(places, meant, name);
    if (problem !== undefined) return refuse(all.length === 1 ? problem : `${thing.name}: ${problem}`);
    const own = splicesFor(meant, name);
    if (!own.ok) return own;
    splices.push(...own.splices);
    changed.push(...meant);
  }
  const shared = aliasProblem(mentions, changed);
  if (shared !== undefined) return refuse(shared);
  const files = [...new Set(mentions.all.map((one) => one.document.file))];
  const sorted = sortSplices(splices);
  return {
    ok: true,
    splices: files.flatMap((file) => sorted.filter((splice) => splice.file === file)),
    renamed: names.map(renamedOf),
  };
}

function renamedOf({ thing: { kind, name: from, module, pattern }, name: to }: NewName): Renamed {
  return { kind, from, to, ...(module === '' ? {} : { module }), ...(pattern === undefined ? {} : { pattern }) };
}

/** The places of these names, by name. */
export function byName(all: readonly Named[], names: ReadonlySet<string>): ReadonlyMap<string, readonly Named[]> {
  const found = new Map<string, Named[]>();
  for (const one of all) {
    if (!names.has(one.name)) continue;
    const known = found.get(one.name);
    if (known === undefined) found.set(one.name, [one]);
    else known.push(one);
  }
  return found;
}

/** An id is unique in its module whatever it names, so that any other thing of the name stands in the way. */
function takenProblem(all: readonly Named[], thing: Named, name: string): string | undefined {
  const same = all.filter((one) => one.name === name).toSorted((a, b) => Number(b.defines) - Number(a.defines));
  const taken = same.find((one) => {
    // A parameter has its name within its pattern, beside all other things.
    if ((one.kind === 'parameter') !== (thing.kind === 'parameter')) return false;
    if (one.defines) return !inOtherScope(one, thing) && (one.kind === 'group') === (thing.kind === 'group');
    if (one.pattern !== thing.pattern) {
      // What a pattern has itself is not meant outside, and comes first inside.
      if (thing.pattern !== undefined || same.some((other) => isOwn(other, one))) return false;
    }
    const couldMean = one.anyKind ? !same.some((other) => other.defines) : one.kind === thing.kind;
    return couldMean && one.module === thing.module && !inOtherScope(one, thing);
  });
  if (taken === undefined) return undefined;
  return taken.defines
    ? `${name} exists already, in ${placeOf(taken)}`
    : `${name} is referred to in ${placeOf(taken)}, though nothing has that name yet`;
}

function inOtherScope(one: Named, thing: Named): boolean {
  const elements = one.kind === thing.kind && (one.kind === 'element' || one.kind === 'claim point');
  if (elements && one.module !== thing.module) return true;
  if (one.kind === 'parameter') return one.pattern !== thing.pattern;
  if (!one.defines || one.pattern === thing.pattern || one.kind === 'pattern') return false;
  return one.pattern !== undefined || elements;
}

function typeProblem(thing: Named, name: string): string | undefined {
  if (thing.kind !== 'element' || thing.assumption || typeIsStated(thing.body)) return undefined;
  const [before, after] = [typeByPrefix(thing.name), typeByPrefix(name)];
  if (before === after) return undefined;
  const found = after === undefined ? 'no type' : withArticle(after as never);
  return `by its prefix ${name} would be ${found}, not ${before ?? 'what it is'}: state \`type\` first`;
}

const kindsByWeight: readonly NameKind[] = [
  'element',
  'outcome',
  'subsystem',
  'evidence',
  'quantity',
  'indicator',
  'pattern',
  'claim point',
  // Groups alone may share the name of something else; last, they never take a place from it.
  'group',
];

/** Whether a place with the name means the thing. */
export function sameThing(one: Named, thing: Named, all: readonly Named[]): boolean {
  if (one.anyKind) {
    if (one.pattern !== thing.pattern) return false;
    // `at` names anything; where things of several kinds have the name, the first of these kinds.
    const named = all.filter((other) => other.defines && other.name === one.name && other.pattern === undefined);
    const kind = kindsByWeight.find((candidate) => named.some((other) => other.kind === candidate)) ?? thing.kind;
    return thing.kind === kind && (kind !== 'element' || one.module === thing.module);
  }
  if (one.kind !== thing.kind || one.module !== thing.module) return false;
  if (one.pattern === thing.pattern || one.kind === 'parameter') return one.pattern === thing.pattern;
  // Inside a pattern its own elements come first.
  if (thing.pattern !== undefined) return false;
  return !all.some((other) => isOwn(other, one) && other.name === one.name);
}

/** Where a pattern refers to what stands outside, the new name must not be that of an element of its own. */
function takenForAnother(all: readonly Named[], meant: readonly Named[], name: string): string | undefined {
  const named = all.filter((other) => other.defines && other.name === name);
  for (const one of meant) {
    const own = one.defines ? undefined : named.find((other) => isOwn(other, one));
    if (own === undefined) continue;
    return `${placeOf(one)} refers to it, and would mean the ${name} that the pattern has in ${placeOf(own)}`;
  }
  return undefined;
}

/** Whether the pattern in which a name stands has such a thing itself. */
function isOwn(other: Named, one: Named): boolean {
  return other.defines && other.kind === one.kind && one.pattern !== undefined && other.pattern === one.pattern;
}

/** A name that is shared by anchor with a place that holds no name cannot change for one of them. */
export function aliasProblem({ direct }: Mentions, meant: readonly Named[]): string | undefined {
  const nodes = new Set<Node>(meant.map((one) => one.node));
  for (const document of new Set(meant.map((one) => one.document))) {
    for (const [alias, target] of aliasTargets(document)) {
      if (direct.has(alias) || !holdsAny(target, nodes)) continue;
      const { line } = document.lines.position(alias.range![0]);
      return `*${alias.source} shows it where it is no name, in ${document.file}, line ${line}`;
    }
  }
  const shown = meant.find((one) => !direct.has(one.node));
  return shown === undefined ? undefined : `an alias takes the name from ${placeOf(shown)}, where it is no name`;
}

function holdsAny(root: Node, nodes: ReadonlySet<Node>): boolean {
  let holds = false;
  visit(root as ParsedNode, {
    Node: (_, node) => {
      holds ||= nodes.has(node);
      return holds ? visit.BREAK : undefined;
    },
  });
  return holds;
}

function splicesFor(meant: readonly Named[], name: string): EditResult {
  const splices = new Map<string, Splice>();
  for (const one of meant) {
    const range = rangeOfName(one);
    if (range === undefined)
      return refuse(`the name is written with escapes in ${placeOf(one)}: write it plainly first`);
    splices.set(`${range.start} ${one.document.file}`, { file: one.document.file, ...range, text: textOf(one, name) });
  }
  return { ok: true, splices: [...splices.values()] };
}

/** Ids need no quotes; names of groups are free text. */
function textOf({ document, node, kind }: Named, name: string): string {
  if (kind !== 'group') return name;
  const raw = document.text.slice(node.range![0], node.range![1]);
  return /^["']/.test(raw) ? quoteLike(name, raw) : printScalar(name, 'flow');
}

export function withArticle(kind: NameKind): string {
  return /^[aeiou]/.test(kind) && kind !== 'evidence' ? `an ${kind}` : kind === 'evidence' ? 'evidence' : `a ${kind}`;
}

export function placeOf({ document, node, pattern }: Named): string {
  const { line } = document.lines.position(node.range![0]);
  return `${document.file}, line ${line}${pattern === undefined ? '' : ` (pattern ${pattern})`}`;
}

/** A name, and the module by which it is qualified. */
export function splitModule(name: string): [string, string?] {
  const at = name.indexOf('@');
  return at === -1 ? [name] : [name.slice(0, at), name.slice(at + 1)];
}
