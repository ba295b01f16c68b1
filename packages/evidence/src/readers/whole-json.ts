import { type JsonValue, jsonScan, type Shape } from '../json/index.js';
import type { Limits } from '../limits.js';
import { failed, type Result } from '../problem.js';
import { readRange, type Source } from '../source/index.js';
import { utf8Gate } from '../text/index.js';

/** Reads a source that is one JSON text, in one pass, keeping what the shape names. */
export async function wholeJson(source: Source, limits: Limits, shape: Shape): Promise<Result<JsonValue | undefined>> {
  const scan = jsonScan(shape, { file: source.path, limits });
  const gate = utf8Gate(source.path);
  const problem =
    (await readRange(source, 0, source.size, (chunk) => gate.write(chunk) ?? scan.write(chunk))) ?? gate.end();
  return problem === undefined ? scan.end() : failed(problem);
}
