import type { Limits } from '../limits.js';
import type { Problem, Result } from '../problem.js';
import { shown } from '../text/index.js';
import { type JsonValue, type Shape, skip } from './shape.js';
import { endsRun, newWalk, type Runs, runsOf, skipAhead, type Walk } from './skip-ahead.js';
import { isEscapable, isHex, isWord, isWordByte, wordValue } from './word.js';

/** Reads JSON that arrives in chunks. The first problem is final. */
export interface JsonScan {
  write(chunk: Buffer): Problem | undefined;
  /** The value, once all chunks are written. */
  end(): Result<JsonValue | undefined>;
}

type Expect = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

const expectedText: Readonly<Record<Expect, string>> = {
  value: 'a value',
  'value or end': 'a value or ]',
  key: 'a key in quotes',
  'key or end': 'a key in quotes or }',
  colon: ':',
  'comma or end': ', or the end of the list or object',
  nothing: 'the end of the text',
};

/** An open container. `want` is the shape of the value that comes next in it. */
interface Frame {
  array: boolean;
  shape: Shape;
  kept: JsonValue[] | Record<string, JsonValue> | undefined;
  key: string;
  want: Shape;
  count: number;
  /** Where the item that is open in it starts, of an array whose items are handed over. */
  itemStart: number;
}

const longestKey = 64 * 1024;
const longestScalar = 1024;
const longestWord = 1024;

/** What may come next, in the order of the numbers by which `skipAhead` knows it. */
const expectations: readonly Expect[] = ['value', 'value or end', 'key', 'key or end', 'colon', 'comma or end'];

/**
 * A JSON reader that keeps what `shape` names and checks the rest: nesting, commas, colons, keys, words, numbers, and in
 * texts the escapes and where they end. One thing is not looked for in what is passed over: a control character past
 * the first bytes of a text, which cannot change where that text ends. What is kept is checked in full. It differs from a general parser where evaluation
 * logs need it: the bare words `NaN`, `Infinity` and `-Infinity` are numbers (Python writes them), nesting and kept
 * size are bounded, a key that stands twice among the kept ones is an error, and faults have a place.
 */
