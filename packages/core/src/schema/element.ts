import * as z from 'zod';
import { type ResultName, resultKinds } from '../case/index.js';
import { confidentialElementText } from './confidential.js';
import { doubtText } from './doubt.js';
import {
  alternatives,
  bound,
  byId,
  choice,
  count,
  day,
  flag,
  id,
  link,
  margin,
  oneOrMore,
  reference,
  text,
  words,
} from './parts.js';

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
  subsystem: reference(
    'The subsystem that the claim is about: one; what is about several is argued by an element for each.',
  ).optional(),
  outcome: reference('The unacceptable outcome that the claim helps to exclude.').optional(),
  assumes: assumes.optional(),
};

/** The results that a requirement may name. */
export const resultNames = Object.keys(resultKinds) as readonly ResultName[];

const bounds = Object.fromEntries(
  resultNames.map((name) => {
    const { text, low, high } = resultKinds[name];
    return [name, bound(`Bound on ${text}, for example \`<= 0.05\`.`, low, high).optional()];
  }),
) as Record<ResultName, z.ZodOptional<ReturnType<typeof bound>>>;

const requiresText = z
  .strictObject({
    ...bounds,
    margin: margin('Safety factor of 1 or more on the rate (for `>=`, on its complement).').optional(),
    because: text('Why this bound is what the claim needs.').optional(),
  })
  .refine((value) => resultNames.filter((name) => value[name] !== undefined).length === 1, {
    error: 'one of',
    params: { code: 'one-of-keys', expected: `exactly one of ${resultNames.join(', ')}` },
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

const value = z.union([z.string(), z.number()]);

const usesText = z
  .strictObject({
    pattern: reference('The pattern to instantiate.'),
    with: byId(
      oneOrMore(value, 'The value; several for a parameter that elements are made `per`.'),
      'A value for each parameter of the pattern.',
    ).optional(),
    keep: oneOrMore(
      reference('Id in the pattern.'),
      'Optional elements and alternatives of the pattern that are kept, by their ids in the pattern.',
    ).optional(),
    omit: oneOrMore(
      reference('Id in the pattern.'),
      'Optional elements and alternatives of the pattern that are left out, by their ids in the pattern.',
    ).optional(),
  })
  .describe('Instantiates a pattern: this element stands for its top, and takes over what it does not say itself.');

const layout = (description: string) => z.unknown().optional().describe(description);

/** All keys of an element but the two that may hold further elements. */
const elementKeys = {
  type: choice(elementTypes, 'Type of the element; without it, the prefix of the id says it.').optional(),
  nodeType: choice(nodeTypes, 'Type of the element under the name that gsn2x uses; the same as `type`.').optional(),
  text: words(
    'What the element says: one claim, in words that can be true or false. Needed unless the element uses a pattern.',
  ).optional(),
  combine: combineText.optional(),
  dependence: legsText.optional(),
  inference: doubtText('Doubt that the support, though it holds, is enough for the claim.').optional(),
  doubt: doubtText('Probability that the element does not hold, for the whole window and all copies.').optional(),
  evidence: reference('The evidence that this leaf cites.').optional(),
  requires: requiresText.optional(),
  undeveloped: flag('Nothing supports this claim yet; its doubt is 1.').optional(),
  uninstantiated: flag('Something of a pattern is still to be filled in or decided; its doubt is 1.').optional(),
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
  uses: usesText.optional(),
  choose: alternatives(
    'In a pattern: how many of the optional edges are to be kept (of all, where none is optional): `1 of 2`, `at least 1 of 2`.',
  ).optional(),
  url: text('A link to more about the element.').optional(),
  confidential: confidentialElementText.optional(),
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
    multiplicity: text(
      'In a pattern: `per NAME` makes the element, and what only it leads to, once for each value of the parameter NAME.',
    ).optional(),
    optional: flag('In a pattern: the element may be left out; `keep` or `omit` of `uses` decides.').optional(),
  })
  .describe('A reference as a map: `{ to: G2, multiplicity: per subsystem }`.');

type ElementKeys = z.infer<z.ZodObject<typeof elementKeys>>;
export type EdgeText = z.infer<typeof edgeText>;
export interface ElementText extends ElementKeys {
  supportedBy?: ReferencesText | undefined;
  inContextOf?: ReferencesText | undefined;
  /** Further attributes, gathered by the reader of gsn2x files; no key of the text. */
  layers?: Readonly<Record<string, string>> | undefined;
}
export interface NestedText extends ElementText {
  id: string;
}
export type ReferenceText = string | EdgeText | NestedText;
export type ReferencesText = ReferenceText | ReferenceText[];

/**
 * An element says something, or takes it from the top of the pattern that it uses. The same in words of JSON Schema is in
 * `textOrUses`.
 */
function checkText(element: ElementText, context: z.core.$RefinementCtx): void {
  if (element.text !== undefined || element.uses !== undefined) return;
  context.addIssue({ code: 'custom', path: ['text'], params: { code: 'missing-key' }, input: element });
}

const textOrUses = [{ required: ['text'] }, { required: ['uses'] }];

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
  .superRefine(checkText)
  .meta({ id: 'nestedElement', description: 'An element written in place of its id.', anyOf: textOrUses });

const nestedOrEdgeText = z.union([nestedText, edgeText]);

const elementShape = {
  ...elementKeys,
  supportedBy: references(supportedByText).optional(),
  inContextOf: references(inContextOfText).optional(),
};

/** An element of an argument. */
export const elementText = z
  .strictObject(elementShape)
  .superRefine(checkText)
  .meta({ id: 'element', description: 'One element of the argument.', anyOf: textOrUses });

/** An element of a gsn2x file, where a draft may be an id and nothing else. */
export const bareElementText = z.strictObject({ ...elementShape, text: text('What the element says.').optional() });

export const argumentText = (description: string) => byId(elementText, description);
