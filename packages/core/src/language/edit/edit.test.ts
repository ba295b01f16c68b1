import { expect, test } from 'vitest';
import { openDocument } from '../document.js';
import type { Change, Json } from './change.js';
import { edit } from './edit.js';
import { applySplices } from './splice.js';

function change(text: string, one: Change): string {
  const result = edit(openDocument('case.yaml', text), one);
  return result.ok ? applySplices(text, result.splices) : `refused: ${result.reason}`;
}

const lines = (...all: string[]) => all.map((line) => `${line}\n`).join('');

const argument = lines(
  'argument:   # steps 5 and 6',
  '  G1:',
  '    text: The agent does not leave   # a claim',
  '    supportedBy: [S1]',
  '  # why two legs',
  '  S1:',
  '    text: "Two legs: unable, and prevented"',
  '    supportedBy: [G2, G3]',
);

test('another value leaves the comment behind it, and its quotes, where they are', () => {
  expect(change(argument, { kind: 'set', path: ['argument', 'G1', 'text'], value: 'It stays' })).toBe(
    argument.replace('The agent does not leave', 'It stays'),
  );
  expect(change(argument, { kind: 'set', path: ['argument', 'S1', 'text'], value: 'One leg' })).toBe(
    argument.replace('"Two legs: unable, and prevented"', '"One leg"'),
  );
});

test('a change is splices of what it changes, not of the text', () => {
  const document = openDocument('case.yaml', argument);
  expect(edit(document, { kind: 'append', path: ['argument', 'G1', 'supportedBy'], value: 'G9' })).toEqual({
    ok: true,
    splices: [{ file: 'case.yaml', start: 101, end: 101, text: ', G9' }],
  });
});

test('a new element stands after the one named, or at the end, above the comments of the next', () => {
  const value = { text: 'A new claim', supportedBy: ['Sn1'], holdsUntil: { capability: 8 }, undeveloped: true };
  const printed = [
    '  G4:',
    '    text: A new claim',
    '    supportedBy: [Sn1]',
    '    holdsUntil:',
    '      capability: 8',
    '    undeveloped: true',
  ];
  const before = '  # why two legs\n';
  expect(change(argument, { kind: 'insert', path: ['argument'], key: 'G4', value, after: 'G1' })).toBe(
    argument.replace(before, lines(...printed) + before),
  );
  expect(change(argument, { kind: 'insert', path: ['argument'], key: 'G4', value, before: 'S1' })).toBe(
    argument.replace(before, lines(...printed) + before),
  );
  expect(change(argument, { kind: 'insert', path: ['argument'], key: 'G4', value })).toBe(argument + lines(...printed));
});

test('what is removed takes along the comments behind it and deeper below it, and leaves those above it', () => {
  const text = lines('a:', '  # about b', '  b: 1  # behind b', '    # below b', '  # about c', '  c: 2', 'd: 3');
  expect(change(text, { kind: 'remove', path: ['a', 'b'] })).toBe(
    lines('a:', '  # about b', '  # about c', '  c: 2', 'd: 3'),
  );
  expect(change(text, { kind: 'remove', path: ['a'] })).toBe(lines('d: 3'));
});

test.each<[string, string, Change, string]>([
  [
    'the only pair',
    lines('a: # why', '  b: 1', 'c: 2'),
    { kind: 'remove', path: ['a', 'b'] },
    lines('a: {} # why', 'c: 2'),
  ],
  ['the only item', lines('a:', '- b', 'c: 2'), { kind: 'remove', path: ['a', 0] }, lines('a: []', 'c: 2')],
  ['the only pair of an item', lines('- a: 1', '- b'), { kind: 'remove', path: [0, 'a'] }, lines('- {}', '- b')],
  ['the first pair of an item', lines('- a: 1', '  b: 2'), { kind: 'remove', path: [0, 'a'] }, lines('- b: 2')],
  ['the last in brackets', lines('a: [b, c]'), { kind: 'remove', path: ['a', 1] }, lines('a: [b]')],
  ['the first in brackets', lines('a: { b: 1, c: 2 }'), { kind: 'remove', path: ['a', 'b'] }, lines('a: { c: 2 }')],
  [
    'one in brackets over lines',
    lines('a: [', '  b, # b', '  c, # c', ']  # all'),
    { kind: 'remove', path: ['a', 0] },
    lines('a: [', '  c, # c', ']  # all'),
  ],
  [
    'what follows a text that keeps its breaks',
    lines('a: |+', '  x', 'b: 1', '', 'c: 2'),
    { kind: 'remove', path: ['b'] },
    lines('a: |+', '  x', 'c: 2'),
  ],
])('removing %s', (_, text, one, expected) => {
  expect(change(text, one)).toBe(expected);
});

