import type { NodeId } from '@surety/core/diagram';
import { findAll, searchable } from './find.js';
import type { Argument } from './fold.js';

/** What is looked for in an argument, and found. Nodes are named by their index in the whole scene. */
export interface Matches {
  readonly found: () => ReadonlySet<number>;
  /** The match that is looked at. */
  readonly match: () => number | undefined;
  /** Whether what is not found stands back. */
  readonly isFiltered: () => boolean;
  /** How many there are, and which of them is looked at, counted from 1; 0: none yet. Undefined: nothing is looked for. */
  readonly count: () => { readonly at: number; readonly of: number } | undefined;
  readonly search: (query: string) => void;
  /** Only these are found; undefined: all. */
  readonly filter: (nodes: ReadonlySet<NodeId> | undefined) => void;
  /** The next match, or the one before; after the last comes the first. */
  readonly goOn: (by: 1 | -1) => number | undefined;
  /** Looks for the same in another argument; the match that is looked at stays so where it is there. */
  readonly renew: (next: Argument) => void;
}

export function matchesIn(first: Argument): Matches {
  let { nodes } = first.scene;
  let texts: readonly string[] | undefined;
  let query = '';
  let only: ReadonlySet<NodeId> | undefined;
  let found: ReadonlySet<number> = new Set();
  let order: readonly number[] = [];
  let at = -1;

  function look(): void {
    if (query !== '') texts ??= searchable(nodes);
    const all = query !== '' ? findAll(texts!, query) : only === undefined ? [] : [...nodes.keys()];
    const of = only;
    order = of === undefined ? all : all.filter((node) => of.has(nodes[node]!.id));
    found = new Set(order);
    at = -1;
  }

  return {
    found: () => found,
    match: () => order[at],
    isFiltered: () => only !== undefined,
    count: () => (query === '' && only === undefined ? undefined : { at: at + 1, of: order.length }),
    search: (next) => {
      query = next.trim();
      look();
    },
    filter: (next) => {
      only = next;
      look();
    },
    goOn: (by) => {
      if (order.length === 0) return undefined;
      at = at < 0 && by === -1 ? order.length - 1 : (at + by + order.length) % order.length;
      return order[at];
    },
    renew: (next) => {
      const match = nodes[order[at] ?? -1]?.id;
      ({ nodes } = next.scene);
      texts = undefined;
      look();
      at = order.findIndex((node) => nodes[node]!.id === match);
    },
  };
}
