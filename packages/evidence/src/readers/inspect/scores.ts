import { isObject, type JsonObject, type JsonValue } from '../../json/index.js';
import type { Cell } from '../../trials/index.js';

/** Stands for the scorer of version 1 until the header is known. */
export const unnamedScorer = '\u0000';

/** The same in logs that Inspect rewrote without knowing the scorer. */
const placeholder = '88F74D2C';

export interface ScoreTraits {
  readonly scores: readonly (readonly [string, JsonValue | undefined])[];
  readonly edited: boolean;
  /** A scorer states that the model refused. */
  readonly refused: boolean;
  readonly twoLayouts: boolean;
}

/** The scores of a sample: `scores`, or in version 1 `score`. */
export function scoreTraits(sample: JsonObject): ScoreTraits {
  const named = Object.entries(isObject(sample.scores) ? sample.scores : {});
  const older = sample.score !== undefined && sample.score !== null;
  const scores = (older && named.length === 0 ? [[unnamedScorer, sample.score] as const] : named).map(
    ([name, score]) => [name === placeholder ? unnamedScorer : name, score] as const,
  );
  return {
    scores,
    edited: scores.some(([, score]) => isObject(score) && typeof score.history === 'number' && score.history > 0),
    refused: scores.some(([, score]) => reasonOf(score) === 'refusal'),
    twoLayouts: older && named.length > 0,
  };
}

/** Why a score is not as usual, in a word of Inspect's own list; before 0.3.2xx it stood in the metadata. */
function reasonOf(score: JsonValue | undefined): JsonValue | undefined {
  if (!isObject(score)) return undefined;
  return score.reason ?? (isObject(score.metadata) ? score.metadata.unscored_reason : undefined);
}

/** Values by column: a scorer that gives a dictionary or a list becomes one column for each key, `judge.harm`. */
export function scoresOf(scores: ScoreTraits['scores']): (readonly [string, Cell])[] {
  return scores.flatMap(([name, score]) => valueCells(name, isObject(score) ? score.value : score));
}

export function valueCells(name: string, value: JsonValue | undefined): (readonly [string, Cell])[] {
  if (typeof value !== 'object' || value === null) return [[name, cell(value)]];
  return Object.entries(value).flatMap(([key, item]) => valueCells(`${name}.${key}`, item));
}

/** NaN is how Inspect marks a score that could not be given. */
export function cell(value: JsonValue | undefined): Cell {
  if (typeof value === 'number') return Number.isNaN(value) ? undefined : value;
  return typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
}

export function isPlain(value: JsonValue | undefined): boolean {
  return typeof value !== 'object' || value === null;
}
