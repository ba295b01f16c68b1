import * as z from 'zod';
import { doubtText } from './doubt.js';
import { bound, byId, choice, count, day, flag, id, link, margin, oneOrMore, reference, text, words } from './parts.js';

export const elementTypes = [
  'goal',
  'strategy',
  'solution',
  'context',
  'assumption',
  'justification',
  'challenge',
] as const;
/** Names that gsn2x has for them. */
export const nodeTypes = [
  'Goal',
  'Strategy',
  'Solution',
  'Context',
  'Assumption',
  'Justification',
  'CounterGoal',
  'CounterSolution',
  ...elementTypes,
] as const;

const categories = ['inability', 'control', 'trustworthiness', 'deference'] as const;

const assumes = byId(
  choice(['untrustworthy', 'trusted'], 'Whether the argument counts on it.'),
  'Which subsystems this argument assumes to be untrustworthy, and which trusted.',
);

const inherited = {
  category: choice(categories, 'The kind of argument that this claim is part of.').optional(),
  subsystem: reference('The subsystem that the claim is about.').optional(),
  outcome: reference('The unacceptable outcome that the claim helps to exclude.').optional(),
  assumes: assumes.optional(),
};

const requiresText = z
  .strictObject({
    rate: bound('Bound on the rate of the measure, for example `<= 0.05`.').optional(),
    miss: bound('Bound on the rate at which attacks are missed, for example `<= 0.1`.').optional(),
    margin: margin('Safety factor of 1 or more on the rate (for `>=`, on its complement).').optional(),
    because: text('Why this bound is what the claim needs.').optional(),
  })
  .refine((value) => (value.rate === undefined) !== (value.miss === undefined), {
    error: 'one of',
    params: { code: 'one-of-keys', expected: 'exactly one of rate, miss' },
  })
  .describe('What the leaf requires of a result of its evidence, for example `{ rate: "<= 0.05", margin: 2 }`.');

const combineText = z
  .union([
    choice(['all', 'any'], 'all: every child must hold; any: one leg is enough.'),
    z.strictObject({ atLeast: count('How many of the children must hold.') }),
  ])
  .describe('How the support combines: all (default), any, or `{ atLeast: 2 }`.');

const legsText = z
  .strictObject({
    independent: z
      .literal(true)
      .optional()
      .describe('The legs fail independently of each other; say why in `because`.'),
    beta: z
      .number()
      .refine((value) => value >= 0 && value <= 1, {
        error: 'beta',
        params: { code: 'out-of-range', expected: 'a number from 0 to 1' },
      })
      .meta({ minimum: 0, maximum: 1 })
      .optional()
      .describe('Probability of the common cause with which the diversity of the legs is worth nothing.'),
    because: text('Why the legs depend on each other this much and no more.').optional(),
  })
  .refine((value) => (value.independent === undefined) !== (value.beta === undefined), {
    error: 'one of',
    params: { code: 'one-of-keys', expected: 'exactly one of independent, beta' },
  })
  .describe('How the legs of `any` or `atLeast` depend on each other; without it, diversity earns no credit.');

const horizonText = z
  .strictObject({
    capability: z.number().optional().describe('Highest capability level of the subsystem at which the claim holds.'),
    instances: z.number().optional().describe('Highest number of instances at which the claim holds.'),
    tasks: z.number().optional().describe('Highest number of tasks per window at which the claim holds.'),
    window: z.number().optional().describe('Longest window, in days, for which the claim holds.'),
  })
  .describe('Up to which value of an axis the claim holds; above it, its doubt is 1.');

const layout = (description: string) => z.unknown().optional().describe(description);

