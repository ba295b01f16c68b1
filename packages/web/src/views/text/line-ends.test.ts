import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromEditor, lineEndsOf, offsetInEditor, offsetInFile, toEditor } from './line-ends.js';

const text = fc
  .array(fc.constantFrom('a', 'bc', '\n', '\r\n', '\r', ''), { maxLength: 12 })
  .map((parts) => parts.join(''));

describe('line ends', () => {
  it('come back as they were, whatever they are', () => {
    fc.assert(
      fc.property(text, (file) => {
        const ends = lineEndsOf(file);
        const shown = toEditor(ends, file);
        expect(fromEditor(ends, shown)).toBe(file);
        if (ends.crlf) expect(shown).not.toContain('\r');
      }),
    );
  });

  it('keep offsets at what they point at', () => {
    const file = 'one\r\ntwo\r\nthree';
    const ends = lineEndsOf(file);
    const shown = toEditor(ends, file);
    expect(offsetInFile(ends, shown, shown.indexOf('three'))).toBe(file.indexOf('three'));
    expect(offsetInEditor(ends, file, file.indexOf('two'))).toBe(shown.indexOf('two'));
  });
});
