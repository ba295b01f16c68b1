import type { Look } from '../kit/index.js';
import type { SystemLineKind } from './picture.js';

/** Told apart by width and dashes, and by colour besides. */
export const lineLooks: Readonly<Record<SystemLineKind, Look>> = {
  watches: { stroke: 'accent', width: 2.5 },
  writes: { stroke: 'ink', width: 1.25 },
  reads: { stroke: 'soft', width: 1.25, dashed: true },
};
