import type { Case } from '../case/index.js';
import type { Assessment } from '../doubt/index.js';
import { coverage } from '../rules/index.js';
import type { InteractionAssessment } from './types.js';

/** The interactions that the case states, in its order, and after them the kinds that it says nothing about. */
export function interactionsOf(of: Case, assessment: Assessment): readonly InteractionAssessment[] {
  const doubts = new Map(assessment.elements.map(({ id, doubt }) => [id, doubt]));
  const stated = of.interactions.map((one): InteractionAssessment => {
    const { kind, outcome, between, arguedBy, dismissed } = one;
    const doubt = arguedBy === undefined ? undefined : doubts.get(arguedBy);
    const state = arguedBy !== undefined ? 'argued' : dismissed !== undefined ? 'dismissed' : 'hole';
    return {
      kind,
      outcome,
      between,
      state,
      ...(arguedBy === undefined ? {} : { arguedBy }),
      ...(doubt === undefined ? {} : { doubt }),
      ...(dismissed === undefined ? {} : { dismissed }),
    };
  });
  const asked = new Set(stated.map(({ kind, outcome }) => `${kind}\u0000${outcome}`));
  const unsaid = coverage(of).interactions.filter(
    ({ kind, outcome, state }) => state.kind === 'hole' && !asked.has(`${kind}\u0000${outcome}`),
  );
  return [...stated, ...unsaid.map(({ kind, outcome }) => ({ kind, outcome, between: [], state: 'hole' as const }))];
}
