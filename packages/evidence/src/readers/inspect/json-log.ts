import { each, jsonScan, object } from '../../json/index.js';
import type { Limits } from '../../limits.js';
import { failed, ok, type Result } from '../../problem.js';
import type { Sampler } from '../../samples/index.js';
import { readRange, type Source } from '../../source/index.js';
import { utf8Gate } from '../../text/index.js';
import type { Log } from '../reader.js';
import { assembly } from './assemble.js';
import { headerFields, readHeader } from './header.js';
import { readSample, sampleShapeFor } from './sample.js';
import { textsOf } from './texts.js';

/** Reads a `.json` log in one pass; memory holds the header, one sample, and the columns. */
export async function readJsonLog(
  source: Source,
  limits: Limits,
  reader: string,
  sampler?: Sampler,
): Promise<Result<Log>> {
  const file = source.path;
  const rows = assembly(limits);
  const samples = each(sampleShapeFor(sampler), (value, line) => {
    const sample = readSample(value, file, line);
    if (sample.ok) sampler?.offer(sample.value.row, () => textsOf(value));
    return sample.ok ? rows.add(sample.value, { file, line }) : sample.problem;
  });
  const scan = jsonScan(object({ ...headerFields, samples }), { file, limits });
  const gate = utf8Gate(file);
  const problem =
    (await readRange(source, 0, source.size, (chunk) => gate.write(chunk) ?? scan.write(chunk))) ?? gate.end();
  if (problem !== undefined) return failed(problem);
  const value = scan.end();
  if (!value.ok) return value;
  const header = readHeader(value.value, file, false);
  return header.ok ? ok(rows.finish(reader, header.value, [])) : header;
}
