import { isObject, type JsonObject, object, scalar, take } from '../json/index.js';
import type { Problem } from '../problem.js';
import { shown } from '../text/index.js';
import { type Cell, flag, trialsBuilder } from '../trials/index.js';
import { eachObject } from './lines.js';
import { peek } from './peek.js';
import { type Reader, readerLabel, readFailed } from './reader.js';

/**
 * Columns that are understood, as METR publishes them with its time horizons: `task_id`, `task_family`, `run_id`, `alias` or
 * `model`, `score_binarized`, `score_cont`, `fatal_error_from`, `human_minutes`, `started_at`, `completed_at`,
 * `generation_cost`, `time_limit`, `equal_task_weight`, `invsqrt_task_weight`. All plain columns are fields.
 */
const scores = ['score_binarized', 'score_cont'] as const;

/** A run that used up its tokens, time or money was stopped; any other fatal error broke it. */
const usageLimit = 'usageLimits';

const shape = object({ fatal_error_from: take }, scalar);

export const runsReader: Reader = {
  name: 'runs',
  version: 1,
  expects: 'a table of runs in JSON Lines (task_id, run_id, score_binarized, …)',
  title: 'Tables of runs (METR)',
  reads:
    'JSON Lines with `task_id`, `run_id` and `score_binarized` or `score_cont`, as METR publishes runs of its time horizons',
  docs: {
    row: 'one for each run; the runs of one `task_id` are epochs of one sample; `score_binarized` and `score_cont` are scores, every other plain column (`human_minutes`, `generation_cost`, `time_limit`, weights, …) is a field',
    flags: 'limit where `fatal_error_from` is `usageLimits`, error where it is anything else',
    group: '`group` is `task_family`, `model` is `alias` (or `model`), `time` is `completed_at`',
    claims: 'nothing',
    skips: 'columns that hold lists or objects, texts longer than 1 KiB',
  },
  sniff(head) {
    const keys = peek(head);
    return keys?.has('task_id') === true && keys.has('run_id') && scores.some((name) => keys.has(name));
  },
  async read(source, { limits }) {
    const file = source.path;
    const builder = trialsBuilder(limits);
    const runs = new Map<string, number>();
    const ids = new Set<string>();
    let people = 0;
    const problem = await eachObject(source, limits, addRun, shape);
    if (problem !== undefined) return readFailed(runsReader, problem);
    const trials = builder.finish();
    const models = [...new Set(trials.model ?? [])].filter((model) => model !== undefined).map(String);
    const notes =
      people === 0 ? [] : [`runs of people (alias “human”), which count as rows like the others: ${people}`];
    return {
      ok: true,
      log: {
        reader: readerLabel(runsReader),
        trials,
        claimed: { metrics: [] },
        models: models.slice(0, 100),
        status: 'unstated',
        notes,
      },
    };

    function addRun(run: JsonObject, line: number): Problem | undefined {
      const wrong = (message: string, expected: string): Problem => ({
        code: 'field-value',
        message,
        file,
        line,
        expected,
      });
      const { task_id: task, run_id: id, fatal_error_from: fatal, alias, model, task_family: family } = run;
      if (typeof task !== 'string' && typeof task !== 'number')
        return wrong('a run has no task_id', 'a text or a number');
      if (typeof id === 'string' || typeof id === 'number') {
        if (ids.has(String(id))) {
          return {
            code: 'duplicate-row',
            message: `the run ${shown(String(id))} stands twice`,
            file,
            line,
            expected: 'each run once',
          };
        }
        ids.add(String(id));
      }
      const bad = scores.find((name) => typeof run[name] === 'string');
      if (bad !== undefined) return wrong(`${bad} is a text`, 'a number, true or false, or null');
      const sample = String(task);
      const epoch = (runs.get(sample) ?? 0) + 1;
      runs.set(sample, epoch);
      if (alias === 'human') people += 1;
      const broke = fatal !== undefined && fatal !== null && fatal !== '' && fatal !== false;
      const own = new Set<string>([...scores, 'fatal_error_from']);
      return builder.add(
        {
          sample,
          epoch,
          flags: !broke ? 0 : fatal === usageLimit ? flag.limit : flag.error,
          scores: scores.flatMap((name) => (name in run ? [[name, plain(run[name])] as const] : [])),
          fields: [
            ...Object.entries(run).flatMap(([name, item]) => (own.has(name) ? [] : [[name, plain(item)] as const])),
            ...(broke ? [['fatal_error_from', isObject(fatal) ? JSON.stringify(fatal) : plain(fatal)] as const] : []),
          ],
          group: plain(family),
          model: plain(alias) ?? plain(model),
          time: plain(run.completed_at),
        },
        { file, line },
      );
    }
  },
};

function plain(value: unknown): Cell {
  if (typeof value === 'number') return Number.isNaN(value) ? undefined : value;
  return typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
}
