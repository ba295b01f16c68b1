import { type Case, type ElementId, type EvidenceId, formatDoubt } from '../../case/index.js';
import type { Assessment, LeafAssessment, OutcomeAssessment, Verdict } from '../../doubt/index.js';
import { append } from '../append.js';
import type { Tone } from '../types.js';
import { levelOf } from './level-of.js';
import { statesOf } from './states-of.js';
import type { Tag } from './tag.js';

/** What an assessment says of elements, by element. */
export interface Assessed {
  /** The declared doubt, where there are numbers. */
  doubt(id: ElementId): { readonly text: string; readonly level: number; readonly tone: Tone } | undefined;
  /** What else a reader should know of it: `stale evidence`. */
  states(id: ElementId): readonly Tag[];
  /** Verdicts of the outcomes whose claim it is. */
  verdicts(id: ElementId): readonly Tag[];
  leaves(id: ElementId): readonly LeafAssessment[];
  /** States of a piece of evidence: `stale`. */
  evidenceStates(evidence: EvidenceId): readonly string[];
}

export function assessedOf(of: Case, assessment: Assessment | undefined): Assessed {
  const doubts = new Map((assessment?.elements ?? []).map(({ id, doubt }) => [id, doubt?.declared]));
  const leaves = new Map<ElementId, LeafAssessment[]>();
  for (const leaf of assessment?.leaves ?? []) append(leaves, leaf.element, leaf);
  const outcomes = assessment?.outcomes ?? [];
  const evidence = new Map(
    (assessment?.evidence ?? []).map(({ id, states }) => [id, states.map(({ state }) => state)]),
  );
  const { blocking, states } = statesOf(of, assessment);
  const claims = tonesOfClaims(outcomes);
  const verdicts = new Map<ElementId, Tag[]>();
  for (const { id, claim, verdict } of outcomes) {
    if (claim !== undefined) append(verdicts, claim, { text: `${id}: ${verdict}`, tone: toneOf[verdict] });
  }
  return {
    doubt(id) {
      const doubt = doubts.get(id);
      if (doubt === undefined) return undefined;
      const tone = claims.get(id) ?? (blocking.has(id) ? 'bad' : 'plain');
      return { text: formatDoubt(doubt), level: levelOf('mean' in doubt ? doubt.mean : doubt.upper), tone };
    },
    states: (id) => states.get(id) ?? [],
    verdicts: (id) => verdicts.get(id) ?? [],
    leaves: (id) => leaves.get(id) ?? [],
    evidenceStates: (id) => evidence.get(id) ?? [],
  };
}

const toneOf: Readonly<Record<Verdict, Tone>> = {
  'not supported': 'bad',
  undecided: 'open',
  supported: 'good',
  sketch: 'plain',
  'not quantified': 'plain',
};
const worstFirst: readonly Tone[] = ['bad', 'open', 'plain', 'good'];

/** The tone of a claim is that of its verdict; of several, the worst. */
function tonesOfClaims(outcomes: readonly OutcomeAssessment[]): ReadonlyMap<ElementId, Tone> {
  const tones = new Map<ElementId, Tone>();
  for (const { claim, verdict } of outcomes) {
    if (claim === undefined) continue;
    const both = [toneOf[verdict], tones.get(claim)];
    tones.set(claim, worstFirst.find((tone) => both.includes(tone))!);
  }
  return tones;
}
