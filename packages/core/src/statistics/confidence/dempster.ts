/** Belief masses by what they are about; a key lists alternatives joined by ` or `, and the masses add up to 1. */
export type Masses = Readonly<Record<string, number>>;

export interface Combined {
  readonly masses: Masses;
  /** Mass K that fell on contradictions and was divided away. Near 1 the result means nothing. */
  readonly conflict: number;
}

/**
 * Dempster's rule: the masses of both sources multiplied, what contradicts left out and the rest scaled up (Shafer 1976).
 * With two sources that nearly contradict it is certain of what both thought all but impossible (Zadeh 1979): so the
 * conflict is given, and from `highConflict` on it must be shown as a warning. Total conflict gives no masses.
 */
export function dempster(a: Masses, b: Masses): Combined {
  const sums = new Map<string, number>();
  let conflict = 0;
  for (const [one, mass] of Object.entries(a)) {
    for (const [other, second] of Object.entries(b)) {
      const both = intersection(one, other);
      if (both === '') conflict += mass * second;
      else sums.set(both, (sums.get(both) ?? 0) + mass * second);
    }
  }
  const kept = 1 - conflict;
  return {
    conflict,
    masses: kept <= 0 ? {} : Object.fromEntries([...sums].map(([key, mass]) => [key, mass / kept])),
  };
}

/** Conflict from which the combination is a warning. */
export const highConflict = 0.5;

function intersection(a: string, b: string): string {
  const theirs = new Set(b.split(' or '));
  return a
    .split(' or ')
    .filter((each) => theirs.has(each))
    .join(' or ');
}
