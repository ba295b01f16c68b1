import { isUtf8 } from 'node:buffer';
import type { Problem } from '../problem.js';

/** Passes chunks of text on only while they are UTF-8 without NUL; knows the line that a fault is on. */
export interface Utf8Gate {
  write(chunk: Buffer): Problem | undefined;
  /** To be called after the last chunk: a character may be cut off. */
  end(): Problem | undefined;
}

const expected = 'UTF-8 text';

export function utf8Gate(file: string): Utf8Gate {
  let held: Buffer = Buffer.alloc(0);
  let line = 1;
  let lineBytes = 0;

  function fault(text: Buffer, at: number, message: string): Problem {
    advance(text.subarray(0, at));
    return { code: 'text-encoding', message, file, line, column: lineBytes + 1, expected };
  }

  function advance(text: Buffer): void {
    for (let from = 0; ; ) {
      const newline = text.indexOf(10, from);
      if (newline < 0) {
        lineBytes += text.length - from;
        return;
      }
      line += 1;
      lineBytes = 0;
      from = newline + 1;
    }
  }

  return {
    write(chunk) {
      const text = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      const whole = text.length - unfinished(text);
      const checked = text.subarray(0, whole);
      const nul = checked.indexOf(0);
      if (nul >= 0) return fault(text, nul, 'the text holds a NUL byte');
      if (!isUtf8(checked)) return fault(text, firstFault(checked), 'the text is not valid UTF-8');
      advance(checked);
      held = Buffer.from(text.subarray(whole));
      return undefined;
    },
    end: () => (held.length === 0 ? undefined : fault(held, 0, 'the text ends in the middle of a character')),
  };
}

/** Bytes at the end that may be the start of a character which goes on in the next chunk. */
function unfinished(text: Buffer): number {
  for (let back = 1; back <= Math.min(3, text.length); back++) {
    const byte = text[text.length - back]!;
    if (byte > 0xf4) return 0;
    if (byte >= 0xc2) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

/** Where the first character that is not one stands. */
function firstFault(text: Buffer): number {
  for (let at = 0; at < text.length; ) {
    const lead = text[at]!;
    const size = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (!isUtf8(text.subarray(at, at + size))) return at;
    at += size;
  }
  return text.length;
}
