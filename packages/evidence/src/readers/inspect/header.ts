import {
  isObject,
  type JsonObject,
  type JsonValue,
  length,
  list,
  object,
  presence,
  type Shape,
  scalar,
  take,
} from '../../json/index.js';
import { failed, ok, type Problem, type Result } from '../../problem.js';
import type { ClaimedMetric, RunStatus } from '../reader.js';

/** What the header of a log says, from any of the layouts that Inspect has written. */
export interface Header {
  readonly status: RunStatus;
  readonly error?: string;
  readonly task?: string;
  readonly model?: string;
  readonly dataset?: number;
  readonly total?: number;
  readonly completed?: number;
  /** Scorers that the header names; the first one owns scores of the oldest layout, which carry no name. */
  readonly scorers: readonly string[];
  readonly metrics: readonly ClaimedMetric[];
  readonly invalidated: boolean;
}

const newestVersion = 4;

const metrics = object({}, object({ value: take }));
const scorer = object({ name: scalar, metrics });

/** Top-level fields of a log (or of `header.json`, or of a journal's `start.json`) that are kept. */
export const headerFields: Readonly<Record<string, Shape>> = {
  version: scalar,
  status: scalar,
  invalidated: scalar,
  error: object({ message: scalar }),
  eval: object({ task: scalar, model: scalar, dataset: object({ samples: scalar, sample_ids: length }) }),
  plan: presence,
  results: object({
    total_samples: scalar,
    completed_samples: scalar,
    scores: list(scorer),
    // Layouts of version 1: one scorer with the metrics beside it, then a list under another name.
    scorer: object({ name: scalar }),
    scorers: list(scorer),
    metrics,
  }),
};

/** Reads the kept top-level fields. `started` is the status of a journal, which has none. */
export function readHeader(value: JsonValue | undefined, file: string, started: boolean): Result<Header> {
  if (!isObject(value) || value.version === undefined) {
    const message = 'this is not an Inspect log: it states no version';
    return failed({ code: 'log-shape', message, file, expected: 'an object with version, status, eval and results' });
  }
  const version = value.version;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1 || version > newestVersion) {
    const message = `the log's version is ${JSON.stringify(version)}`;
    return failed({ code: 'log-version', message, file, expected: `1 to ${newestVersion}` });
  }
  const run = isObject(value.eval) ? value.eval : undefined;
  if (run === undefined) return failed(shapeProblem(file, 'states no eval', 'an object `eval` with task and model'));
  const status = started ? 'started' : runStatus(value.status);
  if (status === undefined) {
    return failed(
      shapeProblem(file, `has the status ${JSON.stringify(value.status)}`, 'success, cancelled, error or started'),
    );
  }
  const results = isObject(value.results) ? value.results : {};
  const named = scorersOf(results);
  return ok({
    status,
    ...text('error', isObject(value.error) ? value.error.message : undefined),
    ...text('task', run.task),
    ...text('model', run.model),
    ...count('dataset', isObject(run.dataset) ? run.dataset.samples : undefined),
    ...count('total', results.total_samples),
    ...count('completed', results.completed_samples),
    scorers: named.map(([name]) => name),
    metrics: named.flatMap(([scorer, values]) =>
      Object.entries(values).flatMap(([name, metric]) =>
        isObject(metric) && typeof metric.value === 'number' ? [{ scorer, name, value: metric.value }] : [],
      ),
    ),
    invalidated: value.invalidated === true,
  });
}

function scorersOf(results: JsonObject): [string, JsonObject][] {
  const entry = (scorer: JsonValue | undefined, values: JsonValue | undefined): [string, JsonObject][] =>
    isObject(scorer) && typeof scorer.name === 'string' ? [[scorer.name, isObject(values) ? values : {}]] : [];
  const many = Array.isArray(results.scores)
    ? results.scores
    : Array.isArray(results.scorers)
      ? results.scorers
      : undefined;
  if (many === undefined) return entry(results.scorer, results.metrics);
  return (many as readonly JsonValue[]).flatMap((scorer) =>
    entry(scorer, isObject(scorer) ? scorer.metrics : undefined),
  );
}

function runStatus(value: JsonValue | undefined): RunStatus | undefined {
  return value === 'success' || value === 'cancelled' || value === 'error' || value === 'started' ? value : undefined;
}

function shapeProblem(file: string, found: string, expected: string): Problem {
  return { code: 'log-shape', message: `the log ${found}`, file, expected };
}

function text<K extends string>(key: K, value: JsonValue | undefined): { readonly [P in K]?: string } {
  return (typeof value === 'string' ? { [key]: value } : {}) as { readonly [P in K]?: string };
}

function count<K extends string>(key: K, value: JsonValue | undefined): { readonly [P in K]?: number } {
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= 0;
  return (fits ? { [key]: value } : {}) as { readonly [P in K]?: number };
}
