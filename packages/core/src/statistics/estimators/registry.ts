import type { Counts } from '../../case/index.js';
import { betaBinomial } from './beta-binomial.js';
import { binomial } from './binomial.js';
import { clusters } from './clusters.js';
import { computed } from './computed.js';
import { conservative } from './conservative.js';
import { detection } from './detection.js';
import { difference, pairedDifference } from './difference.js';
import { draws } from './draws.js';
import type { Estimator } from './estimator.js';
import { exposure } from './exposure.js';
import { repeats } from './repeats.js';
import { robustClusters } from './robust-clusters.js';
import { sequential } from './sequential.js';
import { strata } from './strata.js';
import { tail } from './tail.js';
import { values } from './values.js';

/** One estimator for every kind of counts; a kind without one does not compile. */
export const estimators: { readonly [K in Counts['kind']]: Estimator<K> } = {
  binomial,
  strata,
  clusters,
  draws,
  'robust-clusters': robustClusters,
  'beta-binomial': betaBinomial,
  conservative,
  sequential,
  detection,
  difference,
  'paired-difference': pairedDifference,
  values,
  repeats,
  exposure,
  tail,
  computed,
};

/** The estimator of these counts. */
export function estimatorOf<C extends Counts>(counts: C): Estimator<C['kind']> {
  return estimators[counts.kind] as unknown as Estimator<C['kind']>;
}
