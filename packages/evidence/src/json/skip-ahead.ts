import { isEscapable, isHex, isWord, isWordByte } from './word.js';

/** What may come next in a container that is passed over. */
export const next = { value: 0, valueOrEnd: 1, key: 2, keyOrEnd: 3, colon: 4, commaOrEnd: 5 } as const;

/** Where a walk over containers of which nothing is kept stands. It is changed in place: there is one for each reader. */
export interface Walk {
  /** Of the chunk: where the next token starts. */
  at: number;
  /** One of `next`. */
  expect: number;
  /** Containers that are open; those below `floor` are not the walk's. */
  depth: number;
  floor: number;
  /** 1 for an array, by depth. */
  readonly arrays: Uint8Array;
  /** Lines that ended since the walk began, and where in the chunk the last of them did; -1 where none. */
  lines: number;
  newline: number;
}

export function newWalk(deepest: number): Walk {
  const arrays = new Uint8Array(deepest + 1);
  return { at: 0, expect: next.value, depth: 0, floor: 0, arrays, lines: 0, newline: -1 };
}

/** Bytes of a run of plain text that are looked at; the rest is searched for its end. */
const walked = 64;
const longestWord = 1024;
/** 1 for the bytes that end a run of plain text: the quote, the backslash, and control characters. */
export const endsRun = Uint8Array.from({ length: 256 }, (_, byte) => (byte < 32 || byte === 34 || byte === 92 ? 1 : 0));

/** Finds where runs of plain text end in one chunk. */
export interface Runs {
  /** The next quote or backslash, or control character within the first bytes; else the end of the chunk. */
  end(from: number): number;
}

/** Four bytes at a time, and where a run goes on for long, by the search of the platform; each is searched for once. */
export function runsOf(chunk: Buffer): Runs {
  const { length, byteOffset } = chunk;
  // The words of the whole memory that the chunk is in, of which it need not begin with one.
  const words = new Int32Array(chunk.buffer, 0, chunk.buffer.byteLength >> 2);
  let nextBackslash = -1;
  let nextQuote = -1;
  return {
    end(from) {
      const near = Math.min(length, from + walked);
      let i = from;
      while (i < near && ((byteOffset + i) & 3) !== 0) {
        if (endsRun[chunk[i]!] === 1) return i;
        i += 1;
      }
      for (; i + 4 <= near; i += 4) {
        const word = words[(byteOffset + i) >> 2]!;
        const quote = word ^ 0x22222222;
        const backslash = word ^ 0x5c5c5c5c;
        // A byte borrows from the next above it, and so sets its own highest bit, where it is 0; of the word, below 32.
        const quotes = (quote - 0x01010101) & ~quote;
        const backslashes = (backslash - 0x01010101) & ~backslash;
        const controls = (word - 0x20202020) & ~word;
        if (((quotes | backslashes | controls) & 0x80808080) !== 0) break;
      }
      while (i < near && endsRun[chunk[i]!] === 0) i += 1;
      if (i < near || i === length) return i;
      if (nextBackslash < i) nextBackslash = positionOf(chunk, 92, i);
      if (nextQuote < i) nextQuote = positionOf(chunk, 34, i);
      return Math.min(nextQuote, nextBackslash);
    },
  };
}

function positionOf(chunk: Buffer, byte: number, from: number): number {
  const found = chunk.indexOf(byte, from);
  return found < 0 ? chunk.length : found;
}

/**
 * Walks over containers of which nothing is kept, as far as all is well: to the end of the one that `floor` names, or to
 * the start of a token that is no JSON, that opens more than `deepest` containers, or that the chunk does not hold to
 * its end. What stands there is then for the reader itself, which knows all that can be wrong; this knows what is right.
 */
export function skipAhead(chunk: Buffer, runs: Runs, walk: Walk, deepest: number): void {
  const { length } = chunk;
  const { arrays, floor } = walk;
  let { at, expect, depth } = walk;
  while (at < length && depth > floor) {
    const byte = chunk[at]!;
    if (byte === 34) {
      if (expect > next.keyOrEnd) break;
      const end = textEnd(chunk, runs, at + 1);
      if (end < 0) break;
      at = end;
      expect = expect < next.key ? next.commaOrEnd : next.colon;
    } else if (byte === 44) {
      if (expect !== next.commaOrEnd) break;
      expect = arrays[depth] === 1 ? next.value : next.key;
      at += 1;
    } else if (byte === 58) {
      if (expect !== next.colon) break;
      expect = next.value;
      at += 1;
    } else if (byte === 32 || byte === 13 || byte === 9) {
      at += 1;
    } else if (byte === 10) {
      walk.lines += 1;
      walk.newline = at;
      at += 1;
    } else if (byte === 123 || byte === 91) {
      if (expect > next.valueOrEnd || depth >= deepest) break;
      depth += 1;
      arrays[depth] = byte === 91 ? 1 : 0;
      expect = byte === 91 ? next.valueOrEnd : next.keyOrEnd;
      at += 1;
    } else if (byte === 125 || byte === 93) {
      const array = byte === 93;
      if (expect !== next.commaOrEnd && expect !== (array ? next.valueOrEnd : next.keyOrEnd)) break;
      if ((arrays[depth] === 1) !== array) break;
      // The end of the container itself is the reader's to see.
      if (depth === floor + 1) break;
      depth -= 1;
      expect = next.commaOrEnd;
      at += 1;
    } else {
      if (expect > next.valueOrEnd) break;
      const end = wordEnd(chunk, at);
      if (end < 0) break;
      at = end;
      expect = next.commaOrEnd;
    }
  }
  walk.at = at;
  walk.expect = expect;
  walk.depth = depth;
}

/** Behind the quote that ends the text; -1 where the chunk does not hold it, or the text is none. */
function textEnd(chunk: Buffer, runs: Runs, from: number): number {
  const { length } = chunk;
  for (let i = from; ; ) {
    // Most keys and values are short.
    const near = Math.min(length, i + 8);
    while (i < near && endsRun[chunk[i]!] === 0) i += 1;
    if (i === near) i = runs.end(i);
    if (i >= length) return -1;
    const byte = chunk[i]!;
    if (byte === 34) return i + 1;
    if (byte !== 92 || i + 1 >= length) return -1;
    const after = chunk[i + 1]!;
    if (after === 117) {
      if (i + 6 > length) return -1;
      for (let digit = i + 2; digit < i + 6; digit++) if (!isHex(chunk[digit]!)) return -1;
      i += 6;
    } else if (isEscapable(after)) i += 2;
    else return -1;
  }
}

/** Where the number or bare word ends; -1 where the chunk may not hold all of it, or it is none. */
function wordEnd(chunk: Buffer, from: number): number {
  let i = from;
  while (i < chunk.length && isWordByte(chunk[i]!)) i += 1;
  return i === from || i === chunk.length || i - from > longestWord || !isWord(chunk, from, i) ? -1 : i;
}
