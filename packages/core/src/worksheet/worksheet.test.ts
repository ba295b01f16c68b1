import { describe, expect, test } from 'vitest';
import { completedRows, importRows, printWorksheet, readWorksheet, rowsOf } from './index.js';
import { caseOf, caseOfFiles, caseText, names } from './worksheet.testing.js';

const head = 'subsystem,mode,cause,effect,outcome,detection,arguedBy\n';

function found(text: string): readonly string[] {
  const read = readWorksheet('sheet.csv', text, names);
  if (read.ok) return [];
  return read.diagnostics.map(
    ({ code, range: { start }, message, hint }) =>
      `${start.line}:${start.column} ${code} ${message}${hint === undefined ? '' : ` (${hint})`}`,
  );
}

describe('a table that cannot be read', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'nothing',
      '',
      [
        '1:1 csv-header The table is empty; expected a header (The header is `subsystem,mode,cause,effect,outcome,detection,arguedBy`.)',
      ],
    ],
    [
      'a column that is misspelt',
      'subsystem,mod\n',
      [
        "1:11 csv-header There is no column 'mod'; expected one of subsystem, mode, cause, effect, outcome, detection, arguedBy (Did you mean `mode`?)",
        "1:1 csv-header The column 'mode' is missing",
      ],
    ],
    ['a column twice', 'subsystem,mode,mode\n', ["1:16 csv-header The column 'mode' stands twice"]],
    [
      'an open quote',
      `${head}coder,"drifts\n`,
      ['2:7 csv-quote A quote is opened and not closed (Put the whole cell in quotes, and double the quotes inside.)'],
    ],
    [
      'a quote inside',
      `${head}coder,dri"fts\n`,
      [
        '2:10 csv-quote A quote stands inside a cell that is not quoted (Put the whole cell in quotes, and double the quotes inside.)',
      ],
    ],
    [
      'text behind a quote',
      `${head}coder,"drifts" x\n`,
      [
        '2:15 csv-quote A quoted cell ends here; expected `,` or the end of the line (Put the whole cell in quotes, and double the quotes inside.)',
      ],
    ],
    [
      'a comma too many',
      `${head}coder,a,b,c,leak,d,G1,more\n`,
      ['2:23 csv-columns The row has 8 cells and the header 7 (A cell with a separator in it has to stand in quotes.)'],
    ],
    [
      'wrong names',
      `${head}codr,drifts,,,leek,,G2\n`,
      [
        "2:1 csv-name There is no subsystem 'codr' (Did you mean `coder`?)",
        "2:15 csv-name There is no outcome 'leek' (Did you mean `leak`?)",
        "2:21 csv-name There is no element 'G2' (Did you mean `G1`?)",
      ],
    ],
    [
      'nothing where something is needed',
      `${head}coder\n,drifts\n`,
      ['2:1 csv-empty The row has no mode', '3:1 csv-empty The row has no subsystem'],
    ],
    [
      'a control character',
      `${head}coder,a\u0007b\n`,
      ["2:7 csv-character The cell of column 'mode' holds a control character"],
    ],
    [
      'a line within quotes counted',
      `${head}coder,"a\nb",,,leek\n`,
      ["3:6 csv-name There is no outcome 'leek' (Did you mean `leak`?)"],
    ],
  ])('%s', (_, text, findings) => expect(found(text)).toEqual(findings));

  test('too many rows', () => {
    expect(found(head + 'coder,a\n'.repeat(5001))).toEqual([
      '5002:1 csv-limit The table has 5001 rows; expected at most 5000',
    ]);
  });
});

test.each([';', '\t'])(
  'cells may be parted by %j, in any order of columns, some missing, with empty rows',
  (separator) => {
    const text = `mode,subsystem\r\n"a, b",coder\r\n,\r\n'=SUM(A1),guard\r\n`
      .replace('"a, b"', 'a b')
      .replaceAll(',', separator);
    expect(readWorksheet('sheet.csv', text, names)).toEqual({
      ok: true,
      rows: [
        { subsystem: 'coder', mode: 'a b' },
        { subsystem: 'guard', mode: '=SUM(A1)' },
      ],
      columns: ['subsystem', 'mode'],
    });
  },
);

