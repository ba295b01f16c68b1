import { expect, test } from 'vitest';
import { toJsonSchema } from '../../schema/index.js';
import { format, formatCheck } from './format.js';
import { fileShape, isKnownKey, type Shape, shapeAt } from './shape.js';

const lines = (...all: string[]) => all.map((line) => `${line}\n`).join('');

function formatted(text: string): string {
  const result = format(text);
  return result.ok ? result.text : `refused: ${result.reason}`;
}

test('sections and keys come in the order of the description, with their comments', () => {
  const text = lines(
    '# Case of the quarter',
    '',
    '# the argument',
    'argument:   # steps 5 and 6',
    "    G1: { supportedBy: [ S1,S2 ], text: 'It stays' }   # top",
    '    # two legs',
    '    S1:',
    '        combine: any',
    '        own: 1',
    '        text: "100"   # quoted',
    '        # at the end of S1',
    '    # at the end of the argument',
    '',
    '',
    'case: { title: A, id: x, budget: {per: window, probability: 2e-3}}',
    'surety: 1',
    '# the end',
  );
  expect(formatted(text)).toBe(
    lines(
      '# Case of the quarter',
      '',
      'surety: 1',
      '',
      'case:',
      '  id: x',
      '  title: A',
      '  budget:',
      '    probability: 2e-3',
      '    per: window',
      '',
      '# the argument',
      'argument:   # steps 5 and 6',
      '  G1:   # top',
      "    text: 'It stays'",
      '    supportedBy: [S1, S2]',
      '  # two legs',
      '  S1:',
      '    text: "100"   # quoted',
      '    combine: any',
      '    own: 1',
      '    # at the end of S1',
      '  # at the end of the argument',
      '# the end',
    ),
  );
});

test('lists of scalars in brackets stay where they fit in 100 columns; blocks stay blocks', () => {
  const long = Array.from({ length: 20 }, (_, index) => `Sn${index + 100}`);
  expect(
    formatted(
      lines('a:', `    x: [${long.join(',')}]`, '    y:', '    - 1', '    z: [1, [2]]', '    w: [1, # one', '     2]'),
    ),
  ).toBe(
    lines(
      'a:',
      '  x:',
      ...long.map((id) => `    - ${id}`),
      '  y:',
      '    - 1',
      '  z:',
      '    - 1',
      '    - [2]',
      '  w:',
      '    - 1  # one',
      '    - 2',
    ),
  );
});

test('maps in lists stand behind their dash, comments above it', () => {
  const text = lines(
    'interactions:',
    '- { outcome: o, kind: cascade } # one',
    '-',
    '    # two',
    '    kind: collusion',
    '- # three',
    '  - x',
  );
  expect(formatted(text)).toBe(
    lines(
      'interactions:',
      '  # one',
      '  - kind: cascade',
      '    outcome: o',
      '  # two',
      '  - kind: collusion',
      '  # three',
      '  - - x',
    ),
  );
});

test('an alias never comes before its anchor', () => {
  const text = lines('quantities: { q: &n 0.5 }', 'case: { title: *n, id: &i x }', 'argument: { G1: { text: *i } }');
  expect(formatted(text)).toBe(
    lines(
      'quantities:',
      '  q: &n 0.5',
      '',
      'case:',
      '  id: &i x',
      '  title: *n',
      '',
      'argument:',
      '  G1:',
      '    text: *i',
    ),
  );
});

test('texts of several lines keep their lines; blank lines become one', () => {
  const text = lines(
    'a:',
    '      b: |-',
    '           one',
    '',
    '             two',
    '',
    '',
    '      c: one',
    '         two # end',
    '      d: "x \\',
    '       y"',
    '      e: >+',
    '        kept',
    '',
    'f: 1',
  );
  expect(formatted(text)).toBe(
    lines(
      'a:',
      '  b: |-',
      '    one',
      '',
      '      two',
      '',
      '  c: one',
      '    two # end',
      '  d: "x \\',
      '    y"',
      '  e: >+',
      '    kept',
      '',
      'f: 1',
    ),
  );
});

test.each([
  ['CRLF and a byte order mark', '\uFEFFb:  {x: 1}\r\na: 2', '\uFEFFb:\r\n  x: 1\r\n\r\na: 2\r\n'],
  ['a text of comments', '# only\n\n\n# two', '# only\n\n# two\n'],
  ['nothing', '', ''],
  ['empty values', 'a: { b, c: , d: {}, e: [] }\n', 'a:\n  b:\n  c:\n  d: {}\n  e: []\n'],
  ['a start of document', '# a\n---\n# b\nx:   1\n', '# a\n---\n# b\nx: 1\n'],
  ['keys with ?', '? a\n: 1\n', 'a: 1\n'],
])('formatting keeps or tidies %s', (_, text, expected) => {
  expect(formatted(text)).toBe(expected);
  expect(formatted(expected)).toBe(expected);
});

test.each([
  ['a: [\n', 'line 2 is not valid YAML: mend it first'],
  ['a: 1\n---\nb: 1\n', 'the text has several parts'],
  ['%YAML 1.2\n---\na: 1\n', 'directives (%) have no place in a case'],
  ['{a: 1}: 2\n', 'a key is not a text on one line'],
  ['just text\n', 'the text is not a map of sections'],
])('%j is not formatted', (text, reason) => {
  expect(format(text)).toEqual({ ok: false, reason });
  expect(formatCheck(text)).toEqual({ ok: false, reason });
});

test('formatCheck tells whether anything would change', () => {
  expect(formatCheck('surety: 1\n')).toEqual({ ok: true, formatted: true });
  expect(formatCheck('surety:  1\n')).toEqual({ ok: true, formatted: false });
});

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly $ref?: string;
}

test('every key of the schema has its place in the order', () => {
  const root = toJsonSchema() as unknown as Schema & { $defs: Record<string, Schema> };
  const missing = new Set<string>();
  let seen = 0;
  const walk = (schema: Schema, shape: Shape, path: string, depth: number): void => {
    if (depth > 9) return;
    if (schema.$ref !== undefined) walk(root.$defs[schema.$ref.split('/').at(-1)!]!, shape, path, depth + 1);
    for (const one of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) walk(one, shape, path, depth + 1);
    if (schema.items !== undefined) walk(schema.items, shape.items ?? {}, `${path}[]`, depth + 1);
    for (const [key, value] of Object.entries(schema.properties ?? {})) {
      seen += 1;
      const single = Object.keys(schema.properties!).length === 1;
      if (!isKnownKey(shape, key) && !single) missing.add(`${path}.${key}`);
      walk(value, shapeAt(shape, key), `${path}.${key}`, depth + 1);
    }
    if (typeof schema.additionalProperties === 'object')
      walk(schema.additionalProperties, shape.each ?? {}, `${path}.*`, depth + 1);
  };
  walk(root, fileShape, '', 0);
  expect([...missing]).toEqual([]);
  expect(seen).toBeGreaterThan(200);
});

test('10,000 elements are formatted in seconds', () => {
  const element = (index: number) => `  G${index}: { supportedBy: [G${index + 1}], text: Claim ${index} }   # why\n`;
  const text = `argument:\n${Array.from({ length: 10_000 }, (_, index) => element(index)).join('')}`;
  const start = performance.now();
  expect(format(text).ok).toBe(true);
  // About 1.5 s on a quiet machine; the limit leaves room for a busy one.
  expect(performance.now() - start).toBeLessThan(60_000);
});
