import { candidateSets } from './candidate-sets.js';
import type { Diagrams } from './diagrams.js';
import { type Families, isKnown } from './minimal-sets.js';
import {
  asCutSet,
  EMPTY_SET,
  extend,
  keysOf,
  listStream,
  mergedStream,
  type RankedSet,
  type Source,
  type Stream,
} from './ranked-sets.js';
import { createRanking } from './ranking.js';
import { checkProbabilities, checkWeights } from './sweep.js';
import type { CutSet, CutSetList, CutSetQuery, PrimeImplicantList } from './types.js';

/**
 * The best minimal cut sets by weight, found without listing the others: each node of the diagram of minimal cut sets offers
 * its sets from the best on, and looks no further than is asked (the lazy k-best lists of Huang & Chiang, "Better k-best
 * parsing", IWPT 2005). Weights that agree to about twelve digits count as equal.
 */
export function bestCutSets(
  d: Diagrams,
  sets: Families,
  slot: number,
  query: CutSetQuery,
  maxSteps: number,
): CutSetList {
  checkQuery(query);
  checkWeights(d.graph, query.weights, 'weight');
  return (
    rankedSets(d.graph.leaves, sets, slot, query, maxSteps) ??
    (d.graph.signs === null ? candidateSets(d, slot, query, maxSteps) : { sets: [], exact: false })
  );
}

/** The best prime implicants in the same way, over literals. None are listed for a root whose diagram is not known. */
export function bestPrimeImplicants(
  d: Diagrams,
  primes: Families,
  slot: number,
  query: CutSetQuery,
  maxSteps: number,
): PrimeImplicantList {
  checkQuery(query);
  checkProbabilities(d.graph, query.weights);
  const { leaves } = d.graph;
  const weights = new Float64Array(2 * leaves);
  weights.set(query.weights);
  for (let leaf = 0; leaf < leaves; leaf++) weights[leaves + leaf] = 1 - query.weights[leaf];
  const found = rankedSets(leaves, primes, slot, { ...query, weights }, maxSteps);
  if (found === null) return { implicants: [], exact: false };
  const implicants = found.sets.map(({ leaves: literals, weight }) => ({
    fails: literals.filter((literal) => literal < leaves),
    holds: literals.filter((literal) => literal >= leaves).map((literal) => literal - leaves),
    weight,
  }));
  return { implicants, exact: found.exact };
}

function checkQuery({ weights, top, order = 0, cutOff = 0 }: CutSetQuery): void {
  if (weights.includes(Number.POSITIVE_INFINITY)) throw new RangeError('weights must be finite');
  if (!(top >= 0)) throw new RangeError(`top must be a number from 0 up, not ${top}`);
  if (!(order >= 0)) throw new RangeError(`order must be a number from 0 up, not ${order}`);
  if (!(cutOff >= 0)) throw new RangeError(`cutOff must be a number from 0 up, not ${cutOff}`);
}

/** The best sets of the family of a slot; `null` if it is not known. */
function rankedSets(
  leaves: number,
  sets: Families,
  slot: number,
  { weights, top, order = Number.POSITIVE_INFINITY, cutOff = 0 }: CutSetQuery,
  maxSteps: number,
): CutSetList | null {
  const family = slot < leaves ? 1 : sets.familyOf(slot);
  if (!isKnown(sets, family)) return null;
  const budget = { steps: maxSteps };
  const listed: CutSet[] = [];
  const streamOf = (keys: Float64Array): Stream =>
    slot < leaves ? leafStream(slot, order, keys) : rankedStream(sets, family, order, keys);
  // First the sets of positive weight; then, if there is room, those of weight 0, which rank by order and leaves alone.
  let exact = listBest(streamOf(keysOf(weights)), top, cutOff, weights, budget, listed);
  if (exact && listed.length < top && cutOff === 0) {
    const positive = listed.length;
    const stream = streamOf(new Float64Array(weights.length));
    exact = listZero(stream, top, top + positive, weights, budget, listed);
  }
  return { sets: listed, exact };
}

function leafStream(leaf: number, order: number, keys: Float64Array): Stream {
  if (order < 1 || keys[leaf] === Number.NEGATIVE_INFINITY) return listStream([]);
  return listStream([{ ...EMPTY_SET, key: keys[leaf], size: 1, leaf }]);
}

/** The sets of a family from the best on, of at most `order` leaves each. */
function rankedStream(sets: Families, family: number, order: number, keys: Float64Array): Stream {
  const ranking = createRanking(sets, keys);
  if (order >= ranking.largest(family)) return ranking.ofFamily(family, -1);
  const sources: Source[] = [];
  for (let size = ranking.smallest(family); size <= order; size++) {
    sources.push({ stream: ranking.ofFamily(family, size), leaf: -1, key: 0, best: ranking.best(family) });
  }
  return mergedStream(() => sources);
}

function listBest(
  stream: Stream,
  top: number,
  cutOff: number,
  weights: Float64Array,
  budget: { steps: number },
  listed: CutSet[],
): boolean {
  for (let i = 0; listed.length < top; i++) {
    if (!extend(stream, i + 1, budget)) return false;
    if (stream.found.length <= i) return true;
    const set = asCutSet(stream.found[i] as RankedSet, weights);
    if (set.weight >= cutOff) listed.push(set);
    else if (set.weight < cutOff * (1 - 1e-9)) return true; // keys are a little coarser than weights
  }
  return true;
}

function listZero(
  stream: Stream,
  top: number,
  most: number,
  weights: Float64Array,
  budget: { steps: number },
  listed: CutSet[],
): boolean {
  for (let i = 0; listed.length < top && i < most; i++) {
    if (!extend(stream, i + 1, budget)) return false;
    if (stream.found.length <= i) return true;
    const set = asCutSet(stream.found[i] as RankedSet, weights);
    if (set.leaves.some((leaf) => weights[leaf] === 0)) listed.push(set);
  }
  return true;
}
