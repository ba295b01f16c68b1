import { describe, expect, it } from 'vitest';
import { cleanText, linesOf } from './clean.js';

describe('text as it may be drawn', () => {
  it.each([
    ['plain text stays', 'Weights of Coder-2, é, ħ, Ж, 模', 'Weights of Coder-2, é, ħ, Ж, 模'],
    ['white space is one space', '  a \t b\r\nc  ', 'a b c'],
    ['a space that must not break stays', '2\u00a0%', '2\u00a0%'],
    ['control characters are replaced', 'a\u0000b\u001bc\u0085d\u007f', 'a\ufffdb\ufffdc d\ufffd'],
    ['marks that turn the direction are replaced', 'not \u202edetroppus\u202c', 'not \ufffddetroppus\ufffd'],
    ['half a surrogate pair is replaced', 'a\ud800b', 'a\ufffdb'],
    ['whole pairs stay', 'a😀b', 'a😀b'],
    ['what XML forbids is replaced', 'a\uffffb\ufffec', 'a\ufffdb\ufffdc'],
  ])('%s', (_, text, shown) => {
    expect(cleanText(text)).toBe(shown);
    expect(cleanText(shown)).toBe(shown);
  });
});

describe('lines that the writer broke', () => {
  it.each([
    ['one', 'a b', ['a b']],
    ['each kind of line end', 'a\r\nb\nc\rd\u2028e', ['a', 'b', 'c', 'd', 'e']],
    ['blank lines at the ends go, several in the middle are one', '\n\na\n\n\nb\n \n', ['a', '', 'b']],
    ['nothing', '', []],
  ])('%s', (_, text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });

  it('a text that no node shows whole is cut where it is long', () => {
    const [line = ''] = linesOf('x'.repeat(1_000_000));
    expect(line).toBe(`${'x'.repeat(2000)}…`);
    expect(linesOf(`${'x'.repeat(1999)}😀`)[0]).toBe(`${'x'.repeat(1999)}…`);
  });
});
