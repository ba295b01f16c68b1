import { type JsonValue, jsonScan, type Shape } from '../json/index.js';
import type { Limits } from '../limits.js';
import { failed, type Problem, type Result } from '../problem.js';
import type { Sink } from '../source/index.js';
import { utf8Gate } from '../text/index.js';

/** Scans what `expand` puts into its sink; `file` is how messages name the member. */
export async function readMember(
  file: string,
  shape: Shape,
  limits: Limits,
  expand: (sink: Sink) => Promise<Problem | undefined>,
): Promise<Result<JsonValue | undefined>> {
  const scan = jsonScan(shape, { file, limits });
  const gate = utf8Gate(file);
  const problem = (await expand((chunk) => gate.write(chunk) ?? scan.write(chunk))) ?? gate.end();
  return problem === undefined ? scan.end() : failed(problem);
}
