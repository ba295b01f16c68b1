import type { ParsedNode, Scalar } from 'yaml';
import { nearest } from '../case/index.js';
import { maxDepth } from './compose.js';
import { type Details, quoted, report, type Source } from './source.js';
import { copyAt, type Span, type TextNode } from './tree.js';

/** Follows anchors and aliases while a tree is made. An alias becomes a copy of what its anchor holds. */
export interface AnchorWatch {
  /** One more node. */
  count(): void;
  /** Enters a node; the function that it gives back leaves it again, with what was made of it. */
  enter(node: ParsedNode | Scalar): (made: TextNode) => void;
  /** What an alias shows, inside `depth` maps and lists. All of it stands where the alias stands. */
  alias(name: string, at: Span, depth: number): TextNode;
  /** A `<<`, which is no key of YAML 1.2. */
  mergeKey(at: Span): void;
  /** Reports what was found; true where the tree is not what the text means. */
  finish(): boolean;
}

interface Anchor {
  readonly name: string;
  /** Where `&name` stands. */
  readonly at: Span;
  /** What it holds; undefined while that is being made, as an alias in it would hold itself. */
  tree: TextNode | undefined;
  /** Nodes of the tree, counted also where it was not built. */
  size: number;
  used: boolean;
}

/** Nodes that the aliases of a file may stand for, all together. */
const mostShown = 10_000;

/** Aliases without an anchor that are told, and anchors among which a nearest name is looked for. */
const mostLost = 100;
const mostNames = 1000;

/** What aliases expand to is counted before it is built: a bomb is told without setting it off. */
export function anchors(source: Source): AnchorWatch {
  const all: Anchor[] = [];
  const latest = new Map<string, Anchor>();
  const lost: { readonly name: string; readonly at: Span }[] = [];
  let nodes = 0;
  let shown = 0;
  let bomb: Span | undefined;
  let failed = false;

  function enter(node: ParsedNode | Scalar): (made: TextNode) => void {
    const name = 'anchor' in node ? node.anchor : undefined;
    if (name === undefined) return nothing;
    const start = node.range?.[0] ?? 0;
    const sign = Math.max(0, source.text.lastIndexOf(`&${name}`, start));
    const anchor: Anchor = {
      name,
      at: { start: sign, end: sign + name.length + 1 },
      tree: undefined,
      size: 0,
      used: false,
    };
    const before = latest.get(name);
    if (before !== undefined) reportAgain(source, before, anchor);
    all.push(anchor);
    latest.set(name, anchor);
    const counted = nodes;
    return (made) => {
      anchor.size = nodes - counted + 1;
      anchor.tree = made;
    };
  }

  function alias(name: string, at: Span, depth: number): TextNode {
    const empty: TextNode = { kind: 'scalar', value: null, plain: false, ...at };
    const anchor = latest.get(name);
    if (anchor === undefined) {
      lost.push({ name, at });
      return empty;
    }
    source.aliases.set(at.start, anchor.at);
    anchor.used = true;
    if (anchor.tree === undefined) {
      failed = true;
      const message = `The alias \`*${name}\` stands inside what its anchor holds, so it would hold itself.`;
      report(source, 'recursive-alias', at, message, { hint: 'Write the value out where it is meant.' });
      return empty;
    }
    nodes += anchor.size - 1;
    shown += anchor.size;
    if (shown > mostShown) {
      bomb ??= at;
      return empty;
    }
    const copy = copyAt(anchor.tree, at, maxDepth - depth);
    if (copy === undefined) {
      failed = true;
      const message = `With what \`*${name}\` shows, the text nests deeper than ${maxDepth} levels, and at most ${maxDepth} are read.`;
      report(source, 'too-deep', at, message);
    }
    return copy ?? empty;
  }

  function finish(): boolean {
    if (bomb !== undefined) {
      reportBomb(source, bomb, shown);
      return true;
    }
    for (const one of lost.slice(0, mostLost)) reportLost(source, one.name, one.at, all, latest);
    for (const { at, tree, used } of all) if (!used && tree !== undefined) source.unusedAnchors.set(tree.start, at);
    return failed || lost.length > 0;
  }

  return {
    count: () => {
      nodes += 1;
    },
    enter,
    alias,
    mergeKey: (at) => {
      failed = true;
      const hint = 'Write the keys out, give them as `defaults` of an element, or show a whole value by `key: *name`.';
      report(source, 'merge-key', at, 'Merge keys (`<<`) are not part of YAML 1.2, and are not read.', { hint });
    },
    finish,
  };
}

function nothing(): void {}

function reportAgain(source: Source, first: Anchor, second: Anchor): void {
  const range = source.lines().range(first.at.start, first.at.end);
  const message = `The anchor \`&${second.name}\` is given again: aliases below show this one, not that of line ${range.start.line}.`;
  report(source, 'duplicate-anchor', second.at, message, {
    hint: 'Give it a name of its own.',
    related: [{ message: 'First here', range }],
  });
}

function reportBomb(source: Source, at: Span, shown: number): void {
  const size = Number.isFinite(shown)
    ? shown < 1e6
      ? String(shown)
      : shown.toExponential(0).replace('e+', 'e')
    : 'endlessly many';
  const message = `The aliases of this text would expand to ${size} values, and at most ${mostShown} are read.`;
  report(source, 'anchor-bomb', at, message, { hint: 'Write out what is meant.' });
}

/** Where a text has no anchors at all, a `*` was meant as text. */
function reportLost(
  source: Source,
  name: string,
  at: Span,
  all: readonly Anchor[],
  latest: ReadonlyMap<string, Anchor>,
): void {
  if (all.length === 0) {
    const message = 'A text that starts with `*` is read by YAML as an alias of an anchor; put it in quotes.';
    const fix = { start: at.start, end: at.end, text: quoted(source.text.slice(at.start, at.end)) };
    report(source, 'leading-indicator', at, message, { fix });
    return;
  }
  const below = latest.get(name);
  if (below !== undefined) {
    const range = source.lines().range(below.at.start, below.at.end);
    const message = `The anchor \`&${name}\` stands below its alias, in line ${range.start.line}; expected it above.`;
    const related = [{ message: 'The anchor', range }];
    report(source, 'unknown-alias', at, message, { hint: 'Let the two change places.', related });
    return;
  }
  const above = new Set<string>();
  for (const anchor of all) {
    if (anchor.at.start > at.start || above.size === mostNames) break;
    above.add(anchor.name);
  }
  report(source, 'unknown-alias', at, `No anchor \`&${name}\` stands above this alias.`, meant(name, at, above));
}

function meant(name: string, at: Span, above: ReadonlySet<string>): Details {
  const near = nearest(name, above);
  if (near === undefined) return { hint: 'A text that starts with `*` is put in quotes.' };
  return { hint: `Did you mean \`*${near}\`?`, fix: { start: at.start, end: at.end, text: `*${near}` } };
}
