import { isObject, type JsonObject, type JsonValue, object, scalar } from '../../json/index.js';
import { failed, ok, type Result } from '../../problem.js';
import type { Source } from '../../source/index.js';
import { trialsBuilder } from '../../trials/index.js';
import type { Peek } from '../peek.js';
import { type ClaimedMetric, type Log, type Reader, type ReadOptions, readerLabel } from '../reader.js';
import { wholeJson } from '../whole-json.js';

/** Metrics of a task are named `metric,filter` since version 0.4; what else tells the file is beside `results`. */
export function looksLikeResults(keys: Peek): boolean {
  const beside = ['lm_eval_version', 'n-samples', 'n-shot', 'higher_is_better', 'group_subtasks', 'versions'];
  return keys.has('results', '*') && !keys.has('results', 'stats') && beside.some((key) => keys.has(key));
}

const byTask = object({}, object({}, scalar));
const shape = object({
  results: byTask,
  versions: object({}, scalar),
  'n-shot': object({}, scalar),
  'n-samples': byTask,
  config: object({ model: scalar, limit: scalar, model_args: object({ pretrained: scalar, model: scalar }) }),
  model_name: scalar,
  model_source: scalar,
  lm_eval_version: scalar,
  date: scalar,
});

/** What a results file claims. It holds no row: nothing can be measured from it alone. */
export async function readResults(source: Source, { limits }: ReadOptions, reader: Reader): Promise<Result<Log>> {
  const value = await wholeJson(source, limits, shape);
  if (!value.ok) return value;
  const root = value.value;
  if (!isObject(root) || !isObject(root.results)) {
    const message = 'this is neither a results file nor a samples file of lm-evaluation-harness';
    const expected = 'an object with `results` by task, or one sample a line';
    return failed({ code: 'log-shape', message, file: source.path, expected });
  }
  const tasks = Object.entries(root.results);
  const metrics: ClaimedMetric[] = [];
  const without: string[] = [];
  for (const [task, values] of tasks) {
    if (!isObject(values)) continue;
    for (const [name, item] of Object.entries(values)) {
      if (name === 'alias' || name === 'name' || name === 'sample_len') continue;
      if (typeof item === 'number') metrics.push({ scorer: task, name, value: item });
      else without.push(`${task} ${name}${typeof item === 'string' ? ` (${item.slice(0, 40)})` : ''}`);
    }
  }
  const model = modelOf(root);
  const counts = samplesOf(root);
  return ok({
    reader: readerLabel(reader),
    trials: trialsBuilder(limits).finish(),
    claimed: { ...counts, metrics },
    ...(tasks.length === 1 ? { task: tasks[0]![0] } : {}),
    models: model === undefined ? [] : [model],
    status: 'unstated',
    notes: [
      'a results file claims metrics and holds no rows: measure the samples_*.jsonl files (--log_samples)',
      ...(without.length === 0 ? [] : [`without a value: ${without.slice(0, 10).join(', ')}${more(without, 10)}`]),
      ...taskNotes(root),
      ...runNotes(root),
    ],
  });
}

function more(all: readonly unknown[], shown: number): string {
  return all.length > shown ? ` and ${all.length - shown} more` : '';
}

function modelOf({ model_name, config }: JsonObject): string | undefined {
  const { model_args, model } = isObject(config) ? config : {};
  const args = isObject(model_args) ? model_args : {};
  return [model_name, args.pretrained, args.model, model].find((name): name is string => typeof name === 'string');
}

/** Documents used and in the data set, over all tasks that say both. */
function samplesOf(root: JsonObject): { readonly total?: number; readonly dataset?: number } {
  const each = Object.values(isObject(root['n-samples']) ? root['n-samples'] : {}).filter(isObject);
  const sum = (key: string) => each.reduce((all, one) => all + (countOf(one[key]) ?? Number.NaN), 0);
  const [total, dataset] = [sum('effective'), sum('original')];
  if (each.length === 0) return {};
  return {
    ...(Number.isNaN(total) ? {} : { total }),
    ...(Number.isNaN(dataset) ? {} : { dataset }),
  };
}

function countOf(value: JsonValue | undefined): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}

const mostTasks = 20;

/** `task tiny, version 1, 0-shot, 3 of 4 documents`, for each of the first tasks. */
function taskNotes(root: JsonObject): string[] {
  const of = (section: string, task: string) => {
    const found = root[section];
    return isObject(found) ? found[task] : undefined;
  };
  const tasks = Object.keys(root.results as JsonObject);
  const said = tasks.slice(0, mostTasks).map((task) => {
    const [version, shots, samples] = [of('versions', task), of('n-shot', task), of('n-samples', task)];
    const used = isObject(samples) ? [countOf(samples.effective), countOf(samples.original)] : [];
    const parts = [
      `task ${task}`,
      ...(version === undefined || version === null ? [] : [`version ${String(version)}`]),
      ...(typeof shots === 'number' ? [`${shots}-shot`] : []),
      ...(used[0] === undefined || used[1] === undefined ? [] : [`${used[0]} of ${used[1]} documents`]),
    ];
    return parts.join(', ');
  });
  return tasks.length > mostTasks ? [...said, `and ${tasks.length - mostTasks} more tasks`] : said;
}

function runNotes(root: JsonObject): string[] {
  const { lm_eval_version: version, date, config } = root;
  const limit = isObject(config) ? config.limit : undefined;
  const day =
    typeof date === 'number' && date > 0 && date < 1e11 ? new Date(date * 1000).toISOString().slice(0, 10) : undefined;
  const parts = [
    ...(typeof version === 'string' ? [`lm_eval ${version}`] : []),
    ...(day === undefined ? [] : [`run on ${day} (UTC)`]),
    ...(typeof limit === 'number' ? [`--limit ${limit}`] : []),
  ];
  return parts.length === 0 ? [] : [parts.join(', ')];
}
