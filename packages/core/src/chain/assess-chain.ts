import { type Advice, adviseCase } from '../advice/index.js';
import type { Criterion } from '../case/index.js';
import { type AssessOptions, heldAgainst } from '../doubt/index.js';
import { asked, asOutcomes } from './asked.js';
import { generationsOf, isAboutBefore } from './generations.js';
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
  const generations = generationsOf(links, options);
  const failing = generations.findIndex(({ verdict }) => verdict !== 'supported');
  const holding = failing < 0 ? generations.length : failing;
  const last = generations.at(-1);
  const room =
    failing >= 0 || last?.threshold === undefined || last.ownHeld === 0
      ? undefined
      : Math.floor(((last.threshold - last.held) / last.ownHeld) * (1 + 1e-12));
  return {
    generations,
    holding,
    ...(room === undefined ? {} : { room }),
    next: nextGeneration(links, generations, failing, options),
  };
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
  const one = generations[at];
  if (one === undefined || one.threshold === undefined) return { excess: 0, ways: [] };
  const { criterion = 'mean' } = one;
  // One more like the last one adds what the last one adds, and would be held against the same threshold.
  const sum = one.held + (more ? one.ownHeld : 0);
  const excess = Math.max(0, sum - one.threshold);
  const named = more ? {} : { generation: one.name };
  if (excess === 0 && one.blockers.length === 0) return { ...named, excess, ways: [] };
  const ways = links.slice(0, at + 1).flatMap((link, i) => {
    const generation = generations[i]!;
    // A change there lifts what blocks there, and nothing else.
    if (one.blockers.some((blocker) => blocker.generation !== link.name || isAboutBefore(blocker.reason))) return [];
    // What the last one saves, one more like it saves too.
    const saved = more && i === at ? excess / 2 : excess;
    const allowed = heldAgainst(generation.own, generation.ownDoubts.declared, { criterion }) - saved;
    if (allowed <= 0) return [];
    const advice = adviceFor(link, allowed, criterion, options);
    return advice === undefined ? [] : [{ generation: link.name, allowed, advice }];
  });
  return { ...named, excess, ways };
}

function adviceFor(
  { case: of, measures, claim }: ChainLink,
  allowed: number,
  criterion: Criterion,
  options: AssessOptions,
): Advice | undefined {
  const [outcome] = asked(of, claim);
  const { id, text, severity, origin } = outcome!;
  const threshold = { probability: allowed, per: 'window', criterion, origin } as const;
  const held = { id, text, claim, threshold, origin, ...(severity === undefined ? {} : { severity }) };
  const [advice] = adviseCase(asOutcomes(withCertainPrevious(of), [held]), measures, options);
  return advice;
}
