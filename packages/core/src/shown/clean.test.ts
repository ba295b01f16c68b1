import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, cleanLines, entities, isClean } from './index.js';

describe('text', () => {
  it.each([
    ['stays as it is: “Größe” – 3 × 5 😀', 'stays as it is: “Größe” – 3 × 5 😀'],
    ['two\n  lines\u2028three', 'two lines three'],
    ['turned \u202edetroppus\u202c', 'turned \ufffddetroppus\ufffd'],
    ['bell \u0007, half a pair \ud800', 'bell \ufffd, half a pair \ufffd'],
    ['no characters \ufffe\uffff', 'no characters \ufffd\ufffd'],
    [' a space at an end may lead to what stands beside it ', ' a space at an end may lead to what stands beside it '],
  ])('is cleaned: %j', (text, shown) => {
    expect(clean(text)).toBe(shown);
  });

  it('that is clean stays as it is, and cleaning again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = clean(text);
        if (isClean(text)) expect(shown).toBe(text);
        expect(clean(shown)).toBe(shown);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069\ufffe\uffff]| {2}/u);
      }),
      { numRuns: 2000 },
    );
  });

  it('is escaped where it would be markup', () => {
    expect(entities(`<b a="1" c='2'>&amp;`)).toBe('&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;');
    expect(entities('plain')).toBe('plain');
  });
});

it('lines and their indentation are kept where there are several, and nothing else', () => {
  expect(cleanLines('a:\n    b:  c\n\u202ed\n')).toBe('a:\n    b: c\n\ufffdd\n');
});