/** All keys of an element but the two that may hold further elements. */
const elementKeys = {
  type: choice(elementTypes, 'Type of the element; without it, the prefix of the id says it.').optional(),
  nodeType: choice(nodeTypes, 'Type of the element under the name that gsn2x uses; the same as `type`.').optional(),
  text: words('What the element says: one claim, in words that can be true or false.'),
  combine: combineText.optional(),
  dependence: legsText.optional(),
  inference: doubtText('Doubt that the support, though it holds, is enough for the claim.').optional(),
  doubt: doubtText('Probability that the element does not hold, for the whole window and all copies.').optional(),
  evidence: reference('The evidence that this leaf cites.').optional(),
  requires: requiresText.optional(),
  undeveloped: flag('Nothing supports this claim yet; its doubt is 1.').optional(),
  uninstantiated: flag('A placeholder of a pattern is still to be filled in.').optional(),
  ...inherited,
  block: text('The building block of the catalogue that the claim instantiates.').optional(),
  holdsUntil: horizonText.optional(),
  owner: text('Who answers for it.').optional(),
  indicator: reference('The indicator that shows, while the system runs, whether it still holds.').optional(),
  defaults: z
    .strictObject(inherited)
    .optional()
    .describe('Values that every element below takes over unless it, or one between, states its own.'),
  challenges: link('What the challenge is against: an element, or a link as `G2 -> Sn1`.').optional(),
  status: choice(['open', 'answered', 'accepted'], 'State of the challenge: open until an answer stands.').optional(),
  strength: doubtText('Probability that the challenge is right; 1 where nothing is stated.').optional(),
  blocking: flag('Whether the challenge blocks the verdict while it is open (default true).').optional(),
  answeredBy: reference('The goal that answers the challenge.').optional(),
  raisedBy: text('Who raised the challenge.').optional(),
  date: day('When the challenge was raised.').optional(),
  confidence: text('The assurance claim point that this goal argues, for example ACP1.').optional(),
  acp: byId(
    oneOrMore(reference('Id of the element itself, or of a direct neighbour.'), 'Where the point stands.'),
    'Assurance claim points: each name with the ids it stands at, for example `{ ACP1: [Sn1] }`.',
  ).optional(),
  public: flag('Whether other modules may cite the element.').optional(),
  uses: z
    .strictObject({
      pattern: reference('The pattern to instantiate.'),
      with: byId(z.union([z.string(), z.number()]), 'A value for each parameter of the pattern.').optional(),
    })
    .optional()
    .describe('Instantiates a pattern below this element.'),
  choose: z
    .string()
    .refine((value) => /^\d+ of \d+$/.test(value), {
      error: 'choose',
      params: { code: 'bad-choice', expected: 'a choice like `1 of 2`' },
    })
    .optional()
    .describe('In a pattern: how many of the alternatives are to be kept, for example `1 of 2`.'),
  url: text('A link to more about the element.').optional(),
  classes: oneOrMore(z.string(), 'Style classes of the element (gsn2x).').optional(),
  defeated: flag('The element is marked as defeated (gsn2x).').optional(),
  defeatedRelation: oneOrMore(
    reference('Target of a defeated relation.'),
    'Relations marked as defeated (gsn2x).',
  ).optional(),
  level: layout('Layout of gsn2x; kept, and ignored.'),
  rankIncrement: layout('Layout of gsn2x; kept, and ignored.'),
  horizontalIndex: layout('Layout of gsn2x; kept, and ignored.'),
  charWrap: layout('Layout of gsn2x; kept, and ignored.'),
  wordWrap: layout('Layout of gsn2x; kept, and ignored.'),
};

/** A reference with what a pattern says about it. */
export const edgeText = z
  .strictObject({
    to: reference('The element that the edge leads to.'),
    multiplicity: text('In a pattern: one such element for each of these, for example `per subsystem`.').optional(),
    optional: flag('In a pattern: whether the element may be left out.').optional(),
  })
  .describe('A reference as a map: `{ to: G2, multiplicity: per subsystem }`.');

type ElementKeys = z.infer<z.ZodObject<typeof elementKeys>>;
export type EdgeText = z.infer<typeof edgeText>;
export interface ElementText extends ElementKeys {
  supportedBy?: ReferencesText | undefined;
  inContextOf?: ReferencesText | undefined;
}
export interface NestedText extends ElementText {
  id: string;
}
export type ReferenceText = string | EdgeText | NestedText;
export type ReferencesText = ReferenceText | ReferenceText[];

/** Built late, as an element may hold elements. */
const references: (description: string) => z.ZodType<ReferencesText> = (description) => {
  const one = z.union([reference('Id of an element.'), nestedOrEdgeText]);
  return z.union([z.array(one), one]).describe(description);
};

const supportedByText = 'What supports it: ids, edges, or elements written in place (a map with an `id`).';
const inContextOfText = 'Context, assumptions and justifications that it is stated in: ids, or elements in place.';

const nestedText = z
  .strictObject({
    id: id('Id of the element that is written in place.'),
    ...elementKeys,
    get supportedBy(): z.ZodOptional<z.ZodType<ReferencesText>> {
      return references(supportedByText).optional();
    },
    get inContextOf(): z.ZodOptional<z.ZodType<ReferencesText>> {
      return references(inContextOfText).optional();
    },
  })
  .meta({ id: 'nestedElement', description: 'An element written in place of its id.' });

const nestedOrEdgeText = z.union([nestedText, edgeText]);

/** An element of an argument. */
export const elementText = z
  .strictObject({
    ...elementKeys,
    supportedBy: references(supportedByText).optional(),
    inContextOf: references(inContextOfText).optional(),
  })
  .meta({ id: 'element', description: 'One element of the argument.' });

export const argumentText = (description: string) => byId(elementText, description);
