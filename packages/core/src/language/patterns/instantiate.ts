import type { ElementType } from '../../case/index.js';
import type { ElementText } from '../../schema/index.js';
import type { Argument } from '../argument-source.js';
import type { Resolved } from '../make-element.js';
import type { Places } from '../places.js';
import { entryOf, type MapNode, type Span } from '../tree.js';
import { bind } from './bind.js';
import { deepest, isSpent } from './budget.js';
import { buildPiece } from './build-piece.js';
import { checkConflicts } from './check-conflicts.js';
import { decide } from './decide.js';
import { finish, type ToMake } from './finish.js';
import { countTurns, type Instance, localIdOf, scopeOf, turnsOf } from './instance.js';
import type { PatternText } from './pattern-text.js';
import type { Patterns } from './patterns.js';
import type { Piece } from './piece.js';
import { costOfReach, reachOf } from './reach.js';
import { withOwnIds } from './references.js';
import { newRun, type Run } from './run.js';
import { type Scope, scopeOfFile } from './scope.js';

/** An element whose text uses a pattern. */
export interface UsingElement {
  readonly argument: Argument;
  readonly localId: string;
  readonly type: ElementType;
  readonly text: ElementText;
  readonly node: MapNode;
  readonly places: Places;
}

/**
 * The element that uses a pattern, and right behind it what is made of the pattern below it. It stands for the top of the
 * pattern: what it does not say itself it takes from there. Where the pattern is not known, or what is given does not fit
 * it, nothing is made, and the element is uninstantiated.
 */
export function instantiate(using: UsingElement, patterns: Patterns, into: Resolved[]): void {
  const { argument, localId, type, places } = using;
  const run = newRun(argument, using.node, patterns);
  const use: Use = {
    local: localId,
    prefix: localId,
    type,
    node: withOwnIds(using.node, argument.naming),
    stated: statedBy(using.node),
    places,
    open: new Set(),
    scope: scopeOfFile(argument.naming),
    inside: [],
  };
  makeUsing(run, use, { formId: localId, layers: using.text.layers }, into);
}

/** An element that uses a pattern, its references made ids. */
interface Use {
  readonly local: string;
  /** What the ids of elements of the pattern start with. */
  readonly prefix: string;
  readonly type: ElementType;
  readonly node: MapNode;
  readonly places: Places;
  readonly open: ReadonlySet<string>;
  /** What references in the values that it gives mean. */
  readonly scope: Scope;
  /** The keys that are not taken from the top of the pattern. */
  readonly stated: ReadonlySet<string>;
  /** The patterns that it stands in, the outermost first. */
  readonly inside: readonly string[];
}

/** An element completed by the top of the pattern that it uses. */
interface Completed {
  readonly node: MapNode;
  readonly places: Places;
  /** Keys about which something is still open. */
  readonly open: ReadonlySet<string>;
  /** Makes the other elements of the pattern. */
  readonly makeRest: (into: Resolved[]) => void;
}

type Extras = Pick<ToMake, 'formId' | 'layers' | 'made'>;

function makeUsing(run: Run, use: Use, extras: Extras, into: Resolved[]): void {
  const { local, type } = use;
  const completed = complete(run, use);
  const { node, places, open } = completed ?? { ...use, open: new Set(['uses']) };
  into.push(finish(run, { local, type, node, places, open, ...extras }));
  completed?.makeRest(into);
}

/** Undefined where no instance can be made; that is reported, but for an unknown pattern, which the rules find. */
function complete(run: Run, use: Use): Completed | undefined {
  const uses = entryOf(use.node, 'uses')?.value;
  const named = uses?.kind === 'map' ? entryOf(uses, 'pattern')?.value : undefined;
  if (uses?.kind !== 'map' || named?.kind !== 'scalar') return undefined;
  const pattern = run.patterns.byId.get(String(named.value));
  if (pattern === undefined || run.patterns.unsound.has(pattern.id)) return undefined;
  if (!mayUse(run, use, pattern, named)) return undefined;
  const bindings = bind(pattern, uses, use.scope, run.fault);
  const decisions = decide(pattern, uses, run.fault);
  const top = topOf(run, use, pattern, named);
  if (bindings === undefined || decisions === undefined || top === undefined) return undefined;
  if (!run.spend(costOfReach(pattern, bindings))) return undefined;
  const reach = reachOf(pattern, decisions, bindings);
  if (!checkConflicts(pattern, reach, run.patterns)) return undefined;
  const { local, prefix } = use;
  const { naming } = run.argument;
  const instance: Instance = { pattern, bindings, decisions, reach, naming, local, prefix, spend: run.spend };
  return run.mayMake(countElements(instance)) ? withTop(run, use, instance, top) : undefined;
}

/** How many elements the instance has besides what its elements make in turn. */
function countElements(instance: Instance): number {
  const { pattern, reach } = instance;
  return pattern.pieces.reduce((sum, { id }) => sum + (reach.has(id) ? countTurns(instance, reach.axes(id)) : 0), 0);
}

