import { expect, test } from 'vitest';
import { elementText, sections } from '../schema/index.js';
import { quickTree } from './quick-tree.js';
import { salvage, withoutTwins } from './salvage.js';
import { childOf, type MapNode, toPlain } from './tree.js';

const treeOf = (text: string) => childOf(quickTree(`a: ${text}\n`).tree, 'a')!;

test.each([
  [
    'a faulty key goes, the others stay',
    '{ text: a, category: contrl, undeveloped: true }',
    { text: 'a', undeveloped: true },
  ],
  ['a key that nobody knows goes', '{ text: a, zzz: b }', { text: 'a' }],
  ['a mistyped key is the one that was meant', '{ text: a, suportedBy: [G2] }', { text: 'a', supportedBy: ['G2'] }],
  [
    'unless that stands there as well',
    '{ text: a, suportedBy: [G2], supportedBy: [G3] }',
    { text: 'a', supportedBy: ['G3'] },
  ],
  ['a text that is missing is made up for', '{ undeveloped: true }', { undeveloped: true, text: '?' }],
  ['and one that is mistyped is not missing', '{ txt: a }', { text: 'a' }],
  ['nor is one of another type kept', '{ text: 5 }', { text: '?' }],
  ['an item goes by itself', '{ text: a, supportedBy: [G2, 5, "G 3", G4] }', { text: 'a', supportedBy: ['G2', 'G4'] }],
  [
    'ids with commas between are a list',
    '{ text: a, supportedBy: "G2, G3" }',
    { text: 'a', supportedBy: ['G2', 'G3'] },
  ],
  [
    'an element in place is mended in place',
    '{ text: a, supportedBy: [{ id: G2, text: b, categry: control, doubt: x y }] }',
    { text: 'a', supportedBy: [{ id: 'G2', text: 'b', category: 'control' }] },
  ],
  [
    'a map whose keys exclude each other goes as a whole',
    '{ text: a, requires: { rate: "<= 1", miss: "<= 1" } }',
    { text: 'a' },
  ],
])('%s', (_, text, left) => {
  expect(toPlain(salvage(elementText, treeOf(text))!.node)).toEqual(left);
});

test('it tells what it did, and where', () => {
  const found = salvage(elementText, treeOf('{ text: a, categry: control, supportedBy: [G2, 5] }'))!;
  expect(found.mended).toEqual([
    { path: ['supportedBy', 1], gone: true },
    { path: ['categry'], gone: false },
  ]);
});

test('what has no meaning without the rest is nothing', () => {
  expect(salvage(elementText, treeOf('5'))).toBeUndefined();
  expect(salvage(sections.case, treeOf('{ id: x }'))).toBeUndefined();
});

test('of keys that stand twice the first counts, at any depth', () => {
  const once = treeOf('{ b: 1 }') as MapNode;
  expect(withoutTwins(once)).toBe(once);
  const twice: MapNode = { ...once, entries: [...once.entries, { ...once.entries[0]!, value: treeOf('2') }] };
  expect(toPlain(withoutTwins({ kind: 'list', flow: true, items: [twice], start: 0, end: 0 }))).toEqual([{ b: 1 }]);
});

test('a value with more faults than anyone makes is given up', () => {
  const keys = Array.from({ length: 600 }, (_, index) => `k${index}: 1`).join(', ');
  expect(salvage(elementText, treeOf(`{ text: a, ${keys} }`))).toBeUndefined();
});
