import { formatProbability } from '../../case/index.js';
import type { CutSetAssessment, Reason } from '../../doubt/index.js';
import type { ElementDoubtDiff, EvidenceDiff } from '../assessment-diff.js';
import { factorInWords } from '../number-diff.js';

/** Whether a reason says more than the verdict and its number, which stand beside it. */
export function isNews({ code }: Reason): boolean {
  return code !== 'below-threshold' && code !== 'above-threshold' && code !== 'near-threshold';
}

/** `Sn1, Sn2 (1e-4)`. */
export function cutSetWords({ elements, probability }: CutSetAssessment): string {
  return `${elements.join(', ')}${probability === undefined ? '' : ` (${formatProbability(probability)})`}`;
}

/** `0.01 → 0.02 (2 times as much), blocks now`. */
export function doubtWords({ before, after, factor, move, blocks }: ElementDoubtDiff): string {
  const far = factor === undefined ? '' : ` (${factorInWords(factor)} ${move === 'up' ? 'as much' : 'less'})`;
  const number =
    move === 'same' ? formatProbability(after) : `${formatProbability(before)} → ${formatProbability(after)}${far}`;
  return blocks === undefined ? number : `${number}, ${blocks === 'now' ? 'blocks now' : 'blocks no longer'}`;
}

/** `redteam: fresh → locked; other data; 3 of 400 → 5 of 400`. */
export function evidenceWords({ id, before, after }: EvidenceDiff): string {
  const states = [before, after].map((side) => side.states.join(', '));
  return [
    `${id}: ${states[0] === states[1] ? states[1] : states.join(' → ')}`,
    ...(before.digests.join() === after.digests.join() ? [] : ['other data']),
    ...(before.counts === after.counts ? [] : [`${before.counts ?? 'no result'} → ${after.counts ?? 'no result'}`]),
  ].join('; ');
}
