import { damaged } from './refusal.js';

/**
 * Numbers in Parquet's mixture of runs and packed bits, exactly `count` of them: no run may give more, whatever its
 * header says. Packed bits come in eights, of which the last may be padding.
 */
export function decodeRuns(bytes: Uint8Array, from: number, to: number, bitWidth: number, count: number): Uint32Array {
  if (bitWidth > 32) throw damaged(`numbers of ${bitWidth} bits`);
  const out = new Uint32Array(count);
  if (bitWidth === 0) return out;
  const width = (bitWidth + 7) >> 3;
  let at = from;
  let seen = 0;
  while (seen < count) {
    const [header, next] = varint(bytes, at, to);
    at = next;
    const packed = header % 2 === 1;
    const groups = Math.floor(header / 2);
    if (packed) {
      const length = groups * bitWidth;
      if (groups === 0 || groups * 8 >= count - seen + 8 || at + length > to) throw cut();
      const many = Math.min(groups * 8, count - seen);
      for (let i = 0; i < many; i++) out[seen + i] = bitsAt(bytes, at, i * bitWidth, bitWidth);
      seen += many;
      at += length;
    } else {
      if (groups === 0 || groups > count - seen || at + width > to) throw cut();
      let value = 0;
      for (let i = 0; i < width; i++) value += bytes[at + i]! * 2 ** (8 * i);
      out.fill(value, seen, seen + groups);
      seen += groups;
      at += width;
    }
  }
  return out;
}

function cut(): Error {
  return damaged('a page holds more or fewer values than it says');
}

function varint(bytes: Uint8Array, from: number, to: number): readonly [value: number, next: number] {
  let value = 0;
  for (let at = from, factor = 1; at < to && at < from + 5; at++, factor *= 128) {
    const byte = bytes[at]!;
    value += (byte & 127) * factor;
    if (byte < 128) return [value, at + 1];
  }
  throw cut();
}

/** Little-endian bits that start `bit` bits behind `at`. */
function bitsAt(bytes: Uint8Array, at: number, bit: number, width: number): number {
  let value = 0;
  for (let taken = 0; taken < width; ) {
    const position = bit + taken;
    const offset = position & 7;
    const some = Math.min(8 - offset, width - taken);
    value += ((bytes[at + (position >> 3)]! >> offset) & ((1 << some) - 1)) * 2 ** taken;
    taken += some;
  }
  return value;
}
