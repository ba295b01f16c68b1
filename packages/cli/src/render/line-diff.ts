import type { Style } from './style.js';
import { clean } from './text.js';

const context = 2;

/** What changed between two texts of a file, line by line, with two lines of context. */
export function renderLineDiff(file: string, before: string, after: string, style: Style): string {
  const rows = rowsOf(linesOf(before), linesOf(after));
  const near = rows.map((_, index) =>
    rows.slice(Math.max(0, index - context), index + context + 1).some(({ sign }) => sign !== ' '),
  );
  const shown = rows.flatMap(({ sign, line, at }, index) => {
    if (!near[index]) return [];
    const head = index === 0 || near[index - 1] ? [] : [style.dim(`@@ line ${at}`)];
    const text = `${sign}${clean(line)}`;
    return [...head, sign === '+' ? style.green(text) : sign === '-' ? style.red(text) : text];
  });
  return [style.bold(clean(file)), ...shown].join('\n');
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\r?\n$/, '').split(/\r?\n/);
}

interface Row {
  readonly sign: ' ' | '+' | '-';
  readonly line: string;
  /** Line in the new text. */
  readonly at: number;
}

/** The shortest way from one list of lines to the other (Myers 1986): cheap where they differ in little. */
function rowsOf(a: readonly string[], b: readonly string[]): readonly Row[] {
  const trace: Map<number, number>[] = [];
  let ends = new Map<number, number>([[1, 0]]);
  for (let depth = 0; ; depth += 1) {
    trace.push(new Map(ends));
    const next = new Map(ends);
    for (let k = -depth; k <= depth; k += 2) {
      const down = k === -depth || (k !== depth && (ends.get(k - 1) ?? -1) < (ends.get(k + 1) ?? -1));
      let x = down ? (ends.get(k + 1) ?? 0) : (ends.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return walkBack(a, b, trace);
    }
    ends = next;
  }
}

function walkBack(a: readonly string[], b: readonly string[], trace: readonly Map<number, number>[]): readonly Row[] {
  const rows: Row[] = [];
  let [x, y] = [a.length, b.length];
  for (let depth = trace.length - 1; depth >= 0; depth -= 1) {
    const ends = trace[depth]!;
    const k = x - y;
    const down = k === -depth || (k !== depth && (ends.get(k - 1) ?? -1) < (ends.get(k + 1) ?? -1));
    const before = down ? k + 1 : k - 1;
    const fromX = ends.get(before) ?? 0;
    const fromY = fromX - before;
    while (x > Math.max(fromX, 0) && y > Math.max(fromY, 0)) {
      rows.push({ sign: ' ', line: a[x - 1]!, at: y });
      x -= 1;
      y -= 1;
    }
    if (depth === 0) break;
    if (down) rows.push({ sign: '+', line: b[y - 1]!, at: y });
    else rows.push({ sign: '-', line: a[x - 1]!, at: y + 1 });
    [x, y] = [fromX, fromY];
  }
  return rows.reverse();
}
