import type { ArgumentShape } from './argument.js';

/** Of each node of the argument, the nodes that have it as an input: `users[start[n]] … users[start[n + 1] - 1]`. */
export interface Users {
  readonly start: Int32Array;
  readonly users: Int32Array;
}

export function usersOf({ leaves, gates }: ArgumentShape): Users {
  const count = leaves.length + gates.length;
  const start = new Int32Array(count + 1);
  gates.forEach(({ inputs }) => {
    for (let i = 0; i < inputs.length; i++) start[inputs[i]! + 1]! += 1;
  });
  for (let n = 0; n < count; n++) start[n + 1]! += start[n]!;
  const users = new Int32Array(start[count]!);
  const next = start.slice();
  gates.forEach(({ inputs }, g) => {
    for (let i = 0; i < inputs.length; i++) users[next[inputs[i]!]!++] = leaves.length + g;
  });
  return { start, users };
}

/** The nodes given and all that depend on them. */
export function withAllAbove({ start, users }: Users, nodes: Iterable<number>): ReadonlySet<number> {
  const found = new Set(nodes);
  // A set is walked in the order of insertion, what is added meanwhile included.
  for (const node of found) for (let i = start[node]!; i < start[node + 1]!; i++) found.add(users[i]!);
  return found;
}
