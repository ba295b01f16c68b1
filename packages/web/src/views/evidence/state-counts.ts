import type { EvidenceStateName } from '@surety/core/doubt';
import { toneOfState } from '@surety/core/report';
import type { Tone } from '../../kit/index.js';
import type { EvidenceRow } from './rows.js';

const order: readonly Tone[] = ['bad', 'open', 'plain', 'good'];

/** Order of states in which what hurts stands first: nobody shall read `fresh` and pass over `stale`. */
export function byHurt(a: EvidenceStateName, b: EvidenceStateName): number {
  return order.indexOf(toneOfState[a]) - order.indexOf(toneOfState[b]);
}

/** How many pieces are in each state; one that is in several counts for each. What hurts stands first. */
export function stateCounts(
  rows: readonly EvidenceRow[],
): readonly { readonly state: EvidenceStateName; readonly tone: Tone; readonly count: number }[] {
  const counts = new Map<EvidenceStateName, number>();
  for (const { assessed } of rows) {
    for (const state of new Set((assessed?.states ?? []).map((one) => one.state))) {
      counts.set(state, (counts.get(state) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([state, count]) => ({ state, tone: toneOfState[state], count }))
    .sort((a, b) => byHurt(a.state, b.state));
}
