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
import { failed, ok, type Result } from '../../problem.js';
import type { Sampler } from '../../samples/index.js';
import { flag, type Row } from '../../trials/index.js';
import { cell, isPlain, scoresOf, scoreTraits } from './scores.js';
import { textFields } from './texts.js';
import { utcTime } from './utc-time.js';

const score = object({
  value: take,
  history: length,
  reason: scalar,
  metadata: object({ unscored_reason: scalar }),
});

/** Fields of a sample that are kept; messages, events and attachments are passed over. */
const sampleFields: Readonly<Record<string, Shape>> = {
  id: scalar,
  epoch: scalar,
  uuid: scalar,
  scores: object({}, score),
  /** Version 1: one score, whose scorer only the header names. */
  score,
  error: object({ message: scalar }),
  error_retries: length,
  limit: object({ type: scalar }),
  invalidation: presence,
  metadata: object({}, presence),
  completed_at: scalar,
  model_fallbacks: length,
  output: object({ model: scalar, choices: list(object({ stop_reason: scalar })) }),
};

const rowOnly = object(sampleFields);
const rowAndTexts = object({ ...sampleFields, ...textFields });

/** What is kept of a sample: its texts only where samples are picked. */
export function sampleShapeFor(sampler: Sampler | undefined): Shape {
  return sampler === undefined ? rowOnly : rowAndTexts;
}

export interface SampleRow {
  readonly row: Row;
  /** Somebody changed a score after the run; the value is the changed one. */
  readonly edited: boolean;
  /** It has scores of the layouts of today and of version 1; those of today are read. */
  readonly twoLayouts: boolean;
  /** Another model than the one that was asked answered now and then. */
  readonly fallback: boolean;
  /** Names of metadata that is a list or an object, which no column can hold. */
  readonly unread: readonly string[];
}

/** `named` is the id in the name of the sample's member, which is exact where a number of JSON is not. */
export function readSample(
  value: JsonValue | undefined,
  place: { readonly file: string; readonly line?: number },
  named?: string,
): Result<SampleRow> {
  const wrong = (message: string, expected: string) => failed({ code: 'log-shape', message, ...place, expected });
  if (!isObject(value)) return wrong('a sample is not an object', 'an object with id, epoch and scores');
  const { epoch } = value;
  const id = exactId(value.id, named);
  if (typeof id !== 'string') {
    return id === undefined
      ? wrong('a sample has no id', 'a text or a number')
      : wrong(`the id ${id} of a sample is too large to be told from its neighbours`, 'a number up to 2^53, or a text');
  }
  if (typeof epoch !== 'number' || !Number.isInteger(epoch) || epoch < 1) {
    return wrong(`sample ${id} has the epoch ${JSON.stringify(epoch)}`, 'a whole number from 1');
  }
  const { scores, edited, refused, twoLayouts } = scoreTraits(value);
  const metadata = Object.entries(isObject(value.metadata) ? value.metadata : {});
  const fields = metadata.flatMap(([name, item]) => (isPlain(item) ? [[name, cell(item)] as const] : []));
  const stop = stopOf(value);
  return ok({
    edited,
    twoLayouts,
    fallback: typeof value.model_fallbacks === 'number' && value.model_fallbacks > 0,
    unread: metadata.flatMap(([name, item]) => (isPlain(item) ? [] : [name])),
    row: {
      sample: id,
      epoch,
      flags: flagsOf(value) | (refused || stop === 'content_filter' ? flag.refused : 0),
      scores: scoresOf(scores),
      fields,
      ...optional('group', fields.find(([name]) => name === 'group')?.[1]),
      ...optional('model', isObject(value.output) ? nonEmpty(value.output.model) : undefined),
      ...optional('time', typeof value.completed_at === 'string' ? utcTime(value.completed_at) : undefined),
      ...optional('uuid', nonEmpty(value.uuid)),
      ...optional('retries', value.error_retries === 0 ? undefined : cell(value.error_retries)),
      ...optional('limit', isObject(value.limit) ? nonEmpty(value.limit.type) : undefined),
      ...optional('stop', stop),
    },
  });
}

export function exactId(id: JsonValue | undefined, named: string | undefined): string | number | undefined {
  if (typeof id === 'string') return id;
  if (typeof id !== 'number') return undefined;
  if (!Number.isInteger(id) || Number.isSafeInteger(id)) return String(id);
  return named !== undefined && /^-?\d+$/.test(named) && Number(named) === id ? named : id;
}

function flagsOf(sample: JsonObject): number {
  const error = isObject(sample.error) ? sample.error.message : undefined;
  return (
    (present(sample.error) ? flag.error : 0) |
    (present(sample.limit) ? flag.limit : 0) |
    (present(sample.invalidation) ? flag.invalid : 0) |
    (typeof error === 'string' && cancellation.test(error) ? flag.partial : 0)
  );
}

/**
 * A sample that was under way when its run ended is logged with the exception that cancelled it, and recovering a run
 * that died adds such samples. Inspect itself tells them from errors by these words.
 */
const cancellation = /^Cancelled(?:Error)?\(/;

/** Why the model's last answer ended. `length` is what `max_tokens` was called once. */
function stopOf(sample: JsonObject): string | undefined {
  const choices = isObject(sample.output) ? sample.output.choices : undefined;
  const [first] = Array.isArray(choices) ? (choices as readonly JsonValue[]) : [];
  const reason = isObject(first) ? nonEmpty(first.stop_reason) : undefined;
  return reason === 'length' ? 'max_tokens' : reason;
}

function nonEmpty(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function optional<K extends keyof Row>(key: K, value: Row[K]): Partial<Row> {
  return value === undefined ? {} : { [key]: value };
}

function present(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null;
}
