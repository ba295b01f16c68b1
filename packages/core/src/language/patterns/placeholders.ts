import { placeholderPattern } from '../../schema/index.js';
import type { TextNode } from '../tree.js';

/** The parameters that a text has places for, in its order. */
export function parametersIn(text: string): readonly string[] {
  if (!text.includes('{')) return [];
  return [...text.matchAll(placeholderPattern)].map(([, name]) => name!);
}

/** The parameter that is the whole text. */
export function wholeParameter(text: string): string | undefined {
  const [name] = parametersIn(text);
  return name !== undefined && text === `{${name}}` ? name : undefined;
}

/** Every text below a node, keys included, with its place. */
export function* textsIn(
  node: TextNode,
): Generator<{ readonly text: string; readonly start: number; readonly end: number }> {
  if (node.kind === 'scalar') {
    if (typeof node.value === 'string') yield { text: node.value, start: node.start, end: node.end };
  } else if (node.kind === 'list') for (const item of node.items) yield* textsIn(item);
  else {
    for (const { key, keyStart, keyEnd, value } of node.entries) {
      yield { text: key, start: keyStart, end: keyEnd };
      yield* textsIn(value);
    }
  }
}
