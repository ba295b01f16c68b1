import * as z from 'zod';
import { once } from '../case/index.js';
import { byId, choice, flag, oneOrMore, text, words } from './parts.js';

/** The schema of a catalogue file of the user's own, over the built-in catalogue. */

const about = once(() => ({
  because: text('Why it is so.').optional(),
  source: text('Where it comes from; the file itself where nothing is said.').optional(),
}));

const labelled = <T extends z.ZodType>(value: T, description: string) =>
  z.union([value, z.strictObject({ value, ...about() })]).describe(description);

const labels = () => ({
  practicality: labelled(
    choice(['needs research breakthroughs', 'somewhat practical', 'highly practical'], 'How soon it could be used.'),
    'How soon the block could be put to use.',
  ).optional(),
  strength: labelled(
    choice(['weak', 'moderate', 'strong', 'very strong'], 'How much confidence it could give.'),
    'How much confidence the block could give at best.',
  ).optional(),
  scalability: labelled(
    choice(['not scalable', 'moderately scalable', 'very scalable'], 'How far it carries.'),
    'How far the block carries over to more advanced systems.',
  ).optional(),
  needsResearch: labelled(flag('Whether research is needed.'), 'Whether more research must be done first.').optional(),
  role: labelled(
    choice(['primary', 'supporting'], 'Whether it may carry a case.'),
    'Whether the block may carry a case, or only support other arguments.',
  ).optional(),
});

export const ownBlockText = once(() =>
  z
    .strictObject({
      title: words('Its name in words.').optional(),
      category: choice(
        ['inability', 'control', 'trustworthiness', 'deference'],
        'The kind of argument that it is.',
      ).optional(),
      short: text('What the ids of added elements are made of.').optional(),
      idea: words('How the argument goes, in a sentence or two.').optional(),
      ...labels(),
      parameters: byId(
        z.strictObject({
          text: words('What it stands for, as a question to the writer.'),
          example: words('An example of a value.'),
          names: z.literal('subsystem').optional().describe('The value is the id of a subsystem.'),
        }),
        'Parameters of the skeleton besides `system` and `outcome`.',
      ).optional(),
      claim: words('The claim at its top, with `{system}`, `{outcome}` and parameters.').optional(),
      strategy: words('How the claim is argued.').optional(),
      subclaims: byId(
        z.strictObject({
          text: words('The claim.'),
          kind: choice(['goal', 'assumption'], 'An assumption is cited as context.').optional(),
          category: choice(
            ['inability', 'control', 'trustworthiness', 'deference'],
            'Where it is another kind of argument.',
          ).optional(),
          about: text('Parameter that names the subsystem which it is about.').optional(),
        }),
        'Claims below the top, by a short key.',
      ).optional(),
      evidence: oneOrMore(z.string(), 'The evidence that it needs.').optional(),
      defeaters: z
        .array(
          z.strictObject({
            text: words('The objection.'),
            against: text('Key of the sub-claim that it hits.').optional(),
            source: text('Where it comes from.').optional(),
          }),
        )
        .describe('Objections that such an argument is usually met with.')
        .optional(),
      literature: oneOrMore(z.string(), 'What to read.').optional(),
    })
    .describe('A block of your own, or what you say otherwise about a built-in one.'),
);

const entries = (description: string) =>
  byId(
    z.strictObject({
      title: words('Its name in words.').optional(),
      text: words('What it means.').optional(),
      ...about(),
    }),
    description,
  ).optional();

export const catalogueText = once(() =>
  z
    .strictObject({
      'surety-catalogue': z.literal(1).describe('Version of this format.'),
      blocks: byId(ownBlockText(), 'Building blocks, by id.').optional(),
      outcomeClasses: entries('Classes of unacceptable outcomes.'),
      deploymentAssumptions: entries('Deployment assumptions.'),
      interactionKinds: entries('What kinds of interaction mean; the kinds themselves are fixed.'),
      collectiveStrategies: entries('Strategies that many systems could pursue together.'),
      collectiveReasons: entries('Reasons for such strategies.'),
      claimTypes: entries('Types of claims.'),
      argumentTypes: entries('Types of arguments.'),
      evidenceTypes: entries('Types of evidence.'),
    })
    .meta({ title: 'Surety catalogue', description: 'A catalogue file over the built-in catalogue.' }),
);

export type CatalogueText = z.infer<ReturnType<typeof catalogueText>>;
export type OwnBlockText = z.infer<ReturnType<typeof ownBlockText>>;

/** The published JSON Schema (draft 2020-12) of a catalogue file. The same bytes every time. */
export function catalogueJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(catalogueText(), { target: 'draft-2020-12', io: 'input' }) as Record<string, unknown>;
}
