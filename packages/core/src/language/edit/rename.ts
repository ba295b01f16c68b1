import { type Node, type ParsedNode, visit } from 'yaml';
import { nearest, type Splice } from '../../case/index.js';
import type { TextDocument } from '../document.js';
import { typeByPrefix } from '../element-type.js';
import { type EditResult, type Refusal, refuse } from './change.js';
import { textProblem } from './json.js';
import { aliasTargets, type Mentions, mentionsIn } from './mentions.js';
import type { Named } from './named.js';
import { idProblem, typeIsStated } from './names.js';
import { rangeOfName } from './range-of-name.js';
import { printScalar, quoteLike } from './scalar.js';
import type { NameKind } from './shape.js';
import { sortSplices } from './splice.js';

/** Says which thing is meant, where a name alone does not. */
export interface RenameOptions {
  readonly kind?: NameKind;
  /** The pattern in whose argument the element stands. */
  readonly pattern?: string;
}

/**
 * Another name for a thing of the case, everywhere in the folder's texts where it stands as a name: as a key, in lists, in
 * `G2 -> Sn1`, `G2.inference` and `G2@module`, in expressions and in the arguments of patterns; never in free text. `from`
 * may be qualified by its module. Refused where `from` is unknown or ambiguous, where `to` is taken or is no id, or where
 * the new prefix would make another type of an element that states none.
 */
export function rename(
  documents: readonly TextDocument[],
  from: string,
  to: string,
  options: RenameOptions = {},
): EditResult {
  for (const document of documents) {
    const problem = textProblem(document);
    if (problem !== undefined) return refuse(`${document.file}: ${problem}`);
  }
  const mentions = mentionsIn(documents);
  const made = options.kind === 'group' ? undefined : madeOf(mentions, from);
  if (made !== undefined) return made;
  // Over gsn2x files ids are one name space: a module adds nothing to them.
  const thing = findThing(mentions.all, mentions.alone ? splitModule(from)[0] : from, options);
  if ('ok' in thing) return thing;
  const name = thing.module !== '' && to.endsWith(`@${thing.module}`) ? to.slice(0, -thing.module.length - 1) : to;
  if (name === thing.name) return { ok: true, splices: [] };
  const problem = idProblem(name, thing.kind) ?? takenProblem(mentions.all, thing, name) ?? typeProblem(thing, name);
  if (problem !== undefined) return refuse(problem);
  const meant = mentions.all.filter((one) => one.name === thing.name && sameThing(one, thing, mentions.all));
  const other = takenForAnother(mentions.all, meant, name) ?? aliasProblem(mentions, meant);
  if (other !== undefined) return refuse(other);
  return splicesFor(meant, name);
}

/** An element that a pattern makes has its name from two things, which have names of their own. */
function madeOf({ made }: Mentions, from: string): Refusal | undefined {
  const [id = '', module = ''] = splitModule(from);
  const last = made.partsOf(id, module).findLast(({ isValue }) => !isValue);
  if (last === undefined) return undefined;
  const owner = id.slice(0, id.lastIndexOf('.'));
  const end = `\`${last.name}\` of the pattern ${last.pattern}`;
  return refuse(`${from} is made of ${end}, which ${owner} uses: rename ${last.name} there, or ${owner}`);
}

/** The defining place of the one thing that a name means. */
export function findThing(all: readonly Named[], from: string, options: RenameOptions): Named | Refusal {
  const [name = '', module] = options.kind === 'group' ? [from] : splitModule(from);
  const defined = all.filter((one) => one.defines);
  const isKind = (one: Named) => options.kind === undefined || one.kind === options.kind;
  const isPlace = (one: Named) =>
    (module === undefined || one.module === module) &&
    (options.pattern === undefined || one.pattern === options.pattern);
  const named = defined.filter((one) => one.name === name && isKind(one) && isPlace(one));
  // A parameter may be called as what it stands for; where the kind is not said, that is meant.
  const others = named.filter((one) => one.kind !== 'parameter');
  const fits = others.length > 0 ? others : named;
  if (fits.length === 0) {
    const near = nearest(name, new Set(defined.filter(isKind).map((one) => one.name)));
    const what = options.kind === undefined ? 'nothing' : `no ${options.kind}`;
    return refuse(`${what} is called ${from}${near === undefined || near === name ? '' : `; nearest is ${near}`}`);
  }
  const kinds = [...new Set(fits.map((one) => one.kind))];
  if (kinds.length > 1)
    return refuse(`${from} is the name of ${kinds.map(withArticle).join(' and of ')}: say which with \`kind\``);
  // A name outside patterns means that one, and a name in no module the one of no module.
  const outside = fits.some((one) => one.pattern === undefined)
    ? fits.filter((one) => one.pattern === undefined)
    : fits;
  const own = outside.some((one) => one.module === '') ? outside.filter((one) => one.module === '') : outside;
  const [first, ...more] = own;
  const other = more.find((one) => one.module !== first!.module || one.pattern !== first!.pattern);
  if (other !== undefined) {
    const how =
      other.pattern === first!.pattern ? `qualify it, as ${name}@${other.module}` : 'say which with `pattern`';
    return refuse(`${from} stands in ${placeOf(first!)} and in ${placeOf(other)}: ${how}`);
  }
  const twice = first!.kind === 'claim point' ? undefined : more[0];
  return twice === undefined
    ? first!
    : refuse(`${from} is defined twice, in ${placeOf(first!)} and in ${placeOf(twice)}`);
}

function splitModule(name: string): [string, string?] {
  const at = name.indexOf('@');
  return at === -1 ? [name] : [name.slice(0, at), name.slice(at + 1)];
}

function withArticle(kind: NameKind): string {
  return /^[aeiou]/.test(kind) && kind !== 'evidence' ? `an ${kind}` : kind === 'evidence' ? 'evidence' : `a ${kind}`;
}

export function placeOf({ document, node, pattern }: Named): string {
  const { line } = document.lines.position(node.range![0]);
  return `${document.file}, line ${line}${pattern === undefined ? '' : ` (pattern ${pattern})`}`;
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
  const files = [...new Set(meant.map((one) => one.document.file))];
  const all = sortSplices([...splices.values()]);
  return { ok: true, splices: files.flatMap((file) => all.filter((splice) => splice.file === file)) };
}

/** Ids need no quotes; names of groups are free text. */
function textOf({ document, node, kind }: Named, name: string): string {
  if (kind !== 'group') return name;
  const raw = document.text.slice(node.range![0], node.range![1]);
  return /^["']/.test(raw) ? quoteLike(name, raw) : printScalar(name, 'flow');
}
