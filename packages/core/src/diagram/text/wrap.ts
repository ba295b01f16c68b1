import { type FilledLine, fill, holdsAll, type Line, textOf, written } from './fill.js';
import { type Font, type Piece, piecesOf } from './pieces.js';
import { textWidth } from './text-width.js';

/**
 * At most `lines` lines, as even as that number allows where the text fits within `preferred` pixels, else up to
 * `most` wide; the last ends in `…` where text is left over. No piece may be wider than `most`.
 */
export function wrap(
  pieces: readonly Piece[],
  font: Font,
  { preferred, most, lines }: { readonly preferred: number; readonly most: number; readonly lines: number },
): readonly Line[] {
  const greedy = fill(pieces, () => preferred, lines);
  return holdsAll(greedy, pieces)
    ? written(balanced(pieces, greedy, preferred), pieces)
    : cut(pieces, () => most, font, lines);
}

/** As many lines as there is room for, the last of them ending in `…` where text is left over. */
export function cut(
  pieces: readonly Piece[],
  widthOf: (line: number) => number,
  font: Font,
  lines: number,
): readonly Line[] {
  const filled = fill(pieces, widthOf, lines);
  const last = filled.at(-1);
  if (last === undefined || holdsAll(filled, pieces)) return written(filled, pieces);
  const room = widthOf(filled.length - 1);
  let { to } = last;
  while (to > last.from + 1 && ended(textOf(pieces, last.from, to), font).width > room) to--;
  const characters = [...textOf(pieces, last.from, to)];
  while (characters.length > 0 && ended(characters.join(''), font).width > room) characters.pop();
  return [...written(filled.slice(0, -1), pieces), ended(characters.join(''), font)];
}

/** A short text on one line, cut to a width. */
export function oneLine(text: string, font: Font, most: number): Line {
  return cut(piecesOf([text], font, most), () => most, font, 1)[0] ?? { text: '', width: 0 };
}

function ended(text: string, { weight, size }: Font): Line {
  const whole = `${text.replace(/[\s,;:.]+$/, '')}…`;
  return { text: whole, width: textWidth(whole, weight, size) };
}

/** The narrowest lines of the same number, found by halving, to a pixel. */
function balanced(pieces: readonly Piece[], greedy: readonly FilledLine[], preferred: number): readonly FilledLine[] {
  if (greedy.length < 2) return greedy;
  let best = greedy;
  let low = 0;
  let high = preferred;
  while (high - low > 1) {
    const middle = (low + high) / 2;
    const lines = fill(pieces, () => middle, greedy.length);
    if (holdsAll(lines, pieces)) {
      best = lines;
      high = middle;
    } else low = middle;
  }
  return best;
}