test.each<[string, string, Change, string]>([
  [
    'a list into nothing',
    lines('a:', '  supportedBy:   # none yet', '  x: 1'),
    { kind: 'append', path: ['a', 'supportedBy'], value: 'G1' },
    lines('a:', '  supportedBy: [G1]   # none yet', '  x: 1'),
  ],
  [
    'a map into nothing',
    lines('a: # why', 'b: 1'),
    { kind: 'insert', path: ['a'], key: 'c', value: 1 },
    lines('a: # why', '  c: 1', 'b: 1'),
  ],
  [
    'a map into {}',
    lines('a: {}', 'b: 1'),
    { kind: 'insert', path: ['a'], key: 'c', value: [1, 2] },
    lines('a:', '  c: [1, 2]', 'b: 1'),
  ],
  [
    'a map into []',
    lines('signoffs: []  # - { role, who }'),
    { kind: 'append', path: ['signoffs'], value: { role: 'author' } },
    lines('signoffs:  # - { role, who }', '  - role: author'),
  ],
  [
    'a pair between braces',
    lines('a: { b: 1 }'),
    { kind: 'insert', path: ['a'], key: 'c d', value: 'x, y' },
    lines('a: { b: 1, c d: "x, y" }'),
  ],
  [
    'a map like its neighbours',
    lines('rows:', '  - { a: 1, b: 2 }'),
    { kind: 'append', path: ['rows'], value: { a: 2, b: 'x' } },
    lines('rows:', '  - { a: 1, b: 2 }', '  - { a: 2, b: x }'),
  ],
  [
    'an item at the indent of its list',
    lines('rows:', '- a'),
    { kind: 'append', path: ['rows'], value: { b: 1, c: 2 }, at: 0 },
    lines('rows:', '- b: 1', '  c: 2', '- a'),
  ],
  [
    'a first pair behind a dash',
    lines('- a: 1', '  b: 2'),
    { kind: 'insert', path: [0], key: 'z', value: 0, before: 'a' },
    lines('- z: 0', '  a: 1', '  b: 2'),
  ],
  [
    'a text of several lines',
    lines('a: 1'),
    { kind: 'insert', path: [], key: 'b', value: 'one\ntwo' },
    lines('a: 1', 'b: |-', '  one', '  two'),
  ],
  ['without a break at the end', 'a: 1', { kind: 'insert', path: [], key: 'b', value: 2 }, 'a: 1\nb: 2'],
  [
    'into a text with CRLF',
    'a:\r\n  b: 1\r\n',
    { kind: 'insert', path: ['a'], key: 'c', value: { d: 1 } },
    'a:\r\n  b: 1\r\n  c:\r\n    d: 1\r\n',
  ],
  [
    'into a text with a byte order mark',
    '\uFEFFa: 1\n',
    { kind: 'insert', path: [], key: 'b', value: 2, before: 'a' },
    '\uFEFFb: 2\na: 1\n',
  ],
  [
    'into an empty text',
    '# nothing yet\n',
    { kind: 'insert', path: [], key: 'surety', value: 1 },
    '# nothing yet\nsurety: 1\n',
  ],
  [
    'into brackets over lines',
    lines('a: [', '  b # b', ']'),
    { kind: 'append', path: ['a'], value: 'c' },
    lines('a: [', '  b, # b', '  c', ']'),
  ],
])('inserting %s', (_, text, one, expected) => {
  expect(change(text, one)).toBe(expected);
});

