import { isObject, type JsonObject, jsonScan, type Shape, take } from '../json/index.js';
import type { Limits } from '../limits.js';
import type { Problem } from '../problem.js';
import { readRange, type Sink, type Source } from '../source/index.js';
import { utf8Gate } from '../text/index.js';

/** Hands over each line of a text that is not blank, with its number from 1. The first problem ends the reading. */
export async function eachLine(
  source: Source,
  limits: Limits,
  use: (text: Buffer, line: number) => Problem | undefined,
): Promise<Problem | undefined> {
  const gate = utf8Gate(source.path);
  const lines = lineSplitter(source.path, limits, use);
  const read = await readRange(source, 0, source.size, (chunk) => gate.write(chunk) ?? lines.write(chunk));
  return read ?? gate.end() ?? lines.end();
}

/** Hands over what `shape` keeps of the object on each line. */
export async function eachObject(
  source: Source,
  limits: Limits,
  use: (value: JsonObject, line: number) => Problem | undefined,
  shape: Shape = take,
): Promise<Problem | undefined> {
  const file = source.path;
  return eachLine(source, limits, (text, line) => {
    const scan = jsonScan(shape, { file, limits, firstLine: line });
    const problem = scan.write(text);
    if (problem !== undefined) return problem;
    const value = scan.end();
    if (!value.ok) return value.problem;
    if (isObject(value.value)) return use(value.value, line);
    const message = 'the line is not an object';
    return { code: 'log-shape', message, file, line, expected: 'one JSON object a line' };
  });
}

function lineSplitter(
  file: string,
  limits: Limits,
  use: (text: Buffer, line: number) => Problem | undefined,
): { readonly write: Sink; end(): Problem | undefined } {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let line = 1;

  function hold(piece: Buffer): Problem | undefined {
    heldBytes += piece.length;
    if (heldBytes > limits.lineBytes) {
      return {
        code: 'text-too-long',
        message: 'the line does not end',
        file,
        line,
        expected: `at most ${limits.lineBytes} bytes a line`,
      };
    }
    held.push(piece);
    return undefined;
  }

  function flush(): Problem | undefined {
    const text = held.length === 1 ? held[0]! : Buffer.concat(held);
    held = [];
    heldBytes = 0;
    const blank = text.every((byte) => byte === 32 || byte === 9 || byte === 13);
    return blank ? undefined : use(text, line);
  }

  return {
    write(chunk) {
      for (let from = 0; ; ) {
        const newline = chunk.indexOf(10, from);
        const problem =
          hold(chunk.subarray(from, newline < 0 ? chunk.length : newline)) ?? (newline < 0 ? undefined : flush());
        if (problem !== undefined || newline < 0) return problem;
        line += 1;
        from = newline + 1;
      }
    },
    end: flush,
  };
}
