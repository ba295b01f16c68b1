import type { RequiredSignOff } from '@surety/core/signoff';

/** A role in one state, with all outcomes for which it is in it. */
export interface RoleState {
  readonly role: string;
  readonly state: RequiredSignOff['state'];
  /** Empty: the whole case. */
  readonly outcomes: readonly string[];
  readonly who: readonly string[];
}

/** The required roles in the order of the text, outcomes of the same state together. */
export function roleStates(required: readonly RequiredSignOff[]): readonly RoleState[] {
  const found = new Map<string, RoleState>();
  for (const { role, state, outcome, by } of required) {
    const key = JSON.stringify([role, state]);
    const known = found.get(key) ?? { role, state, outcomes: [], who: [] };
    found.set(key, {
      ...known,
      outcomes: [...known.outcomes, ...(outcome === undefined ? [] : [outcome])],
      who: [...new Set([...known.who, ...by.map(({ signOff }) => signOff.who)])],
    });
  }
  return [...found.values()];
}

export function forWords({ outcomes }: RoleState): string {
  return outcomes.length === 0 ? 'the whole case' : outcomes.join(', ');
}
