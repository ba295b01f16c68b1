import { cleanText } from './clean.js';
import { type Font, piecesOf } from './pieces.js';
import { wrap } from './wrap.js';

/** A text in at most `lines` lines of a width in pixels; the last ends in `…` where text is left over. */
export function wrapText(text: string, font: Font, width: number, lines: number): readonly string[] {
  const pieces = piecesOf(cleanText(text).split('\n'), font, width);
  return wrap(pieces, font, { preferred: width, most: width, lines }).map((line) => line.text);
}
