/** A text with the ranges that were marked in it: `a <|b|> c` is `a b c` with the range of `b`. */
export interface Marked {
  readonly text: string;
  /** Offsets of the marked ranges, in the order of their starts. */
  readonly ranges: readonly {
    readonly start: number;
    readonly end: number;
    readonly line: number;
    readonly column: number;
  }[];
}

/** Takes the marks `<|` and `|>` out of a text; they may nest. */
export function marked(text: string): Marked {
  const open: number[] = [];
  const ranges: { start: number; end: number; line: number; column: number }[] = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const sign = text.slice(at, at + 2);
    if (sign === '<|') open.push(plain.length);
    else if (sign === '|>') {
      const start = open.pop();
      if (start === undefined) throw new Error('a mark is closed that was not opened');
      const before = plain.slice(0, start);
      const line = before.split('\n').length;
      ranges.push({ start, end: plain.length, line, column: start - before.lastIndexOf('\n') });
    } else {
      plain += text[at];
      at += 1;
      continue;
    }
    at += 2;
  }
  if (open.length > 0) throw new Error('a mark is not closed');
  return { text: plain, ranges: ranges.sort((a, b) => a.start - b.start) };
}
