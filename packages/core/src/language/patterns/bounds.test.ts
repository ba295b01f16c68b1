import { expect, test } from 'vitest';
import { parseBody } from '../texts.testing.js';

/** What is said of a case with these patterns, and how many elements it has. Guards against hanging; `bench/` times. */
function read(patterns: readonly string[], argument: string) {
  const started = performance.now();
  const body = `patterns:\n${patterns.map((one) => `  ${one}\n`).join('')}argument:\n  ${argument}\n`;
  const parsed = parseBody(body);
  expect(performance.now() - started).toBeLessThan(60_000);
  const found = parsed.diagnostics.map(({ code, message }) => `${code} ${message}`);
  return { found, elements: parsed.case?.elements.length };
}

const tooMany = 'too-many-instances Patterns would make more than 100000 elements, or more text than can be read.';
const tooDeep = 'too-many-instances Patterns use each other more than 16 levels deep.';
const names = (count: number, prefix: string) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);

/** Patterns of which each uses the next one, in elements `G2` to `Gn`. */
function chain(levels: number, times: number, bottom = '{ argument: { G1: { text: a, undeveloped: true } } }') {
  const ids = names(times, 'H');
  const made = (next: string) =>
    `{ argument: { G1: { text: a, supportedBy: [${ids.join(', ')}] }, ${ids.map((id) => `${id}: { type: goal, uses: { pattern: ${next} } }`).join(', ')} } }`;
  return [...names(levels - 1, 'P').map((id, index) => `${id}: ${made(`P${index + 1}`)}`), `P${levels - 1}: ${bottom}`];
}

test('patterns in patterns, as deep as they may be', () => {
  expect(read(chain(16, 1), 'G1: { uses: { pattern: P0 } }')).toEqual({ found: [], elements: 16 });
  expect(read(chain(17, 1), 'G1: { uses: { pattern: P0 } }').found).toEqual([tooDeep]);
});

test('elements that double at each of 16 levels stop at the bound', () => {
  expect(read(chain(13, 2), 'G1: { uses: { pattern: P0 } }')).toEqual({ found: [], elements: 2 ** 13 - 1 });
  const wide =
    '{ argument: { G1: { text: a, supportedBy: [G2, G3] }, G2: { text: b, undeveloped: true }, G3: { text: c, undeveloped: true } } }';
  expect(read(chain(16, 2, wide), 'G1: { uses: { pattern: P0 } }')).toEqual({ found: [tooMany], elements: undefined });
});

test('values that grow at each level stop at the bound', () => {
  const grow = (next: string) =>
    `{ parameters: { t: x }, argument: { G1: { text: a, supportedBy: [G2] }, G2: { uses: { pattern: ${next}, with: { t: "${'{t}'.repeat(10)}" } } } } }`;
  const patterns = names(15, 'P').map((id, index) => `${id}: ${grow(`P${index + 1}`)}`);
  const last = 'P15: { parameters: { t: x }, argument: { G1: { text: "{t}", undeveloped: true } } }';
  expect(read([...patterns, last], 'G1: { uses: { pattern: P0, with: { t: abcdefghij } } }').found).toEqual([tooMany]);
});

test('values by values stop at the bound', () => {
  const values = names(400, 'v').join(', ');
  const per =
    '{ parameters: { a: x, b: y }, argument: { G1: { text: a, supportedBy: [{ to: G2, multiplicity: per a }] }, G2: { text: b, supportedBy: [{ to: G3, multiplicity: per b }] }, G3: { text: c, undeveloped: true } } }';
  expect(read([`P1: ${per}`], `G1: { uses: { pattern: P1, with: { a: [${values}], b: [${values}] } } }`).found).toEqual(
    [tooMany],
  );
});

test('references to everything that is made stop at the bound', () => {
  const values = names(1000, 'v').join(', ');
  const points = `acp: { ACP1: [${'G3, '.repeat(100)}] }`;
  const per = `{ parameters: { a: x, b: y }, argument: { G1: { text: a, supportedBy: [{ to: G2, multiplicity: per a }, { to: G3, multiplicity: per b }] }, G2: { text: b, undeveloped: true, ${points} }, G3: { text: c, undeveloped: true } } }`;
  expect(read([`P1: ${per}`], `G1: { uses: { pattern: P1, with: { a: [${values}], b: [${values}] } } }`).found).toEqual(
    [tooMany],
  );
});

test('parameters without end stop at the bound', () => {
  const axes = names(3000, 'p');
  const edges = axes.map((axis, index) => `{ to: H${index}, multiplicity: per ${axis} }`).join(', ');
  const elements = axes.map((_, index) => `H${index}: { type: goal, text: b, undeveloped: true }`).join(', ');
  const pattern = `{ parameters: { ${axes.map((axis) => `${axis}: x`).join(', ')} }, argument: { G0: { text: a, supportedBy: [${edges}] }, ${elements} } }`;
  const given = axes.map((axis) => `${axis}: [x, y]`).join(', ');
  expect(read([`P1: ${pattern}`], `G1: { uses: { pattern: P1, with: { ${given} } } }`).found).toEqual([tooMany]);
});

test('ids of elements that are made may not meet', () => {
  const pattern =
    '{ parameters: { a: x, b: y }, argument: { G1: { text: a, supportedBy: [{ to: G2, multiplicity: per a }] }, G2: { text: b, supportedBy: [{ to: G3, multiplicity: per b }] }, G3: { text: c, undeveloped: true } } }';
  expect(read([`P1: ${pattern}`], 'G1: { uses: { pattern: P1, with: { a: [x-y, x], b: [z, y-z] } } }').found).toEqual([
    'duplicate-id Two elements would be called `G1.G3-x-y-z`: values with `-` in them can be taken for each other.',
  ]);
});
