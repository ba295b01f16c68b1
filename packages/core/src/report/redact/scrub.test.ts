import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scrubOf, withheldWord } from './scrub.js';

const none: ReadonlySet<string> = new Set();

describe('taking out what is withheld', () => {
  it.each([
    ['Ada signed', ['Ada'], `${withheldWord} signed`],
    ['Adam and Ada-Lena', ['Ada'], `Adam and ${withheldWord}-Lena`],
    ['logs/a.eval is missing', ['a.eval', 'logs/a.eval'], `${withheldWord} is missing`],
    ['logs/a b/c (1).eval: no rows', ['logs'], `${withheldWord}: no rows`],
    ['30 runs (logs/a.eval was added; logs/b, and more)', ['logs'], `30 runs (${withheldWord}`],
    ['Since build 2026-11-16 (see [x]) it reads.', ['Since build 2026-11-16 (see [x]) it reads'], `${withheldWord}.`],
    ['++x++', ['++x++'], withheldWord],
    ['Adaa', ['Ada'], 'Adaa'],
  ])('%s', (text, secrets, shown) => {
    expect(scrubOf(secrets, none, none).literal(text)).toBe(shown);
  });

  it('leaves none of them in any text', () => {
    // Signs that mean something to patterns, and nothing of which the word for them is made.
    const sign = fc.constantFrom(...'0123456789.-+*?(){}^$|/\\');
    const secret = fc.string({ unit: sign, minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(fc.uniqueArray(secret, { minLength: 1, maxLength: 4 }), fc.array(fc.nat(5)), (secrets, order) => {
        const text = order.map((at) => secrets[at] ?? 'and').join(' ');
        const left = scrubOf(secrets, none, none).literal(text).split(' ');
        for (const one of secrets) expect(left).not.toContain(one);
      }),
    );
  });

  it('takes the whole of a text that quotes in part', () => {
    const { derived } = scrubOf([], new Set(['bastion']), none);
    expect(derived('The copy lacks the bastion…')).toBe(withheldWord);
    expect(derived('The copy lacks nothing')).toBe('The copy lacks nothing');
  });

  it('takes the numbers of a text that names what is withheld, not its dates and ids', () => {
    const { derived } = scrubOf([], none, new Set(['Sn1']));
    expect(derived('The doubt of Sn1 rises from 5.44e-4 to 0.00255 (3 of 1,200, G2, 2026-11-16)')).toBe(
      `The doubt of Sn1 rises from ${withheldWord} to ${withheldWord} (${withheldWord} of ${withheldWord}, G2, 2026-11-16)`,
    );
    expect(derived('Sn1.inference is 0.5.')).toBe(`Sn1.inference is ${withheldWord}.`);
    expect(derived('The doubt of Sn10 is 0.5')).toBe('The doubt of Sn10 is 0.5');
  });
});
