/** Everything stands on a grid of this many pixels, so that lines from above and from below never fall together. */
export const GRID = 8;
