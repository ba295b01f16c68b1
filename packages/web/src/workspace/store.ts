/** A value that views watch. */
export interface Store<T> {
  get(): T;
  /** Whoever watches is told once, after the change. */
  set(change: (before: T) => T): void;
  subscribe(told: () => void): () => void;
}

export function createStore<T>(first: T): Store<T> {
  let value = first;
  const watchers = new Set<() => void>();
  return {
    get: () => value,
    set: (change) => {
      const next = change(value);
      if (Object.is(next, value)) return;
      value = next;
      for (const told of [...watchers]) told();
    },
    subscribe: (told) => {
      watchers.add(told);
      return () => watchers.delete(told);
    },
  };
}
