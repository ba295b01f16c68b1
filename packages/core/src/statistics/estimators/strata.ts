import { expm1, log1p } from '@surety/numerics';
import { binomialDoubt, jeffreysDraws } from './binomial.js';
import type { CountsOf, Estimator } from './estimator.js';

/** Every stratum must meet the requirement: min(1, Σ of their tails) (Bonferroni). No strata: 1. */
export const strata: Estimator<'strata'> = {
  kind: 'strata',
  title: 'Worst case over strategies',
  assumes: [
    'Within a strategy the trials are independent, and all have the same rate; nothing is assumed between strategies.',
    'The strategies that were tried hold one that is as bad as any that will be met.',
  ],
  misleads: [
    'The worst strategy that nobody tried is not in it.',
    'Each further strategy needs more trials for the same doubt; strategies that are dropped after a look at the results are a selection, and the correction does not cover it.',
  ],
  literature: ['Bonferroni 1936; Dunn 1961, Multiple comparisons among means'],
  bound: 'the exact (Clopper–Pearson) bounds of the strategies together',
  doubt({ strata: all }, required) {
    const each = all.map((stratum) => ({ ...stratum, ...binomialDoubt(stratum.events, stratum.trials, required) }));
    const sum = (value: (stratum: (typeof each)[number]) => number) => each.reduce((total, it) => total + value(it), 0);
    const meets = sum((stratum) => log1p(-(stratum.jeffreys ?? 1)));
    const known = each.length > 0 && each.every((stratum) => stratum.jeffreys !== undefined);
    return {
      doubt:
        all.length === 0
          ? 1
          : Math.min(
              1,
              sum(({ doubt }) => doubt),
            ),
      ...(known ? { jeffreys: 0 - expm1(meets) } : {}),
      perStratum: each.map(({ name, doubt }) => ({ name, doubt })),
      trials: sum(({ trials }) => trials),
      events: sum(({ events }) => events),
    };
  },
  dimensions: ({ strata: all }) => Math.max(1, all.length),
  /** The largest of the strategies' draws in each trial; no strategies: 1. */
  draws: ({ strata: all }, uniforms) => (all.length === 0 ? 1 : joinedDraws(all, uniforms, Math.max)),
  lowDraws: ({ strata: all }, uniforms) => (all.length === 0 ? 0 : joinedDraws(all, uniforms, Math.min)),
  words: ({ strata: all }) => all.map(({ name, events, trials }) => `${name}: ${events} of ${trials}`).join(', '),
};

/** Of the draws of the strata, the one that is taken of each two. */
function joinedDraws(
  all: CountsOf<'strata'>['strata'],
  uniforms: readonly Float64Array[],
  taken: (a: number, b: number) => number,
): Float64Array {
  const [head, ...rest] = all.map(({ events, trials }, i) => jeffreysDraws(events, trials, uniforms[i]!));
  for (const other of rest) for (let i = 0; i < head!.length; i++) head![i] = taken(head![i]!, other[i]!);
  return head!;
}
