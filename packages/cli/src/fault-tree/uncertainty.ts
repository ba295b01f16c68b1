import type { Compiled } from '@surety/engine';
import type { Solvable } from '@surety/engine/open-psa';
import {
  joinedTallies,
  type SamplingPlan,
  sampleModel,
  samplingPlan,
  sensitivity,
  summarise,
  type Term,
} from '@surety/engine/uncertainty';
import type { AnalysisOptions, UncertaintyResult } from './analysis.js';
import { type SampledShare, type Share, sampleShare } from './sample-share.js';
import type { SampleSetup } from './sample-worker.js';

/** Leaf values below which threads cost more than they bring. */
const worthThreads = 4_000_000;
/** Trials of a sensitivity analysis, of which each is evaluated once for every uncertain number. */
const sensitivityTrials = 8192;

/** The trials of a model and what they say; the name of a leaf without a probability in some trial. */
export async function uncertaintyOf(
  compiled: Compiled,
  solvable: Solvable,
  options: AnalysisOptions,
): Promise<UncertaintyResult | { readonly withoutProbability: string }> {
  const { root, terms, leafTerms, events } = solvable;
  const plan = samplingPlan(options.numTrials, options.sampling, options.seed);
  const { upper, parts } = await sample(compiled, solvable, plan, options);
  const without = parts.find((part) => part.without !== undefined)?.without;
  if (without !== undefined) return { withoutProbability: events[without]!.name };
  const exact = parts.every((part) => part.exact);
  const trials = upper.length;
  const clipped = events.flatMap(({ name }, leaf) => {
    const count = parts.reduce((sum, part) => sum + part.clipped[leaf]!, 0);
    return count === 0 ? [] : [{ event: name, share: count / trials }];
  });
  const tally = joinedTallies(parts.map((part) => part.tally));
  const said = summarise(plan, upper, { quantiles: options.numQuantiles, bins: options.numBins }, tally);
  const lowerMean = exact ? undefined : summarise(plan, lowerOf(plan, upper, parts)).mean;
  const indices = options.sensitivity
    ? sensitivity(compiled, root, { terms, leafTerms }, samplingPlan(sensitivityTrials, 'sobol', options.seed))
    : null;
  return {
    ...said,
    method: options.sampling,
    seed: options.seed,
    ...(lowerMean === undefined ? {} : { lowerMean }),
    exact,
    clipped,
    ...(indices === null
      ? {}
      : {
          sensitivity: indices
            .map(({ term, first, total }) => ({ events: eventsWith(term, solvable), first, total }))
            .sort((a, b) => b.total - a.total),
        }),
  };
}

interface Trials {
  readonly upper: Float64Array;
  readonly parts: readonly (SampledShare & Share)[];
}

/** Replicates shared out among threads, this one among them: which thread has which does not show in the numbers. */
async function sample(
  compiled: Compiled,
  { model, root, terms, leafTerms }: Solvable,
  plan: SamplingPlan,
  { threads: wanted, limitNodes }: AnalysisOptions,
): Promise<Trials> {
  const alone = (): Trials => {
    const all = sampleModel(compiled, root, { terms, leafTerms }, plan);
    return { upper: all.upper, parts: [all] };
  };
  if (wanted === 1 || plan.points * plan.replicates * leafTerms.length < worthThreads) return alone();
  const { threadPool, threadsOf } = await import('@surety/evidence');
  const script = new URL('./sample-worker.js', import.meta.url);
  const threads = threadsOf(script, Math.min(wanted, plan.replicates));
  if (threads === 1) return alone();
  const place = new Float64Array(new SharedArrayBuffer(8 * plan.points * plan.replicates));
  const setup: SampleSetup = { model, root, terms, leafTerms, plan, limitNodes, place };
  const pool = threadPool<Share, SampledShare>(script, threads - 1, setup);
  const bounds = Array.from({ length: threads + 1 }, (_, i) => Math.round((i * plan.replicates) / threads));
  const [own, ...shares] = bounds.slice(1).map((to, i): Share => ({ from: bounds[i]!, to }));
  const under = shares.map((share) => pool.run(share));
  const parts = [{ ...own!, ...sampleShare(compiled, setup, own!) }];
  const answers = await Promise.all(under);
  await pool.close();
  for (const [i, answer] of answers.entries()) {
    // A thread that dies for lack of memory: what it did not do is done here.
    if (!answer.ok) return alone();
    parts.push({ ...shares[i]!, ...answer.value });
  }
  return { upper: place, parts };
}

/** The lower bounds of all trials; where a part is exact they are the upper ones. */
function lowerOf({ points }: SamplingPlan, upper: Float64Array, parts: Trials['parts']): Float64Array {
  const all = upper.slice();
  for (const { lower, from } of parts) if (lower !== undefined) all.set(lower, from * points);
  return all;
}

/** Events whose probability a term is in. */
function eventsWith(term: number, { terms, leafTerms, events }: Solvable): string[] {
  const reached = new Uint8Array(terms.length);
  reached[term] = 1;
  for (let at = term + 1; at < terms.length; at++) {
    const of: Term = terms[at]!;
    if (of.kind !== 'constant' && of.inputs.some((input) => reached[input] === 1)) reached[at] = 1;
  }
  return events.flatMap(({ name }, leaf) => (reached[leafTerms[leaf]!] === 1 ? [name] : []));
}