test('what a table has no column for stays, and the rows that it has no more are named', () => {
  const of = caseOf(
    caseText(
      `fmea:
  - { subsystem: coder, mode: Lies, cause: Reward, detection: Audit }
  - { subsystem: coder, mode: Lies, cause: Other }
  - { subsystem: guard, mode: Sleeps }
`,
    ),
  );
  const read = readWorksheet('sheet.csv', 'subsystem,mode,detection\ncoder,Lies,\ncoder,Plots,Logs\n', names);
  if (!read.ok) throw new Error('not read');
  expect(completedRows(of, read)).toEqual({
    rows: [
      { subsystem: 'coder', mode: 'Lies', cause: 'Reward' },
      { subsystem: 'coder', mode: 'Plots', detection: 'Logs' },
    ],
    gone: [
      { subsystem: 'coder', mode: 'Lies', cause: 'Other' },
      { subsystem: 'guard', mode: 'Sleeps' },
    ],
  });
});

test('thousands of rows are changed in one go, and are not moved about one by one without end', () => {
  const modes = Array.from({ length: 2100 }, (_, at) => `Mode ${at}`);
  const text = caseText(
    `fmea:\n${modes.map((mode) => `  - { subsystem: coder, mode: ${mode} } # of ${mode}\n`).join('')}`,
  );
  const of = caseOf(text);
  const put = (rows: readonly string[]) =>
    importRows(
      of,
      new Map([['case.yaml', text]]),
      rows.map((mode) => ({ subsystem: 'coder', mode, cause: 'Reward', effect: 'Harm' })),
    );
  const started = performance.now();
  const result = put(modes);
  // A reading for each row takes a minute, one for each column a second or two.
  expect(performance.now() - started).toBeLessThan(20_000);
  if (!result.ok) throw new Error(result.reason);
  expect(result.changed.get('case.yaml')).toBe(
    text.replace(/mode: (Mode \d+) \}/g, 'mode: $1, cause: Reward, effect: Harm }'),
  );
  expect(put(modes.toReversed())).toMatchObject({
    ok: false,
    reason: expect.stringContaining('2099 rows stand in another order'),
  });
});

test('what a spreadsheet would run is guarded', () => {
  expect(
    printWorksheet([
      { subsystem: 'coder', mode: '=1+1', cause: '-5 °C', effect: "'quoted'", detection: '@home, "often"' },
    ]),
  ).toBe(
    `subsystem,mode,cause,effect,outcome,detection,arguedBy\r\ncoder,'=1+1,'-5 °C,'quoted',,"'@home, ""often""",\r\n`,
  );
});

describe('rows put into a case', () => {
  const text = caseText(`fmea:
  # gone through on 1 March
  - { subsystem: coder, mode: Drifts, cause: New prompt } # ask Ann
  - subsystem: guard
    mode: Sleeps
    outcome: leak
# behind it
`);
  const put = (rows: Parameters<typeof importRows>[2]) =>
    importRows(caseOf(text), new Map([['case.yaml', text]]), rows);
  const [first, second] = rowsOf(caseOf(text)) as [never, never];

  test('change only what changed', () => {
    const result = put([
      first,
      { ...(second as object), cause: 'Night', outcome: undefined } as never,
      { subsystem: 'coder', mode: 'Stops' },
    ]);
    expect(result).toEqual({
      ok: true,
      changed: new Map([
        ['case.yaml', text.replace('    outcome: leak\n', '    cause: Night\n  - subsystem: coder\n    mode: Stops\n')],
      ]),
    });
  });

  test('take the section away with the last of them', () => {
    const result = put([]);
    expect(result.ok && result.changed.get('case.yaml')).not.toContain('fmea');
  });

  test('stay in the file that has them, new ones behind the row before', () => {
    const one = caseText('fmea:\n  - { subsystem: coder, mode: A }\n');
    const two = 'fmea:\n  - { subsystem: guard, mode: B }\n';
    const files = [
      { path: 'case.yaml', text: one },
      { path: 'more.yaml', text: two },
    ];
    const of = caseOfFiles(files);
    const result = importRows(of, new Map(files.map(({ path, text: own }) => [path, own])), [
      { subsystem: 'coder', mode: 'A' },
      { subsystem: 'guard', mode: 'B' },
      { subsystem: 'guard', mode: 'C' },
    ]);
    expect(result).toEqual({
      ok: true,
      changed: new Map([['more.yaml', `${two}  - { subsystem: guard, mode: C }\n`]]),
    });
  });
});
