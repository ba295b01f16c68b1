import { createHash } from 'node:crypto';
import {
  isObject,
  type JsonObject,
  type JsonValue,
  length,
  list,
  object,
  type Shape,
  scalar,
  take,
} from '../../json/index.js';
import { failed, ok, type Problem, type Result } from '../../problem.js';
import type { TrialTexts } from '../../samples/index.js';
import type { Source } from '../../source/index.js';
import { shown } from '../../text/index.js';
import { type Cell, flag, trialsBuilder } from '../../trials/index.js';
import { eachObject } from '../lines.js';
import { type ClaimedMetric, type Log, type Reader, type ReadOptions, readerLabel } from '../reader.js';
import { compareWithEvaluations, type Evaluation } from './evaluations.js';

const base: Readonly<Record<string, Shape>> = {
  entry_type: scalar,
  uuid: scalar,
  seq: scalar,
  status: scalar,
  probe_classname: scalar,
  detector_results: object({}, list(scalar)),
  outputs: length,
  // The prompt tells attempts apart where they have no id.
  prompt: take,
  probe: scalar,
  detector: scalar,
  passed: scalar,
  total_evaluated: scalar,
  total: scalar,
  garak_version: scalar,
  'plugins.target_type': scalar,
  'plugins.target_name': scalar,
  'plugins.model_type': scalar,
  'plugins.model_name': scalar,
  'run.eval_threshold': scalar,
};

const sent = 1;
const evaluated = 2;

/** Attempts that nothing tells apart, in the order in which they were sent; those before `next` are evaluated. */
interface Queue {
  readonly sent: Sent[];
  next: number;
}

interface Sent {
  readonly sample: string;
  readonly probe: string;
  readonly outputs: number;
  readonly line: number;
}

/** One row for each answer; a report is read in one pass, and of attempts that wait for their evaluation little is held. */
export async function readReport(
  source: Source,
  { limits, sampler }: ReadOptions,
  reader: Reader,
): Promise<Result<Log>> {
  const file = source.path;
  const builder = trialsBuilder(limits);
  const waiting = new Map<string, Queue>();
  const names = new Map<string, string>();
  const done = new Set<string>();
  const evaluations: Evaluation[] = [];
  const other = new Map<string, number>();
  let header: JsonObject = {};
  let version: string | undefined;
  let began = false;
  let ended = false;
  let attempts = 0;

  const whole = sampler !== undefined;
  const shape = object(sampler === undefined ? base : { ...base, outputs: take });
  const problem = (await eachObject(source, limits, addEntry, shape)) ?? addUnevaluated();
  if (problem !== undefined) return failed(problem);
  const trials = builder.finish();
  const threshold = header['run.eval_threshold'];
  const left = [...waiting.values()].reduce((sum, { sent, next }) => sum + sent.length - next, 0);
  const model = modelOf(header);
  return ok({
    reader: readerLabel(reader),
    trials,
    claimed: { metrics: evaluations.flatMap(metricsOf) },
    models: model === undefined ? [] : [model],
    status: ended ? 'success' : began ? 'started' : 'unstated',
    notes: [
      ...(began || ended ? [] : ['the report has no header and no end: which model was run is not said']),
      ...(began && !ended ? ['the run never ended: the report is what had been written so far'] : []),
      ...(left === 0 ? [] : [`attempts that were sent and never evaluated, counted as errors: ${left}`]),
      ...compareWithEvaluations(evaluations, trials, typeof threshold === 'number' ? threshold : undefined),
      ...[...other].map(([kind, count]) => `lines of the kind ${kind} that were passed over: ${count}`),
      ...(version === undefined ? [] : [`garak ${version}`]),
    ],
  });

  function addEntry(entry: JsonObject, line: number): Problem | undefined {
    const { entry_type: kind } = entry;
    switch (kind) {
      case 'attempt':
        return addAttempt(entry, line);
      case 'eval':
        return addEvaluation(entry, line);
      case 'start_run setup':
        header = entry;
        began = true;
        return undefined;
      case 'init':
        began = true;
        if (typeof entry.garak_version === 'string') version = entry.garak_version;
        return undefined;
      case 'completion':
        ended = true;
        return undefined;
      case 'digest':
        return undefined;
      default: {
        if (typeof kind !== 'string') return wrong(line, 'a line has no entry_type', 'an entry of a garak report');
        const name = other.has(kind) || other.size < 20 ? kind : 'others';
        other.set(name, (other.get(name) ?? 0) + 1);
        return undefined;
      }
    }
  }

  function wrong(line: number, message: string, expected: string): Problem {
    return { code: 'log-shape', message, file, line, expected };
  }

  function addAttempt(entry: JsonObject, line: number): Problem | undefined {
    const { status, probe_classname: probe, detector_results: results } = entry;
    if (typeof probe !== 'string') return wrong(line, 'an attempt names no probe', '`probe_classname`');
    if (status !== sent && status !== evaluated) {
      return status === 0 ? undefined : wrong(line, `an attempt has the status ${JSON.stringify(status)}`, '0, 1 or 2');
    }
    const key = identity(entry, probe);
    if (status === sent) {
      if (done.has(key)) return undefined;
      attempts += 1;
      const known = waiting.get(key);
      const one = { sample: nameOf(entry, probe, key), probe, outputs: outputsOf(entry, whole), line };
      if (known === undefined) waiting.set(key, { sent: [one], next: 0 });
      else known.sent.push(one);
      return attempts > limits.rows ? tooMany(line) : undefined;
    }
    const before = waiting.get(key);
    const was = before?.sent[before.next++];
    if (before !== undefined && before.next >= before.sent.length) waiting.delete(key);
    if (typeof entry.uuid === 'string') {
      if (done.has(key))
        return { code: 'duplicate-row', message: `attempt ${shown(entry.uuid)} is evaluated twice`, file, line };
      done.add(key);
    }
    if (was === undefined) attempts += 1;
    const sample = was?.sample ?? nameOf(entry, probe, key);
    return addAnswers(entry, isObject(results) ? results : {}, sample, probe, line);
  }

  function tooMany(line: number): Problem {
    return { code: 'too-many-rows', message: `there are more than ${limits.rows} attempts`, file, line };
  }

  /** The probe and its number there, which are the same in each run; made different where they are not. */
  function nameOf(entry: JsonObject, probe: string, key: string): string {
    const { seq } = entry;
    const plain = typeof seq === 'number' ? `${probe} ${seq}` : `${probe} attempt ${attempts + 1}`;
    const name = (names.get(plain) ?? key) === key ? plain : `${plain} ${String(entry.uuid ?? attempts)}`;
    names.set(plain, names.get(plain) ?? key);
    return name;
  }

  function addAnswers(
    entry: JsonObject,
    results: JsonObject,
    sample: string,
    probe: string,
    line: number,
  ): Problem | undefined {
    const scores = Object.entries(results).map(
      ([detector, values]) => [detector, Array.isArray(values) ? values : []] as const,
    );
    const answers = Math.max(outputsOf(entry, whole), ...scores.map(([, values]) => values.length));
    for (let at = 0; at < answers; at++) {
      const row = {
        sample,
        epoch: at + 1,
        flags: 0,
        scores: scores.map(([detector, values]) => [detector, scoreOf(values[at] as JsonValue | undefined)] as const),
        ...placeOf(probe),
      };
      sampler?.offer(row, () => textsOf(entry, at));
      const refused = builder.add(row, { file, line });
      if (refused !== undefined) return refused;
    }
    return undefined;
  }

  /** What was sent and never came back evaluated is not passed over: it might have hit. */
  function addUnevaluated(): Problem | undefined {
    for (const one of [...waiting.values()].flatMap(({ sent, next }) => sent.slice(next))) {
      for (let at = 0; at < Math.max(1, one.outputs); at++) {
        const row = { sample: one.sample, epoch: at + 1, flags: flag.error, scores: [], ...placeOf(one.probe) };
        const refused = builder.add(row, { file, line: one.line });
        if (refused !== undefined) return refused;
      }
    }
    return undefined;
  }

  function addEvaluation(entry: JsonObject, line: number): Problem | undefined {
    const { probe, detector, passed } = entry;
    const total = entry.total_evaluated ?? entry.total;
    if (
      typeof probe !== 'string' ||
      typeof detector !== 'string' ||
      typeof passed !== 'number' ||
      typeof total !== 'number'
    ) {
      return wrong(line, 'an evaluation is not whole', '`probe`, `detector`, `passed` and `total_evaluated`');
    }
    if (evaluations.length >= limits.columns * 10) {
      return {
        code: 'too-many-columns',
        message: `there are more than ${limits.columns * 10} evaluations`,
        file,
        line,
      };
    }
    // Written as `probes.x` and `detector.y` by some versions.
    evaluations.push({ probe, detector: detector.replace(/^detector\./, ''), passed, total });
    return undefined;
  }
}