export function jsonScan(
  shape: Shape,
  options: { readonly file: string; readonly limits: Limits; readonly firstLine?: number },
): JsonScan {
  const { file, limits } = options;
  let problem: Problem | undefined;
  let result: JsonValue | undefined;
  let expect: Expect = 'value';
  const frames: Frame[] = [];
  let depth = 0;
  let kept = 0;
  // Place: bytes before this chunk, and where the line began. Outside of texts a newline can only be white space.
  let base = 0;
  let line = options.firstLine ?? 1;
  let lineStart = 0;
  // The token under way: a text (in quotes) or a word (number, true, NaN, …).
  let token: 'none' | 'text' | 'word' = 'none';
  let tokenStart = 0;
  let parts: Buffer[] | undefined;
  let partBytes = 0;
  let escapeStep = 0;
  let escaped = false;
  let isKey = false;
  /** Of the chunk under way, once they are needed. */
  let runs: Runs | undefined;
  let walk: Walk | undefined;

  function fail(at: number, message: string, expected?: string, code: Problem['code'] = 'json-syntax'): void {
    problem ??= {
      code,
      message,
      file,
      line,
      column: at - lineStart + 1,
      ...(expected === undefined ? {} : { expected }),
    };
  }

  function unexpected(at: number, byte: number): void {
    const found =
      byte > 32 && byte < 127 ? `“${String.fromCharCode(byte)}”` : `byte 0x${byte.toString(16).padStart(2, '0')}`;
    fail(at, `unexpected ${found}`, expectedText[expect]);
  }

  function wanted(): Shape {
    return depth === 0 ? shape : frames[depth - 1]!.want;
  }

  function open(array: boolean, at: number): void {
    if (depth >= limits.jsonDepth) {
      fail(at, `values are nested deeper than ${limits.jsonDepth}`, undefined, 'json-too-deep');
      return;
    }
    const own = wanted();
    const keeps = own.kind === 'take' || own.kind === 'object' || own.kind === 'list' || own.kind === 'each';
    const frame = frameOf(array, own, frames[depth]);
    if (keeps) frame.kept = array ? [] : (Object.create(null) as Record<string, JsonValue>);
    frames[depth] = frame;
    if (depth > 0) frames[depth - 1]!.itemStart = at;
    depth += 1;
    if (keeps) keep(at, 16);
    expect = array ? 'value or end' : 'key or end';
  }

  function close(array: boolean, at: number, byte: number): void {
    const frame = depth === 0 ? undefined : frames[depth - 1]!;
    const fits = expect === 'comma or end' || expect === (array ? 'value or end' : 'key or end');
    if (frame === undefined || frame.array !== array || !fits) {
      unexpected(at, byte);
      return;
    }
    depth -= 1;
    finish(
      frame.shape.kind === 'length' ? frame.count : frame.kept,
      at,
      depth === 0 ? 0 : frames[depth - 1]!.itemStart,
    );
  }

  /** A value is complete; `undefined` where it is not kept. */
  function finish(value: JsonValue | undefined, at: number, start = at + 1): void {
    if (depth === 0) {
      result = value;
      expect = 'nothing';
      return;
    }
    const frame = frames[depth - 1]!;
    frame.count += 1;
    expect = 'comma or end';
    if (frame.array && frame.shape.kind === 'each') {
      problem ??= frame.shape.use(value ?? null, line, { start, end: at + 1 });
      kept = 0;
    } else if (value !== undefined && frame.kept !== undefined) {
      keep(at, 8);
      if (frame.array) (frame.kept as JsonValue[]).push(value);
      else if (frame.key in frame.kept)
        fail(at, `the key “${shown(frame.key)}” stands twice`, undefined, 'json-duplicate-key');
      else (frame.kept as Record<string, JsonValue>)[frame.key] = value;
    }
  }

  function keep(at: number, bytes: number): void {
    kept += bytes;
    if (kept > limits.jsonKept)
      fail(at, `one value is larger than ${limits.jsonKept} bytes`, undefined, 'json-too-large');
  }

  function startText(at: number): void {
    isKey = expect === 'key' || expect === 'key or end';
    if (!isKey && expect !== 'value' && expect !== 'value or end') {
      unexpected(at, 34);
      return;
    }
    token = 'text';
    tokenStart = at;
    escaped = false;
    partBytes = 0;
    const kind = wanted().kind;
    parts = (isKey ? frames[depth - 1]!.kept !== undefined : kind !== 'skip' && kind !== 'length') ? [] : undefined;
  }

  /** Counts so many more bytes of a text; no longer holds one that is longer than what it is wanted for. */
  function count(bytes: number): void {
    partBytes += bytes;
    const whole = wanted().kind === 'take';
    if (isKey ? partBytes > longestKey : whole && partBytes > limits.jsonText) {
      const most = isKey ? longestKey : limits.jsonText;
      fail(tokenStart, `a ${isKey ? 'key' : 'text'} is longer than ${most} bytes`, undefined, 'json-too-large');
    } else if (!isKey && !whole && partBytes > longestScalar) parts = undefined;
  }

  /** The text that ends in this chunk, of which nothing or some is held already. */
  function heldText(chunk: Buffer, from: number, to: number): string | undefined {
    if (parts === undefined) return undefined;
    // Most texts lie within a chunk: no piece is cut out for them.
    if (parts.length === 0) return unescaped(chunk.toString('utf8', from, to), escaped);
    return textOf([...parts, chunk.subarray(from, to)], escaped);
  }

  /** A text ends before `to`; what is not held of it yet begins at `from`. */
  function endText(chunk: Buffer, from: number, to: number): void {
    const at = base + to;
    if (parts !== undefined) count(to - from);
    token = 'none';
    if (problem !== undefined) return;
    const text = heldText(chunk, from, to);
    if (text !== undefined) keep(at, partBytes);
    if (isKey) {
      const frame = frames[depth - 1]!;
      frame.key = text ?? '';
      frame.want = text === undefined ? skip : fieldShape(frame.shape, text);
      expect = 'colon';
    } else {
      finish(text ?? (wanted().kind === 'length' ? 1 : undefined), at);
    }
  }

  /** Goes on in a text from `from`; returns where the next token may start. */
  function textBytes(chunk: Buffer, from: number): number {
    const n = chunk.length;
    const held = parts !== undefined;
    let i = from;
    for (;;) {
      if (escapeStep > 0) {
        if (i === n) break;
        const byte = chunk[i]!;
        if (!(escapeStep === 1 ? isEscapable(byte) : isHex(byte))) {
          fail(
            base + i,
            'a backslash is followed by something that it cannot escape',
            'one of " \\ / b f n r t, or u and 4 hex digits',
          );
          return n;
        }
        escapeStep = escapeStep === 1 ? (byte === 117 ? 2 : 0) : escapeStep === 5 ? 0 : escapeStep + 1;
        i += 1;
        continue;
      }
      if (held) while (i < n && endsRun[chunk[i]!] === 0) i += 1;
      else {
        runs ??= runsOf(chunk);
        i = runs.end(i);
      }
      if (i === n) break;
      const byte = chunk[i]!;
      if (byte === 34) {
        endText(chunk, from, i);
        return i + 1;
      }
      if (byte === 92) {
        escapeStep = 1;
        escaped = true;
      } else if (byte < 32) {
        fail(
          base + i,
          `a text holds the control character 0x${byte.toString(16).padStart(2, '0')}`,
          'it to be escaped',
        );
        return n;
      }
      i += 1;
    }
    if (held && n > from) {
      count(n - from);
      parts?.push(Buffer.from(chunk.subarray(from)));
    }
    return n;
  }

  /** Goes on from `from` in a container of which nothing is kept, as far as all is well. */
  function ahead(chunk: Buffer, from: number): number {
    runs ??= runsOf(chunk);
    walk ??= newWalk(limits.jsonDepth);
    walk.at = from;
    walk.expect = expectations.indexOf(expect);
    walk.depth = depth;
    walk.floor = depth - 1;
    walk.arrays[depth] = frames[depth - 1]!.array ? 1 : 0;
    walk.lines = 0;
    skipAhead(chunk, runs, walk, limits.jsonDepth);
    expect = expectations[walk.expect]!;
    while (depth < walk.depth) {
      frames[depth] = frameOf(walk.arrays[depth + 1] === 1, skip, frames[depth]);
      depth += 1;
    }
    if (walk.lines > 0) {
      line += walk.lines;
      lineStart = base + walk.newline + 1;
    }
    return walk.at;
  }

  function wordBytes(chunk: Buffer, from: number): number {
    let i = from;
    while (i < chunk.length && isWordByte(chunk[i]!)) i += 1;
    partBytes += i - from;
    if (partBytes > longestWord) fail(tokenStart, `a number is longer than ${longestWord} characters`);
    else if (partBytes === i - from && i < chunk.length && wanted().kind === 'skip' && isWord(chunk, from, i)) {
      token = 'none';
      finish(undefined, tokenStart);
      return i;
    } else parts!.push(i === chunk.length ? Buffer.from(chunk.subarray(from, i)) : chunk.subarray(from, i));
    if (i < chunk.length) endWord();
    return i;
  }

  function endWord(): void {
    token = 'none';
    if (problem !== undefined) return;
    const text = textOf(parts!, false);
    const value = wordValue(text);
    if (value === undefined) {
      fail(tokenStart, `“${text.slice(0, 40)}” is neither a number nor a word of JSON`, expectedText[expect]);
      return;
    }
    const kind = wanted().kind;
    finish(kind === 'skip' ? undefined : kind === 'length' ? (value === null ? 0 : 1) : value, tokenStart);
  }

  function symbol(byte: number, at: number): void {
    const value = expect === 'value' || expect === 'value or end';
    if (byte === 34) startText(at);
    else if (byte === 123 && value) open(false, at);
    else if (byte === 91 && value) open(true, at);
    else if (byte === 125) close(false, at, byte);
    else if (byte === 93) close(true, at, byte);
    else if (byte === 58 && expect === 'colon') expect = 'value';
    else if (byte === 44 && expect === 'comma or end' && depth > 0) {
      expect = frames[depth - 1]!.array ? 'value' : 'key';
    } else if (value && isWordByte(byte)) {
      token = 'word';
      tokenStart = at;
      parts = [];
      partBytes = 0;
    } else unexpected(at, byte);
  }

  function write(chunk: Buffer): Problem | undefined {
    let i = base === 0 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0;
    if (i === 3) lineStart = 3;
    runs = undefined;
    while (i < chunk.length && problem === undefined) {
      if (token === 'text') {
        i = textBytes(chunk, i);
        continue;
      }
      if (token === 'word') {
        i = wordBytes(chunk, i);
        continue;
      }
      if (depth > 0 && passesOver(frames[depth - 1]!.shape)) {
        i = ahead(chunk, i);
        if (i === chunk.length) break;
      }
      const byte = chunk[i]!;
      if (byte === 10) {
        line += 1;
        lineStart = base + i + 1;
        i += 1;
      } else if (byte === 32 || byte === 13 || byte === 9) {
        i += 1;
      } else {
        symbol(byte, base + i);
        if ((token as string) !== 'word') i += 1;
      }
    }
    base += chunk.length;
    return problem;
  }

  function end(): Result<JsonValue | undefined> {
    if (problem === undefined && token === 'word') endWord();
    if (problem === undefined && token === 'text')
      fail(base, 'the text ends inside a text in quotes', 'a closing quote');
    if (problem === undefined && expect !== 'nothing') {
      fail(base, base === 0 ? 'the text is empty' : 'the text ends too early', expectedText[expect]);
    }
    return problem === undefined ? { ok: true, value: result } : { ok: false, problem };
  }

  return { write, end };
}

/** An open container with nothing in it yet, in the place of one that was closed. */
function frameOf(array: boolean, shape: Shape, old: Frame | undefined): Frame {
  const frame = old ?? { array, shape, kept: undefined, key: '', want: skip, count: 0, itemStart: 0 };
  frame.array = array;
  frame.shape = shape;
  frame.kept = undefined;
  frame.count = 0;
  frame.want = array ? itemShape(shape) : skip;
  return frame;
}

/** Whether nothing in a container of this shape is kept, or counted. */
function passesOver({ kind }: Shape): boolean {
  return kind === 'skip' || kind === 'scalar';
}

function itemShape(shape: Shape): Shape {
  if (shape.kind === 'take') return shape;
  return shape.kind === 'list' || shape.kind === 'each' ? shape.item : skip;
}

function fieldShape(shape: Shape, key: string): Shape {
  if (shape.kind === 'take') return shape;
  return shape.kind === 'object' ? (shape.fields.get(key) ?? shape.other) : skip;
}

function textOf(parts: readonly Buffer[], escaped: boolean): string {
  const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  return unescaped(bytes.toString('utf8'), escaped);
}

function unescaped(text: string, escaped: boolean): string {
  return escaped ? (JSON.parse(`"${text}"`) as string) : text;
}
