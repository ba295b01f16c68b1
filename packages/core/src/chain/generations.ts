import { type Case, type ElementId, lookup, type Outcome } from '../case/index.js';
import { type AssessOptions, type Judgement, judgeOutcome, prepareCase, type Reason } from '../doubt/index.js';
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
    generations.push(generationOf(link, generations.at(-1), shares, options));
  });
  return generations;
}

function generationOf(
  { name, case: of, measures, claim }: ChainLink,
  previous: Generation | undefined,
  shares: Generation['shares'],
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
    ...judged!.reasons.filter(stops).map((reason) => ({ generation: name, reason })),
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
    shares,
  };
}

/** What claims no verdict can carry none of another case either. */
function stops({ blocks, code }: Reason): boolean {
  return blocks || code === 'sketch' || code === 'not-quantified';
}

/** The number of the verdict; 1 where there is none. */
function numberOf({ byNumber }: Judgement): number {
  return byNumber?.number ?? 1;
}

function outcomeOf(of: Case, claim: ElementId): Outcome | undefined {
  return of.outcomes.find((outcome) => outcome.claim === claim);
}

/** The case asked about one claim (and its gap step) instead of about its outcomes. */
export function withClaims(of: Case, claim: ElementId, threshold: number, gap?: ElementId): Case {
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
