import { type Counts, type EvidenceId, measureOf, type Opinion, type Requirement } from '../case/index.js';
import { estimatorOf, tailInWords, wilson } from '../statistics/index.js';
import type { Leaf } from './argument.js';
import type { EvidenceAssessment, LeafAssessment, QuantityAssessment } from './assessment.js';
import { countedFor } from './counted-for.js';
import type { LeafDoubt } from './leaf-doubts.js';
import type { Prepared } from './prepare.js';
import { doubtOf, statisticsOf } from './statistics-of-trials.js';
import { unproved } from './unproved.js';

/** Where the doubt of each leaf comes from. */
export function leafAssessments({ argument, leaves, quantified, plan }: Prepared): LeafAssessment[] {
  return argument.leaves.map((leaf, index): LeafAssessment => {
    const doubt = leaves[index];
    if (doubt === undefined) throw new Error(`${leaf.id} has no doubt`);
    const { spread, clipped, opinions } = doubt;
    const { id, kind, element, sameAs } = leaf;
    const { source, evidence, quantities } = doubt;
    const by = distinct(opinions, byOf);
    const because = distinct(opinions, becauseOf);
    const counted = countedIn(leaf, doubt, quantified?.means[index] ?? 1);
    const own = quantified && doubtOf(statisticsOf(doubt.column, plan.randomisations));
    // Most leaves have these keys: copying whatever there is takes ten times as long, and there can be thousands.
    if (own !== undefined && counted === undefined && spread === undefined && clipped === undefined) {
      return { id, element: element.id, kind, source, sameAs, doubt: own, by, because, evidence, quantities };
    }
    return {
      id,
      element: element.id,
      kind,
      source,
      sameAs,
      ...(own === undefined ? {} : { doubt: own }),
      ...counted,
      by,
      because,
      ...(spread === undefined ? {} : { spread }),
      ...(clipped === undefined ? {} : { clipped }),
      evidence,
      quantities,
    };
  });
}

const byOf = ({ by }: Opinion) => by;
const becauseOf = ({ because }: Opinion) => because;

/** What is told of a doubt that was counted. */
function countedIn(
  { source }: Leaf,
  { jeffreys, policy, counts }: LeafDoubt,
  mean: number,
): Pick<LeafAssessment, 'jeffreys' | 'policy' | 'counts' | 'how' | 'formula'> | undefined {
  if (jeffreys === undefined && policy === undefined && counts === undefined) return undefined;
  return {
    ...(jeffreys !== undefined && differsByTwo(jeffreys, mean) ? { jeffreys } : {}),
    ...(policy === undefined ? {} : { policy }),
    ...(counts === undefined ? {} : { counts: estimatorOf(counts).words(counts) }),
    ...(counts === undefined || source.kind !== 'evidence'
      ? {}
      : { how: tailInWords(counts, source.requirement, mean), ...formulaOf(counts, source.requirement) }),
  };
}

function distinct(opinions: readonly Opinion[], word: (opinion: Opinion) => string | undefined): readonly string[] {
  const found: string[] = [];
  opinions.forEach((opinion) => {
    const said = word(opinion);
    if (said !== undefined && !found.includes(said)) found.push(said);
  });
  return found;
}

function formulaOf(counts: Counts, requirement: Requirement): Pick<LeafAssessment, 'formula'> {
  const { formula } = estimatorOf(counts);
  return formula === undefined ? {} : { formula: formula(counts, requirement) };
}

function differsByTwo(a: number, b: number): boolean {
  return a > 2 * b || b > 2 * a;
}

/** Every quantity that can be computed, with its spread. */
export function quantityAssessments({ lookup, sampled, plan, quantified }: Prepared): QuantityAssessment[] {
  if (quantified === undefined) return [];
  return lookup.case.quantities.flatMap(({ name, unit }): QuantityAssessment[] => {
    const drawn = sampled.column(name);
    const named = { name, ...(unit === undefined ? {} : { unit }) };
    if (drawn.kind === 'problem') return [];
    if (drawn.kind === 'blocked') return [{ ...named, blockedBy: drawn.blockedBy }];
    const { error: _, quantiles: __, ...statistics } = statisticsOf(drawn.column, plan.randomisations);
    return [{ ...named, ...statistics, blockedBy: [] }];
  });
}

/** State, digests and counts of every piece of evidence. */
export function evidenceAssessments(prepared: Prepared): EvidenceAssessment[] {
  const { lookup, statuses, measures } = prepared;
  return lookup.case.evidence.map(({ id }) => {
    const measure = measureOf(measures, id);
    return {
      id,
      states: statuses.get(id)?.states ?? [],
      digests: measure?.digests ?? [],
      ...(measure === undefined ? {} : { reader: measure.reader }),
      ...countsOf(prepared, id),
      models: measure?.models ?? [],
      unproved: unproved(prepared, id),
      cited: measure?.cited ?? [],
      notes: measure?.notes ?? [],
    };
  });
}

/**
 * What counts: of all ways of counting flawed trials the one that hurts the leaf that rests on it, or else the first; and
 * what all flawed trials left out, as events and as none would have given.
 */
function countsOf(prepared: Prepared, id: EvidenceId): Pick<EvidenceAssessment, 'counts' | 'ways' | 'interval'> {
  const measure = measureOf(prepared.measures, id);
  const counted = countedFor(prepared, id);
  if (measure === undefined || counted.length === 0) return {};
  const words = [...new Set(counted.map((counts) => estimatorOf(counts).words(counts)))];
  const ways = (measure.trials?.extremes ?? []).map(({ counts }) => estimatorOf(counts).words(counts));
  return {
    counts: words.join(' or '),
    ...intervalOf(counted),
    ...(new Set(ways).size < 2 ? {} : { ways: [...new Set(ways)] }),
  };
}

/** Of one plain count; where leaves count it in several ways there is no one interval. */
function intervalOf([counts, ...more]: readonly Counts[]): Pick<EvidenceAssessment, 'interval'> {
  if (counts?.kind !== 'binomial' || counts.trials === 0 || more.length > 0) return {};
  return { interval: { share: counts.events / counts.trials, ...wilson(counts.events, counts.trials, 0.025) } };
}
