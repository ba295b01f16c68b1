import { describe, expect, test } from 'vitest';
import { marked } from '../marked.testing.js';
import { parse } from '../parse.js';
import { badTexts } from './bad-texts.testing.js';

const head = { path: 'zz.yaml', text: 'surety: 1\ncase: { id: x, title: X }\n' };

describe.each(badTexts)('$fault', ({ text: withMarks, found }) => {
  const { text, ranges } = marked(withMarks);
  const parsed = parse([{ path: 'a.yaml', text }, head]);

  test('says what happened, and where', () => {
    const expected = found.map(({ fix, severity = 'error', ...rest }, index) => {
      const { start, end, line, column } = ranges[index]!;
      return {
        severity,
        ...rest,
        ...(fix === undefined ? {} : { fix: [{ file: 'a.yaml', start, end, text: fix }] }),
        line,
        column,
        start,
        end,
      };
    });
    const actual = parsed.diagnostics.map(({ range, related: _, ...rest }) => {
      expect(range.file).toBe('a.yaml');
      const { line, column, offset: start } = range.start;
      return { ...rest, line, column, start, end: range.end.offset };
    });
    expect(actual).toEqual(expected);
  });

  test('gives a case exactly where there is no error', () => {
    const errors = found.some(({ severity = 'error' }) => severity === 'error');
    expect(parsed.case === null).toBe(errors);
  });

  test('every mend takes its finding away', () => {
    for (const [index, { fix, code }] of found.entries()) {
      if (fix === undefined) continue;
      const { start, end } = ranges[index]!;
      const mended = parse([{ path: 'a.yaml', text: text.slice(0, start) + fix + text.slice(end) }, head]);
      const again = mended.diagnostics.filter((one) => one.code === code && one.range.start.offset === start);
      expect(again).toEqual([]);
    }
  });
});
