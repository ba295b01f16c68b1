import { once } from '../case/index.js';

/**
 * An object whose values are made when they are first asked for. Making all schemas takes longer than most texts take to read,
 * and hardly any text has every section.
 */
export function lateValues<T extends Readonly<Record<string, () => unknown>>>(
  makers: T,
): { readonly [Key in keyof T]: ReturnType<T[Key]> } {
  const values = {};
  for (const [key, make] of Object.entries(makers)) {
    Object.defineProperty(values, key, { enumerable: true, get: once(make) });
  }
  return values as { readonly [Key in keyof T]: ReturnType<T[Key]> };
}
