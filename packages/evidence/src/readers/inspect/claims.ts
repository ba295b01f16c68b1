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
import type { ClaimedMetric, ClaimedScore } from '../reader.js';
import { count } from './parts.js';

const metrics = object({}, object({ value: take, group: scalar }));
const score = object({
  name: scalar,
  scorer: scalar,
  reducer: scalar,
  scored_samples: scalar,
  unscored_samples: scalar,
  metrics,
});

/** What is kept of `results`. */
export const resultFields: Readonly<Record<string, Shape>> = {
  total_samples: scalar,
  completed_samples: scalar,
  early_stopping: object({ manager: scalar, early_stops: length }),
  scores: list(score),
  // Layouts of version 1: one scorer with the metrics beside it, then a list under another name.
  scorer: object({ name: scalar }),
  scorers: list(score),
  metrics,
};

/** What the results claim of each scorer. */
export interface Claims {
  readonly metrics: readonly ClaimedMetric[];
  readonly scored: readonly ClaimedScore[];
}

export function claimsOf(results: JsonObject): Claims {
  const scores = scoresOf(results).map((each) => ({ each, of: nameOf(each) }));
  return {
    metrics: scores.flatMap(({ each, of }) =>
      Object.entries(isObject(each.metrics) ? each.metrics : {}).flatMap(([name, metric]) =>
        isObject(metric) && typeof metric.value === 'number'
          ? [{ ...of, name, ...(typeof metric.group === 'string' ? { group: metric.group } : {}), value: metric.value }]
          : [],
      ),
    ),
    scored: scores.map(({ each, of }) => ({
      ...of,
      ...count('scored', each.scored_samples),
      ...count('unscored', each.unscored_samples),
    })),
  };
}

type Named = JsonObject & { readonly name: string };

function scoresOf(results: JsonObject): readonly Named[] {
  const named = (item: JsonValue | undefined): item is Named => isObject(item) && typeof item.name === 'string';
  const many = [results.scores, results.scorers].find((each): each is readonly JsonValue[] => Array.isArray(each));
  if (many !== undefined) return many.filter(named);
  return named(results.scorer) ? [{ ...results.scorer, metrics: results.metrics }] : [];
}

function nameOf({ name, scorer, reducer }: Named): { readonly scorer: string } & Partial<ClaimedScore> {
  return {
    scorer: name,
    ...(typeof scorer === 'string' && scorer !== name ? { of: scorer } : {}),
    ...(typeof reducer === 'string' ? { reducer } : {}),
  };
}
