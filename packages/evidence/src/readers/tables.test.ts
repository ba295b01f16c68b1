import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultLimits, type Limits } from '../limits.js';
import { temporaryFolder } from '../temporary.testing.js';
import { readFile } from './read.js';
import type { Log } from './reader.js';

const folder = temporaryFolder();

async function read(content: string | Buffer, reader?: string, limits: Partial<Limits> = {}) {
  const location = join(folder, 'table');
  writeFileSync(location, content);
  return readFile(location, {
    path: 't',
    ...(reader === undefined ? {} : { reader }),
    limits: { ...defaultLimits, ...limits },
  });
}

async function log(content: string, reader?: string): Promise<Log> {
  const result = await read(content, reader);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.log;
}

const columns = ({ trials }: Log) => ({
  sample: trials.sample,
  epoch: trials.epoch,
  flags: [...trials.flags],
  fields: Object.fromEntries(trials.fields),
});

const csv =
  'sample,epoch,suspicion,is_attack,note,error,limit,invalid\r\na1,1,.5,true,"x, ""y""\nz",,0,false\r\n007,2,-1e-3,FALSE,nan,timeout,,\r\n007,3,inf,,1_0,,tokens,1\r\n';
const jsonl = `
{"sample": "a1", "epoch": 1, "suspicion": 0.5, "is_attack": true, "note": "x, \\"y\\"\\nz", "error": null, "limit": 0, "invalid": false}
{"sample": "007", "epoch": 2, "suspicion": -0.001, "is_attack": false, "note": NaN, "error": "timeout"}\r

{"sample": "007", "epoch": 3, "suspicion": Infinity, "note": "1_0", "limit": {"type": "tokens"}, "invalid": 1}`;

const same = {
  sample: ['a1', '007', '007'],
  epoch: [1, 2, 3],
  fields: {
    suspicion: [0.5, -0.001, Number.POSITIVE_INFINITY],
    is_attack: [true, false, undefined],
    note: ['x, "y"\nz', undefined, '1_0'],
  },
};

describe('CSV and JSON Lines give the same trials', () => {
  test('csv', async () => expect(columns(await log(csv))).toEqual({ ...same, flags: [0, 1, 6] }));
  test('jsonl', async () => {
    const found = columns(await log(jsonl));
    // A limit that is told as an object is a limit.
    expect(found).toEqual({ ...same, flags: [0, 1, 6] });
  });
});

