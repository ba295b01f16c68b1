import type { CaseLookup, Element, ElementId, Interaction, QuantityName } from '../../case/index.js';
import { builtInCatalogue } from '../../catalogue/index.js';
import { type Found, rule } from '../rule.js';
import { inside } from '../words.js';

export const interactionNotCounted = rule({
  code: 'interaction-not-counted',
  step: 6,
  title: 'Probability of an interaction that no doubt takes in',
  severity: 'error',
  check: ({ case: of, lookup, facts }) =>
    of.interactions.flatMap(({ kind, quantity, arguedBy, origin }): Found[] => {
      if (quantity === undefined) return [];
      const at = inside(origin, 'quantity');
      if (lookup.quantity(quantity) === undefined) {
        const names = of.quantities.map(({ name }) => name);
        const message = `The interaction ${kind} names the quantity ${quantity}, which is not defined`;
        return [{ message, at, ...facts.didYouMean(quantity, names) }];
      }
      if (arguedBy !== undefined && restsOn(lookup, arguedBy, quantity)) return [];
      const where = arguedBy === undefined ? 'nothing argues it' : `no leaf below ${arguedBy} has it as its doubt`;
      return [
        {
          message: `The interaction ${kind} has the probability ${quantity}, and ${where}`,
          at,
          ...(arguedBy === undefined ? {} : { element: arguedBy }),
          hint: `Let a solution or an assumption below ${arguedBy ?? 'the claim that argues it'} say \`doubt: ${quantity}\`.`,
        },
      ];
    }),
});

/** Whether a doubt that counts for the claim is this quantity. */
function restsOn(lookup: CaseLookup, claim: ElementId, quantity: QuantityName): boolean {
  const isIt = ({ doubt, inference }: Element) =>
    [doubt, inference].some((stated) =>
      stated?.opinions.some(({ value }) => value.kind === 'quantity' && value.name === quantity),
    );
  return [...lookup.below([claim])].some((id) => isIt(lookup.element(id) as Element));
}

export const unknownCollective = rule({
  code: 'unknown-collective',
  step: 6,
  title: 'Collective strategy or reason that the catalogue does not know',
  severity: 'warning',
  check: ({ case: of, facts, catalogue = builtInCatalogue }) =>
    of.interactions.flatMap((interaction) => [
      ...unknownIn(interaction, 'strategies', catalogue.collectiveStrategies, facts.didYouMean),
      ...unknownIn(interaction, 'reasons', catalogue.collectiveReasons, facts.didYouMean),
    ]),
});

function unknownIn(
  interaction: Interaction,
  key: 'strategies' | 'reasons',
  entries: readonly { readonly id: string }[],
  didYouMean: (wrong: string, names: readonly string[]) => { readonly hint?: string },
): Found[] {
  const known = entries.map(({ id }) => id);
  return interaction[key].flatMap((name, at) =>
    known.includes(name)
      ? []
      : [
          {
            message: `The interaction ${interaction.kind} names ${name}, which is not among the ${key} of the catalogue`,
            at: inside(interaction.origin, key, at),
            ...didYouMean(name, known),
          },
        ],
  );
}
