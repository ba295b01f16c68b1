import type { Case, CaseLookup, EvidenceId, Measures } from '../case/index.js';
import { builtInQuantitiesOf, type SampledQuantities, type SamplingInput } from '../quantities/index.js';
import type { EvidenceStatus } from './evidence-state.js';

/** Of a case that was prepared: what its quantities were drawn from. */
export interface Drawn {
  readonly lookup: CaseLookup;
  readonly measures: Measures;
  readonly statuses: ReadonlyMap<EvidenceId, EvidenceStatus>;
  readonly sampled: SampledQuantities;
}

/**
 * What the quantities of a case need not be drawn again for, since they were for another one with the same options: all that do
 * not rest on evidence that was measured otherwise or counts otherwise, or on exposure that is another. Nothing where the
 * text of the quantities differs, or where other measures could move the draws of the rest.
 */
export function sampledBefore(
  before: Drawn,
  of: Case,
  measures: Measures,
  statuses: ReadonlyMap<EvidenceId, EvidenceStatus>,
): SamplingInput['before'] {
  if (before.lookup.case.quantities !== of.quantities) return undefined;
  const except = new Set<string>();
  const [was, is] = [builtInQuantitiesOf(before.lookup.case), builtInQuantitiesOf(of)];
  for (const name of [...was.keys(), ...is.keys()]) if (was.get(name)?.value !== is.get(name)?.value) except.add(name);
  for (const { name, definition } of of.quantities) {
    if (definition.kind !== 'evidence') continue;
    const { evidence } = definition;
    if (measures[evidence] !== before.measures[evidence]) {
      // Other kinds of counts may take another number of dimensions, and what comes after them others of its own.
      if (!isBinomial(measures, evidence) || !isBinomial(before.measures, evidence)) return undefined;
      except.add(name);
    } else if (counts(statuses, evidence) !== counts(before.statuses, evidence)) except.add(name);
  }
  return { sampled: before.sampled, except };
}

function isBinomial(measures: Measures, id: EvidenceId): boolean {
  return measures[id]?.results.every((result) => result.counts.kind === 'binomial') === true;
}

function counts(statuses: ReadonlyMap<EvidenceId, EvidenceStatus>, id: EvidenceId): boolean {
  return statuses.get(id)?.blockers.length === 0;
}
