import type { StepNumber } from '@surety/core/case';
import type { Place } from './place-of-leaf.js';

const places: Readonly<Record<StepNumber, Place>> = {
  1: { view: 'text', params: { section: 'decision' } },
  2: { view: 'text', params: { section: 'outcomes' } },
  3: { view: 'text', params: { section: 'assumptions' } },
  4: { view: 'text', params: { section: 'system' } },
  5: { view: 'risk', params: { part: 'coverage' } },
  6: { view: 'risk', params: { part: 'macrosystem' } },
};

/** Where a step of the six is worked on. */
export function placeOfStep(number: StepNumber): Place {
  return places[number];
}