test('a new section stands apart as the others do, and takes its blank line along when it goes', () => {
  const parted = lines('case: { id: x }', '', '# step 2', 'outcomes:', '  leak: { text: A record leaks }');
  for (const [text, gap] of [
    [parted, '\n'],
    [parted.replace('\n\n', '\n'), ''],
    [parted.replaceAll('\n', '\r\n'), '\r\n'],
    [parted.trimEnd(), '\n\n'],
    [`${parted}\n`, '\n'],
  ] as const) {
    const once = change(text, { kind: 'insert', path: [], key: 'fmea', value: [{ mode: 'none' }] });
    expect(once).toContain(`leaks }${text === parted.trimEnd() ? '' : text.includes('\r') ? '\r\n' : '\n'}${gap}fmea:`);
    expect(change(once, { kind: 'remove', path: ['fmea'] })).toBe(text);
  }
  const three = `${parted}\nsystem: {}\n\nquantities:\n  p: 1\n`;
  expect(change(three, { kind: 'remove', path: ['system'] })).toBe(`${parted}\nquantities:\n  p: 1\n`);
  expect(change(three, { kind: 'insert', path: [], key: 'surety', value: 1 })).toBe(`${three}surety: 1\n`);
});

test.each<[string, string, Json, string]>([
  ['a map for a scalar', lines('a: x  # why', 'b: 1'), { c: 1 }, lines('a:  # why', '  c: 1', 'b: 1')],
  [
    'a scalar for a map',
    lines('a:  # why', '  # on c', '  c: 1', 'b: 1'),
    2e-3,
    lines('a: 0.002  # why', '  # on c', 'b: 1'),
  ],
  ['a list that was a block', lines('a:', '  - x', 'b: 1'), ['y', 'z'], lines('a:', '  - y', '  - z', 'b: 1')],
  ['a map that was in braces', lines('a: { x: 1 }', 'b: 1'), { x: 2, y: 'b' }, lines('a: { x: 2, y: b }', 'b: 1')],
  ['a text for a literal', lines('a: |  # why', '  one', '  two', 'b: 1'), 'three', lines('a: three  # why', 'b: 1')],
  [
    'a literal before deeper comments',
    lines('a: x', '    # deeper', 'b: 1'),
    'one\ntwo',
    lines('a: "one\\ntwo"', '    # deeper', 'b: 1'),
  ],
  ['a value behind an unused anchor', lines('a: &x 1', 'b: 1'), 2, lines('a: &x 2', 'b: 1')],
])('setting %s', (_, text, value, expected) => {
  expect(change(text, { kind: 'set', path: ['a'], value })).toBe(expected);
});

test.each([
  ['yes', '"yes"'],
  ['12', '"12"'],
  ['2e-3', '"2e-3"'],
  ['100_000', '"100_000"'],
  ['5%', '"5%"'],
  ['5 % a try', '5 % a try'],
  ['1:30', '"1:30"'],
  ['2026-12-01', '2026-12-01'],
  ['1h', '1h'],
  ['1 - (1 - p_miss)^attempts', '1 - (1 - p_miss)^attempts'],
  ['<= 0.05', '<= 0.05'],
  ['> 0', '"> 0"'],
  ['a #b', '"a #b"'],
  ['a#b', 'a#b'],
  ['a: b', '"a: b"'],
  ['a:b', 'a:b'],
  ['*all', '"*all"'],
  ['%', '"%"'],
  ['- x', '"- x"'],
  ['-x', '-x'],
  ['', '""'],
  [' x', '" x"'],
  ['say "no"', 'say "no"'],
  ['"no", he said', `'"no", he said'`],
  ["it's", "it's"],
  ['a, b', 'a, b'],
  ['{system}', '"{system}"'],
  ['sha256:6b1f…', 'sha256:6b1f…'],
])('the text %j is written %s', (value, printed) => {
  expect(change('a: 1\n', { kind: 'set', path: ['a'], value })).toBe(`a: ${printed}\n`);
});

test('keys are renamed in place', () => {
  expect(change(argument, { kind: 'renameKey', path: ['argument', 'S1'], key: 'S2' })).toBe(
    argument.replace('  S1:', '  S2:'),
  );
  expect(change('{"a":1}\n', { kind: 'renameKey', path: ['a'], key: 'b' })).toBe('{"b":1}\n');
});

