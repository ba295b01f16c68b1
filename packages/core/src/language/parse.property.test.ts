import { expect, test } from 'vitest';
import { badTexts } from './bad-texts.testing.js';
import { openDocument } from './document.js';
import { marked } from './marked.testing.js';
import { mutations } from './mutate.testing.js';
import { parse } from './parse.js';
import { formatExample, head } from './texts.testing.js';

declare const process: { readonly env: { readonly SURETY_FUZZ?: string } };

const rounds = Number(process.env.SURETY_FUZZ ?? 10_000);
const aliases = `${head}argument:
  G1: &goal
    text: &text a
    supportedBy: &legs [Sn1, &leg Sn2]
    inference: &doubt { elicited: &half 0.5, by: me, because: *text }
  G2: *goal
  G3: { text: *text, supportedBy: *legs, inference: [*doubt, { elicited: *half }], inContextOf: *leg }
`;
const seeds = [
  formatExample,
  formatExample,
  aliases,
  aliases,
  aliases,
  aliases,
  ...badTexts.map(({ text }) => head + marked(text).text),
];

test(`${rounds} mutated texts neither throw nor hang`, () => {
  let slowest = 0;
  for (const text of mutations(seeds, rounds, 7)) {
    const started = performance.now();
    const parsed = parse([{ path: 'case.yaml', text }]);
    slowest = Math.max(slowest, performance.now() - started);
    const failed = parsed.diagnostics.some(({ severity }) => severity === 'error');
    expect(parsed.case === null, text).toBe(failed);
    for (const { range, message, fix = [] } of parsed.diagnostics) {
      expect(range.start.offset, text).toBeLessThanOrEqual(range.end.offset);
      expect(range.end.offset, text).toBeLessThanOrEqual(text.length);
      expect(message).not.toMatch(/undefined|NaN|\[object|Invalid input|_zod/);
      for (const { start, end } of fix) expect(start <= end && end <= text.length, text).toBe(true);
    }
    if (parsed.case !== null) expect(JSON.parse(JSON.stringify(parsed.case))).toEqual(parsed.case);
  }
  expect(slowest).toBeLessThan(30_000);
  expect(({} as Record<string, unknown>).text).toBeUndefined();
});

test('mutated bytes neither throw nor hang', () => {
  const bytes = new TextEncoder().encode(formatExample);
  for (let i = 0; i < rounds / 10; i += 1) {
    const copy = bytes.slice();
    copy[(i * 7919) % copy.length]! ^= 1 << (i % 8);
    const parsed = parse([{ path: 'case.yaml', text: copy }]);
    expect(parsed.case === null).toBe(parsed.diagnostics.some(({ severity }) => severity === 'error'));
  }
});

test('any text opens as a document', () => {
  for (const text of mutations(seeds, rounds / 10, 5)) expect(openDocument('a.yaml', text).text).toBe(text);
});
