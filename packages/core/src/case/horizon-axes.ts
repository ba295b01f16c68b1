import type { HorizonAxis } from './model/index.js';

/** The axes along which a verdict can be followed, each once. */
export const horizonAxes: readonly HorizonAxis[] = ['capability', 'instances', 'tasks', 'window'];