test('entries move with the comments above them', () => {
  const moved = lines(
    'argument:   # steps 5 and 6',
    '  # why two legs',
    '  S1:',
    '    text: "Two legs: unable, and prevented"',
    '    supportedBy: [G2, G3]',
  );
  const rest = lines('  G1:', '    text: The agent does not leave   # a claim', '    supportedBy: [S1]');
  expect(change(argument, { kind: 'move', path: ['argument', 'S1'], to: 0 })).toBe(moved + rest);
  expect(change(argument, { kind: 'move', path: ['argument', 'G1'], to: 1 })).toBe(moved + rest);
  expect(change('a: [x, y, z]\n', { kind: 'move', path: ['a', 2], to: 0 })).toBe('a: [z, x, y]\n');
  expect(change(lines('- a: 1', '  b: 2', '  c: 3'), { kind: 'move', path: [0, 'a'], to: 2 })).toBe(
    lines('- b: 2', '  c: 3', '  a: 1'),
  );
  expect(change(lines('- a: 1', '  b: 2', '  c: 3'), { kind: 'move', path: [0, 'c'], to: 0 })).toBe(
    lines('- c: 3', '  a: 1', '  b: 2'),
  );
});

const shared = lines('base: &b', '  x: 1', 'own: *b', 'list: [*b, 1]');

test.each<[string, string, Change, string]>([
  ['through an alias', shared, { kind: 'set', path: ['own', 'x'], value: 2 }, 'own is an alias of &b; change it there'],
  [
    'of what an alias shows',
    shared,
    { kind: 'set', path: ['base', 'x'], value: 2 },
    '*b elsewhere shows the same as &b here, and would change with it',
  ],
  [
    'that leaves an alias without its anchor',
    shared,
    { kind: 'remove', path: ['base'] },
    '*b elsewhere shows the same as &b here, and would change with it',
  ],
  ['of bad YAML', 'a: [\n', { kind: 'set', path: ['a'], value: 1 }, 'line 2 is not valid YAML: mend it first'],
  ['of what is not there', 'a: 1\n', { kind: 'remove', path: ['b'] }, 'the text has no "b"'],
  ['of what stands twice', 'a: 1\na: 2\n', { kind: 'set', path: ['a'], value: 3 }, '"a" stands twice in the text'],
  [
    'that makes a key stand twice',
    'a: 1\n',
    { kind: 'insert', path: [], key: 'a', value: 3 },
    'the text has "a" already',
  ],
  ['that adds a key to a list', 'a: [1]\n', { kind: 'insert', path: ['a'], key: 'b', value: 3 }, 'a is not a map'],
  ['that appends to a map', 'a: {b: 1}\n', { kind: 'append', path: ['a'], value: 3 }, 'a is not a list'],
  ['to a number that is none', 'a: 1\n', { kind: 'set', path: ['a'], value: Number.NaN }, 'NaN is not a finite number'],
  ['beyond the end', 'a: [1]\n', { kind: 'append', path: ['a'], value: 1, at: 3 }, 'a has no place 3'],
  ['next to nothing', 'a: 1\n', { kind: 'insert', path: [], key: 'b', value: 1, after: 'c' }, 'the text has no "c"'],
])('a change %s is refused', (_, text, one, reason) => {
  expect(change(text, one)).toBe(`refused: ${reason}`);
});

test('an alias itself may be replaced or taken away', () => {
  expect(change(shared, { kind: 'set', path: ['own'], value: 2 })).toBe(shared.replace('own: *b', 'own: 2'));
  expect(change(shared, { kind: 'remove', path: ['list', 0] })).toBe(shared.replace('[*b, 1]', '[1]'));
});

test('one change in 10,000 elements is a matter of milliseconds', () => {
  const element = (index: number) =>
    lines(`  G${index}:`, `    text: Claim ${index}   # why`, `    supportedBy: [G${index + 1}]`);
  const document = openDocument(
    'case.yaml',
    `argument:\n${Array.from({ length: 10_000 }, (_, index) => element(index)).join('')}`,
  );
  const once = (index: number) => {
    edit(document, { kind: 'set', path: ['argument', `G${index}`, 'text'], value: 'New' });
    edit(document, { kind: 'insert', path: ['argument'], key: 'X1', value: { text: 'New' }, after: `G${index}` });
    edit(document, { kind: 'remove', path: ['argument', `G${index}`] });
    edit(document, { kind: 'move', path: ['argument', `G${index}`], to: 3 });
  };
  once(1);
  const start = performance.now();
  for (let index = 0; index < 10; index += 1) once(index * 900);
  // About 2 ms each on a quiet machine; the limit leaves room for a busy one.
  // A guard against work that grows with the document, not a timing.
  expect((performance.now() - start) / 40).toBeLessThan(1000);
});
