/**
 * Something that is made when it is first asked for, and once. Making all schemas takes longer than most texts take to read, and
 * hardly any text has every section.
 */
export function late<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** An object whose values are made when they are first asked for. */
export function lateValues<T extends Readonly<Record<string, () => unknown>>>(
  makers: T,
): { readonly [Key in keyof T]: ReturnType<T[Key]> } {
  const values = {};
  for (const [key, make] of Object.entries(makers)) {
    Object.defineProperty(values, key, { enumerable: true, get: late(make) });
  }
  return values as { readonly [Key in keyof T]: ReturnType<T[Key]> };
}
