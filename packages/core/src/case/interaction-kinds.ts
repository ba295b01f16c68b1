import type { InteractionKind } from './model/index.js';

/** The kinds of interaction that a case must argue or dismiss. */
export const interactionKinds = [
  'collusion',
  'correlated failure',
  'cascade',
  'monitor subversion',
  'human manipulation',
  'collective strategy',
] as const satisfies readonly InteractionKind[];
