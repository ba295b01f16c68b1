import { SOBOL_FURTHER_DIRECTIONS } from './sobol-further-directions.generated.js';

/**
 * The part of the table of Sobol's directions that only cases with more than two hundred uncertain inputs or so need. The
 * workspace puts another module in the place of this one, which loads it when it is asked for.
 */
export function furtherDirections(): string {
  return SOBOL_FURTHER_DIRECTIONS;
}
