import type { BuildingBlock } from './block.js';
import type { Fact } from './fact.js';

/** The labels of a block by name, in the order in which they are shown. */
export function labelsOf(block: BuildingBlock): readonly (readonly [name: string, fact: Fact<string | boolean>])[] {
  return [
    ['practicality', block.practicality],
    ['maximum strength', block.strength],
    ['scalability', block.scalability],
    ['needs research', block.needsResearch],
    ['role', block.role],
    ...(block.ranksHighest === undefined ? [] : [['ranks highest', block.ranksHighest] as const]),
  ];
}
