import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultLimits } from '../limits.js';
import { jsonScan } from './scan.js';
import { length, object, type Shape, skip, take } from './shape.js';
import { newWalk, next, runsOf, skipAhead } from './skip-ahead.js';

/** What of `text`, which begins with `[` or `{`, is walked over at once. */
function walkedOver(text: string, deepest = 50): string {
  const chunk = Buffer.from(text);
  const walk = newWalk(deepest);
  Object.assign(walk, { at: 1, depth: 1, expect: text.startsWith('[') ? next.valueOrEnd : next.keyOrEnd });
  walk.arrays[1] = text.startsWith('[') ? 1 : 0;
  skipAhead(chunk, runsOf(chunk), walk, deepest);
  return chunk.subarray(0, walk.at).toString();
}

/** The value, or the problem with its place, of a text that comes in chunks. */
function read(bytes: Buffer, shape: Shape, chunk: number, jsonDepth = defaultLimits.jsonDepth) {
  const scan = jsonScan(shape, { file: 'f', limits: { ...defaultLimits, jsonDepth } });
  for (let at = 0; at < bytes.length; at += chunk) {
    const problem = scan.write(bytes.subarray(at, at + chunk));
    if (problem !== undefined) return { ok: false, problem };
  }
  return scan.end();
}

const indents = fc.constantFrom(undefined, 1, '\r\n\t');
const containers = fc.oneof(fc.array(fc.jsonValue({ maxDepth: 5 })), fc.dictionary(fc.string(), fc.jsonValue()));

test('all that is right is walked over to its end', () => {
  fc.assert(
    fc.property(containers, indents, (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      expect(walkedOver(text)).toBe(text.slice(0, -1));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['[1, [2, {"a": nul}]]', '[1, [2, {"a": '],
  ['["a", "b\\x"]', '["a", '],
  ['["\\u12G4"]', '['],
  ['["a\u0001b"]', '['],
  [`["${'a'.repeat(50)}\u0001"]`, '['],
  ['[01]', '['],
  ['[1 2]', '[1 '],
  ['[[1}]', '[[1'],
  ['{"a" 1}', '{"a" '],
  ['{"a": 1, }', '{"a": 1, '],
  ['{1: 2}', '{'],
  ['[1,', '[1,'],
  ['[1, "cut o', '[1, '],
  ['[1, "cut\\', '[1, '],
  ['[1, "cut\\u12', '[1, '],
  ['[1, 12', '[1, '],
  [`[${'['.repeat(60)}`, '['.repeat(50)],
])('%j as far as %j', (text, end) => expect(walkedOver(text)).toBe(end));

test('what is wrong is said as where every byte comes alone', () => {
  const pieces = fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '1', '-', '\\', 'e', ' ', '\n', 'u', '\u0002');
  const near = fc.tuple(containers, indents, fc.nat(), pieces).map(([value, indent, at, piece]) => {
    const text = JSON.stringify({ kept: 1, passed: value, last: 2 }, null, indent);
    const cut = at % (text.length + 1);
    return text.slice(0, cut) + piece + text.slice(cut + 1);
  });
  const shapes = fc.constantFrom(skip, length, object({ kept: take, last: take }), object({ passed: length }));
  fc.assert(
    fc.property(
      near,
      shapes,
      fc.integer({ min: 2, max: 90 }),
      fc.integer({ min: 2, max: 6 }),
      (text, shape, chunk, depth) => {
        const bytes = Buffer.from(text);
        const alone = read(bytes, shape, 1, depth);
        expect(read(bytes, shape, bytes.length + 1, depth)).toEqual(alone);
        expect(read(bytes, shape, chunk, depth)).toEqual(alone);
      },
    ),
    { numRuns: 3000 },
  );
});

test('runs end at a quote, a backslash or a control character, wherever the chunk is in memory', () => {
  const memory = Buffer.alloc(400, 'é');
  for (const [byte, far] of [
    [34, 300],
    [92, 300],
    [31, 60],
    [0, 60],
  ] as const) {
    for (let start = 0; start < 4; start++) {
      for (let at = 0; at < far; at++) {
        const chunk = Buffer.from(memory.buffer, memory.byteOffset + start, 300);
        const before = chunk[at]!;
        chunk[at] = byte;
        expect(runsOf(chunk).end(0)).toBe(at);
        expect(runsOf(chunk).end(at >> 1)).toBe(at);
        expect(runsOf(chunk).end(at + 1)).toBe(300);
        chunk[at] = before;
      }
    }
  }
});
