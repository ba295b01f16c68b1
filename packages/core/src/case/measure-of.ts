import type { Measure, Measures } from './measure.js';
import type { EvidenceId } from './model/index.js';

/** What was found of a piece of evidence; nothing where nothing was measured. Names of what every object has are names too. */
export function measureOf(measures: Measures | undefined, id: EvidenceId): Measure | undefined {
  return measures !== undefined && Object.hasOwn(measures, id) ? measures[id] : undefined;
}
