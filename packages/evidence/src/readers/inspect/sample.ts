import {
  isObject,
  type JsonObject,
  type JsonValue,
  length,
  object,
  presence,
  type Shape,
  scalar,
  take,
} from '../../json/index.js';
import { failed, ok, type Result } from '../../problem.js';
import type { Sampler } from '../../samples/index.js';
import { type Cell, flag, type Row } from '../../trials/index.js';
import { textFields } from './texts.js';

const score = object({ value: take, history: length });

/** Fields of a sample that are kept; messages, events and attachments are passed over. */
const sampleFields: Readonly<Record<string, Shape>> = {
  id: scalar,
  epoch: scalar,
  scores: object({}, score),
  /** Version 1: one score, whose scorer only the header names. */
  score,
  error: presence,
  limit: object({ type: scalar }),
  invalidation: presence,
  metadata: object({}, scalar),
  completed_at: scalar,
};

const rowOnly = object(sampleFields);
const rowAndTexts = object({ ...sampleFields, ...textFields });

/** What is kept of a sample: its texts only where samples are picked. */
export function sampleShapeFor(sampler: Sampler | undefined): Shape {
  return sampler === undefined ? rowOnly : rowAndTexts;
}

/** Stands for the scorer of version 1 until the header is known. */
export const unnamedScorer = '\u0000';

export interface SampleRow {
  readonly row: Row;
  /** Somebody changed a score after the run; the value is the changed one. */
  readonly edited: boolean;
}

export function readSample(value: JsonValue | undefined, file: string, line?: number): Result<SampleRow> {
  const place = { file, ...(line === undefined ? {} : { line }) };
  const wrong = (message: string, expected: string) => failed({ code: 'log-shape', message, ...place, expected });
  if (!isObject(value)) return wrong('a sample is not an object', 'an object with id, epoch and scores');
  const { id, epoch } = value;
  if (typeof id !== 'string' && typeof id !== 'number') return wrong('a sample has no id', 'a text or a number');
  if (typeof epoch !== 'number' || !Number.isInteger(epoch) || epoch < 1) {
    return wrong(`sample ${id} has the epoch ${JSON.stringify(epoch)}`, 'a whole number from 1');
  }
  const scores = scoresOf(value);
  return ok({
    edited: [...Object.values(isObject(value.scores) ? value.scores : {}), value.score].some(wasEdited),
    row: {
      sample: String(id),
      epoch,
      flags:
        (present(value.error) ? flag.error : 0) |
        (present(value.limit) ? flag.limit : 0) |
        (present(value.invalidation) ? flag.invalid : 0),
      scores,
      fields: Object.entries(isObject(value.metadata) ? value.metadata : {}).map(
        ([name, item]) => [name, cell(item)] as const,
      ),
      ...(typeof value.completed_at === 'string' ? { time: value.completed_at } : {}),
    },
  });
}

function scoresOf(sample: JsonObject): (readonly [string, Cell])[] {
  const named = isObject(sample.scores) ? Object.entries(sample.scores) : [];
  if (named.length === 0 && present(sample.score)) named.push([unnamedScorer, sample.score]);
  return named.flatMap(([scorer, item]) => (isObject(item) ? flat(scorer, item.value) : flat(scorer, item)));
}

/** A scorer that gives a dictionary or a list becomes one column for each key: `judge.harm`. */
function flat(name: string, value: JsonValue | undefined): (readonly [string, Cell])[] {
  if (typeof value !== 'object' || value === null) return [[name, cell(value)]];
  return Object.entries(value).flatMap(([key, item]) => flat(`${name}.${key}`, item));
}

/** NaN is how Inspect marks a score that could not be given. */
function cell(value: JsonValue | undefined): Cell {
  if (typeof value === 'number') return Number.isNaN(value) ? undefined : value;
  return typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
}

function wasEdited(item: JsonValue | undefined): boolean {
  return isObject(item) && typeof item.history === 'number' && item.history > 0;
}

function present(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null;
}
