import { type Step, stepsOf } from '../../steps/index.js';
import type { SectionName } from '../readings.js';
import type { View } from '../view.js';

/** Sections that tell more of each of the six steps. */
export const sectionsOfStep: Readonly<Record<Step['number'], readonly SectionName[]>> = {
  1: [],
  2: ['reasons', 'risk-cases'],
  3: ['assumptions'],
  4: [],
  5: ['coverage', 'argument'],
  6: ['coverage', 'independence'],
};

/** The six steps of the case at hand. */
export function sixStepsOf({ case: of, findings, assessment }: View): readonly Step[] {
  return stepsOf(of, findings, assessment).steps;
}
