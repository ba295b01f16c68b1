import { expect, test } from 'vitest';
import { parse } from './parse.js';
import { quickTree } from './quick-tree.js';
import { head } from './texts.testing.js';

/** A tree of goals, three below each; about 150 bytes an element. */
function largeText(elements: number): string {
  const lines = [`${head}argument:`];
  for (let i = 1; i <= elements; i += 1) {
    const children = [3 * i - 1, 3 * i, 3 * i + 1].filter((child) => child <= elements).map((child) => `G${child}`);
    lines.push(
      `  G${i}:`,
      `    text: Claim number ${i} about the behaviour of the deployed system under the conditions`,
      '    category: control',
    );
    lines.push(children.length > 0 ? `    supportedBy: [${children.join(', ')}]` : '    doubt: 1e-5');
  }
  return lines.join('\n');
}

function timed<T>(work: () => T): { readonly result: T; readonly milliseconds: number } {
  const started = performance.now();
  const result = work();
  return { result, milliseconds: performance.now() - started };
}

// The bounds leave room for a busy machine; what they guard against is growth that is not linear.
test('10,000 elements are read the quick way, and every place is found at once', () => {
  const text = largeText(10_000);
  expect(quickTree(text).tree).toBeDefined();
  const { result, milliseconds } = timed(() => parse([{ path: 'case.yaml', text }]));
  expect(result.diagnostics).toEqual([]);
  expect(result.case?.elements).toHaveLength(10_000);
  expect(milliseconds).toBeLessThan(40_000);
  const lookups = timed(() => result.case!.elements.map(({ origin }) => result.ranges.key(origin).start.line));
  expect(lookups.result.at(-1)).toBe(40_000);
  expect(lookups.milliseconds).toBeLessThan(15_000);
});

test('what the library has to read is read in linear time as well', () => {
  const text = `${largeText(10_000)}\n  A1: { text: &a b }\n`;
  expect(quickTree(text).tree).toBeUndefined();
  const { result, milliseconds } = timed(() => parse([{ path: 'case.yaml', text }]));
  expect(result.diagnostics.map(({ code }) => code)).toEqual(['leading-indicator']);
  expect(milliseconds).toBeLessThan(60_000);
});

test('a huge text that is not plain is refused where it stops being plain', () => {
  const text = `${largeText(60_000)}\n  A1: { text: &a b }\n`;
  const { result, milliseconds } = timed(() => parse([{ path: 'case.yaml', text }]));
  expect(result.diagnostics).toMatchObject([{ code: 'file-too-large', range: { start: { line: 240_004 } } }]);
  expect(milliseconds).toBeLessThan(60_000);
});

test.each(['&a ', '"', 'a: [b]\n', '- \n', ': ', '!a ', 'x\n', '? a\n', '---\n'])(
  'a text of nothing but %j is refused in time',
  (piece) => {
    const { result, milliseconds } = timed(() =>
      parse([{ path: 'case.yaml', text: piece.repeat(300_000 / piece.length) }]),
    );
    expect(result.case).toBeNull();
    expect(milliseconds).toBeLessThan(60_000);
  },
);

const many = 30_000;

test.each([
  ['a long list in brackets', `a: [${'b, '.repeat(many)}]`],
  ['a long map in braces', `a: {${Array.from({ length: many }, (_, i) => `b${i}: c`).join(', ')}}`],
  [
    'many unknown keys',
    `${head}argument:\n  G1:\n    text: a\n${Array.from({ length: many }, (_, i) => `    b${i}: c\n`).join('')}`,
  ],
  [
    'many faulty elements',
    `${head}argument:\n${Array.from({ length: many / 3 }, (_, i) => `  G${i}: { text: a, doubt: 5%, supportedBy: "G${i + 1}, G${i + 2}" }\n`).join('')}`,
  ],
  ['many attributes of gsn2x', `G1:\n${Array.from({ length: many }, (_, i) => `  layer${i}: c\n`).join('')}`],
  ['many gsn2x elements of no known type', Array.from({ length: many }, (_, i) => `x${i}: { text: a }\n`).join('')],
  ['a long quoted text', `a: "${'b '.repeat(many)}"`],
  ['many escapes', `a: "${'\\"'.repeat(many)}"`],
  ['many backslashes', `a: "${'\\'.repeat(2 * many)}"`],
  ['a long line of spaces', `a:${' '.repeat(many)}b`],
  ['a long block', `a: |\n${' x\n'.repeat(many)}`],
])('%s takes no more than linear time', (_, text) => {
  expect(timed(() => parse([{ path: 'case.yaml', text }])).milliseconds).toBeLessThan(30_000);
});
