import { resolve } from 'node:path';
import type { Log, Unit } from '@surety/evidence';
import { type ExitCode, exitCode } from '../../exit-code.js';
import { type ComparedRun, renderComparison } from '../../render/run-comparison.js';
import { during, type Session, unusable } from '../../session.js';

interface Options {
  readonly success?: string;
  readonly scorer?: string;
  readonly by: Unit;
  readonly reader?: string;
  readonly json?: boolean;
}

/** `surety evidence compare A B` */
export async function compare(session: Session, a: string, b: string, options: Options): Promise<ExitCode> {
  const { compareRuns, describe, readEvidenceFile } = await import('@surety/evidence');
  const { reader, success, scorer, by } = options;
  const logs: Log[] = [];
  for (const file of [a, b]) {
    const path = resolve(session.io.cwd, file);
    const read = await during(session, `Reading ${file}`, () =>
      readEvidenceFile(path, { ...session.reading, path: file, ...(reader === undefined ? {} : { reader }) }),
    );
    if (!read.ok) return unusable(session, read.problems.map(describe).join('; '));
    logs.push(read.log);
  }
  const [first, second] = logs as [Log, Log];
  const compared = compareRuns(first, second, {
    unit: by,
    ...(success === undefined ? {} : { success }),
    ...(scorer === undefined ? {} : { scorer }),
  });
  if (!compared.ok) return unusable(session, describe(compared.problem));
  const told = (file: string, log: Log): ComparedRun => ({
    file,
    reader: log.reader,
    rows: log.trials.rows,
    models: log.models,
  });
  const runs = { a: told(a, first), b: told(b, second) };
  if (options.json === true)
    session.print(JSON.stringify({ format: 'surety-evidence-comparison/1', ...runs, ...compared.value }, null, 2));
  else session.print(renderComparison(runs, compared.value, session));
  return exitCode.good;
}
