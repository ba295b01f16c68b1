/** What stands in the place of the module of the same name in numerics, in the worker: most cases never need it. */

let loaded: string | undefined;

/** It is needed, and not there yet: whoever computes loads it, and computes again. */
export class FurtherDirectionsNeeded extends Error {}

export function furtherDirections(): string {
  if (loaded === undefined) throw new FurtherDirectionsNeeded('The directions of further dimensions are not loaded');
  return loaded;
}

export async function loadFurtherDirections(): Promise<void> {
  loaded = (await import('@surety/numerics/further-directions')).SOBOL_FURTHER_DIRECTIONS;
}
