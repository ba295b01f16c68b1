import * as z from 'zod';

/**
 * The small pieces that the schema of the text is made of. A check that has a code of its own carries it in `params`,
 * together with the sentence that says what was expected; `language/` puts the rest of the message around it.
 */

/** Ids are letters, digits, `_` and `-` of any script; a dot or `@` would be ambiguous in `G2.inference` and `G7@module`. */
export const idPattern = /^[\p{L}\p{N}_][\p{L}\p{N}_-]*$/u;
/** Names that expressions use: `-` would be a minus there. */
export const quantityNamePattern = /^[\p{L}_][\p{L}\p{N}_]*$/u;
/** An id or something qualified by it (`G7@powertrain`, `G2.inference`); `{system}` stands for a pattern's parameter. */
export const referencePattern = /^(?:[\p{L}\p{N}_.@-]|\{[\p{L}\p{N}_-]+\})+$/u;
/** A parameter of a pattern where a value goes: `{system}`. */
export const placeholderPattern = /\{([\p{L}\p{N}_-]+)\}/gu;
const linkPattern = /^\s*(\S+?)\s*(?:->\s*(\S+)\s*)?$/u;

/** `G2` or `G2 -> Sn1`, taken apart; undefined where it is neither. */
export function readLink(text: string): { from: string; to?: string } | undefined {
  const [, from, to] = linkPattern.exec(text) ?? [];
  if (from === undefined || !referencePattern.test(from) || from.endsWith('-')) return undefined;
  if (to === undefined) return { from };
  return referencePattern.test(to) ? { from, to } : undefined;
}

/** `<= 0.05` or `>= 0.9`, taken apart; undefined where it is neither. */
export function readBound(text: string): { direction: '<=' | '>='; value: number } | undefined {
  const [, direction, number] = /^\s*(<=|>=)\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*$/.exec(text) ?? [];
  if (number === undefined) return undefined;
  return { direction: direction as '<=' | '>=', value: Number(number) };
}

/** `1 of 2` or `at least 1 of 2`, taken apart; undefined where it is neither, or asks for none or for more than there are. */
export function readChoice(text: string): { keep: number; of: number; atLeast: boolean } | undefined {
  const [, atLeast, ...numbers] = /^(at least )?(\d{1,6}) of (\d{1,6})$/.exec(text) ?? [];
  const [keep = 0, of = 0] = numbers.map(Number);
  return keep < 1 || keep > of ? undefined : { keep, of, atLeast: atLeast !== undefined };
}

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined || Number(year) < 1) return false;
  const days = [31, isLeap(Number(year)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1];
  return days !== undefined && Number(day) >= 1 && Number(day) <= days;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** What a failed check tells `language/`: the code of the diagnostic and what was expected. */
export interface Fault {
  readonly code: string;
  readonly expected: string;
}

function fault(code: string, expected: string): { error: string; params: Record<string, unknown> } {
  return { error: expected, params: { code, expected } };
}

export const text = (description: string) => z.string().describe(description);

/** Text that says nothing when it is empty. */
export const words = (description: string) =>
  z
    .string()
    .refine((value) => value.trim() !== '', fault('empty', 'some text'))
    .meta({ description, minLength: 1 });

/** A choice among alternatives. */
export const alternatives = (description: string) =>
  z
    .string()
    .refine(
      (value) => readChoice(value) !== undefined,
      fault('bad-choice', 'a choice like `1 of 2` or `at least 1 of 2`'),
    )
    .describe(description);

export const flag = (description: string) => z.boolean().describe(description);

export const reference = (description: string) =>
  z
    .string()
    .refine((value) => referencePattern.test(value), fault('bad-reference', 'one id like `G1` or `G1@module`'))
    .meta({ description, pattern: referencePattern.source });

export const link = (description: string) =>
  z
    .string()
    .refine((value) => readLink(value) !== undefined, fault('bad-reference', 'an id or a link like `G2 -> Sn1`'))
    .describe(description);

export const id = (description: string) =>
  z
    .string()
    .refine((value) => idPattern.test(value), fault('bad-id', 'letters, digits, `_` and `-`'))
    .meta({ description, pattern: idPattern.source });

export const quantityName = (description: string) =>
  z
    .string()
    .refine((value) => /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(value), fault('bad-reference', "a quantity's name"))
    .describe(description);

export const day = (description: string) =>
  z
    .string()
    .refine(isDay, fault('bad-date', 'a day that exists, like `2026-12-01`,'))
    .meta({ description, format: 'date' });

export const probability = (description: string) =>
  z
    .number()
    .refine((value) => value >= 0 && value <= 1, fault('out-of-range', 'a number from 0 to 1'))
    .meta({ description, minimum: 0, maximum: 1 });

export const positive = (description: string) =>
  z
    .number()
    .refine((value) => value > 0, fault('out-of-range', 'a number above 0'))
    .meta({ description, exclusiveMinimum: 0 });

export const amount = (description: string) =>
  z
    .number()
    .refine((value) => value >= 0, fault('out-of-range', 'a number of 0 or more'))
    .meta({ description, minimum: 0 });

export const count = (description: string) =>
  z
    .number()
    .refine((value) => Number.isSafeInteger(value) && value >= 0, fault('out-of-range', 'a whole number of 0 or more'))
    .meta({ description, type: 'integer', minimum: 0 });

/** A whole number that is above 0. */
export const countFromOne = (description: string) =>
  z
    .number()
    .refine((value) => Number.isSafeInteger(value) && value > 0, fault('out-of-range', 'a whole number of 1 or more'))
    .meta({ description, type: 'integer', minimum: 1 });

/** A number that is not at an end of its range. */
export const inside = (description: string, low: number, high: number) =>
  z
    .number()
    .refine((value) => value > low && value < high, fault('out-of-range', `a number between ${low} and ${high}`))
    .meta({ description, exclusiveMinimum: low, exclusiveMaximum: high });

export const margin = (description: string) =>
  z
    .number()
    .refine((value) => value >= 1, fault('margin-below-one', 'a number of 1 or more'))
    .meta({ description, minimum: 1 });

/** A bound on a number from `low` to `high`, either of which may be infinite. */
export const bound = (description: string, low = 0, high = 1) =>
  z
    .string()
    .refine((value) => readBound(value) !== undefined, fault('bad-requirement', 'a bound like `<= 0.05` or `>= 0.9`'))
    .refine(
      (value) => {
        const at = readBound(value)?.value ?? 0;
        return at >= low && at <= high;
      },
      fault('out-of-range', high === Infinity ? `a bound of ${low} or more` : `a bound from ${low} to ${high}`),
    )
    .meta({ description, pattern: '^\\s*(<=|>=)\\s*\\S+\\s*$' });

export const choice = <const T extends readonly [string, ...string[]]>(values: T, description: string) =>
  z.enum(values).describe(description);

/** One thing, or a list of them. */
export const oneOrMore = <T extends z.ZodType>(item: T, description: string) =>
  z.union([z.array(item), item]).describe(description);

/** A map from ids that the author chooses. */
export const byId = <T extends z.ZodType>(value: T, description: string) =>
  z.record(z.string(), value).describe(description);
