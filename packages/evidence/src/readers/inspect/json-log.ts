import { each, jsonScan, object, type Shape } from '../../json/index.js';
import type { Limits } from '../../limits.js';
import { failed, ok, type Problem, type Result } from '../../problem.js';
import { chunksOf, readRange, type Source } from '../../source/index.js';
import { utf8Gate } from '../../text/index.js';
import type { Log, LogHead, ReadOptions } from '../reader.js';
import { assembly, headOf } from './assemble.js';
import { resultFields } from './claims.js';
import { type Header, headerFields, readHeader } from './header.js';
import { headerCut } from './header-cut.js';
import { reductionNotes, reductionsReader } from './reductions.js';
import { readSample, sampleShapeFor } from './sample.js';
import { textsOf } from './texts.js';

/** Reads a `.json` log in one pass; memory holds the header, one sample, and the columns. */
export async function readJsonLog(
  source: Source,
  { limits, sampler, reductions: withReductions = false }: ReadOptions,
  reader: string,
): Promise<Result<Log>> {
  const file = source.path;
  const rows = assembly(limits);
  const samples = each(sampleShapeFor(sampler), (value, line) => {
    const place = { file, line };
    const sample = readSample(value, place);
    if (sample.ok) sampler?.offer(sample.value.row, () => textsOf(value));
    return sample.ok ? rows.add(sample.value, place) : sample.problem;
  });
  const reductions = withReductions ? reductionsReader(limits, file) : undefined;
  // Until version 0.3.42 they stood among the results.
  const older = withReductions ? reductionsReader(limits, file) : undefined;
  const fields: Readonly<Record<string, Shape>> = {
    ...headerFields,
    samples,
    ...(reductions === undefined ? {} : { reductions: reductions.shape }),
    ...(older === undefined ? {} : { results: object({ ...resultFields, sample_reductions: older.shape }) }),
  };
  const { write, end } = headerScan(fields, file, limits);
  const problem = await readRange(source, 0, source.size, write);
  if (problem !== undefined) return failed(problem);
  const header = end();
  if (!header.ok) return header;
  if (reductions === undefined || older === undefined) return ok(rows.finish(reader, header.value, { notes: [] }));
  const stated = reductions.found().length > 0 ? reductions : older;
  const more = { notes: reductionNotes(stated), reductions: stated.found() };
  return ok(rows.finish(reader, header.value, more));
}

/** Reads a `.json` log as far as its header goes. */
export async function readJsonHead(source: Source, limits: Limits, reader: string): Promise<Result<LogHead>> {
  const { write, end } = headerScan(headerFields, source.path, limits);
  const cut = headerCut();
  let problem: Problem | undefined;
  for await (const chunk of chunksOf(source, 0, source.size, (found) => {
    problem = found;
  })) {
    const header = cut.write(chunk);
    problem ??= write(header);
    if (problem !== undefined || cut.done()) break;
  }
  if (problem !== undefined) return failed(problem);
  const header = end();
  return header.ok ? ok(headOf(reader, header.value, [])) : header;
}

function headerScan(
  fields: Readonly<Record<string, Shape>>,
  file: string,
  limits: Limits,
): { readonly write: (chunk: Buffer) => Problem | undefined; readonly end: () => Result<Header> } {
  const scan = jsonScan(object(fields), { file, limits });
  const gate = utf8Gate(file);
  return {
    write: (chunk) => gate.write(chunk) ?? scan.write(chunk),
    end() {
      const problem = gate.end();
      if (problem !== undefined) return failed(problem);
      const value = scan.end();
      return value.ok ? readHeader(value.value, file, false) : value;
    },
  };
}
