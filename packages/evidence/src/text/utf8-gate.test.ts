import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Gate } from './utf8-gate.js';

function check(bytes: Buffer, chunk: number) {
  const gate = utf8Gate('f');
  for (let at = 0; at < bytes.length; at += chunk) {
    const problem = gate.write(bytes.subarray(at, at + chunk));
    if (problem !== undefined) return problem;
  }
  return gate.end();
}

test('lets text pass wherever it is cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (text, chunk) => {
      expect(check(Buffer.from(text.replaceAll('\u0000', '')), chunk)).toBeUndefined();
    }),
  );
});

test('refuses what a strict decoder refuses, at the same place whatever the chunks', () => {
  fc.assert(
    fc.property(fc.uint8Array({ min: 1, maxLength: 24 }), fc.integer({ min: 1, max: 9 }), (drawn, chunk) => {
      const bytes = Buffer.from(drawn);
      let valid = true;
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      } catch {
        valid = false;
      }
      const found = check(bytes, chunk);
      expect(found === undefined).toBe(valid);
      if (found?.message === 'the text is not valid UTF-8') expect(found).toEqual(check(bytes, 100));
    }),
    { numRuns: 1000 },
  );
});

test.each([
  [Buffer.from('a\nbé\u0000c'), 2, 4, 'the text holds a NUL byte'],
  [Buffer.from([0x61, 0x0a, 0x62, 0xff]), 2, 2, 'the text is not valid UTF-8'],
  [Buffer.from([0x61, 0xc3]), 1, 2, 'the text ends in the middle of a character'],
])('%o', (bytes, line, column, message) => {
  for (const chunk of [1, 2, 100])
    expect(check(bytes, chunk)).toMatchObject({ code: 'text-encoding', file: 'f', line, column, message });
});
