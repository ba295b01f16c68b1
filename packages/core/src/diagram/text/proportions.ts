import type { Shape } from '../types.js';
import type { Font } from './pieces.js';

/** Measures that all shapes share, in pixels. */

export const nameFont: Font = { weight: 'semibold', size: 14 };
export const textFont: Font = { weight: 'regular', size: 14 };
export const smallFont: Font = { weight: 'regular', size: 12 };

/** How far the upper side of a parallelogram is shifted against the lower one. */
export const slant = 14;
/** The corners that a challenge lacks. */
export const cutCorner = 12;
/** The round ends of a context that is higher than twice this are quarter circles. */
export const roundEnd = 22;
/** The band at the left edge that carries the colour and the letter of a category. */
export const bandWidth = 16;
/** The part of an away element that names its module. */
export const awayHeight = 26;
/** From the top of that part to the baseline of the name. */
export const awayBaseline = 18;
/** The small module before the name. */
export const awaySign = { width: 18, height: 12, gap: 7 };
/** Around the text of a tag. */
export const pill = { padding: 7, height: 18, baseline: 13 };
export const barHeight = 3;
export const moduleTab = { width: 40, height: 10 };

/** Assumptions and justifications, which a letter tells apart. */
export function isEllipse(shape: Shape): boolean {
  return shape === 'assumption' || shape === 'justification';
}