function identity({ uuid, seq, prompt }: JsonObject, probe: string): string {
  if (typeof uuid === 'string') return uuid;
  const text = JSON.stringify([seq ?? null, prompt ?? null]);
  return `${probe} ${createHash('sha256').update(text).digest('hex')}`;
}

/** How many answers there are: their `length`, or where texts are asked for, the answers themselves. */
function outputsOf({ outputs }: JsonObject, whole: boolean): number {
  if (!whole) return typeof outputs === 'number' ? outputs : 0;
  if (typeof outputs === 'object' && outputs !== null) return Object.keys(outputs).length;
  return outputs === undefined || outputs === null ? 0 : 1;
}

function scoreOf(value: JsonValue | undefined): Cell {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' && !Number.isNaN(value) ? value : undefined;
}

function placeOf(probe: string): { readonly group: string; readonly fields: readonly (readonly [string, Cell])[] } {
  return {
    group: probe,
    fields: [
      ['probe', probe],
      ['strategy', probe.split('.')[0]],
    ],
  };
}

function metricsOf({ probe, detector, passed, total }: Evaluation): ClaimedMetric[] {
  return [
    { scorer: detector, name: `${probe} passed`, value: passed },
    { scorer: detector, name: `${probe} evaluated`, value: total },
  ];
}

function modelOf(header: JsonObject): string | undefined {
  const of = (key: string) => {
    const found = header[`plugins.target_${key}`] ?? header[`plugins.model_${key}`];
    return typeof found === 'string' && found !== '' ? found : undefined;
  };
  const parts = [of('type'), of('name')].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join('/');
}

function textsOf({ prompt, outputs }: JsonObject, at: number): TrialTexts {
  const asked = textOf(prompt);
  const answered = Array.isArray(outputs) ? textOf((outputs as readonly JsonValue[])[at]) : undefined;
  return { ...(asked === undefined ? {} : { input: asked }), ...(answered === undefined ? {} : { output: answered }) };
}

/** A text, or a message with one, or a conversation of such. */
function textOf(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (!isObject(value)) return undefined;
  if (typeof value.text === 'string') return value.text;
  if (!Array.isArray(value.turns)) return undefined;
  const turns = (value.turns as readonly JsonValue[]).filter(isObject).flatMap(({ role, content }) => {
    const text = textOf(content);
    return text === undefined ? [] : [typeof role === 'string' ? `${role}: ${text}` : text];
  });
  return turns.join('\n');
}
