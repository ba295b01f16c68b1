import { expect, test } from 'vitest';
import { locate, nodeRange, openDocument } from './document.js';

const text = '\uFEFFa:\r\n  - b: 1 # one\r\n    2: two\r\n  - c\r\n';
const document = openDocument('a.yaml', text);

test('a document keeps its bytes, and knows its lines', () => {
  expect(document.text).toBe(text);
  expect(document.eol).toBe('\r\n');
  expect(document.lines.position(text.indexOf('two'))).toEqual({ offset: text.indexOf('two'), line: 3, column: 8 });
  expect(document.lines.position(1)).toEqual({ offset: 1, line: 1, column: 1 });
  expect(document.lines.position(1e9).line).toBe(5);
  expect(openDocument('a.yaml', 'a: 1\n').eol).toBe('\n');
});

test('a path leads to its node and pair', () => {
  const found = locate(document, ['a', 0, '2']);
  expect(text.slice(...(found?.node?.range ?? [0, 0]).slice(0, 2))).toBe('two');
  expect(found).toMatchObject({ index: 1 });
  expect(found?.pair?.key.range[0]).toBe(text.indexOf('2:'));
  expect(nodeRange(document, locate(document, ['a', 0, 'b'])!.node!)).toMatchObject({
    start: { line: 2, column: 8 },
    end: { column: 9 },
  });
  expect(locate(document, ['a', 1])).toMatchObject({ index: 1, parent: { items: { length: 2 } } });
  expect(locate(document, [])?.node).toBe(document.yaml?.contents);
  for (const path of [['b'], ['a', 2], ['a', 1, 'x'], ['a', 0, 'b', 'c']])
    expect(locate(document, path)).toBeUndefined();
});

test('what is too deep has no tree', () => {
  expect(openDocument('a.yaml', '['.repeat(1000)).yaml).toBeNull();
});
