import { isScalar, type ParsedNode, Scalar } from 'yaml';
import { quoted, report, type Source } from './source.js';
import type { Span } from './tree.js';

/** Watches anchors and aliases while a tree is made, and says at the end what is wrong with them. */
export interface AnchorWatch {
  /** One more node. */
  count(): void;
  alias(name: string, at: Span): void;
  /** Enters a node; the function that it gives back leaves it again. */
  enter(node: ParsedNode | Scalar): () => void;
  /** Reports what was found; true where that was anything. */
  finish(): boolean;
}

/** Nodes that a text may stand for once its aliases are written out. */
const mostNodes = 1_000_000;

/**
 * Anchors and aliases are refused (an edit of one place must not change another). What they would expand to is
 * counted, never built: a bomb is told from a convenience, and a text that merely starts with `*` or `&` from both.
 */
export function anchors(source: Source): AnchorWatch {
  const sizes = new Map<string, number>();
  const found: { readonly name: string; readonly node: ParsedNode | Scalar; readonly at: Span }[] = [];
  const aliases: { readonly name: string; readonly at: Span }[] = [];
  let nodes = 0;

  function enter(node: ParsedNode | Scalar): () => void {
    const anchor = 'anchor' in node ? node.anchor : undefined;
    if (anchor === undefined) return nothing;
    const [start, end] = node.range ?? [0, 0];
    found.push({ name: anchor, node, at: { start, end } });
    const before = nodes;
    return () => sizes.set(anchor, nodes - before + 1);
  }

  function finish(): boolean {
    if (nodes > mostNodes && aliases[0] !== undefined) {
      const size = Number.isFinite(nodes) ? nodes.toExponential(0).replace('e+', 'e') : 'endlessly many';
      report(source, 'anchor-bomb', aliases[0].at, `The aliases of this text would expand to ${size} values.`, {
        hint: 'Write out what is meant.',
      });
      return true;
    }
    const used = new Set(aliases.map(({ name }) => name));
    for (const { name, node, at } of found) {
      const start = source.text.lastIndexOf(`&${name}`, at.start);
      const whole = { start: start === -1 ? at.start : start, end: at.end };
      if (used.has(name) || !isScalar(node)) {
        report(
          source,
          'anchor',
          { start: whole.start, end: whole.start + name.length + 1 },
          'Anchors (`&name`) are not read.',
          {
            hint: 'Write the value out where it is meant.',
          },
        );
      } else reportText(source, '&', 'an anchor', whole, node.type === Scalar.PLAIN);
    }
    for (const { name, at } of aliases) {
      if (sizes.has(name)) {
        const hint = 'Write the value out where it is meant.';
        report(source, 'anchor', at, 'Aliases (`*name`) are not read.', { hint });
      } else reportText(source, '*', 'a reference to an anchor', at, true);
    }
    return found.length + aliases.length > 0;
  }

  return {
    count: () => {
      nodes += 1;
    },
    alias: (name, at) => {
      aliases.push({ name, at });
      nodes += sizes.get(name) ?? 0;
    },
    enter,
    finish,
  };
}

function nothing(): void {}

function reportText(source: Source, sign: string, meaning: string, at: Span, sure: boolean): void {
  const message = `A text that starts with \`${sign}\` is read by YAML as ${meaning}; put it in quotes.`;
  const fix = { start: at.start, end: at.end, text: quoted(source.text.slice(at.start, at.end)) };
  report(source, 'leading-indicator', at, message, sure ? { fix } : { hint: 'Put the whole text in quotes.' });
}
