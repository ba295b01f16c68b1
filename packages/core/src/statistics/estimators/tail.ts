import { tailBootstrap, tailDraws, tailEstimate } from '../tail-bootstrap.js';
import type { Estimator } from './estimator.js';
import { limitOf } from './limit-of.js';

const note = 'an extrapolated estimate, and no bound: of published forecasts 34 % were too low (Jones et al. 2025)';

/** The share of resamples whose forecast violates the requirement, (violations + 1) / (draws + 1): no bound. */
export const tail: Estimator<'tail'> = {
  kind: 'tail',
  title: 'Rare-behaviour extrapolation',
  assumes: [
    'Deployment draws its queries, independently, from the distribution that the evaluation drew from.',
    'Beyond the queries that were seen the tail of the scores goes on as a straight line.',
  ],
  misleads: [
    'It is an estimate and no bound: of published forecasts 34 % were too low, and 86 % within a factor of ten.',
    'The spread is of the queries drawn, not of the form of the tail; and it is too narrow: of a straight tail, 900 queries, the upper 95 % of the resamples lies above the truth in some 88 %.',
    'Not tested beyond three orders of magnitude, nor against anybody who looks for the worst query.',
  ],
  literature: [
    'Jones et al. 2025, Forecasting rare language model behaviors (arXiv 2502.16797)',
    'Efron 1979, Bootstrap methods; Davison, Hinkley 1997 (the plus-one rule)',
  ],
  bound: 'the extrapolated estimate (no bound)',
  doubt(counts, required) {
    const limit = limitOf(required);
    const risk = (p: number) => (required.direction === '<=' ? p : 1 - p);
    const drawn = tailBootstrap(counts, counts.uses, required.result === 'anyUse' ? 'anyUse' : 'worstQuery');
    const violations = drawn.filter((p) => !(risk(p) <= limit)).length;
    return { doubt: (violations + 1) / (tailDraws + 1), trials: counts.queries, events: violations, note };
  },
  dimensions: () => 1,
  drawNote: 'the worst query is drawn from resamples of the fit: an estimate, not a posterior',
  draws(counts, [uniform]) {
    // Ascending, so that neighbouring uniform numbers give neighbouring draws.
    const drawn = tailBootstrap(counts, counts.uses, 'worstQuery').sort();
    return uniform!.map((u) => drawn[Math.min(tailDraws - 1, Math.floor(u * tailDraws))]!);
  },
  words(counts) {
    const [worst, any] = (['worstQuery', 'anyUse'] as const).map((result) => {
      const found = tailEstimate(counts, counts.uses, result);
      return found === undefined ? 'unknown' : String(Number(found.toPrecision(2)));
    });
    return `${counts.queries} queries for ${counts.uses} uses: worst query ${worst}, any use ${any}, both estimates`;
  },
};
