import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { caseText, toJsonSchema } from './case-text.js';
import { isDay, readBound, readLink } from './parts.js';

const example: unknown = parse(
  readFileSync(new URL('../language/fixtures/format-example.yaml', import.meta.url), 'utf8'),
);

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly $ref?: string;
  readonly description?: string;
}

test('the published schema takes the example, and refuses what is not known', () => {
  const validate = new Ajv2020({ strict: false, unicodeRegExp: true, validateFormats: false }).compile(toJsonSchema());
  expect(validate(example), JSON.stringify(validate.errors)).toBe(true);
  expect(caseText().safeParse(example).success).toBe(true);
  for (const wrong of [
    { foo: 1 },
    { surety: 2 },
    { argument: { G1: {} } },
    { argument: { G1: { text: 'a', category: 'x' } } },
  ]) {
    expect(validate(wrong), JSON.stringify(wrong)).toBe(false);
    expect(caseText().safeParse(wrong).success).toBe(false);
  }
});

test('the published schema is the same every time, and has a title but no id', () => {
  expect(JSON.stringify(toJsonSchema())).toBe(JSON.stringify(toJsonSchema()));
  expect(toJsonSchema()).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Surety case',
  });
  expect(toJsonSchema()).not.toHaveProperty('$id');
});

test('every key is described by a sentence', () => {
  const bare: string[] = [];
  const visit = (schema: JsonSchema, path: string): void => {
    for (const [key, value] of Object.entries(schema.properties ?? {})) {
      if (value.$ref === undefined && !/^.{10,}[.)`"]$/s.test(value.description ?? ''))
        bare.push(`${path}.${key}: ${value.description}`);
      visit(value, `${path}.${key}`);
    }
    for (const inner of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) visit(inner, path);
    if (schema.items !== undefined) visit(schema.items, `${path}[]`);
    if (typeof schema.additionalProperties === 'object') visit(schema.additionalProperties, `${path}.*`);
  };
  const schema = toJsonSchema() as unknown as JsonSchema & { $defs: Record<string, JsonSchema> };
  visit(schema, '');
  for (const [name, one] of Object.entries(schema.$defs)) visit(one, name);
  expect(bare).toEqual([]);
});

test('days are days of the calendar', () => {
  expect(['2026-12-01', '2024-02-29', '2000-02-29', '0001-01-01'].filter(isDay)).toHaveLength(4);
  expect(
    [
      '2026-02-30',
      '2026-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-01',
      '2026-01-00',
      '2026-1-1',
      '0000-01-01',
      '2026-12-01T00:00',
    ].filter(isDay),
  ).toEqual([]);
});

test('bounds and links are taken apart', () => {
  expect(readBound('<= 0.05')).toEqual({ direction: '<=', value: 0.05 });
  expect(readBound('>=1e-3')).toEqual({ direction: '>=', value: 1e-3 });
  for (const wrong of ['< 1', '<= x', '0.5', '<= 5%', '<= 1 2', '']) expect(readBound(wrong)).toBeUndefined();
  expect(readLink('G2')).toEqual({ from: 'G2' });
  expect(readLink(' G2@m -> Sn1 ')).toEqual({ from: 'G2@m', to: 'Sn1' });
  expect(readLink('G2->Sn1')).toEqual({ from: 'G2', to: 'Sn1' });
  for (const wrong of ['', 'G2 ->', '-> G2', 'G1 G2', 'G1, G2', 'G1 -> G2 -> G3'])
    expect(readLink(wrong)).toBeUndefined();
});
