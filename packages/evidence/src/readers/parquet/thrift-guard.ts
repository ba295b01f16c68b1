import { damaged, tooLarge } from './refusal.js';

/** Nesting of what a Parquet file says of itself; the format needs some ten levels. */
const deepest = 32;
/** Bytes of a number of 64 bits with seven in each. */
const longestVarint = 10;

/**
 * Walks a struct of Thrift's compact protocol without building it, and returns where it ends. The decoder behind this
 * reserves what lists say that they hold, takes numbers of any length and nests as deep as it is told to.
 */
export function checkThrift(bytes: Uint8Array, from: number, mostValues: number): number {
  let at = from;
  let values = 0;

  function byte(): number {
    if (at >= bytes.length) throw damaged('what the file says of itself is cut off');
    return bytes[at++]!;
  }

  function varint(): number {
    let value = 0;
    for (let i = 0, factor = 1; i < longestVarint; i++, factor *= 128) {
      const next = byte();
      value += (next & 127) * factor;
      if (next < 128) return value;
    }
    throw damaged('what the file says of itself holds a number of more than 64 bits');
  }

  function pass(length: number): void {
    if (length > bytes.length - at) throw damaged('what the file says of itself is cut off');
    at += length;
  }

  function list(depth: number): void {
    const head = byte();
    const size = head >> 4 === 15 ? varint() : head >> 4;
    // Each element takes a byte or more.
    if (size > bytes.length - at)
      throw damaged('what the file says of itself holds a list that is longer than the file');
    const type = head & 15;
    for (let i = 0; i < size; i++) element(type === 1 || type === 2 ? 3 : type, depth);
  }

  function struct(depth: number): void {
    if (depth > deepest)
      throw damaged('what the file says of itself is nested too deeply', `at most ${deepest} levels`);
    for (let head = byte(); (head & 15) !== 0; head = byte()) {
      if (head >> 4 === 0) varint();
      element(head & 15, depth);
    }
  }

  function element(type: number, depth: number): void {
    values += 1;
    if (values > mostValues) throw tooLarge('the file says too much of itself', `at most ${mostValues} values`);
    switch (type) {
      case 1:
      case 2:
        return;
      case 3:
        pass(1);
        return;
      case 4:
      case 5:
      case 6:
        varint();
        return;
      case 7:
        pass(8);
        return;
      case 8:
        pass(varint());
        return;
      case 9:
        if (depth >= deepest)
          throw damaged('what the file says of itself is nested too deeply', `at most ${deepest} levels`);
        list(depth + 1);
        return;
      case 12:
        struct(depth + 1);
        return;
      default:
        throw damaged('what the file says of itself is of no known kind');
    }
  }

  struct(1);
  return at;
}

/**
 * Walks delta-packed numbers the same way, and refuses what the decoder would believe: blocks of a size that cannot be,
 * numbers without end, differences of more bits than the numbers have.
 */
export function checkDeltas(bytes: Uint8Array, from: number, count: number, bits: 32 | 64): void {
  let at = from;
  const varint = (): number => {
    let value = 0;
    for (let i = 0, factor = 1; i < longestVarint && at < bytes.length; i++, factor *= 128) {
      const next = bytes[at++]!;
      value += (next & 127) * factor;
      if (next < 128) return value;
    }
    throw damaged('a delta block is cut off, or holds a number without end');
  };
  const block = varint();
  const parts = varint();
  const each = block / parts;
  if (!(block > 0 && block <= 1 << 20 && parts > 0 && parts <= 4096 && Number.isInteger(each) && each % 8 === 0))
    throw damaged('a delta block has no such size');
  varint();
  varint();
  for (let seen = 1; seen < count; ) {
    varint();
    const widths = bytes.subarray(at, at + parts);
    at += parts;
    if (widths.length < parts) throw damaged('a delta block is cut off');
    for (const width of widths) {
      if (seen >= count) break;
      if (width > bits) throw damaged(`a delta block has differences of ${width} bits`);
      at += (each * width) / 8;
      seen += each;
    }
  }
}
