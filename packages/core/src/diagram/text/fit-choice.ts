import type { SceneNode } from '../types.js';
import { cleanLine } from './clean.js';
import type { Fitted } from './fitted.js';
import { smallFont } from './proportions.js';
import { oneLine } from './wrap.js';

const size = 22;

/** The diamond of a choice; its text stands beside it. */
export function fitChoice(node: SceneNode): Fitted {
  const { text, width } = oneLine(cleanLine(node.text), smallFont, 160);
  const line = { text, x: size + 6, y: size / 2 + 4, look: 'sign', anchor: 'start', width } as const;
  return { width: size, height: size, lines: text === '' ? [] : [line] };
}
