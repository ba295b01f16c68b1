import type { Counts, EventCount } from '@surety/core/case';
import { isObject, type JsonObject, type JsonValue } from '../json/index.js';

type Parser<K extends Counts['kind']> = (value: JsonObject) => Omit<Counts & { readonly kind: K }, 'kind'> | undefined;

/** One for every kind of counts; a kind without one does not compile. */
const parsers: { readonly [K in Counts['kind']]: Parser<K> } = {
  binomial: eventsOfTrials,
  clusters: clustersOf,
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
  'robust-clusters': clustersOf,
  'beta-binomial': clustersOf,
  conservative(value) {
    const pair = eventsOfTrials(value);
    const { confidence, below } = value;
    return pair && isShare(confidence) && isShare(below) ? { ...pair, confidence, below } : undefined;
  },
  sequential: eventsOfTrials,
  detection(value) {
    const { benign, audit } = value;
    const strata = listOf(value.strata, rankedStratum);
    return strata && isCount(benign) && isShare(audit) ? { benign, audit, strata } : undefined;
  },
  difference(value) {
    const arms = pairs(value, 'treated', 'control');
    return arms && { treated: arms[0]!, control: arms[1]! };
  },
  'paired-difference'(value) {
    const found = pairs(value, 'treatedOnly', 'controlOnly', 'treated', 'control');
    if (found === undefined) return undefined;
    const [treatedOnly, controlOnly, treated, control] = found as [EventCount, EventCount, EventCount, EventCount];
    // What is in one arm only is not in the other.
    return controlOnly.events + treatedOnly.events <= Math.min(treatedOnly.trials, controlOnly.trials)
      ? { treatedOnly, controlOnly, treated, control }
      : undefined;
  },
  computed({ probability, events }) {
    if (!isShare(probability)) return undefined;
    if (events === undefined) return { probability };
    if (!isObject(events) || !Object.values(events).every(isShare)) return undefined;
    return { probability, events: events as Readonly<Record<string, number>> };
  },
  values({ low, high, values: held }) {
    if (!isNumber(low) || !isNumber(high) || low >= high) return undefined;
    const values = listOf(held, (item) => {
      if (!isObject(item) || !isCount(item.count) || !isNumber(item.value)) return undefined;
      return item.value >= low && item.value <= high ? { value: item.value, count: item.count } : undefined;
    });
    return values && { low, high, values };
  },
  repeats({ k, samples: held }) {
    if (!isCount(k) || k === 0) return undefined;
    const samples = listOf(held, (item) => {
      if (!isObject(item) || !isCount(item.successes) || !isCount(item.repeats) || !isCount(item.count))
        return undefined;
      const { successes, repeats, count } = item;
      return successes <= repeats && repeats >= k ? { successes, repeats, count } : undefined;
    });
    return samples && { k, samples };
  },
  exposure({ events, exposure, unit }) {
    if (!isCount(events) || !isNumber(exposure) || exposure < 0 || typeof unit !== 'string') return undefined;
    return { events, exposure, unit };
  },
  tail({ uses, queries, highest: held, restMean }) {
    if (!isNumber(uses) || uses <= 0 || !isCount(queries) || !isNumber(restMean)) return undefined;
    const highest = listOf(held, (item) => (isNumber(item) && item > 0 && item < 1 ? item : undefined));
    if (highest === undefined || highest.length > queries || restMean < 0 || restMean > 1) return undefined;
    return highest.every((p, at) => at === 0 || p <= highest[at - 1]!)
      ? { uses, queries, highest, restMean }
      : undefined;
  },
};

function clustersOf(value: JsonObject) {
  const clusters = listOf(value.clusters, eventsOfTrials);
  return clusters && { clusters };
}

function rankedStratum(item: JsonValue) {
  if (!isObject(item) || typeof item.name !== 'string' || !isCount(item.trials)) return undefined;
  const ranks = listOf(item.ranks, (each) =>
    isObject(each) && isCount(each.rank) && isCount(each.attacks)
      ? { rank: each.rank, attacks: each.attacks }
      : undefined,
  );
  const attacks = ranks?.reduce((sum, each) => sum + each.attacks, 0);
  return ranks && attacks === item.trials ? { name: item.name, trials: item.trials, ranks } : undefined;
}

function pairs(value: JsonObject, ...names: readonly string[]): readonly EventCount[] | undefined {
  return listOf(
    names.map((name) => value[name] ?? null),
    eventsOfTrials,
  );
}

/** A number from 0 to 1. */
function isShare(value: JsonValue | undefined): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

function isNumber(value: JsonValue | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** Counts as the lock file holds them; nothing where they do not fit. */
export function parseCounts(value: JsonObject): Counts | undefined {
  const { kind } = value;
  if (typeof kind !== 'string' || !Object.hasOwn(parsers, kind)) return undefined;
  const parsed = parsers[kind as Counts['kind']](value);
  return parsed && ({ kind, ...parsed } as Counts);
}

function eventsOfTrials(value: JsonValue): EventCount | undefined {
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
