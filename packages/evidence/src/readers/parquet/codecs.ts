import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Decompress } from 'fzstd';
import type { Limits } from '../../limits.js';
import { zstdFrames } from '../../zip/zstd-frames.js';
import { expandHadoopLz4, expandLz4, expandSnappy } from './blocks.js';
import { damaged, unsupported } from './refusal.js';

/** Expands one page to exactly `length` bytes; `length` was checked against the limits by the caller. */
export function expandPage(codec: string, input: Uint8Array, length: number, limits: Limits): Uint8Array {
  const page = expand(codec, input, length, limits);
  if (page.length !== length) throw damaged(`a page has ${page.length} bytes, its header says ${length}`);
  return page;
}

function expand(codec: string, input: Uint8Array, length: number, limits: Limits): Uint8Array {
  const most = { maxOutputLength: Math.max(1, length) };
  switch (codec) {
    case 'UNCOMPRESSED':
      return input;
    case 'SNAPPY':
      return expandSnappy(input, length);
    case 'GZIP':
      return gunzipSync(input, most);
    case 'BROTLI':
      return brotliDecompressSync(input, most);
    case 'LZ4':
      return expandHadoopLz4(input, length);
    case 'LZ4_RAW':
      return expandLz4(input, length);
    case 'ZSTD':
      return expandZstd(input, length, limits);
    default:
      throw unsupported(`the pages are compressed with ${codec}`, 'none, snappy, gzip, brotli, lz4 or zstd');
  }
}

const pieceBytes = 64 * 1024;

/** Behind the same guard as members of archives: a frame may ask for gigabytes of window. */
function expandZstd(input: Uint8Array, length: number, limits: Limits): Uint8Array {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  const frames = zstdFrames('', limits);
  const problem = frames.write(bytes) ?? frames.end();
  if (problem !== undefined) throw damaged(`a page is no whole zstd stream: ${problem.message}`);
  const page = new Uint8Array(length);
  let at = 0;
  const decoder = new Decompress((chunk) => {
    if (chunk.length > length - at) throw damaged('a page is longer than its header says');
    page.set(chunk, at);
    at += chunk.length;
  });
  for (let from = 0; from < bytes.length; from += pieceBytes) decoder.push(bytes.subarray(from, from + pieceBytes));
  decoder.push(new Uint8Array(0), true);
  return page.subarray(0, at);
}
