import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { badTexts } from './bad-texts/bad-texts.testing.js';
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
const patterns = `${head}patterns:
  P1:
    parameters: { system: it, parts: of it, p: doubt, next: pattern }
    argument:
      G1: { text: "{system} holds", supportedBy: [S1, { id: G5, uses: { pattern: "{next}", with: { x: "{parts}" } } }] }
      S1: { text: a, choose: at least 1 of 2, supportedBy: [{ to: G2, multiplicity: per parts }, { to: G3, optional: true }, { to: G4, optional: true }] }
      G2: { text: "{parts}", subsystem: "{parts}", inference: "{p}", supportedBy: [Sn1], acp: { ACP1: [Sn1] } }
      G3: { text: c, undeveloped: true }
      G4: { text: d, confidence: ACP1, supportedBy: ["{system}"] }
      Sn1: { text: e, evidence: "{system}", requires: { rate: "<= {p}", margin: 2 } }
      D1: { text: f, challenges: G2 -> Sn1, answeredBy: G4 }
  P2: { parameters: { x: its }, argument: { G1: { text: all, supportedBy: [{ to: Sn1, multiplicity: per x }] }, Sn1: { text: "{x}" } } }
module: { name: m, extends: [{ module: n, develops: { G1: [G9.S1, G9.G2-a], G9: G8 } }] }
argument:
  G9: { uses: { pattern: P1, with: { system: s, parts: [a, b], p: 0.1, next: P2 }, keep: [G3, G4] }, supportedBy: G8 }
  G8: { text: g, uses: { pattern: P1, with: { parts: a, next: P2 }, keep: G3, omit: [G4] }, undeveloped: true }
  G7: { text: h, supportedBy: [G9.G5.Sn1-1], uses: { pattern: P2, with: { x: [1, 2] } } }
dependence: [{ name: n, members: [G9.G2-a.inference, G7.Sn1-1], beta: 0.1 }]
`;
const gsn2x = ['confidence/ferry', 'dialectic/index', 'modules/index', 'template/instance', 'draft/draft'].map((path) =>
  readFileSync(new URL(`./fixtures/gsn2x/${path}.gsn.yaml`, import.meta.url), 'utf8'),
);
const seeds = [
  formatExample,
  formatExample,
  ...gsn2x,
  ...gsn2x,
  aliases,
  aliases,
  aliases,
  aliases,
  ...Array.from({ length: 20 }, () => patterns),
  ...badTexts.map(({ text }) => head + marked(text).text),
];

test('the text of patterns is one that is read to the end', () => {
  const parsed = parse([{ path: 'case.yaml', text: patterns }]);
  expect(parsed.diagnostics.map(({ code }) => code)).toEqual(['overrides-pattern', 'overrides-pattern']);
  expect(parsed.case?.elements.length).toBeGreaterThan(20);
});

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
    const readable = parsed.readable?.case ?? null;
    if (parsed.case !== null) expect(readable, text).toBe(parsed.case);
    if (readable !== null) expect(JSON.parse(JSON.stringify(readable)), text).toEqual(readable);
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
