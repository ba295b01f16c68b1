import type { Position, SourceRange } from '../case/index.js';

/** Where the lines of a text start, so that an offset becomes line and column by bisection. */
export interface LineTable {
  readonly file: string;
  /** Offset of the first character of each line. */
  readonly starts: readonly number[];
  position(offset: number): Position;
  range(start: number, end: number): SourceRange;
}

/** Lines end at LF (a CR before it belongs to the line). A byte order mark takes no column, as in editors. */
export function lineTable(file: string, text: string): LineTable {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const bom = text.startsWith('\uFEFF') ? 1 : 0;

  function position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    const column = at - starts[low]! + 1 - (low === 0 ? bom : 0);
    return { offset: at, line: low + 1, column: Math.max(1, column) };
  }

  return {
    file,
    starts,
    position,
    range: (start, end) => ({ file, start: position(start), end: position(Math.max(start, end)) }),
  };
}
