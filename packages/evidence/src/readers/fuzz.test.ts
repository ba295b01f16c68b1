import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fixtures } from '../shared-data.testing.js';
import { temporaryFolder } from '../temporary.testing.js';
import { mutate, randomFrom } from './mutate.testing.js';
import { resultFaults } from './problem.testing.js';
import { readingProcess } from './reading-process.testing.js';

/**
 * Files that nobody wrote: fixtures with bytes turned, cut, moved, and mixed with others. `SURETY_FUZZ` says how many in
 * all (a long run has 20,000), `SURETY_SEED` from which number on; each file follows from its own number alone. They are read by a process that may
 * die or hang without the test doing so.
 */
const count = process.env.SURETY_LONG === undefined ? Number(process.env.SURETY_FUZZ ?? 1000) : 20_000;
const first = Number(process.env.SURETY_SEED ?? 1);

const own: readonly (readonly [reader: string, name: string, content: string])[] = [
  [
    'jsonl',
    'rows.jsonl',
    '{"sample": "a", "epoch": 1, "harm": 0.5, "judge": {"harm": true}}\n{"sample": "b", "error": null, "group": "g"}\n',
  ],
  ['csv', 'rows.csv', 'sample,epoch,score,"a ""quoted"" name"\r\na,1,0.5,yes\r\n"b, c",1,inf,\r\n'],
  [
    'open-psa',
    'tree.xml',
    '<?xml version="1.0"?><opsa-mef><define-fault-tree name="ft"><define-gate name="top"><or><basic-event name="a"/><basic-event name="b"/></or></define-gate><define-basic-event name="a"><float value="0.1"/></define-basic-event><define-basic-event name="b"><float value="1e-3"/></define-basic-event></define-fault-tree></opsa-mef>',
  ],
];

interface Seedling {
  readonly reader: string;
  readonly name: string;
  readonly bytes: Buffer;
}

function seedlings(): Seedling[] {
  const folders = ['garak', 'inspect', 'junit', 'lm-eval', 'parquet', 'promptfoo', 'runs'];
  const committed = folders.flatMap((reader) =>
    readdirSync(join(fixtures, reader))
      .filter((name) => !name.startsWith('expected') && statSync(join(fixtures, reader, name)).size < 70_000)
      .sort()
      .map((name) => ({ reader, name, bytes: readFileSync(join(fixtures, reader, name)) })),
  );
  return [...committed, ...own.map(([reader, name, text]) => ({ reader, name, bytes: Buffer.from(text) }))];
}

const folder = temporaryFolder();
const limits = { rows: 200_000, expandedBytes: 2 ** 28, cells: 2_000_000 };
const reading = readingProcess({ heap: 512, limits });
afterAll(() => reading.close());

/** What is wrong with the way that a file is read, by its reader and by the one that takes it. */
async function faultsOf(location: string, path: string, reader: string): Promise<string[]> {
  const faults: string[] = [];
  for (const named of [reader, undefined]) {
    const outcome = await reading.read(location, { path, ...(named === undefined ? {} : { reader: named }) });
    if (outcome.kind !== 'done') faults.push(`${outcome.kind} (${outcome.said})`);
    else
      faults.push(...resultFaults(outcome.result, path), ...(outcome.head.ok ? [] : resultFaults(outcome.head, path)));
  }
  return faults.map((fault) => `${reader} ${path}: ${fault}`);
}

test(`${count} changed files from seed ${first} are read, or refused with one problem`, {
  timeout: 120_000 + count * 200,
}, async () => {
  const all = seedlings();
  const faults: string[] = [];
  for (let seed = first; seed < first + count && faults.length < 20; seed++) {
    const random = randomFrom(seed);
    const one = all[Math.floor(random() * all.length)]!;
    const other = all[Math.floor(random() * all.length)]!;
    const location = join(folder, one.name);
    writeFileSync(location, mutate(one.bytes, random, other.bytes));
    const found = await faultsOf(location, one.name, one.reader);
    faults.push(...found.map((fault) => `seed ${seed}: ${fault}`));
  }
  expect(faults).toEqual([]);
});
