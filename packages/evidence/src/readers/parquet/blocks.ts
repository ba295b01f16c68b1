import { damaged } from './refusal.js';

/**
 * Snappy and LZ4 blocks, expanded to exactly the length that the page header states. Written here and not taken from
 * hyparquet-compressors 1.1.2: its LZ4 fails on the empty block that Arrow writes and fills a short one with zeros, and
 * the snappy of hyparquet 1.33 goes backwards at a negative length.
 */

/** What has been written so far, and what may still be read. */
interface Block {
  readonly input: Uint8Array;
  readonly output: Uint8Array;
  from: number;
  written: number;
}

function cut(): Error {
  return damaged('a page cannot be expanded to what its header says');
}

function byte(block: Block): number {
  if (block.from >= block.input.length) throw cut();
  return block.input[block.from++]!;
}

function little(block: Block, bytes: number): number {
  let value = 0;
  for (let i = 0; i < bytes; i++) value += byte(block) * 2 ** (8 * i);
  return value;
}

function literal(block: Block, length: number): void {
  const { input, output, from, written } = block;
  if (length > input.length - from || length > output.length - written) throw cut();
  output.set(input.subarray(from, from + length), written);
  block.from += length;
  block.written += length;
}

/** Repeats what was written before; may overlap what it writes. */
function copy(block: Block, offset: number, length: number): void {
  const { output, written } = block;
  if (offset === 0 || offset > written || length > output.length - written) throw cut();
  if (offset >= length) output.copyWithin(written, written - offset, written - offset + length);
  else for (let at = written; at < written + length; at++) output[at] = output[at - offset]!;
  block.written += length;
}

function finished({ output, written }: Block): Uint8Array {
  if (written !== output.length) throw cut();
  return output;
}

/** https://github.com/google/snappy/blob/main/format_description.txt */
export function expandSnappy(input: Uint8Array, length: number): Uint8Array {
  const block: Block = { input, output: new Uint8Array(length), from: 0, written: 0 };
  let stated = 0;
  for (let factor = 1; ; factor *= 128) {
    const next = byte(block);
    stated += (next & 127) * factor;
    if (next < 128) break;
    if (factor > 2 ** 28) throw cut();
  }
  if (stated !== length) throw cut();
  while (block.from < input.length) {
    const tag = byte(block);
    const high = tag >> 2;
    switch (tag & 3) {
      case 0:
        literal(block, (high < 60 ? high : little(block, high - 59)) + 1);
        break;
      case 1: {
        const offset = ((tag >> 5) << 8) + byte(block);
        copy(block, offset, (high & 7) + 4);
        break;
      }
      default:
        copy(block, little(block, (tag & 3) === 2 ? 2 : 4), high + 1);
    }
  }
  return finished(block);
}

/** https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md */
export function expandLz4(input: Uint8Array, length: number): Uint8Array {
  const block: Block = { input, output: new Uint8Array(length), from: 0, written: 0 };
  while (block.from < input.length) {
    const token = byte(block);
    literal(block, longer(block, token >> 4));
    // The last sequence has literals only.
    if (block.from === input.length) break;
    const offset = little(block, 2);
    copy(block, offset, longer(block, token & 15) + 4);
  }
  return finished(block);
}

function longer(block: Block, short: number): number {
  let value = short;
  if (short === 15) {
    for (let more = 255; more === 255; ) {
      more = byte(block);
      value += more;
    }
  }
  return value;
}

/** Hadoop's framing of LZ4 blocks, which the deprecated codec LZ4 means; some writers left it out. */
export function expandHadoopLz4(input: Uint8Array, length: number): Uint8Array {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  const parts: Uint8Array[] = [];
  let at = 0;
  let total = 0;
  while (at < input.length) {
    const expanded = at + 8 <= input.length ? view.getUint32(at) : length + 1;
    const stored = at + 8 <= input.length ? view.getUint32(at + 4) : 0;
    if (expanded > length - total || stored > input.length - at - 8) return expandLz4(input, length);
    parts.push(expandLz4(input.subarray(at + 8, at + 8 + stored), expanded));
    at += 8 + stored;
    total += expanded;
  }
  if (total !== length) throw cut();
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}
