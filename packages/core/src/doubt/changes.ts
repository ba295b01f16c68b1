import type { Criterion } from '../case/index.js';
import type { Change, Importance, Reason } from './assessment.js';
import { formatProbability } from './format-probability.js';

const MOST = 5;

/**
 * What would change the verdict, most telling first: what lifts each blocker; where the number decides, the single
 * leaves whose doubt, brought down alone, reaches the threshold; and for a claim that is within it, the leaves whose
 * doubt, risen alone, would take it above. The claim's doubt is linear in the doubt of a leaf outside common causes, so
 * these are exact; leaves in a group are left out.
 */
export function changesFor(
  reasons: readonly Reason[],
  importance: readonly Importance[],
  doubts: ReadonlyMap<string, number>,
  threshold: { readonly probability: number; readonly criterion: Criterion } | undefined,
  number: number | undefined,
): Change[] {
  const lifts = reasons.filter((reason) => reason.blocks).flatMap(liftOf);
  const changes = [...new Map(lifts.map((lift) => [lift.text, lift])).values()];
  if (threshold === undefined || number === undefined) return changes;
  const { probability: limit, criterion } = threshold;
  const linear = importance.flatMap((row) => {
    const now = doubts.get(row.leaf);
    const to = (limit - row.ifHolds) / (row.ifFails - row.ifHolds);
    return now === undefined || row.ifFails <= row.ifHolds ? [] : [{ leaf: row.leaf, now, to }];
  });
  // What is enough for the mean need not be enough for a percentile.
  const lower = linear
    .filter(({ now, to }) => criterion === 'mean' && number > limit && to > 0 && to < now)
    .sort((a, b) => b.to / b.now - a.to / a.now);
  const higher = linear
    .filter(({ now, to }) => number <= limit && to > now && to <= 1)
    .sort((a, b) => a.to - a.now - (b.to - b.now));
  for (const { leaf, now, to } of lower.slice(0, MOST)) {
    const text = `The threshold is met if the doubt of ${leaf} comes down from ${formatProbability(now)} to ${formatProbability(to)}`;
    changes.push({ text, leaf, to });
  }
  if (criterion === 'mean' && number > limit && lower.length === 0 && changes.length === 0) {
    changes.push({ text: 'No single leaf, brought down alone, meets the threshold' });
  }
  const latest = criterion === 'mean' ? '' : `, by the ${criterion} sooner`;
  for (const { leaf, now, to } of higher.slice(0, MOST)) {
    const text = `The threshold is exceeded if the doubt of ${leaf} rises from ${formatProbability(now)} above ${formatProbability(to)}${latest}`;
    changes.push({ text, leaf, to });
  }
  return changes;
}

function liftOf({ code, element, evidence }: Reason): Change[] {
  const at = element === undefined ? {} : { element };
  const text: Partial<Record<Reason['code'], string>> = {
    undeveloped: `Develop ${element}: give it support, evidence or a stated doubt`,
    'challenge-open': `Answer challenge ${element} (answeredBy), accept it, or show that it does not block`,
    'evidence-missing': `Put the source of evidence ${evidence} in its place`,
    'evidence-altered': `Find out who changed the source of evidence ${evidence}, and lock it again once that is understood`,
    'evidence-stale': `Collect evidence ${evidence} again`,
    'evidence-other-model': `Collect evidence ${evidence} on the model that is deployed, or argue the transfer`,
    'evidence-absent': `Bring the source of evidence ${evidence} here`,
    'rate-is-not-event': `Assess the inference step above ${element} (doubt and because), or use a quantity such as 1 - (1 - p)^n`,
    'beyond-limit': `Argue ${element} again for the present capability, exposure or window`,
    'inference-required': `Assess the inference step of ${element}`,
    'signoff-missing': 'Obtain the sign-off',
    'signoff-stale': 'Obtain the sign-off again, of the present content',
    'no-threshold': 'Agree a threshold',
    'no-claim': 'Name the goal that claims that the outcome will not occur',
    contradiction: 'Resolve the contradiction between the safety case and the risk case',
  };
  const lift = text[code];
  return lift === undefined ? [] : [{ text: lift, ...at }];
}
