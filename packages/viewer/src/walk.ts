import { type Forest, growForest, type Scene } from '@surety/core/diagram';

/** The drawn nodes as the items of a tree, for the keyboard and for those who hear it. Indices are those of the drawn scene. */
export interface Walk {
  readonly order: readonly number[];
  readonly position: ReadonlyMap<number, number>;
  readonly parent: (node: number) => number | undefined;
  /** What stands at a node's side, then what hangs below it. */
  readonly children: (node: number) => readonly number[];
  readonly siblings: (node: number) => readonly number[];
  /** Counted from 1. */
  readonly level: (node: number) => number;
}

export type Step = 'next' | 'previous' | 'parent' | 'child' | 'next sibling' | 'previous sibling' | 'first' | 'last';

export function walkOf(scene: Scene): Walk {
  const forest: Forest = growForest(scene);
  const order = [...forest.order];
  const levels = new Int32Array(order.length);
  for (const node of order) levels[node] = forest.host[node]! < 0 ? 1 : levels[forest.host[node]!]! + 1;
  const children = (node: number) => [...forest.beside[node]!, ...forest.below[node]!];
  const parent = (node: number) => (forest.host[node]! < 0 ? undefined : forest.host[node]!);
  return {
    order,
    position: new Map(order.map((node, at) => [node, at])),
    parent,
    children,
    siblings: (node) => {
      const above = parent(node);
      return above === undefined ? forest.roots : children(above);
    },
    level: (node) => levels[node]!,
  };
}

/** Where a step leads; the node itself where there is nothing. */
export function stepFrom(walk: Walk, node: number, step: Step): number {
  const { order } = walk;
  const position = walk.position.get(node)!;
  const among = walk.siblings(node);
  switch (step) {
    case 'next':
      return order[position + 1] ?? node;
    case 'previous':
      return order[position - 1] ?? node;
    case 'parent':
      return walk.parent(node) ?? node;
    case 'child':
      return walk.children(node)[0] ?? node;
    case 'next sibling':
      return among[among.indexOf(node) + 1] ?? node;
    case 'previous sibling':
      return among[among.indexOf(node) - 1] ?? node;
    case 'first':
      return order[0] ?? node;
    case 'last':
      return order[order.length - 1] ?? node;
  }
}
