import { fallbackRows, pictures, wide, withoutWidth } from './font.generated.js';

/** Code points from the first to the last. */
type Range = readonly [first: number, last: number];

const rows = new Map(fallbackRows.flatMap(([first, widths]) => widths.map((width, at) => [first + at, width])));
const marks = rangesOf(withoutWidth);
const ideographs = rangesOf(wide);
const emoji = rangesOf(pictures);

/** Scripts with letters that are wider than they are high: Tamil to Sinhala, Myanmar, Javanese, cuneiform and Egyptian. */
const wideScripts: readonly Range[] = [
  [0x0b80, 0x0dff],
  [0x1000, 0x109f],
  [0xa980, 0xa9df],
  [0x12000, 0x1254f],
  [0x13000, 0x143ff],
];

/** Ligatures and dashes that are far wider than their kind, and the selector that makes a picture of the sign before it. */
const giants: ReadonlyMap<number, number> = new Map([
  [0x2e3a, 200],
  [0x2e3b, 300],
  [0xfdfa, 300],
  [0xfdfb, 200],
  [0xfdfc, 200],
  [0xfdfd, 900],
  [0xfe0f, 90],
]);

/**
 * Hundredths of an em that a character outside the embedded font may take, whatever font stands in: the widest of its
 * row in DejaVu Sans and Liberation Sans, else by its kind. Cautious: too much room, never too little.
 */
export function strangerWidth(code: number): number {
  const giant = giants.get(code);
  if (giant !== undefined) return giant;
  if (isIn(marks, code)) return 0;
  if (isIn(emoji, code)) return 140;
  if (isIn(ideographs, code)) return 100;
  return rows.get(code >> 4) ?? (isIn(wideScripts, code) ? 200 : 110);
}

/** Whether a character belongs to the one before it: a mark, a joiner, the tone of an emoji. */
export function isFollower(code: number): boolean {
  return code === 0xfe0f || (code >= 0x1f3fb && code <= 0x1f3ff) || isIn(marks, code);
}

function rangesOf(gaps: readonly number[]): readonly Range[] {
  const ranges: Range[] = [];
  let last = 0;
  for (let at = 0; at < gaps.length; at += 2) {
    const first = last + gaps[at]!;
    last = first + gaps[at + 1]!;
    ranges.push([first, last]);
  }
  return ranges;
}

function isIn(ranges: readonly Range[], code: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]![1] < code) low = middle + 1;
    else high = middle;
  }
  return low < ranges.length && ranges[low]![0] <= code;
}
