import {
  alterationWords,
  attestationFaults,
  type CaseLookup,
  type Evidence,
  type EvidenceId,
  type IsoDate,
  type Measures,
  mappedFaults,
  measureOf,
  otherModel,
} from '../case/index.js';
import type { EvidenceStateName, ReasonCode } from './assessment.js';

/** What is the case with one piece of evidence on the date of the assessment. */
export interface EvidenceStatus {
  readonly evidence: Evidence;
  readonly states: readonly { readonly state: EvidenceStateName; readonly text: string }[];
  /** Why it may not be relied on; empty where it may. */
  readonly blockers: readonly { readonly code: ReasonCode; readonly text: string }[];
  /** It is about another model, and this claim carries it over. */
  readonly transfer?: string;
}

/** States of every piece of evidence (`semantics.md` section 6); several may apply, and all are listed. */
export function evidenceStatuses(
  lookup: CaseLookup,
  measures: Measures,
  asOf: IsoDate,
): ReadonlyMap<EvidenceId, EvidenceStatus> {
  return new Map(lookup.case.evidence.map((evidence) => [evidence.id, statusOf(evidence, lookup, measures, asOf)]));
}

function statusOf(evidence: Evidence, lookup: CaseLookup, measures: Measures, asOf: IsoDate): EvidenceStatus {
  const states: { state: EvidenceStateName; text: string }[] = [];
  const blockers: { code: ReasonCode; text: string }[] = [];
  const measure = measureOf(measures, evidence.id);
  const block = (state: EvidenceStateName, code: ReasonCode, text: string) => {
    states.push({ state, text });
    blockers.push({ code, text });
  };
  const name = `Evidence ${evidence.id}`;
  if (measure === undefined) {
    block('missing', 'evidence-missing', `${name} was not read: no source and no lock entry`);
  } else if (measure.state.kind === 'missing') {
    block('missing', 'evidence-missing', `${name} is missing: ${measure.state.detail}`);
  } else if (measure.state.kind === 'altered') {
    block('altered', 'evidence-altered', `${name} was altered: ${alterationWords(measure.state)}`);
  } else if (measure.state.kind === 'locked') {
    const text = `${name} is not here; its result comes from the lock file and was not re-read here`;
    if (lookup.case.policy.absentEvidence === 'block')
      block('locked', 'evidence-absent', `${text}, which the policy refuses`);
    else states.push({ state: 'locked', text });
  } else if (measure.results.length === 0) {
    block(
      'missing',
      'evidence-missing',
      `${name} gave no result: ${measure.notes.join('; ') || 'it states no measure'}`,
    );
  } else {
    states.push({ state: 'fresh', text: `${name} was read from its source` });
  }
  if (evidence.collected !== undefined && evidence.collected > asOf) {
    block(
      'stale',
      'evidence-stale',
      `${name} was collected on ${evidence.collected}, after the date of the assessment`,
    );
  }
  if (evidence.expires !== undefined && asOf >= evidence.expires) {
    block('stale', 'evidence-stale', `${name} expired on ${evidence.expires}`);
  }
  for (const { kind, detail } of attestationFaults(evidence, measure, asOf)) {
    block('unverified', 'evidence-unverified', `${name} is not verified (${kind}): ${detail}`);
  }
  for (const { text } of mappedFaults(evidence, measure, lookup)) {
    blockers.push({ code: 'event-not-element', text: `${name}: ${text}` });
  }
  const other = otherModel(evidence, lookup);
  if (other !== undefined && evidence.transfer === undefined) {
    const text = `${name} is about ${other.about}, not ${other.deployed}${other.subsystem === undefined ? '' : ` (${other.subsystem.id})`}, and no transfer argument stands between`;
    block('about another model', 'evidence-other-model', text);
  }
  if (other === undefined || evidence.transfer === undefined) return { evidence, states, blockers };
  return { evidence, states, blockers, transfer: evidence.transfer };
}
