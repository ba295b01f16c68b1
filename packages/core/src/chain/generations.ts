import { type Case, lookup, type Threshold } from '../case/index.js';
import {
  type AssessOptions,
  type Doubts,
  heldAgainst,
  type Judgement,
  judgeOutcome,
  prepareCase,
  type Reason,
} from '../doubt/index.js';
import { builtInQuantitiesOf } from '../quantities/index.js';
import { asked, asOutcomes, madeOutcome } from './asked.js';
import { originsOf, sharedBetween } from './shared.js';
import type { ChainLink, Generation } from './types.js';
import { withCertainPrevious } from './with-previous.js';

/** What each generation adds, and what adds up; the first generation first. */
export function generationsOf(links: readonly ChainLink[], options: AssessOptions): readonly Generation[] {
  const origins = links.map((link) => originsOf(link, options));
  const generations: Generation[] = [];
  links.forEach((link, at) => {
    const shares = links
      .slice(0, at)
      .flatMap(({ name }, before) => sharedBetween(origins[at]!, origins[before]!, name));
    const longer = longerThan(link.case, links[at - 1]?.case);
    generations.push({ ...generationOf(link, generations.slice(), options), ...longer, shares });
  });
  return generations;
}

function generationOf(
  { name, case: of, measures, claim }: ChainLink,
  before: readonly Generation[],
  options: AssessOptions,
): Omit<Generation, 'shares' | 'longer'> {
  const gap = of.chain?.gap;
  const index = lookup(of);
  const previous = before.at(-1);
  const outcomes = asked(of, claim);
  const alone = asOutcomes(withCertainPrevious(of), [
    ...outcomes,
    ...(gap === undefined ? [] : [madeOutcome(of, 'gap step', gap)]),
  ]);
  const { prepared, argued } = prepareCase(alone, measures, options);
  const judged = argued.slice(0, outcomes.length).map((outcome) => judgeOutcome(prepared, outcome));
  const [gapJudged] = argued.slice(outcomes.length).map((outcome) => judgeOutcome(prepared, outcome));
  const [judgement] = judged as [Judgement];
  const own = numberOf(judgement);
  const ownDoubts = judgement.claim?.doubts ?? sameThrice(own);
  const inherited = previous?.doubt ?? 0;
  const doubt = Math.min(1, own + inherited);
  // Of several outcomes with one claim, the one that leaves least room.
  const [{ held, ownHeld, threshold }] = outcomes
    .map(({ threshold }) => ({
      threshold: threshold!,
      ...heldUnder(threshold!.criterion, [...before, { own, ownDoubts }]),
    }))
    .sort((a, b) => a.threshold.probability - a.held - (b.threshold.probability - b.held)) as [Held];
  const stated = of.outcomes.some((outcome) => outcome.claim === claim && outcome.threshold !== undefined);
  const unassessed = [
    ...(previous?.unassessed ?? []),
    ...judgement.unassessed.map((element) => ({ generation: name, element })),
  ];
  const blockers = [
    ...(previous?.blockers ?? []),
    ...[...different(judged.flatMap(({ reasons }) => reasons.filter(stops))), ...unassessedBefore(of, previous)].map(
      (reason) => ({ generation: name, reason }),
    ),
  ];
  const holds = blockers.length === 0 && held <= threshold.probability;
  return {
    name,
    id: of.id,
    title: of.title,
    claim,
    text: index.element(claim)?.text ?? '',
    ...(of.chain?.amplify === undefined ? {} : { amplify: of.chain.amplify }),
    ...(gap === undefined || gapJudged === undefined
      ? {}
      : { gap: { element: gap, text: index.element(gap)?.text ?? '', doubt: numberOf(gapJudged) } }),
    own,
    ownDoubts,
    inherited,
    doubt,
    ownHeld,
    held,
    ...(stated ? { threshold: threshold.probability, criterion: threshold.criterion } : {}),
    verdict: stated ? (holds ? 'supported' : 'not supported') : 'no threshold',
    unassessed,
    blockers,
  };
}

interface Held {
  readonly threshold: Threshold;
  readonly held: number;
  readonly ownHeld: number;
}

/** What the last of them adds, and what adds up, under the criterion of a threshold. */
function heldUnder(criterion: Threshold['criterion'], generations: readonly Pick<Generation, 'own' | 'ownDoubts'>[]) {
  const each = generations.map(({ own, ownDoubts }) => heldAgainst(own, ownDoubts.declared, { criterion }));
  return {
    held: Math.min(
      1,
      each.reduce((sum, one) => sum + one, 0),
    ),
    ownHeld: each.at(-1)!,
  };
}

/** What claims no verdict can carry none of another case either. */
function stops({ blocks, code }: Reason): boolean {
  return blocks || code === 'sketch' || code === 'not-quantified';
}

/** A case that wants every step assessed wants it of what it cites too. */
function unassessedBefore(of: Case, previous: Generation | undefined): readonly Reason[] {
  if (of.policy.inference !== 'required') return [];
  return (previous?.unassessed ?? []).map(({ generation, element }) => ({
    code: 'inference-required',
    text: `Nobody assessed the step from its support to ${element} of ${generation}, and the policy of ${of.id} requires it`,
    blocks: true,
  }));
}

/** Whether what blocks is that a case before says too little for this one. */
export function isAboutBefore({ code, element }: Reason): boolean {
  return code === 'inference-required' && element === undefined;
}

function different(reasons: readonly Reason[]): readonly Reason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}

/** The number of the verdict; 1 where there is none. */
function numberOf({ byNumber }: Judgement): number {
  return byNumber?.number ?? 1;
}

function sameThrice(mean: number): Doubts {
  return { declared: { mean }, independent: { mean }, bound: { mean } };
}

/** How much longer a case looks ahead than the one before, whose claim is about its own window. */
function longerThan(of: Case, previous: Case | undefined): Pick<Generation, 'longer'> {
  const daysOf = (one: Case) => builtInQuantitiesOf(one).get('window.days')?.value;
  const cited = previous && daysOf(previous);
  const days = daysOf(of);
  return days === undefined || cited === undefined || days <= cited ? {} : { longer: { days, cited } };
}
