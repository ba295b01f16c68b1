import { type Compiled, compile, type Measures } from '@surety/engine';
import type { Solvable } from '@surety/engine/open-psa';
import type { Analysis, AnalysisOptions, Factors, Product } from './analysis.js';
import { uncertaintyOf } from './uncertainty.js';

/** Products that are gone through for occurrence and contribution. */
const mostProducts = 1000;

/** A leaf that has no probability in some trial, by name. */
export interface NoProbability {
  readonly withoutProbability: string;
}

/** Solves one gate or sequence, and answers what is asked about it. */
export async function analyse(
  solvable: Solvable,
  of: Pick<Analysis, 'gate' | 'initiatingEvent' | 'sequence'>,
  options: AnalysisOptions,
): Promise<Analysis | NoProbability> {
  // Not `performance.now`: Node loads it when it is first asked, which takes longer than many a model.
  const started = process.hrtime.bigint();
  const { model, root, probabilities, events } = solvable;
  const compiled = compile(model, [root], { nodes: options.limitNodes }, { rootsOnly: true });
  const interval = options.probability ? compiled.probability(probabilities, root) : undefined;
  const products = options.products ? productsOf(compiled, solvable, options) : undefined;
  const measures = options.importance
    ? compiled.measures(probabilities, root, { fussellVesely: options.fussellVesely })
    : undefined;
  const uncertain = solvable.terms.some(({ kind }) => kind === 'deviate');
  const trials = options.uncertainty && uncertain ? await uncertaintyOf(compiled, solvable, options) : undefined;
  if (trials !== undefined && 'withoutProbability' in trials) return trials;
  return {
    ...of,
    gates: solvable.gates,
    basicEvents: events.length,
    coherent: compiled.coherent,
    ...(interval === undefined ? {} : { probability: interval.upper, ...interval }),
    ...(products === undefined ? {} : { cutSets: products.cutSets }),
    ...(measures === undefined
      ? {}
      : {
          importance: factorsOf(solvable, measures, products?.occurrence),
          importanceExact: measures.exact,
          importanceBy: measures.by,
        }),
    ...(trials === undefined ? {} : { uncertainty: trials }),
    stats: {
      seconds: Number(process.hrtime.bigint() - started) / 1e9,
      nodes: compiled.nodes,
      peakBytes: process.resourceUsage().maxRSS * 1024,
    },
  };
}

function productsOf(
  compiled: Compiled,
  { root, events, probabilities }: Solvable,
  { primeImplicants, limitOrder, cutOff, top, probability: wanted }: AnalysisOptions,
): { readonly cutSets: NonNullable<Analysis['cutSets']>; readonly occurrence?: Float64Array } {
  const counts = primeImplicants ? compiled.primeImplicantCounts(root) : compiled.cutSetCounts(root);
  const within = counts?.slice(0, limitOrder === undefined ? undefined : limitOrder + 1) ?? null;
  const count = within?.reduce((sum, n) => sum + n, 0n);
  // All of them where they are few, so that each is seen beside the sum.
  const all = cutOff === undefined && count !== undefined && count <= BigInt(mostProducts);
  const query = {
    weights: probabilities,
    top: all ? Math.max(top, Number(count)) : top,
    ...(limitOrder === undefined ? {} : { order: limitOrder }),
    ...(cutOff === undefined ? {} : { cutOff }),
  };
  const found = primeImplicants ? rename(compiled.primeImplicants(root, query)) : rename(compiled.cutSets(root, query));
  const complete = all && found.exact;
  const sum = found.list.reduce((total, { weight }) => total + weight, 0);
  const occurrence = new Float64Array(events.length);
  for (const { fails, holds } of found.list) for (const leaf of [...fails, ...holds]) occurrence[leaf]! += 1;
  const name = (leaf: number) => events[leaf]!.name;
  const products = found.list.slice(0, top).map(
    ({ fails, holds, weight }): Product => ({
      events: fails.map(name),
      ...(holds.length === 0 ? {} : { not: holds.map(name) }),
      order: fails.length + holds.length,
      ...(wanted ? { probability: weight } : {}),
      ...(wanted && complete && sum > 0 ? { contribution: weight / sum } : {}),
    }),
  );
  return {
    cutSets: {
      kind: primeImplicants ? 'prime implicants' : 'minimal cut sets',
      count: count === undefined ? null : String(count),
      byOrder: within === null ? null : within.slice(1).map(String),
      top: products,
      exact: found.exact,
    },
    ...(complete ? { occurrence } : {}),
  };
}

interface Listed {
  readonly exact: boolean;
  readonly list: readonly {
    readonly fails: readonly number[];
    readonly holds: readonly number[];
    readonly weight: number;
  }[];
}

function rename(found: ReturnType<Compiled['cutSets']> | ReturnType<Compiled['primeImplicants']>): Listed {
  if ('implicants' in found) return { exact: found.exact, list: found.implicants };
  return { exact: found.exact, list: found.sets.map(({ leaves, weight }) => ({ fails: leaves, holds: [], weight })) };
}

/** By critical importance, the largest first; then by name. */
function factorsOf(
  { events, probabilities }: Solvable,
  { birnbaum, criticality, diagnostic, fussellVesely, achievementWorth, reductionWorth }: Measures,
  occurrence: Float64Array | undefined,
): Factors[] {
  const factors = events.flatMap(({ name }, leaf): Factors[] => {
    if (birnbaum[leaf] === 0 && !((occurrence?.[leaf] ?? 0) > 0)) return [];
    const lower = fussellVesely.lower[leaf]!;
    const upper = fussellVesely.upper[leaf]!;
    const RRW = reductionWorth[leaf]!;
    return [
      {
        event: name,
        probability: probabilities[leaf]!,
        ...(occurrence === undefined ? {} : { occurrence: occurrence[leaf]! }),
        MIF: birnbaum[leaf]!,
        CIF: criticality[leaf]!,
        DIF: diagnostic[leaf]!,
        FV: upper,
        ...(lower === upper ? {} : { FVLower: lower }),
        RAW: achievementWorth[leaf]!,
        ...(RRW === Infinity ? {} : { RRW }),
      },
    ];
  });
  return factors.sort((a, b) => b.CIF - a.CIF || (a.event < b.event ? -1 : 1));
}
