import type { Limits } from './types.js';

/** What a compilation may use unless told otherwise: about 100 MB and a few seconds in the worst case. */
export const DEFAULT_LIMITS: Limits = { nodes: 2_000_000 };
