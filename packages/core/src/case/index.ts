export { meantName, nearest, slips } from '@surety/engine/names';
export { aType } from './a-type.js';
export { modelNames, namesModel, type OtherModel, otherModel } from './about-model.js';
export { citedClaim } from './cited-claim.js';
export type * from './diagnostic.js';
export { distinctResults } from './distinct-results.js';
export { endsBeforeWindow } from './ends-before-window.js';
export { formatNumber } from './format-number.js';
export {
  formatAgainst,
  formatChance,
  formatDoubt,
  formatProbability,
  isNarrow,
  roundProbability,
} from './format-probability.js';
export type * from './gaps.js';
export { grouped } from './grouped.js';
export { horizonAxes } from './horizon-axes.js';
export { interactionKinds } from './interaction-kinds.js';
export { isQuantified } from './is-quantified.js';
export { kindOfName } from './kind-of-name.js';
export { isContextual, type LinkFault, linkFault, maySupport } from './link-fault.js';
export { linkKey } from './link-key.js';
export { type CaseLookup, lookup, lookupLike, type Parent, type Relation } from './lookup.js';
export { type MappedFault, mappedEvents, mappedFaults } from './mapped-events.js';
export type * from './measure.js';
export { measureOf } from './measure-of.js';
export {
  type AgreementSpec,
  type ClusterMethod,
  type Counting,
  type CountingPolicy,
  type CredibilitySpec,
  type DetectionSpec,
  type DifferenceSpec,
  type FaultTreeSpec,
  type FlawKind,
  flawKinds,
  type HazardSpec,
  type MeanSpec,
  type MeasureKind,
  type MeasureSpec,
  type RateSpec,
  type RepeatsSpec,
  type ResultKind,
  type ResultName,
  resultKinds,
  resultsOf,
  type SurvivalSpec,
  type TailSpec,
} from './measure-spec.js';
export type * from './model/index.js';
export { memo, once } from './once.js';
export type * from './origin.js';
export { type PolicyBreach, policyBreaches } from './policy-breaches.js';
export {
  alterationWords,
  attestationFaults,
  attestationFiles,
  type NamedFile,
  provenanceFiles,
} from './provenance.js';
export { reachesEvent } from './reaches-event.js';
export { type StatedOf, statedDoubts } from './stated-doubts.js';
export { textOf } from './text-of.js';
export { outcomesOf, topGoals } from './top-goals.js';
