import * as z from 'zod';
import { confidentialText } from './confidential.js';
import { day, probability, quantityName, text } from './parts.js';

const number = z.number();
const because = text('Why this value: the reasoning that a reviewer can disagree with.');

const between = z
  .tuple([number, number])
  .refine(([lo, hi]) => lo < hi, {
    error: 'between',
    params: { code: 'bad-distribution', expected: 'a lower end below the upper end' },
  })
  .describe('90 % interval [low, high]: lognormal where low is above 0, else normal.');
const beta = z
  .tuple([number, number])
  .refine(([a, b]) => a > 0 && b > 0, {
    error: 'beta',
    params: { code: 'bad-distribution', expected: 'two numbers above 0' },
  })
  .describe('Beta distribution [a, b], for example [0.5, 399.5] after 0 of 399 trials (Jeffreys).');
const pert = z
  .tuple([number, number, number])
  .refine(([min, mode, max]) => min <= mode && mode <= max && min < max, {
    error: 'pert',
    params: { code: 'bad-distribution', expected: 'minimum, most likely and maximum in rising order' },
  })
  .describe('PERT distribution [minimum, most likely, maximum].');

const distributionKeys = {
  between: between.optional(),
  beta: beta.optional(),
  pert: pert.optional(),
};

/** Says that exactly one of the keys is there, so that one message names them all instead of one per branch. */
function exactlyOne<T extends Record<string, unknown>>(names: readonly string[]) {
  return (value: T) => names.filter((name) => value[name] !== undefined).length === 1;
}

function oneOf(names: readonly string[]): { error: string; params: Record<string, unknown> } {
  return { error: 'one of', params: { code: 'one-of-keys', expected: `exactly one of ${names.join(', ')}` } };
}

const distributionNames = ['between', 'beta', 'pert'] as const;

/** A distribution as a map: `{ between: [lo, hi] }`, `{ beta: [a, b] }` or `{ pert: [min, mode, max] }`. */
export const distributionText = z
  .strictObject(distributionKeys)
  .refine(exactlyOne(distributionNames), oneOf(distributionNames))
  .describe('A distribution: exactly one of between, beta, pert.');

const opinionNames = ['elicited', ...distributionNames] as const;

/** A stated opinion, or a bare distribution (they are told apart by their keys, so one map schema holds both). */
export const opinionText = z
  .strictObject({
    elicited: z
      .union([
        probability('Probability of failing, from 0 to 1.'),
        distributionText,
        quantityName('Name of a quantity.'),
      ])
      .optional()
      .describe('The doubt that somebody stated: a number from 0 to 1, a distribution, or the name of a quantity.'),
    ...distributionKeys,
    by: text('Who stated it.').optional(),
    date: day('When it was stated.').optional(),
    because: because.optional(),
  })
  .refine(exactlyOne(opinionNames), oneOf(opinionNames));

const oneDoubt = [
  probability('Probability of failing, from 0 to 1.'),
  quantityName('Name of a quantity.'),
  opinionText,
] as const;

/** A doubt in all its forms. */
export const doubtText = (description: string) =>
  z
    .union([
      ...oneDoubt,
      z.array(z.union(oneDoubt)).refine((list) => list.length > 0, {
        error: 'empty',
        params: { code: 'empty', expected: 'at least one opinion' },
      }),
    ])
    .describe(description);

/** Numbers that YAML reads as text would be expressions that do not parse; it is clearer to say so at once. */
const expression = (description: string) =>
  z
    .string()
    .refine((value) => !/^[-+]?[\d_.]*\d(?:_[\d_.]*|[\d_.]*\s*%)$/.test(value), {
      error: 'number',
      params: { code: 'wrong-type', expected: 'a number or an expression', slip: true },
    })
    .refine((value) => value.trim() !== '', {
      error: 'empty',
      params: { code: 'empty', expected: 'a number or an expression' },
    })
    .describe(description);

const quantityNames = [...distributionNames, 'evidence', 'expression'] as const;

/** A quantity: a number, an expression, or a map that says what it is. */
export const quantityText = z
  .union([
    number,
    expression(
      'An expression over other quantities, for example `1 - (1 - p_miss)^attempts`; docs/calculators.md lists the functions.',
    ),
    z
      .strictObject({
        ...distributionKeys,
        evidence: text('Evidence whose measure this quantity is drawn from.').optional(),
        expression: z
          .union([number, expression('An expression.')])
          .optional()
          .describe('A number, or an expression over other quantities.'),
        unit: text('What it counts per what, for example `attempts per window`.').optional(),
        because: because.optional(),
        confidential: confidentialText.optional(),
      })
      .refine(exactlyOne(quantityNames), oneOf(quantityNames)),
  ])
  .describe('A number, an expression, a distribution, or the measure of some evidence; sampled once per trial.');

export type DistributionText = z.infer<typeof distributionText>;
export type OpinionText = z.infer<typeof opinionText>;
export type DoubtText = z.infer<ReturnType<typeof doubtText>>;
export type QuantityText = z.infer<typeof quantityText>;
