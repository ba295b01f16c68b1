import type { Scenario } from '../../workspace/index.js';
import { keyOfChange, valueOfChange } from './scenarios.js';

const made = new WeakMap<Scenario, ReadonlyMap<string, number | undefined>>();
const none: ReadonlyMap<string, number | undefined> = new Map();

/** What a scenario moves, by key, with the value; made once for each scenario, since many rows ask. */
export function valuesOf(scenario: Scenario | undefined): ReadonlyMap<string, number | undefined> {
  if (scenario === undefined) return none;
  const known = made.get(scenario);
  if (known !== undefined) return known;
  const values = new Map(scenario.changes.map((change) => [keyOfChange(change), valueOfChange(change)]));
  made.set(scenario, values);
  return values;
}

/** The keys of what is moved as one text, which stays the same while values change. */
export function movedKeys(scenario: Scenario | undefined): string {
  return JSON.stringify([...valuesOf(scenario).keys()].sort());
}
