import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.testing.js';
import { flag } from '../trials/index.js';
import { loadReaders } from './own.js';
import { readFile } from './read.js';
import type { Reader } from './reader.js';

const docs = fileURLToPath(new URL('../../../../docs/own-reader/', import.meta.url));
const folder = temporaryFolder();
let files = 0;

async function load(...files: string[]): Promise<readonly Reader[]> {
  const loaded = await loadReaders(files.map((location) => ({ location, path: 'own.mjs' })));
  if (!loaded.ok) throw new Error(loaded.problem.message);
  return loaded.value;
}

/** A file with a reader, each under a name of its own, as modules are kept once they are loaded. */
function file(code: string): string {
  files += 1;
  mkdirSync(folder, { recursive: true });
  const location = join(folder, `own-${files}.mjs`);
  writeFileSync(location, code);
  return location;
}

const reader = (more = '') =>
  file(
    `export default (kit) => ({ name: 'own', version: 1, title: 't', reads: 'r', expects: 'e', sniff: () => true, read: () => { throw new Error('read broke'); }, ${more} });`,
  );

async function read(readers: readonly Reader[], text = 'x') {
  const location = join(folder, 'source');
  writeFileSync(location, text);
  return readFile(location, { path: 'source', readers });
}

describe('the example of the documentation', () => {
  test('has at most 30 lines, and reads', async () => {
    const code = readFileSync(join(docs, 'attempts.mjs'), 'utf8');
    expect(code.trim().split('\n').length).toBeLessThanOrEqual(30);
    const readers = await load(join(docs, 'attempts.mjs'));
    const result = await readFile(join(docs, 'attempts.log'), { readers });
    if (!result.ok) throw new Error(result.problems[0]!.message);
    const { trials, notes, reader } = result.log;
    expect(reader).toBe('attempts 1');
    expect(trials.sample).toEqual(['a-1', 'a-2', 'a-3', 'a-4']);
    expect([...trials.flags]).toEqual([0, 0, flag.error, 0]);
    expect(trials.scores.get('hit')).toEqual([false, true, undefined, false]);
    expect(trials.group).toEqual(['persuasion', 'persuasion', 'encoding', 'encoding']);
    expect(notes[0]).toMatch(/^read by a reader that is not part of Surety: attempts 1 \(sha256:[0-9a-f]{64}\)$/);
  });

  test('says what is wrong, with the line', async () => {
    const readers = await load(join(docs, 'attempts.mjs'));
    expect(await read(readers, '#attempts 1\na;b;safe\na;b;perhaps\n')).toMatchObject({
      ok: false,
      problems: [{ code: 'field-value', line: 3, message: 'the verdict is “perhaps”' }],
    });
    expect(await read(readers, '#attempts 1\na;b;safe\na;b;safe\n')).toMatchObject({
      problems: [{ code: 'duplicate-row' }],
    });
    expect(await read(readers, '#attempts 1\n\xff'.repeat(1))).toMatchObject({ ok: false });
  });

  test('is not known where it was not named', async () => {
    expect(await readFile(join(docs, 'attempts.log'))).toMatchObject({ problems: [{ code: 'unknown-format' }] });
    expect(await readFile(join(docs, 'attempts.log'), { reader: 'attempts' })).toMatchObject({
      problems: [{ code: 'unknown-reader' }],
    });
  });
});

describe('readers that are not as they should be', () => {
  test.each<[string, string, RegExp]>([
    ['no file', join(folder, 'none.mjs'), /cannot be loaded/],
    ['no JavaScript', file('this is no code'), /cannot be loaded/],
    ['no function', file('export default 3;'), /no function as its default export/],
    ['no export', file('export const x = 1;'), /no function as its default export/],
    ['nothing made', file('export default () => undefined;'), /no reader was made/],
    ['broken', file("export default () => { throw new Error('made of glass'); };"), /cannot be loaded: made of glass/],
    ['a name of another', reader("name: 'csv'"), /there is a reader “csv” already/],
    ['a name that is none', reader("name: 'My Reader'"), /has no name/],
    ['a version that is none', reader('version: 0'), /has no version/],
    ['no title', reader("title: ''"), /has no title/],
    ['no sniff', reader('sniff: true'), /has no sniff/],
    ['no read', reader('read: undefined'), /has no read/],
  ])('%s', async (_name, location, message) => {
    const loaded = await loadReaders([{ location, path: 'own.mjs' }]);
    expect(loaded).toMatchObject({ ok: false, problem: { code: 'bad-reader', file: 'own.mjs' } });
    expect(loaded.ok ? '' : loaded.problem.message).toMatch(message);
  });

  test('one that breaks gives a problem, not a stack trace', async () => {
    expect(await read(await load(reader()))).toMatchObject({
      ok: false,
      reader: 'own 1',
      problems: [{ code: 'bad-reader', file: 'own.mjs', message: 'the reader broke when it read source: read broke' }],
    });
    const sniffs = await load(reader("sniff: () => { throw new Error('nose') }"));
    expect(await read(sniffs)).toMatchObject({
      problems: [{ code: 'bad-reader', message: 'the reader broke when it looked at source: nose' }],
    });
  });

  test.each([
    ['undefined', 'no result'],
    ['{ ok: false, problems: [] }', 'a failure without problems'],
    ['{ ok: true }', 'no log'],
    ['{ ok: true, log: { ...log, status: "fine" } }', 'an unknown status'],
    ['{ ok: true, log: { ...log, notes: [3] } }', 'notes and models'],
    ['{ ok: true, log: { ...log, claimed: {} } }', 'claimed metrics'],
    ['{ ok: true, log: { ...log, trials: undefined } }', 'no trials'],
    ['{ ok: true, log: { ...log, trials: { ...trials, sample: ["a"] } } }', 'each row has a sample'],
    ['{ ok: true, log: { ...log, trials: { ...trials, sample: ["a", "a"] } } }', 'two rows for one epoch'],
    ['{ ok: true, log: { ...log, trials: { ...trials, epoch: [1, "2"] } } }', 'each row has an epoch'],
    ['{ ok: true, log: { ...log, trials: { ...trials, flags: [0, 0] } } }', 'each row has flags'],
    ['{ ok: true, log: { ...log, trials: { ...trials, scores: {} } } }', 'maps of columns'],
    ['{ ok: true, log: { ...log, trials: { ...trials, scores: new Map([["s", [1]]]) } } }', 'one plain value'],
    ['{ ok: true, log: { ...log, trials: { ...trials, fields: new Map([["s", [1, {}]]]) } } }', 'one plain value'],
  ])('what it gives is looked at: %s', async (result, message) => {
    const readers = await load(
      reader(
        `read: () => { const trials = { rows: 2, sample: ['a', 'b'], epoch: [1, 1], flags: new Uint8Array(2), scores: new Map(), fields: new Map() }; const log = { trials, claimed: { metrics: [] }, models: [], notes: [], status: 'unstated' }; return ${result}; }`,
      ),
    );
    const found = await read(readers);
    expect(found).toMatchObject({ ok: false, problems: [{ code: 'bad-reader' }] });
    expect(found.ok ? '' : found.problems[0]!.message).toContain(message);
  });
});
