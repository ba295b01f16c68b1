import { type Case, horizonAxes, type Measures } from '../case/index.js';
import { type HorizonOptions, horizonOf } from './horizon.js';
import type { Horizon } from './types.js';

/** Values per axis in a report, which is looked at and not measured: flips are refined all the same. */
export const REPORT_POINTS = 25;

/** The verdicts along every axis of which the case states a value. */
export function horizonsOf(
  of: Case,
  measures: Measures,
  options: HorizonOptions,
  say: (words: string) => void,
): readonly Horizon[] {
  return horizonAxes.flatMap((axis): readonly Horizon[] => {
    say(`Looking along ${axis}`);
    const found = horizonOf(of, measures, { axis }, options);
    return 'code' in found ? [] : [found];
  });
}