describe('CSV', () => {
  test('without a sample column every row is a sample', async () => {
    const found = await log('\uFEFFscore,model,group\n1,m/a,g\n0,m/b,g\n');
    expect(columns(found)).toMatchObject({ sample: ['row 1', 'row 2'], epoch: [1, 1], fields: { score: [1, 0] } });
    expect(found.models).toEqual(['m/a', 'm/b']);
    expect(found.trials.group).toEqual(['g', 'g']);
  });

  test('`id` is the sample where there is no `sample`', async () => {
    expect((await log('id,x\n1.0,2\n')).trials.sample).toEqual(['1.0']);
    expect(columns(await log('id,sample\n7,a\n'))).toMatchObject({ sample: ['a'], fields: { id: ['7'] } });
  });

  test.each([
    ['a,b\n1,2\n1,2,3\n', 3, 'the row has 3 fields, the header has 2', '2 fields'],
    ['a,b\n"1\n2",2\n1\n', 4, 'the row has 1 field, the header has 2', '2 fields'],
    [
      'sample,b\nx,2\nx,3\n',
      3,
      'sample x has two rows for epoch 1',
      'one row for each sample and epoch (a column `epoch` tells them apart)',
    ],
    ['sample,epoch\nx,1.5\n', 2, 'the epoch is 1.5', 'a whole number from 0'],
    ['sample,b\n,2\n', 2, 'the sample has no id', 'a text or a number'],
    ['a,a\n1,2\n', 1, 'two columns have the name “a”', 'a header row with a name for each column'],
    ['a,\n1,2\n', 1, 'column 2 has no name', 'a header row with a name for each column'],
    ['a,b\n1,"2\n', 2, 'a quote is opened and never closed', 'a closing quote'],
    ['a,b\n1,"2"x\n', 2, 'text follows a closing quote', 'a comma or the end of the row'],
    [
      'a,b\n1,2"x"\n',
      2,
      'a quote stands inside a field that does not begin with one',
      'quotes doubled inside a quoted field',
    ],
    ['a,b\n1,\u0000\n', 2, 'the text holds a NUL byte', 'UTF-8 text'],
  ])('%j', async (content, line, message, expected) => {
    expect(await read(content, 'csv')).toMatchObject({
      ok: false,
      reader: 'csv 1',
      problems: [{ file: 't', line, message, expected }],
    });
  });

  test('an empty file, and a header alone', async () => {
    expect(await read('', 'csv')).toMatchObject({
      ok: false,
      problems: [{ code: 'csv-syntax', message: 'the file is empty' }],
    });
    expect((await log('a,b\n', 'csv')).trials.rows).toBe(0);
  });

  test('a line without end, invalid UTF-8', async () => {
    expect(await read(`a,b\n${'x'.repeat(100_000)}`, 'csv', { lineBytes: 1000 })).toMatchObject({
      ok: false,
      problems: [{ code: 'text-too-long', line: 2 }],
    });
    expect(await read(Buffer.from('a,b\n1,\xe9t\xe9\n', 'latin1'), 'csv')).toMatchObject({
      ok: false,
      problems: [{ code: 'text-encoding', line: 2, column: 3 }],
    });
  });

  test('as many rows as there are', async () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => `s${i},${i % 7}`).join('\n');
    const { trials } = await log(`sample,x\n${rows}\n`);
    expect([trials.rows, trials.fields.get('x')?.[29_999]]).toEqual([30_000, 29_999 % 7]);
  });
});

describe('JSON Lines', () => {
  test.each([
    ['{"a": 1}\n{"a": }\n', 2, 'unexpected “}”'],
    ['{"a": 1}\n[1]\n', 2, 'the line is not an object'],
    ['{"a": 1} {"a": 2}\n', 1, 'unexpected “{”'],
    ['{"sample": 1}\n\n{"sample": "1"}\n', 3, 'sample 1 has two rows for epoch 1'],
    ['{"a": 1}\n{"a": "\n"}\n', 2, 'the text ends inside a text in quotes'],
  ])('%j', async (content, line, message) => {
    expect(await read(content, 'jsonl')).toMatchObject({ ok: false, problems: [{ file: 't', line, message }] });
  });

  test('nested objects are columns, arrays are not', async () => {
    const found = await log('{"scores": {"harm": 1, "tags": [1]}}\n');
    expect([columns(found).fields, found.notes]).toEqual([
      { 'scores.harm': [1] },
      [
        'arrays that were passed over, because an array is not a value of a trial: 1',
        'there is no column `sample` or `id`: each row is a sample of its own',
      ],
    ]);
  });

  test('a flaw is one whatever shape it is told in', async () => {
    const rows = [
      '{"sample": 1, "error": {"message": "crash"}}',
      '{"sample": 2, "limit": ["tokens"]}',
      '{"sample": 3, "error": false}',
    ];
    expect(columns(await log(`${rows.join('\n')}\n`)).flags).toEqual([1, 2, 0]);
  });

  test.each(['Error', ' error', 'Sample', 'EPOCH'])('the column “%s” is not passed over', async (name) => {
    expect(await read(`${JSON.stringify({ [name]: 1 })}\n`, 'jsonl')).toMatchObject({
      ok: false,
      problems: [{ code: 'field-value' }],
    });
  });

  test('a line without end', async () => {
    expect(await read(`{"a": "${'x'.repeat(100_000)}`, 'jsonl', { lineBytes: 1000 })).toMatchObject({
      ok: false,
      problems: [{ code: 'text-too-long', line: 1 }],
    });
  });
});
