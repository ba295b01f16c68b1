import { resolve } from 'node:path';
import type { SampledLog } from '@surety/evidence';
import { type ExitCode, exitCode } from '../../exit-code.js';
import { renderSampledLog } from '../../render/sampled-log.js';
import { during, type Session, unusable } from '../../session.js';

interface Options {
  readonly number: number;
  readonly seed: number;
  readonly texts?: boolean;
  readonly reader?: string;
  readonly output?: string;
  readonly json?: boolean;
}

/** `surety evidence sample FILE…` */
export async function sample(session: Session, files: readonly string[], options: Options): Promise<ExitCode> {
  const { describe, sampleLog, writeAtomic } = await import('@surety/evidence');
  const { number: count, seed, texts = false, reader, output } = options;
  const sampled: SampledLog[] = [];
  for (const file of files) {
    const named = { path: file, ...(reader === undefined ? {} : { reader }) };
    const found = await during(session, `Picking trials of ${file}`, () =>
      sampleLog(resolve(session.io.cwd, file), { count, seed, texts, ...named, ...session.reading }),
    );
    if (!found.ok) return unusable(session, describe(found.problem));
    sampled.push(found.value);
  }
  const json = options.json === true || output?.endsWith('.json') === true;
  const text = json
    ? JSON.stringify({ format: 'surety-evidence-sample/1', logs: sampled }, null, 2)
    : sampled.map((one) => renderSampledLog(one, session)).join('\n\n');
  if (output === undefined) session.print(text);
  else {
    const problem = await writeAtomic(resolve(session.io.cwd, output), `${text}\n`);
    if (problem !== undefined) return unusable(session, describe({ ...problem, file: output }));
    if (!session.quiet) session.note(`Wrote ${output}`);
  }
  return exitCode.good;
}
