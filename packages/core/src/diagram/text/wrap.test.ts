import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from './clean.js';
import { piecesOf } from './pieces.js';
import { nameFont, textFont } from './proportions.js';
import { textWidth } from './text-width.js';
import { oneLine, wrap } from './wrap.js';

const room = { preferred: 190, most: 260, lines: 12 };

function wrapped(text: string, { preferred, most, lines } = room): readonly string[] {
  return wrap(piecesOf(linesOf(text), textFont, most), textFont, { preferred, most, lines }).map((line) => line.text);
}

describe('wrapping', () => {
  it('makes the lines of a text even', () => {
    expect(wrapped('The agent does not exfiltrate weights in the deployment window')).toEqual([
      'The agent does not',
      'exfiltrate weights in the',
      'deployment window',
    ]);
  });

  it.each([
    ['what fits on one line stays on it', 'Red-team control', ['Red-team control']],
    ['lines that the writer broke stay broken', 'a\n\nb c', ['a', '', 'b c']],
    [
      'a number keeps its per cent sign',
      'Statement of the advisor panel, all three below 1 %',
      ['Statement of the advisor', 'panel, all three below 1\u00a0%'],
    ],
    [
      'a word breaks after its hyphen',
      'watchdog-without-any-space-at-all-ever',
      ['watchdog-without-', 'any-space-at-all-ever'],
    ],
    [
      'an id stays whole, in brackets too',
      'it is untrustworthy in (G-leak-scoped) only',
      ['it is untrustworthy in', '(G-leak-scoped) only'],
    ],
    [
      'an id that fits no line breaks all the same',
      'G-watchdog-without-any-space-at-all-for-ever-and-one-day-more-and-on-it-goes',
      ['G-watchdog-without-any-', 'space-at-all-for-ever-and-', 'one-day-more-and-on-it-goes'],
    ],
    [
      'ideographs break anywhere but before a full stop',
      '模型权重不会在部署期间泄露因为监控。',
      ['模型权重不会在部署', '期间泄露因为监控。'],
    ],
    ['nothing makes no line', '', []],
  ])('%s', (_, text, lines) => {
    expect(wrapped(text)).toEqual(lines);
  });

  it('breaks inside a word only where the word fits no line, and never between a letter and its marks', () => {
    const [first, second] = wrapped(`short ${'é'.repeat(80)}`.normalize('NFD'));
    expect(first).toMatch(/^short$/);
    expect(second).toMatch(/^(?:e\u0301)+$/);
  });

  it('ends a text that is too long in an ellipsis, within the width', () => {
    const lines = wrapped('The agent does not exfiltrate weights. '.repeat(40));
    expect(lines).toHaveLength(12);
    expect(lines.at(-1)).toMatch(/\w…$/);
    expect(textWidth(lines.at(-1)!, 'regular', 14)).toBeLessThanOrEqual(260);
    expect(oneLine('x'.repeat(50), nameFont, 60).text).toMatch(/^x{3,}…$/);
  });

  it('loses nothing, fits, and is as narrow as its number of lines allows (1,000 random texts)', () => {
    const word = fc.stringMatching(/^[a-zé模😀ש.,()-]{1,12}$/u);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) => {
        const text = words.join(' ');
        const pieces = piecesOf(linesOf(text), textFont, room.most);
        const lines = wrap(pieces, textFont, room);
        expect(
          lines
            .map((line) => line.text)
            .join('')
            .replaceAll(' ', ''),
        ).toBe(text.replaceAll(' ', ''));
        for (const line of lines) {
          expect(line.width).toBeCloseTo(textWidth(line.text, 'regular', 14), 6);
          expect(line.width).toBeLessThanOrEqual(room.most);
        }
        const widest = Math.max(0, ...lines.map((line) => line.width));
        const narrower = wrap(pieces, textFont, { preferred: widest - 1.5, most: 0, lines: lines.length });
        if (widest <= room.preferred && lines.length > 1) {
          expect(narrower.map((line) => line.text).join('')).not.toBe(lines.map((line) => line.text).join(''));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
