import { type Advice, adviseCase } from '../advice/index.js';
import { type Case, type ElementId, lookup, type Outcome } from '../case/index.js';
import { type AssessOptions, type Judgement, judgeOutcome, prepareCase } from '../doubt/index.js';
import { sharedBetween } from './shared.js';
import type { ChainAssessment, ChainLink, Generation, NextGeneration } from './types.js';
import { withCertainPrevious } from './with-previous.js';

/**
 * A chain of cases, each of which cites the claim of the one before and argues a gap step (`semantics.md` section 8). What
 * a generation adds is the doubt of its claim if the cited claim held for certain; doubts add up from generation to
 * generation. By the union bound the sum is never below the doubt of the claim, whatever generations have in common:
 * if a claim fails, the cited one failed, or it fails although that one held.
 *
 * The links stand first generation first; each case must have passed the rules that are fatal.
 */
export function assessChain(links: readonly ChainLink[], options: AssessOptions): ChainAssessment {
  const generations: Generation[] = [];
  links.forEach((link, at) => {
    generations.push(generationOf(link, links.slice(0, at), generations.at(-1), options));
  });
  const failing = generations.findIndex(({ verdict }) => verdict !== 'supported');
  const holding = failing < 0 ? generations.length : failing;
  const last = generations.at(-1);
  const room =
    failing >= 0 || last?.threshold === undefined || last.own === 0
      ? undefined
      : Math.floor(((last.threshold - last.doubt) / last.own) * (1 + 1e-12));
  return {
    generations,
    holding,
    ...(room === undefined ? {} : { room }),
    next: nextGeneration(links, generations, failing, options),
  };
}

function generationOf(
  { name, case: of, measures, claim }: ChainLink,
  before: readonly ChainLink[],
  previous: Generation | undefined,
  options: AssessOptions,
): Generation {
  const gap = of.chain?.gap;
  const index = lookup(of);
  const threshold = outcomeOf(of, claim)?.threshold?.probability;
  const alone = withClaims(withCertainPrevious(of), claim, threshold ?? 1, gap);
  const { prepared, argued } = prepareCase(alone, measures, options);
  const [judged, gapJudged] = argued.map((outcome) => judgeOutcome(prepared, outcome));
  const own = numberOf(judged!);
  const inherited = previous?.doubt ?? 0;
  const doubt = Math.min(1, own + inherited);
  const blockers = [
    ...(previous?.blockers ?? []),
    ...judged!.reasons.filter(({ blocks }) => blocks).map((reason) => ({ generation: name, reason })),
  ];
  const holds = blockers.length === 0 && threshold !== undefined && doubt <= threshold;
  const certain = { mean: own };
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
    ownDoubts: judged!.claim?.doubts ?? { declared: certain, independent: certain, bound: certain },
    inherited,
    doubt,
    ...(threshold === undefined ? {} : { threshold }),
    verdict: threshold === undefined ? 'no threshold' : holds ? 'supported' : 'not supported',
    blockers,
    shares: before.flatMap((link) => sharedBetween({ case: of, measures, claim }, link, options)),
  };
}

/** The number of the verdict; 1 where there is none. */
function numberOf({ byNumber }: Judgement): number {
  return byNumber?.number ?? 1;
}

export function outcomeOf(of: Case, claim: ElementId): Outcome | undefined {
  return of.outcomes.find((outcome) => outcome.claim === claim);
}

/** The case asked about one claim (and its gap step) instead of about its outcomes. */
function withClaims(of: Case, claim: ElementId, threshold: number, gap?: ElementId): Case {
  const made = (id: string, of_: ElementId): Outcome => ({
    id,
    text: lookup(of).element(of_)?.text ?? '',
    claim: of_,
    threshold: { probability: threshold, per: 'window', criterion: 'mean', origin: of.origin },
    origin: of.origin,
  });
  const own = outcomeOf(of, claim);
  const outcomes = [made(own?.id ?? 'claim', claim), ...(gap === undefined ? [] : [made('gap step', gap)])];
  return { ...of, outcomes };
}

/** What each generation up to the one in question could do about the excess by itself, all others as they are. */
function nextGeneration(
  links: readonly ChainLink[],
  generations: readonly Generation[],
  failing: number,
  options: AssessOptions,
): NextGeneration {
  const more = failing < 0;
  const at = more ? generations.length - 1 : failing;
  const asked = generations[at];
  if (asked === undefined || asked.threshold === undefined) return { excess: 0, ways: [] };
  // One more like the last one adds what the last one adds, and would be held against the same threshold.
  const sum = asked.doubt + (more ? asked.own : 0);
  const excess = Math.max(0, sum - asked.threshold);
  const named = more ? {} : { generation: asked.name };
  if (excess === 0 && asked.blockers.length === 0) return { ...named, excess, ways: [] };
  const ways = links.slice(0, at + 1).flatMap((link, i) => {
    const generation = generations[i]!;
    // What the last one saves, one more like it saves too.
    const saved = more && i === at ? excess / 2 : excess;
    const allowed = generation.own - saved;
    if (allowed <= 0) return [];
    const advice = adviceFor(link, allowed, options);
    return advice === undefined ? [] : [{ generation: link.name, allowed, advice }];
  });
  return { ...named, excess, ways };
}

function adviceFor(
  { case: of, measures, claim }: ChainLink,
  allowed: number,
  options: AssessOptions,
): Advice | undefined {
  const [advice] = adviseCase(withClaims(withCertainPrevious(of), claim, allowed), measures, options);
  return advice;
}
