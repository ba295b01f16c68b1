import { formatProbability } from '../case/index.js';
import { listed } from '../shown/index.js';
import type { LegChoice } from './assessment.js';

/**
 * What the minimal cut sets are sets of. They are those of the argument as written, where every leg counts in full; the
 * declared doubt gives less credit, so they must never be read as what it is made of. Where each is of one leaf, no leg
 * has another beside it.
 */
export function cutSetsInWords(sets: string, orders: string, eachOfOne = false): string {
  if (eachOfOne) return `each by itself (${sets} of the argument as written)`;
  return `if every leg counts in full (${sets} of the argument as written${orders === '' ? '' : `: ${orders}`})`;
}

/** Why fewer failures than the cut sets list are enough for the declared doubt, without a final full stop. */
export function legInWords({ element, legs, dependence, beta }: LegChoice): string {
  const chosen = listed(legs);
  const why =
    dependence === 'undeclared'
      ? `${element} rests on ${chosen} alone, since nothing is declared about its legs`
      : `with probability ${beta === undefined ? 'beta' : formatProbability(beta)} the legs of ${element} fail together, and ${chosen} alone ${legs.length === 1 ? 'decides' : 'decide'}`;
  return `Fewer failures are enough for the declared doubt: ${why}`;
}

/** What the path set says: the leaves that are enough whatever becomes of the others. */
export function pathSetInWords(leaves: number): string {
  const these = leaves === 1 ? 'this 1 leaf holds' : `these ${leaves} leaves hold`;
  const doubts = leaves === 1 ? 'its doubt is the bound' : 'their doubts add up to the bound';
  return `If ${these}, the claim holds whatever the others do (${doubts})`;
}
