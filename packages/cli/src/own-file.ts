/** A file of this package by its path in it. Stands beside the entry, so that it is as far from there in the bundle as in dist. */
export function ownFile(path: string): URL {
  return new URL(`../${path}`, import.meta.url);
}
