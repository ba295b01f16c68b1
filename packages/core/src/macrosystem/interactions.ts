import type { Case, QuantityName } from '../case/index.js';
import type { Assessment } from '../doubt/index.js';
import { namesIn, parseExpression } from '../expression/index.js';
import { coverage } from '../rules/index.js';
import type { InteractionAssessment } from './types.js';

/** The interactions that the case states, in its order, and after them the kinds that it says nothing about. */
export function interactionsOf(of: Case, assessment: Assessment): readonly InteractionAssessment[] {
  const doubts = new Map(assessment.elements.map(({ id, doubt }) => [id, doubt]));
  const stated = of.interactions.map((one): InteractionAssessment => {
    const { kind, outcome, between, arguedBy, dismissed, quantity, strategies, reasons } = one;
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
      ...(quantity === undefined ? {} : { quantity }),
      events: quantity === undefined ? [] : eventsOf(of, quantity, assessment),
      strategies,
      reasons,
    };
  });
  const asked = new Set(stated.map(({ kind, outcome }) => `${kind}\u0000${outcome}`));
  const unsaid = coverage(of).interactions.filter(
    ({ kind, outcome, state }) => state.kind === 'hole' && !asked.has(`${kind}\u0000${outcome}`),
  );
  const nothing = { between: [], state: 'hole', events: [], strategies: [], reasons: [] } as const;
  return [...stated, ...unsaid.map(({ kind, outcome }) => ({ kind, outcome, ...nothing }))];
}

/** The quantities that a quantity's expression names, in its order. */
function eventsOf(of: Case, name: QuantityName, { quantities }: Assessment): InteractionAssessment['events'] {
  const definition = of.quantities.find((one) => one.name === name)?.definition;
  if (definition?.kind !== 'expression') return [];
  const parsed = parseExpression(definition.text);
  if (parsed.ast === undefined) return [];
  return [...new Set(namesIn(parsed.ast).map((one) => one.name))].map((quantity) => {
    const mean = quantities.find((one) => one.name === quantity)?.mean;
    return { quantity, ...(mean === undefined ? {} : { mean }) };
  });
}
