import { grouped } from '../case/index.js';
import { atLeastOne } from './at-least-one.js';
import { binomialUpper } from './binomial-bounds.js';

/** What a number of trials leaves open about a larger number of uses. */
export interface ExtrapolationWarning {
  /** 95 % Clopper–Pearson upper bound on the probability per use. */
  readonly perUse: number;
  /** Events that this bound still allows in all uses, on average. */
  readonly events: number;
  /** Probability of at least one event in all uses at the bound. */
  readonly atLeastOne: number;
  /** Uses per trial. */
  readonly factor: number;
  /** One sentence for the report. */
  readonly text: string;
}

/**
 * The warning that few events in n trials say little about many more uses: 0 of 2,000 still allows about 150 events in
 * 100,000 uses (95 % Clopper–Pearson, one-sided). Without any trials the bound is 1 per use.
 *
 * @param k events seen, 0 … n. @param n trials. @param uses how often the system will be used.
 */
export function extrapolationWarning(k: number, n: number, uses: number): ExtrapolationWarning {
  const perUse = binomialUpper(k, n, 0.05);
  const events = perUse * uses;
  const about = events >= 10 ? grouped(Math.round(events)) : events.toPrecision(2);
  return {
    perUse,
    events,
    atLeastOne: atLeastOne(perUse, uses),
    factor: uses / n,
    text: `${grouped(k)} of ${grouped(n)} still allows about ${about} events in ${grouped(uses)} uses (95 % Clopper–Pearson)`,
  };
}
