import type { Estimator } from './estimator.js';
import { limitOf } from './limit-of.js';

/**
 * Draws of a posterior: the share that violates the requirement, (violations + 1) / (draws + 1), so that no finite number
 * of draws gives 0. No draws: 1.
 */
export const draws: Estimator<'draws'> = {
  kind: 'draws',
  title: 'Draws of a posterior',
  assumes: ['The draws are independent, from the posterior of the very parameter that the requirement names.'],
  misleads: ['The doubt cannot fall below one in the number of draws, whatever the posterior.'],
  literature: ['Davison, Hinkley 1997, Bootstrap methods and their application (the plus-one rule)'],
  bound: 'the share of the draws',
  doubt({ draws: all }, required) {
    const limit = limitOf(required);
    const risk = (draw: number) => (required.direction === '<=' ? draw : 1 - draw);
    const violations = all.filter((draw) => !(risk(draw) <= limit)).length;
    return { doubt: (violations + 1) / (all.length + 1), trials: all.length, events: violations };
  },
  dimensions: () => 1,
  /** The one that the uniform number picks, in the order given. */
  draws({ draws: all }, [uniform]) {
    if (all.length === 0) return 1;
    return uniform!.map((u) => all[Math.min(all.length - 1, Math.floor(u * all.length))]!);
  },
  words: ({ draws: all }) => `${all.length} draws`,
};
