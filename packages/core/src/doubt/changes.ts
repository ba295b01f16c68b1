import { formatProbability, roundProbability, type Threshold } from '../case/index.js';
import type { Argument } from './argument.js';
import type { Change, Doubt, Importance, Reason } from './assessment.js';
import { followedClaim } from './claim.js';
import type { QuantifiedArgument } from './quantified.js';
import { withDoubts } from './quantify.js';
import { verdictByNumber } from './verdict.js';

/** Leaves whose change is told. */
const MOST = 3;
/** Leaves of an argument that is solved again for each change that is told: beyond, none is. */
const SOLVED_AGAIN = 1000;
/** Nothing needs to be told of doubts that would have to come down below this. */
const LEAST = 1e-12;

/**
 * What lifts each blocker, most telling first. Where the number fails too, also what lifts an open challenge that does not
 * block: its doubt counts all the same, in full where it states no strength.
 */
export function liftsFor(reasons: readonly Reason[], numberFails = false): Change[] {
  const lifts = reasons
    .filter(({ blocks, code }) => blocks || (numberFails && code === 'challenge-open'))
    .flatMap(liftOf);
  return [...new Map(lifts.map((lift) => [lift.text, lift])).values()];
}

/**
 * Single leaves whose doubt, brought down or risen alone, turns the verdict by number. Importance proposes them; each is
 * told only after the claim was solved again with it, legs and groups chosen anew, at the very number that is told.
 */
export function leafChanges(
  quantified: QuantifiedArgument,
  root: number,
  importance: readonly Importance[],
  threshold: Threshold,
  /** By number, as it stands. */
  supported: boolean,
): Change[] {
  const { argument, means } = quantified;
  if (argument.leaves.length > SOLVED_AGAIN) return [];
  const claimWith = followedClaim(quantified, root, []);
  /** The declared doubt of the claim with one leaf at another doubt. */
  const declaredWith = (index: number, doubt: number): Doubt => {
    const doubts = quantified.doubts.map((column, leaf) => (leaf === index ? doubt : column));
    return claimWith(withDoubts(quantified, doubts)).doubts.declared;
  };
  const isSupported = (index: number, doubt: number) =>
    verdictByNumber(declaredWith(index, doubt), threshold).verdict === 'supported';
  const limit = threshold.probability;
  const candidates = importance.flatMap((row) => {
    const index = argument.leafByName.get(row.leaf) ?? -1;
    const now = means[index];
    const certain = argument.leaves[index]?.source.kind === 'certain';
    if (now === undefined || certain || row.ifFails <= row.ifHolds) return [];
    return [{ leaf: row.leaf, index, now, to: (limit - row.ifHolds) / (row.ifFails - row.ifHolds) }];
  });
  const told: Change[] = supported ? [] : acceptedIn(argument, importance);
  const direction = supported ? 'up' : 'down';
  /** A little further than importance says, so that the errors of the mean are covered too. */
  const tries = (to: number) => [to, supported ? Math.min(1, 1.02 * to) : 0.98 * to];
  const tell = (leaf: string, index: number, now: number, proposed: number) => {
    const to = tries(proposed)
      .map((one) => roundProbability(one, direction))
      .find((one) => isSupported(index, one) !== supported);
    if (to === undefined) return;
    const range = `from ${formatProbability(now)} to ${formatProbability(to)}`;
    // A lower number is no way to a verdict: what would have to be learned is.
    const text = supported
      ? `The threshold is exceeded if the doubt of ${leaf} rises ${range}`
      : `The threshold is met if evidence brings the doubt of ${leaf} down ${range}`;
    told.push({ text, leaf, to });
  };
  const ranked = supported
    ? candidates.filter(({ now, to }) => to > now && to <= 1).sort((a, b) => a.to - a.now - (b.to - b.now))
    : candidates.filter(({ now, to }) => to > LEAST && to < now).sort((a, b) => b.to / b.now - a.to / a.now);
  for (const { leaf, index, now, to } of ranked.slice(0, 2 * MOST)) {
    if (told.length < MOST) tell(leaf, index, now, to);
  }
  return told;
}

/** Challenges that were accepted count as right, and with that alone may keep a claim down. */
function acceptedIn({ leaves, leafByName }: Argument, importance: readonly Importance[]): Change[] {
  return importance.flatMap(({ leaf, ifFails, ifHolds }): Change[] => {
    const { kind, element } = leaves[leafByName.get(leaf) ?? -1] ?? {};
    if (kind !== 'challenge' || element?.challenge?.status !== 'accepted' || ifFails <= ifHolds) return [];
    const text = `Answer challenge ${element.id}, in place of accepting it: what is accepted counts as right`;
    return [{ text, element: element.id }];
  });
}

function liftOf({ code, blocks, element, evidence, signOff }: Reason): Change[] {
  const at = element === undefined ? {} : { element };
  const text: Partial<Record<Reason['code'], string>> = {
    undeveloped: `Develop ${element}: give it support, evidence or a stated doubt`,
    'challenge-open': blocks
      ? `Answer challenge ${element}, accept it, or show that it does not block`
      : `Answer challenge ${element}, or state its strength, the probability that it is right`,
    'evidence-missing': `Put the source of evidence ${evidence} in its place`,
    'evidence-altered': `Find out who changed the source of evidence ${evidence} or its lock entry, and lock it again once that is understood`,
    'evidence-unverified': `Find out what is wrong with the attestation of evidence ${evidence}, and let whoever the case pins attest it again`,
    'evidence-stale': `Collect evidence ${evidence} again`,
    'evidence-other-model': `Collect evidence ${evidence} on the model that is deployed, or argue the transfer`,
    'evidence-absent': `Bring the source of evidence ${evidence} here`,
    'event-not-element': `Bring the fault tree of evidence ${evidence} and the elements that its basic events are to one number each, or take them out of \`map\``,
    'rate-is-not-event': `Assess the inference step above ${element} (doubt and because), or use a quantity such as 1 - (1 - p)^n`,
    'no-value': `Mend the quantity of ${element}, so that it has a value in every trial`,
    'beyond-limit': `Argue ${element} again for the present capability, exposure or window`,
    'inference-required': `Assess the inference step of ${element}`,
    'signoff-missing': `Let a person in the role of ${signOff?.role} read and sign the case or ${element}`,
    'signoff-stale': `Let ${signOff?.who?.join(' or ')}, as ${signOff?.role}, read what changed and sign the case or ${element} again`,
    'no-threshold': 'Agree a threshold',
    'beyond-policy': 'Keep to the policy and to what was approved, or have it decided anew',
    'no-claim': 'Name the goal that claims that the outcome will not occur',
    contradiction: `Resolve the contradiction between the two sides: find out with whoever argues ${element} which of the two is wrong, and why`,
  };
  const lift = text[code];
  return lift === undefined ? [] : [{ text: lift, ...at }];
}
