import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { fixtures, needsShared, sharedData } from '../shared-data.testing.js';
import { temporaryFolder } from '../temporary.testing.js';
import { readFile } from './read.js';
import { chooseReader, headBytes, readers, recognise } from './registry.js';
import { mayStart } from './starts.js';

const filesOf = (folder: string, ending: RegExp) =>
  readdirSync(folder)
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name));

/** The only reader of a file, whatever it is called. */
function only(file: string, path = 'x'): string {
  const head = readFileSync(file).subarray(0, headBytes);
  const found = recognise(readers, head, path);
  expect(
    found.map(({ name }) => name),
    basename(file),
  ).toHaveLength(1);
  return found[0]!.name;
}

const expected = [
  ['inspect', /\.(?:eval|json)$/, 'inspect'],
  ['lm-eval', /\.jsonl?$/, 'lm-eval'],
  ['promptfoo', /\.jsonl?$/, 'promptfoo'],
  ['garak', /\.jsonl$/, 'garak'],
  ['runs', /\.jsonl$/, 'runs'],
  ['junit', /\.xml$/, 'junit'],
  ['parquet', /\.parquet$/, 'parquet'],
] as const;

describe('exactly one reader takes each file for its own, by the content alone', () => {
  test.each(expected)('%s', (folder, ending, name) => {
    const files = filesOf(join(fixtures, folder), ending).filter((file) => !basename(file).startsWith('expected'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(only(file)).toBe(name);
  });

  for (const [folder, ending, name] of [
    ['garak', /\.jsonl$/, 'garak'],
    ['lm-eval', /\.json$/, 'lm-eval'],
    ['aralia', /\.xml$/, 'open-psa'],
    ['inspect', /\.(?:eval|json)$/, 'inspect'],
  ] as const) {
    const { skip, name: title } = needsShared(folder, `shared ${folder}`);
    test.skipIf(skip)(title, () => {
      for (const file of filesOf(join(sharedData, folder), ending)) expect(only(file)).toBe(name);
    });
  }

  test.each([
    ['{"sample": "a", "score": 1}\n{"sample": "b"}\n', 'jsonl'],
    ['{"doc_id": 1, "score": 1}\n', 'jsonl'],
    ['{"note": "{\\"entry_type\\": 1, \\"doc_id\\": 2}", "x": 1}\n', 'jsonl'],
    [`{"x": "${'{\\"entry_type\\": '.repeat(20_000)}`, 'jsonl'],
    ['a,b\n1,2\n', 'csv'],
  ])('%j', (text, name) => {
    const chosen = chooseReader(undefined, Buffer.from(text), 'x');
    expect(chosen.ok && chosen.value.name).toBe(name);
  });

  test.each(['', 'hello', '<html><body/></html>', '[1, 2]', '{\n "a": 1\n}\n'])('nobody takes %j', (text) => {
    expect(chooseReader(undefined, Buffer.from(text), 'x')).toMatchObject({
      ok: false,
      problem: { code: 'unknown-format' },
    });
  });

  test('two that know a tool are not told apart by their order', () => {
    const [first] = readers;
    const both = [
      { ...first!, name: 'one' },
      { ...first!, name: 'two' },
    ];
    expect(chooseReader(undefined, Buffer.from('PK\u0003\u0004'), 'x', both)).toMatchObject({
      ok: false,
      problem: { code: 'ambiguous-format', message: 'the content may be of several formats: one, two' },
    });
  });
});

describe('a form that is unmistakable', () => {
  const log = Buffer.from('{"version": 2, "status": "success", "eval": {}}');

  test('is looked at by no other reader that comes with Surety', () => {
    const looks = readers.filter((reader) => reader.unmistakable !== true).map((reader) => vi.spyOn(reader, 'sniff'));
    expect(recognise(readers, log, 'x').map(({ name }) => name)).toEqual(['inspect']);
    expect(looks.filter((look) => look.mock.calls.length > 0)).toEqual([]);
    vi.restoreAllMocks();
  });

  test('may be of a reader of the user’s own', () => {
    const own = { ...readers.at(-1)!, name: 'own', sniff: () => true };
    expect(recognise([...readers, own], log, 'x').map(({ name }) => name)).toEqual(['inspect', 'own']);
  });
});

describe('the look at the first bytes', () => {
  const folder = temporaryFolder();

  test.each([
    ['a text', Buffer.alloc(100_000, 'a'), 64 * 1024],
    ['what holds a NUL', Buffer.alloc(100_000, 'PK\u0000'), 4 * 1024],
    ['a short text', Buffer.from('abc'), 3],
    ['nothing', Buffer.alloc(0), 0],
  ])('is at so much of %s', async (_, bytes, length) => {
    const location = join(folder, 'x');
    writeFileSync(location, bytes);
    let seen: number | undefined;
    const sniff = (head: Uint8Array) => {
      seen = head.length;
      return false;
    };
    expect((await readFile(location, { readers: [{ ...readers[0]!, sniff }] })).ok).toBe(false);
    expect(seen).toBe(length);
  });

  test('tells by the first character what a text may be', () => {
    const may = (text: string) => mayStart(Buffer.from(text), '{<');
    expect(['{', ' \r\n\t\v\f{}', '<x', '\uFEFF{', '\u00A0['].map(may)).toEqual([true, true, true, true, true]);
    expect(['', ' ', 'PK', '[', ' a{'].map(may)).toEqual([false, false, false, false, false]);
  });
});

test('every reader is described for the documentation', () => {
  for (const { title, reads, docs, name } of readers) {
    const texts = [title, reads, docs?.row, docs?.flags, docs?.group, docs?.claims, docs?.skips];
    expect(
      texts.every((text) => text !== undefined && text.length > 2),
      name,
    ).toBe(true);
  }
});
