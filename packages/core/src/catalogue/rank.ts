import type { BuildingBlock } from './block.js';
import { practicalities, scalabilities, share, strengths } from './levels.js';

/** How a block stands on the three scales of figure 3, each from 0 to 1. */
export interface Standing {
  readonly block: BuildingBlock;
  /** The weakest of the three: a block that is excellent but cannot be made is of no use. */
  readonly weakest: number;
  readonly sum: number;
}

/** Blocks by their weakest scale, then by the sum of all three; ties keep the order of the catalogue. */
export function ranked(blocks: readonly BuildingBlock[]): readonly Standing[] {
  return blocks
    .map((block) => {
      const shares = [
        share(practicalities, block.practicality.value),
        share(strengths, block.strength.value),
        share(scalabilities, block.scalability.value),
      ];
      return { block, weakest: Math.min(...shares), sum: shares.reduce((total, each) => total + each, 0) };
    })
    .sort((a, b) => b.weakest - a.weakest || b.sum - a.sum);
}