function mayUse({ fault }: Run, { inside }: Use, { id }: PatternText, at: Span): boolean {
  if (inside.includes(id)) {
    const message = `Patterns use each other in a circle: ${[...inside.slice(inside.indexOf(id)), id].join(' → ')}.`;
    fault('pattern-cycle', at, message);
    return false;
  }
  if (inside.length < deepest) return true;
  fault('too-many-instances', at, `Patterns use each other more than ${deepest} levels deep.`);
  return false;
}

/** The element of the pattern that the using element stands for. */
function topOf({ fault }: Run, { type, local }: Use, { id, pieces }: PatternText, at: Span): Piece | undefined {
  const [top] = pieces;
  if (top === undefined) {
    fault('empty', at, `The pattern \`${id}\` has no element that \`${local}\` could stand for.`);
    return undefined;
  }
  if (top.type === type) return top;
  const message = `\`${local}\` is a ${type}, and the top of the pattern \`${id}\`, \`${top.id}\`, is a ${top.type}.`;
  fault('type-conflict', at, message, { hint: `Only a ${top.type} can stand for it.` });
  return undefined;
}

function withTop(run: Run, use: Use, instance: Instance, top: Piece): Completed | undefined {
  const { id } = instance.pattern;
  const inside = [...use.inside, id];
  if (use.inside.length === 0) tellOverrides(run, use, top, id);
  const turn = new Map<string, number>();
  const built = buildPiece(run, instance, top, turn, use.stated);
  if (built === undefined) return undefined;
  let filled: Completed = { ...built, makeRest: () => undefined };
  if (entryOf(built.node, 'uses') !== undefined) {
    // The top uses a pattern in turn, so the element stands for the top of that one as well.
    const prefix = `${use.prefix}.${top.id}`;
    const scope = scopeOf(instance, turn);
    const stated = new Set([...use.stated, ...statedBy(built.node)]);
    const completed = complete(run, { local: use.local, prefix, type: use.type, ...built, scope, stated, inside });
    filled = completed ?? { ...filled, open: new Set([...built.open, 'uses']) };
  }
  const own = keysOf(use.node);
  const places = (key: string) => (own.has(key) ? use.places : filled.places);
  return {
    node: merge(use, filled.node),
    places: {
      own: use.places.own,
      of: (key) => places(key).of(key),
      edge: (key, index) => places(key).edge(key, index),
    },
    open: new Set([...use.open, ...filled.open]),
    makeRest: (into) => {
      filled.makeRest(into);
      makePieces(run, use, instance, inside, into);
    },
  };
}

/** Keys by which an argument fails, or counts for less: an element that states one drops what the pattern says. */
const loadBearing: ReadonlySet<string> = new Set([
  'supportedBy',
  'inContextOf',
  'combine',
  'dependence',
  'evidence',
  'requires',
  'holdsUntil',
  'acp',
  'defeated',
  'defeatedRelation',
]);

/** The element's own keys win over those of the pattern's top; where the argument rests on them, that is said. */
function tellOverrides({ fault }: Run, { local, node }: Use, top: Piece, pattern: string): void {
  const ofTop = keysOf(top.node);
  for (const { key, keyStart: start, keyEnd: end } of node.entries) {
    if (!loadBearing.has(key) || !ofTop.has(key)) continue;
    const message = `\`${local}\` states its own \`${key}\`, so that of \`${top.id}\` in the pattern \`${pattern}\` does not count.`;
    fault('overrides-pattern', { start, end }, message);
  }
}

function keysOf({ entries }: MapNode): ReadonlySet<string> {
  return new Set(entries.map(({ key }) => key));
}

/** These say what an element is, and not what it says. */
const itsOwn: ReadonlySet<string> = new Set(['type', 'nodeType', 'uses']);

/** What an element does not take from the top of a pattern. A choice goes with the support that it is among. */
function statedBy(node: MapNode): ReadonlySet<string> {
  const keys = keysOf(node);
  return keys.has('supportedBy') ? new Set([...keys, 'choose']) : keys;
}

function merge({ node }: Use, top: MapNode): MapNode {
  const own = keysOf(node);
  const taken = top.entries.filter(({ key }) => !own.has(key) && !itsOwn.has(key));
  return { ...node, entries: [...node.entries, ...taken] };
}

function makePieces(run: Run, use: Use, instance: Instance, inside: readonly string[], into: Resolved[]): void {
  const { pattern, reach } = instance;
  const at = run.argument.naming.own(use.local);
  for (const piece of pattern.pieces.slice(1)) {
    // Of two of the same id, which is an error of the pattern, the first counts.
    if (!reach.has(piece.id) || pattern.byId.get(piece.id) !== piece) continue;
    for (const turn of turnsOf(instance, reach.axes(piece.id))) {
      if (isSpent(run.patterns.budget)) return;
      const built = buildPiece(run, instance, piece, turn);
      if (built === undefined) continue;
      const local = localIdOf(instance, piece.id, turn);
      const scope = scopeOf(instance, turn);
      const stated = statedBy(built.node);
      const made: Use = { local, prefix: local, type: piece.type, ...built, scope, stated, inside };
      const from = { of: piece, instance: { pattern: pattern.id, of: piece.id, at } };
      const extras: Extras = { formId: piece.id, made: from };
      if (entryOf(built.node, 'uses') !== undefined) makeUsing(run, made, extras, into);
      else into.push(finish(run, { local, type: piece.type, ...built, ...extras }));
    }
  }
}
