import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { caseText, sections } from './case-text.js';
import { surelyKeepsTo } from './keeps-to.js';

const examples = ['../language/fixtures/format-example.yaml', '../../../../examples/watchdogs/case.yaml'].map(
  (path): unknown => parse(readFileSync(new URL(path, import.meta.url), 'utf8')),
);

/** What may stand in place of a value, and mostly must not. */
const others: readonly unknown[] = [
  ...['', ' ', 'G1', 'a b', '<= 0.05', '<= 7', '2026-12-01', '2026-13-01', '{p}', 'goal', 'any', 'elicited'],
  ...[0, 1, -1, 0.5, 2, 1e9, Number.NaN, Infinity, true, false, null],
  ...[[], ['G1'], [0.1, 0.2], [0.2, 0.1], [1, 2, 3], [[]], {}],
  ...[{ atLeast: 1 }, { atLeast: -1 }, { to: 'G1' }, { id: 'G1' }, { id: 'G1', text: 'a' }, { elicited: 0.1 }],
  ...[{ beta: [1, 2] }, { beta: 0.1, because: 'a' }, { independent: true, beta: 1 }, { rate: '<= 0.1', refusals: 1 }],
];

test('says the same as the schema of every value in the examples, and of what stands in its place', () => {
  let accepted = 0;
  for (const example of examples) {
    expect(surelyKeepsTo(caseText(), example)).toBe(true);
    for (const [name, schema] of Object.entries(sections)) {
      const whole = (example as Record<string, unknown>)[name];
      if (whole === undefined) continue;
      const entries = Array.isArray(whole) || typeof whole !== 'object' ? [['', whole]] : Object.entries(whole!);
      for (const [key, entry] of entries) {
        // Of a map from ids one entry is enough.
        const kept = (schema as z.ZodType).def.type === 'record' ? {} : whole;
        const put = (value: unknown) => (key === '' ? value : { ...(kept as object), [key as string]: value });
        for (const value of variants(entry)) {
          const data = put(value);
          const accepts = surelyKeepsTo(schema, data);
          expect(accepts, JSON.stringify([name, key, value])).toBe((schema as z.ZodType).safeParse(data).success);
          if (accepts) accepted += 1;
        }
      }
    }
  }
  expect(accepted).toBeGreaterThan(100);
}, 60_000);

test('accepts nothing that a schema changes, or that it does not understand', () => {
  for (const [schema, value] of [
    [z.string().trim(), ' a'],
    [z.string().transform(Number), '1'],
    [z.string().default('a'), undefined],
    [z.iso.date(), '2026-01-01'],
    [z.int(), 1],
    [z.object({}), { a: 1 }],
    [z.looseObject({}), { a: 1 }],
    [z.date(), new Date(0)],
    [z.lazy(() => z.string()), 'a'],
  ] as const) {
    expect(surelyKeepsTo(schema, value), JSON.stringify(value)).toBe(false);
  }
});

test('takes no key from a prototype, and no object but a plain one', () => {
  const schema = z.strictObject({ a: z.unknown() });
  expect(surelyKeepsTo(schema, { a: 1 })).toBe(true);
  expect(surelyKeepsTo(schema, Object.create({ a: 1 }))).toBe(false);
  expect(surelyKeepsTo(z.strictObject({}), { toString: 1 })).toBe(false);
  expect(surelyKeepsTo(z.record(z.string(), z.number()), JSON.parse('{ "__proto__": 1 }'))).toBe(false);
});

/** The value with each of its parts left out, put twice, or another in its place. */
function* variants(value: unknown): Generator<unknown> {
  yield* others;
  if (Array.isArray(value)) {
    for (const [at, one] of value.entries()) {
      yield value.toSpliced(at, 1);
      yield value.toSpliced(at, 0, one);
      for (const other of variants(one)) yield value.with(at, other);
    }
  } else if (typeof value === 'object' && value !== null) {
    yield { ...value, unknown: 1 };
    for (const [key, one] of Object.entries(value)) {
      const { [key]: _, ...rest } = value as Record<string, unknown>;
      yield rest;
      for (const other of variants(one)) yield { ...rest, [key]: other };
    }
  }
}
