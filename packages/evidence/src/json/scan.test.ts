import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultLimits, type Limits } from '../limits.js';
import { jsonScan } from './scan.js';
import { each, type JsonValue, length, list, object, presence, type Shape, scalar, skip, take } from './shape.js';

function scan(
  text: string | Buffer,
  shape: Shape = take,
  chunk = Number.POSITIVE_INFINITY,
  limits: Partial<Limits> = {},
) {
  const bytes = Buffer.from(text as string);
  const reader = jsonScan(shape, { file: 'f', limits: { ...defaultLimits, ...limits } });
  for (let at = 0; at < bytes.length; at += Math.min(chunk, bytes.length)) {
    // The reader may not lean on a chunk after the call.
    const piece = Buffer.from(bytes.subarray(at, at + chunk));
    const problem = reader.write(piece);
    piece.fill(0x58);
    if (problem !== undefined) return { ok: false as const, problem };
  }
  return reader.end();
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the whole value', () => {
  test('is what JSON.parse gives, whatever the chunks', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 6 }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(undefined, 1, '\t'),
        (value, chunk, indent) => {
          const text = JSON.stringify(value, null, indent);
          const found = scan(text, take, chunk);
          expect(found.ok && plain({ value: found.value })).toEqual(plain({ value: JSON.parse(text) as unknown }));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('is refused exactly where JSON.parse refuses it', () => {
    const near = fc
      .tuple(
        fc.jsonValue({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '1', '-', '\\', 'e', ' ', 'u', '.'),
      )
      .map(([value, at, piece]) => {
        const text = JSON.stringify(value);
        const cut = at % (text.length + 1);
        return text.slice(0, cut) + piece + text.slice(cut + 1);
      });
    fc.assert(
      fc.property(near, fc.integer({ min: 1, max: 7 }), (text, chunk) => {
        let expected: unknown;
        let parses = true;
        try {
          expected = JSON.parse(text);
        } catch {
          parses = false;
        }
        const found = scan(text, take, chunk);
        if (!found.ok && found.problem.code === 'json-duplicate-key') return;
        expect(found.ok, text).toBe(parses);
        if (found.ok) expect(plain({ value: found.value })).toEqual(plain({ value: expected }));
        expect(scan(text, skip, chunk).ok).toBe(parses);
      }),
      { numRuns: 3000 },
    );
  });

  test('is passed over in the same way where texts are long', () => {
    // Longer than what is walked byte by byte, with quotes and backslashes at any distance.
    const piece = fc.oneof(
      fc.constantFrom('"', '\\', '\n', '\\"', 'é', '\u2028', '{', '[', ','),
      fc.nat({ max: 150 }).map((n) => 'x'.repeat(n)),
    );
    const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), fc.integer({ min: 1, max: 400 }), (texts, chunk) => {
        const around = JSON.stringify({ skipped: texts, kept: 1, again: { texts }, last: 2 });
        const found = scan(around, object({ kept: take, last: take }), chunk);
        expect(found.ok && plain(found.value)).toEqual({ kept: 1, last: 2 });
        // Without its last quote nothing closes.
        expect(scan(JSON.stringify(texts.join('')).slice(0, -1), skip, chunk).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('numbers are told from what is none, kept or passed over', () => {
    const letters = fc.array(fc.constantFrom('0', '1', '9', '-', '+', '.', 'e', 'E'), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(letters, (found) => {
        const text = `[${found.join('')}]`;
        let parses = true;
        try {
          JSON.parse(text);
        } catch {
          parses = false;
        }
        expect(scan(text, skip).ok, text).toBe(parses);
      }),
      { numRuns: 3000 },
    );
  });

  test('may hold the bare words that Python writes', () => {
    const found = scan('[NaN, Infinity, -Infinity, {"a": NaN}]', take, 2);
    expect(found.ok && found.value).toEqual([
      Number.NaN,
      Infinity,
      -Infinity,
      Object.assign(Object.create(null), { a: Number.NaN }),
    ]);
  });

  test('may begin with a byte order mark', () => expect(scan('\uFEFF[1]')).toEqual({ ok: true, value: [1] }));

  test('may have any key', () => {
    const found = scan('{"__proto__": 1, "constructor": {"x": 2}}');
    expect(found.ok && Object.entries(found.value as object)[0]).toEqual(['__proto__', 1]);
  });
});

describe('a shape', () => {
  const text = JSON.stringify({
    a: 1,
    b: { c: [1, 2], d: 'x'.repeat(2000), e: 'short' },
    f: [{ g: 1, h: [] }, { g: 2 }, null],
    i: null,
  });

  test.each<[string, Shape, unknown]>([
    ['skip', skip, undefined],
    ['fields', object({ a: take, i: take }), { a: 1, i: null }],
    ['others', object({ a: skip }, presence), { b: {}, f: [], i: null }],
    ['scalars', object({ b: object({}, scalar) }), { b: { e: 'short' } }],
    ['lengths', object({}, length), { a: 1, b: 3, f: 3, i: 0 }],
    ['lists', object({ f: list(object({ g: take })) }), { f: [{ g: 1 }, { g: 2 }, null] }],
    ['a list in place of an object', object({ f: object({ g: take }) }), { f: [] }],
  ])('%s', (_name, shape, expected) => {
    for (const chunk of [1, 3, 1000]) {
      const found = scan(text, shape, chunk);
      expect(found.ok && (found.value === undefined ? undefined : plain(found.value))).toEqual(expected);
    }
  });

  test('each hands over items with their line and keeps none', () => {
    const items: [JsonValue, number][] = [];
    const found = scan(
      '{"s": [\n{"id": 1},\n2,\n"x"\n]}',
      object({ s: each(object({ id: take }), (item, line) => void items.push([plain(item) as JsonValue, line])) }),
      4,
    );
    expect(found.ok && plain(found.value)).toEqual({ s: [] });
    expect(items).toEqual([
      [{ id: 1 }, 2],
      [2, 3],
      ['x', 4],
    ]);
  });

  test('a problem with an item stops the reading', () => {
    const shape = each(take, (item) => (item === 2 ? { code: 'field-value', message: 'two' } : undefined));
    expect(scan('[1, 2, oops', shape)).toMatchObject({ ok: false, problem: { message: 'two' } });
  });
});

describe('a fault has a place', () => {
  test.each([
    ['', 1, 1, 'the text is empty'],
    ['{\n  "a": tru\n}', 2, 8, '“tru” is neither a number nor a word of JSON'],
    ['{"a": 1,}', 1, 9, 'unexpected “}”'],
    ['[1 2]', 1, 4, 'unexpected “2”'],
    ['[01]', 1, 2, '“01” is neither a number nor a word of JSON'],
    ['[1]\n]', 2, 1, 'unexpected “]”'],
    ['{"a\n": 1}', 1, 4, 'a text holds the control character 0x0a'],
    ['["\\x"]', 1, 4, 'a backslash is followed by something that it cannot escape'],
    ['["a', 1, 4, 'the text ends inside a text in quotes'],
    ['[1,\u0000]', 1, 4, 'unexpected byte 0x00'],
    ['{"a": 1, "a": 2}', 1, 15, 'the key “a” stands twice'],
    ["{'a': 1}", 1, 2, "unexpected “'”"],
  ])('%j', (text, line, column, message) => {
    for (const chunk of [1, 100])
      expect(scan(text, take, chunk)).toMatchObject({ ok: false, problem: { file: 'f', line, column, message } });
  });
});

describe('bounds', () => {
  test.each(['[', '{"a":'])('10^5 times %s', (opening) => {
    expect(scan(opening.repeat(1e5), skip)).toMatchObject({ ok: false, problem: { code: 'json-too-deep' } });
  });

  test.each([
    ['a long text', JSON.stringify(['x'.repeat(3000)]), { jsonText: 1000 }],
    ['many values', JSON.stringify(Array.from({ length: 1000 }, () => 1)), { jsonKept: 1000 }],
    ['a long key', JSON.stringify({ ['k'.repeat(70_000)]: 1 }), {}],
  ])('%s', (_name, text, limits) => {
    expect(scan(text, take, 64, limits)).toMatchObject({ ok: false, problem: { code: 'json-too-large' } });
    expect(scan(text, skip, 64, limits)).toEqual({ ok: true, value: undefined });
  });

  test('a number without end', () => {
    expect(scan(`[${'1'.repeat(1e6)}]`, skip, 1000)).toMatchObject({ ok: false, problem: { code: 'json-syntax' } });
  });
});
