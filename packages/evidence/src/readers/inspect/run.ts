import { canonicalText } from '@surety/core/canonical';
import { isObject, type JsonObject, type JsonValue, list, object, type Shape, scalar, take } from '../../json/index.js';
import { digestOfText } from '../../source/index.js';
import type { LogHead, Run, RunModel } from '../reader.js';
import { text } from './parts.js';
import { utcTime } from './utc-time.js';

/** What is kept of `eval`, besides the size of the data set. */
export const runFields: Readonly<Record<string, Shape>> = {
  run_id: scalar,
  task_id: scalar,
  eval_id: scalar,
  created: scalar,
  task: scalar,
  task_version: scalar,
  tags: list(scalar),
  revision: object({ origin: scalar, commit: scalar, dirty: scalar }),
  packages: object({}, scalar),
  model: scalar,
  model_args: take,
  model_base_url: scalar,
  model_generate_config: take,
  model_roles: object({}, take),
  config: object({ epochs: scalar, epochs_reducer: list(scalar) }),
};

/** Which run it was. */
export function runOf(log: JsonObject): Run {
  const run = objectAt(log.eval);
  const stats = objectAt(log.stats);
  const revision = objectAt(run.revision);
  const version = run.task_version;
  return {
    ...text('id', run.run_id),
    ...text('task', run.task_id),
    ...text('log', run.eval_id),
    ...text('created', time(run.created)),
    ...text('started', time(stats.started_at)),
    ...text('completed', time(stats.completed_at)),
    ...(typeof version === 'string' || typeof version === 'number' ? { taskVersion: version } : {}),
    tags: texts(log.tags ?? run.tags).sort(),
    ...(typeof revision.commit === 'string'
      ? {
          revision: {
            ...text('origin', revision.origin),
            commit: revision.commit,
            ...(typeof revision.dirty === 'boolean' ? { dirty: revision.dirty } : {}),
          },
        }
      : {}),
    packages: Object.fromEntries(
      Object.entries(objectAt(run.packages)).flatMap(([name, version]) =>
        typeof version === 'string' ? [[name, version]] : [],
      ),
    ),
  };
}

/** The model under test, with what it and the run were set to, and the models in roles. */
export function modelOf(log: JsonObject): RunModel | undefined {
  const run = objectAt(log.eval);
  if (typeof run.model !== 'string') return undefined;
  return {
    name: run.model,
    settings: settings(run.model_args, run.model_base_url, [run.model_generate_config, objectAt(log.plan).config]),
    roles: Object.entries(objectAt(run.model_roles)).flatMap(([role, given]) =>
      (Array.isArray(given) ? (given as readonly JsonValue[]) : [given]).flatMap((model) =>
        isObject(model) && typeof model.model === 'string'
          ? [{ role, name: model.model, settings: settings(model.args, model.base_url, [model.config]) }]
          : [],
      ),
    ),
  };
}

/** `config` is written without what is unset by some versions and with nulls by others. */
function settings(
  args: JsonValue | undefined,
  baseUrl: JsonValue | undefined,
  configs: readonly (JsonValue | undefined)[],
): string {
  const stated = configs.map((config) =>
    Object.fromEntries(Object.entries(objectAt(config)).filter(([, value]) => value !== null)),
  );
  return digestOfText(canonicalText({ args: objectAt(args), baseUrl: baseUrl ?? null, configs: stated }));
}

export function epochsOf(log: JsonObject): LogHead['epochs'] {
  const config = objectAt(objectAt(log.eval).config);
  const { epochs } = config;
  const reducers = texts(config.epochs_reducer);
  if (typeof epochs !== 'number' && reducers.length === 0) return undefined;
  return { ...(typeof epochs === 'number' ? { count: epochs } : {}), reducers };
}

function objectAt(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function texts(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function time(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? utcTime(value) : undefined;
}
