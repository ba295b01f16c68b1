import { formatProbability } from '../../case/index.js';
import { amplifyWords, type Generation } from '../../chain/index.js';

/** All that a picture says of a generation, as sentences. */
export function generationWords(
  { title, amplify, gap, own, doubt, threshold, verdict }: Generation,
  number: number,
): string {
  const step = amplify === undefined ? '' : `, trained under the one before at ${amplifyWords(amplify)}`;
  const between = gap === undefined ? '' : ` Gap step ${formatProbability(gap.doubt)}.`;
  const against = threshold === undefined ? '' : ` of ${formatProbability(threshold)}`;
  return `Generation ${number}: ${title}${step}.${between} Adds ${formatProbability(own)}, in all ${formatProbability(doubt)}${against}: ${verdict}.`;
}
