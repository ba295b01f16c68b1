import type { SceneNode, Shape } from '../types.js';

/**
 * What the outline of a node is: that of its shape, or what GSN puts above the rectangle with the module of an away
 * element: half a circle for a solution, half an ellipse for an assumption or a justification, round corners for a context.
 */
export type Outline = Shape | 'half circle' | 'half ellipse' | 'round top';

export function outlineKind({ shape, away }: Pick<SceneNode, 'shape' | 'away'>): Outline {
  if (away === undefined) return shape;
  switch (shape) {
    case 'solution':
    case 'counter-solution':
      return 'half circle';
    case 'assumption':
    case 'justification':
      return 'half ellipse';
    case 'context':
      return 'round top';
    default:
      return shape;
  }
}

/** Outlines that are round all the way: their text stands in the middle. */
export function isRound(outline: Outline): boolean {
  return (
    outline === 'solution' || outline === 'counter-solution' || outline === 'assumption' || outline === 'justification'
  );
}

export function isArch(outline: Outline): boolean {
  return outline === 'half circle' || outline === 'half ellipse';
}

/** How high the arch of a body of some width is. */
export function archHeight(outline: Outline, width: number): number {
  return outline === 'half circle' ? width / 2 : 0.3 * width;
}
