import { expect, test } from 'vitest';
import { badTexts } from './bad-texts/bad-texts.testing.js';
import { decode } from './decode.js';
import { fromYaml } from './from-yaml.js';
import { marked } from './marked.testing.js';
import { mutations } from './mutate.testing.js';
import { quickTree } from './quick-tree.js';
import { openSource } from './source.js';
import { formatExample } from './texts.testing.js';

declare const process: { readonly env: { readonly SURETY_FUZZ?: string } };

const rounds = Number(process.env.SURETY_FUZZ ?? 4000);

/** Both ways of reading a text; where the quick way reads it, the library must find the same tree and no fault. */
function sameTree(text: string): boolean {
  const quick = quickTree(text).tree;
  if (quick === undefined) return false;
  const source = openSource('a.yaml', text);
  const full = fromYaml(source);
  expect({ text, tree: quick, faults: [] }).toEqual({ text, tree: full, faults: source.diagnostics });
  return true;
}

const good: readonly string[] = [
  formatExample,
  formatExample.replaceAll('\n', '\r\n'),
  `\uFEFF${formatExample}`,
  'a: b',
  'a:\n- b\n- c: d\n  e: f\n-\n  g: h\n- - i\n  - j\n',
  'a:\n  - "b": c\n    \'d\': "e"\n',
  'a: several lines\n  of plain text\n\n  with a blank one\nb: c\n',
  "a: \"several\n  lines\n\n  in quotes \"\nb: 'it''s\n  so'\n",
  'a: |\n  kept\n    as it is\n\n  with lines\nb: >-\n  folded\n  text\n\n  and more\nc: |-\n  stripped\n\nd: >\n  folded\n',
  'a: [b, c,\n  d, [e], {f: g, "h": i}, ]\nb: {\n    c: d,\n    e: [],\n  }\n',
  'a: {}\nb: []\nc: ""\nd: \'\'\n',
  'a: # comment\n  b: c # comment\n# comment\n  # comment\n  d: "e" # comment\n\n\n',
  'a: "tab \\t quote \\" back \\\\ uni \\u00e9"\n',
  'a:\nb: ~\nc: null\nd: true\ne: 1e-3\nf: 0x1f\ng: 0o17\nh: .5\ni: -1\nj: +2.\nk: .inf\nl: 1_000\nm: 2026-12-01\nn: yes\no: -x\n',
  'key with spaces : a\nhttp://x: y\na:b: c\n',
  'a: http://example.org/x#y\nb: [http://x, a:b]\nc: a#b\n',
];

test.each(good)('the quick way reads text %#', (text) => {
  expect(sameTree(text)).toBe(true);
});

const left: readonly string[] = [
  'a: b: c',
  'a: "b" c',
  'a: [b',
  'a:\tb',
  '- a',
  '? a\n: b',
  'a: &b c',
  'a: *b',
  'a: !b c',
  'a: b\na: c',
  'a: {b}',
  '---\na: b',
  'a: |+\n  b\n',
  '<<: a',
  '__proto__: a',
  'a: "\\x41"',
  'a:\n  b: c\n d: e\n',
  'a: @b',
  'a: b\n c: d',
  'a: [b: c]',
  '',
];

test.each(left)('the quick way leaves %j to the library', (text) => {
  expect(quickTree(text).tree).toBeUndefined();
});

test('both ways agree on bad texts', () => {
  for (const { text } of badTexts) sameTree(marked(text).text);
});

test('both ways agree on mutated texts', () => {
  let read = 0;
  for (const text of mutations([...good, ...badTexts.map(({ text }) => marked(text).text)], rounds, 11))
    if (decode(text, Infinity).ok && sameTree(text)) read += 1;
  // The comparison says nothing if the quick way gives up on everything.
  expect(read).toBeGreaterThan(rounds / 6);
});
