import { isObject, type JsonObject, jsonScan, take } from '../json/index.js';
import { defaultLimits } from '../limits.js';
import { describe } from '../problem.js';
import { utf8Gate } from '../text/index.js';
import { type Checked, wrong } from './fault.js';

/** Most bytes of an attestation, of a trusted root and of a statement in it. */
export const mostBytes = 4 * 1024 * 1024;
const deepest = 64;

/** An object of untrusted JSON: bounded, UTF-8, and with each key once, so that nobody reads another one than was signed. */
export function parseObject(bytes: Uint8Array, file: string): Checked<JsonObject> {
  if (bytes.byteLength > mostBytes) return wrong('malformed', `${file} is larger than ${mostBytes} bytes`);
  const scan = jsonScan(take, { file, limits: { ...defaultLimits, jsonDepth: deepest, jsonText: mostBytes } });
  const gate = utf8Gate(file);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const problem = gate.write(text) ?? gate.end() ?? scan.write(text);
  const value = problem === undefined ? scan.end() : { ok: false as const, problem };
  if (!value.ok) return wrong('malformed', describe(value.problem));
  return isObject(value.value) ? { ok: true, value: value.value } : wrong('malformed', `${file} holds no JSON object`);
}
