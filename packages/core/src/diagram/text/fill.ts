import type { Piece } from './pieces.js';

/** A line of text. */
export interface Line {
  readonly text: string;
  readonly width: number;
}

/** A line that was filled. */
export interface FilledLine {
  readonly width: number;
  /** The pieces that it is made of: from, and up to but not including. */
  readonly from: number;
  readonly to: number;
}

/**
 * Pieces set into lines, each as full as it can be; `widthOf` says how wide the line with that number may be. Stops
 * after `most` lines, and before a piece that is wider than its line.
 */
export function fill(pieces: readonly Piece[], widthOf: (line: number) => number, most: number): readonly FilledLine[] {
  const lines: FilledLine[] = [];
  for (let from = 0; from < pieces.length && lines.length < most; ) {
    const limit = widthOf(lines.length);
    let { width } = pieces[from]!;
    if (width > limit) break;
    let to = from + 1;
    while (to < pieces.length && !pieces[to - 1]!.ends) {
      const wider = width + pieces[to - 1]!.space + pieces[to]!.width;
      if (wider > limit) break;
      width = wider;
      to++;
    }
    lines.push({ width, from, to });
    from = to;
  }
  return lines;
}

/** The lines with their text; most fillings are only tried. */
export function written(lines: readonly FilledLine[], pieces: readonly Piece[]): readonly Line[] {
  return lines.map(({ width, from, to }) => ({ text: textOf(pieces, from, to), width }));
}

/** Whether nothing is left over. */
export function holdsAll(lines: readonly FilledLine[], pieces: readonly Piece[]): boolean {
  return (lines.at(-1)?.to ?? 0) === pieces.length;
}

/** The text of some pieces, without the space behind the last. */
export function textOf(pieces: readonly Piece[], from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) {
    const piece = pieces[at]!;
    text += piece.text;
    if (piece.space > 0 && at < to - 1) text += ' ';
  }
  return text;
}
