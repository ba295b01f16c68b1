import type { CaseChange } from '@surety/core/what-if';
import { remembered } from '../../storage/index.js';
import type { Scenario } from '../../workspace/index.js';

/** Named scenarios of a case, kept in this browser until they are written into the text or thrown away. */
export function keptScenarios(caseId: string): readonly Scenario[] {
  const text = remembered.get(keyOf(caseId));
  if (text === null) return [];
  try {
    const kept: unknown = JSON.parse(text);
    return Array.isArray(kept) ? kept.filter(isScenario) : [];
  } catch {
    // Somebody else's text under this name; it is written over with the next scenario.
    return [];
  }
}

export function keepScenarios(caseId: string, scenarios: readonly Scenario[]): void {
  if (scenarios.length === 0) remembered.remove(keyOf(caseId));
  else remembered.set(keyOf(caseId), JSON.stringify(scenarios));
}

function keyOf(caseId: string): string {
  return `surety-scenarios ${caseId}`;
}

function isScenario(value: unknown): value is Scenario {
  const { name, changes } = (value ?? {}) as Partial<Scenario>;
  return typeof name === 'string' && Array.isArray(changes);
}

/** What a change is about; two changes of one thing have the same. */
export function keyOfChange(change: CaseChange): string {
  switch (change.kind) {
    case 'doubt':
      return `doubt ${change.leaf}`;
    case 'quantity':
      return `quantity ${change.name}`;
    case 'axis':
      return `axis ${change.over.axis}`;
    case 'group':
      return `group ${change.name}`;
    case 'legs':
      return `legs ${change.element}`;
    case 'threshold':
      return `threshold ${change.outcome}`;
  }
}

export function valueOfChange(change: CaseChange): number | undefined {
  switch (change.kind) {
    case 'doubt':
      return change.doubt;
    case 'quantity':
    case 'axis':
      return change.value;
    case 'group':
      return change.beta;
    case 'legs':
      return change.dependence.kind === 'beta' ? change.dependence.beta : undefined;
    case 'threshold':
      return change.probability;
  }
}

/** The changes with one of them at another value; without a value it goes back to what the text says. */
export function withChange(changes: readonly CaseChange[], key: string, change: CaseChange | undefined): CaseChange[] {
  const others = changes.filter((one) => keyOfChange(one) !== key);
  return change === undefined ? others : [...others, change];
}
