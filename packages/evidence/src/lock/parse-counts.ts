import type { Counts } from '@surety/core/case';
import { isObject, type JsonObject, type JsonValue } from '../json/index.js';

type Parser<K extends Counts['kind']> = (value: JsonObject) => Omit<Counts & { readonly kind: K }, 'kind'> | undefined;

/** One for every kind of counts; a kind without one does not compile. */
const parsers: { readonly [K in Counts['kind']]: Parser<K> } = {
  binomial: eventsOfTrials,
  clusters(value) {
    const clusters = listOf(value.clusters, eventsOfTrials);
    return clusters && { clusters };
  },
  strata(value) {
    const strata = listOf(value.strata, (item) => {
      const pair = eventsOfTrials(item);
      return pair && isObject(item) && typeof item.name === 'string' ? { name: item.name, ...pair } : undefined;
    });
    return strata && { strata };
  },
  draws(value) {
    const draws = listOf(value.draws, (item) => (typeof item === 'number' && Number.isFinite(item) ? item : undefined));
    return draws && { draws };
  },
  computed({ probability }) {
    const fits = typeof probability === 'number' && probability >= 0 && probability <= 1;
    return fits ? { probability } : undefined;
  },
};

/** Counts as the lock file holds them; nothing where they do not fit. */
export function parseCounts(value: JsonObject): Counts | undefined {
  const { kind } = value;
  if (typeof kind !== 'string' || !Object.hasOwn(parsers, kind)) return undefined;
  const parsed = parsers[kind as Counts['kind']](value);
  return parsed && ({ kind, ...parsed } as Counts);
}

function eventsOfTrials(value: JsonValue): { readonly events: number; readonly trials: number } | undefined {
  if (!isObject(value) || !isCount(value.events) || !isCount(value.trials) || value.events > value.trials)
    return undefined;
  return { events: value.events, trials: value.trials };
}

/** Every item read, or nothing where one does not fit. */
export function listOf<T>(value: JsonValue | undefined, read: (item: JsonValue) => T | undefined): T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = (value as readonly JsonValue[]).map(read);
  return items.every((item): item is T & {} => item !== undefined) ? (items as T[]) : undefined;
}

/** A whole number from 0. */
export function isCount(value: JsonValue | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
