import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Parser } from 'yaml';
import { format, formatCheck } from './format.js';
import { modelOf, openValid, sorted } from './model.testing.js';
import { styledText } from './texts.testing.js';

/** The comments of a text, in no order. */
function comments(text: string): readonly string[] {
  const found: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const token = value as { type?: unknown; source?: unknown };
    if (token.type === 'comment' && typeof token.source === 'string') found.push(token.source.trimEnd());
    for (const part of Object.values(value)) collect(part);
  };
  for (const token of new Parser().parse(text)) collect(token);
  return found.sort();
}

test('formatting keeps data and comments, and formatting again changes nothing', () => {
  let made = 0;
  fc.assert(
    fc.property(styledText, (text) => {
      const document = openValid(text);
      fc.pre(document?.yaml != null && modelOf(document).kind === 'map');
      const result = format(text);
      if (!result.ok) throw new Error(`${result.reason}\n${text}`);
      made += 1;
      const context = `${text}\n--->\n${result.text}`;
      const after = openValid(result.text);
      if (after === undefined) throw new Error(`Not YAML: ${context}`);
      expect(sorted(modelOf(after)), context).toEqual(sorted(modelOf(document!)));
      expect(comments(result.text), context).toEqual(comments(text));
      const again = format(result.text);
      expect(again.ok && again.text, `${context}\n--->\n${again.ok ? again.text : again.reason}`).toBe(result.text);
      expect(formatCheck(result.text)).toEqual({ ok: true, formatted: true });
      expect(result.text.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
      if (!text.includes('\r')) expect(result.text.includes('\r'), context).toBe(false);
      else if (document!.eol === '\r\n') expect(result.text.replaceAll('\r\n', '').includes('\n'), context).toBe(false);
    }),
    { numRuns: 1400 },
  );
  expect(made).toBeGreaterThan(1000);
});
