import type { Box } from '@surety/core/diagram';
import type { Drawing } from './drawing.js';
import type { Argument } from './fold.js';

/** Where an explorer stands: what is drawn, what of it is folded, and the node of the keyboard. It changes as it goes. */
export interface Standing {
  drawing: Drawing;
  folded: Set<number>;
  current: number;
}

/** The whole argument, of which the drawing shows what is not folded. */
export function argumentOf({ drawing }: Standing): Argument {
  return drawing.argument;
}

/** Where a node stands in the picture; undefined where it is not drawn. */
export function boxOf({ drawing }: Standing, node: number): Box | undefined {
  const item = drawing.index.get(node);
  return item === undefined ? undefined : drawing.layout.boxes[item];
}

/** The node at an element of the picture. */
export function nodeAt(target: Element): number | undefined {
  const at = target.closest('[data-node]')?.getAttribute('data-node');
  return at == null ? undefined : Number(at);
}

/** A node by its name, or by its text where it has none. */
export function called(standing: Standing, node: number): string {
  const { name, text } = argumentOf(standing).scene.nodes[node]!;
  return name === '' ? text : name;
}
