import { isObject, type JsonValue, length, list, object, type Shape, scalar, take } from '../../json/index.js';
import { failed, ok, type Problem, type Result } from '../../problem.js';
import { shown } from '../../text/index.js';
import type { LogHead, Run, RunModel, RunStatus } from '../reader.js';
import { type Claims, claimsOf, resultFields } from './claims.js';
import { count, text } from './parts.js';
import { epochsOf, modelOf, runFields, runOf } from './run.js';

/** What the header of a log says, from any of the layouts that Inspect has written. */
export interface Header extends Claims {
  readonly status: RunStatus;
  readonly error?: string;
  readonly task?: string;
  readonly run: Run;
  readonly model?: RunModel;
  readonly epochs?: LogHead['epochs'];
  readonly dataset?: number;
  readonly total?: number;
  readonly completed?: number;
  readonly invalidated: boolean;
  /** Rows that were not run because enough was known. */
  readonly early?: number;
  /** Changes of the run's configuration while it ran, and of its tags and metadata afterwards. */
  readonly configUpdates: number;
  readonly logUpdates: number;
}

const newestVersion = 4;

/** Top-level fields of a log (or of `header.json`, or of a journal's `start.json`) that are kept. */
export const headerFields: Readonly<Record<string, Shape>> = {
  version: scalar,
  status: scalar,
  invalidated: scalar,
  error: object({ message: scalar }),
  eval: object({ ...runFields, dataset: object({ samples: scalar, sample_ids: length }) }),
  plan: object({ config: take }),
  results: object(resultFields),
  stats: object({ started_at: scalar, completed_at: scalar }),
  tags: list(scalar),
  log_updates: length,
  config_updates: length,
};

/** Reads the kept top-level fields. `started` is the status of a journal, which has none. */
export function readHeader(value: JsonValue | undefined, file: string, started: boolean): Result<Header> {
  if (!isObject(value) || value.version === undefined) {
    const message = 'this is not an Inspect log: it states no version';
    return failed({ code: 'log-shape', message, file, expected: 'an object with version, status, eval and results' });
  }
  const version = value.version;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1 || version > newestVersion) {
    const message = `the log's version is ${shown(JSON.stringify(version))}`;
    return failed({ code: 'log-version', message, file, expected: `1 to ${newestVersion}` });
  }
  const run = isObject(value.eval) ? value.eval : undefined;
  if (run === undefined) return failed(shapeProblem(file, 'states no eval', 'an object `eval` with task and model'));
  const status = started ? 'started' : runStatus(value.status);
  if (status === undefined) {
    return failed(
      shapeProblem(
        file,
        `has the status ${shown(JSON.stringify(value.status) ?? 'nothing')}`,
        'success, cancelled, error or started',
      ),
    );
  }
  const results = isObject(value.results) ? value.results : {};
  const early = isObject(results.early_stopping) ? results.early_stopping.early_stops : undefined;
  const model = modelOf(value);
  const epochs = epochsOf(value);
  return ok({
    status,
    ...text('error', isObject(value.error) ? value.error.message : undefined),
    ...text('task', run.task),
    run: runOf(value),
    ...(model === undefined ? {} : { model }),
    ...(epochs === undefined ? {} : { epochs }),
    ...count('dataset', isObject(run.dataset) ? run.dataset.samples : undefined),
    ...count('total', results.total_samples),
    ...count('completed', results.completed_samples),
    ...claimsOf(results),
    invalidated: value.invalidated === true,
    ...count('early', early),
    configUpdates: typeof value.config_updates === 'number' ? value.config_updates : 0,
    logUpdates: typeof value.log_updates === 'number' ? value.log_updates : 0,
  });
}

function runStatus(value: JsonValue | undefined): RunStatus | undefined {
  return value === 'success' || value === 'cancelled' || value === 'error' || value === 'started' ? value : undefined;
}

function shapeProblem(file: string, found: string, expected: string): Problem {
  return { code: 'log-shape', message: `the log ${found}`, file, expected };
}
