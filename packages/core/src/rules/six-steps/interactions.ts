import type { CaseLookup, Element, ElementId, Interaction, QuantityName } from '../../case/index.js';
import { builtInCatalogue } from '../../catalogue/index.js';
import { example, type Found, failing, rule } from '../rule.js';
import { inside } from '../words.js';

export const interactionNotCounted = rule({
  code: 'interaction-not-counted',
  step: 6,
  title: 'Probability of an interaction that no doubt takes in',
  severity: 'error',
  why: 'An interaction that names its probability looks as if it were part of the verdict. It is only where a leaf below the claim that argues it has this quantity as its doubt.',
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
  passes: example(`
outcomes:
  escape: { text: The agents escape, claim: G1 }
system:
  coder: { kind: model }
argument:
  G1: { text: A first escape does not spread, supportedBy: [Sn1] }
  Sn1: { text: The sequence of events, doubt: cascade }
quantities:
  first: { between: [1e-4, 1e-2], unit: probability per window }
  spreads: { beta: [2, 30] }
  cascade: first * spreads
interactions:
  - { kind: cascade, outcome: escape, arguedBy: G1, quantity: cascade }
`),
  fails: failing(
    `
outcomes:
  escape: { text: The agents escape, claim: G1 }
system:
  coder: { kind: model }
argument:
  G1: { text: A first escape does not spread, supportedBy: [Sn1] }
  Sn1: { text: The sequence of events, doubt: 1e-3 }
quantities:
  cascade: { between: [1e-4, 1e-2], unit: probability per window }
interactions:
  - { kind: cascade, outcome: escape, arguedBy: G1, quantity: cascade }
  - { kind: collusion, outcome: escape, arguedBy: G1, quantity: cascades }
`,
    [
      '13:63 The interaction cascade has the probability cascade, and no leaf below G1 has it as its doubt',
      '14:65 The interaction collusion names the quantity cascades, which is not defined',
    ],
  ),
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
  why: 'The catalogue lists what many systems could pursue together and why they might, so that none is forgotten. A name that it does not know is most often a mistyped one.',
  check: ({ case: of, facts, catalogue = builtInCatalogue }) =>
    of.interactions.flatMap((interaction) => [
      ...unknownIn(interaction, 'strategies', catalogue.collectiveStrategies, facts.didYouMean),
      ...unknownIn(interaction, 'reasons', catalogue.collectiveReasons, facts.didYouMean),
    ]),
  passes: example(`
outcomes:
  escape: { text: The agents escape, claim: G1 }
argument:
  G1: { text: They do not act together, undeveloped: true }
interactions:
  - { kind: collective strategy, outcome: escape, arguedBy: G1, strategies: [influence], reasons: [shared-weights, trade] }
`),
  fails: failing(
    `
outcomes:
  escape: { text: The agents escape, claim: G1 }
argument:
  G1: { text: They do not act together, undeveloped: true }
interactions:
  - { kind: collective strategy, outcome: escape, arguedBy: G1, strategies: [influenza], reasons: [boredom] }
`,
    [
      '8:78 The interaction collective strategy names influenza, which is not among the strategies of the catalogue',
      '8:100 The interaction collective strategy names boredom, which is not among the reasons of the catalogue',
    ],
  ),
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
