import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guarded, unguarded } from './guard.js';
import { columns, importRows, printWorksheet, readWorksheet, rowsOf } from './index.js';
import { caseOf, caseText, names, row } from './worksheet.testing.js';

const rows = fc.array(row, { maxLength: 6 });

test('rows come back from CSV as they were, and print the same again', () => {
  fc.assert(
    fc.property(rows, (some) => {
      const text = printWorksheet(some);
      expect(readWorksheet('sheet.csv', text, names)).toEqual({ ok: true, rows: some, columns });
      // With LF in place of CRLF between records, and a byte order mark, as other programs write it.
      if (some.some((one) => Object.values(one).some((cell) => /[\r\n]/.test(cell)))) return;
      expect(readWorksheet('sheet.csv', `\uFEFF${text.replaceAll('\r\n', '\n')}`, names)).toEqual({
        ok: true,
        rows: some,
        columns,
      });
    }),
    { numRuns: 200 },
  );
});

test('no cell starts like a formula, and every text comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '＝', 'a') }), (text) => {
      expect(guarded(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      expect(unguarded(guarded(text))).toBe(text);
    }),
  );
});

test('the text of a case takes any rows in place of any others, and gives them back in their order', () => {
  fc.assert(
    fc.property(rows, rows, fc.boolean(), (before, after, kept) => {
      const empty = caseText('# the end\n');
      const write = (text: string, some: typeof before) => {
        const result = importRows(caseOf(text), new Map([['case.yaml', text]]), some);
        if (!result.ok) throw new Error(result.reason);
        return result.changed.get('case.yaml') ?? text;
      };
      const first = write(empty, before);
      expect(rowsOf(caseOf(first))).toEqual(before);
      // Some rows stay, in the other order.
      const wanted = kept ? [...after, ...before.toReversed()] : after;
      const second = write(first, wanted);
      expect(rowsOf(caseOf(second))).toEqual(wanted);
      expect(second.startsWith(empty.replace('# the end\n', ''))).toBe(true);
      // The same rows once more change no byte.
      expect(importRows(caseOf(second), new Map([['case.yaml', second]]), wanted)).toEqual({
        ok: true,
        changed: new Map(),
      });
    }),
    { numRuns: 60 },
  );
});

test('any text at all is read as rows or gets findings inside it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'subsystem,mode\n"\r;\tcoder=') }), (text) => {
      const read = readWorksheet('sheet.csv', text, names);
      if (read.ok) return;
      expect(read.diagnostics).not.toEqual([]);
      for (const { range, severity } of read.diagnostics) {
        expect(severity).toBe('error');
        expect(range.start.offset).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 200 },
  );
});
