import { measureOf } from '../case/index.js';
import { type AssessOptions, type LeafId, leavesBelow, prepareCase } from '../doubt/index.js';
import { asked, asOutcomes } from './asked.js';
import type { ChainLink, Generation } from './types.js';

type Claimed = Pick<ChainLink, 'case' | 'measures' | 'claim'>;

/** What a claim rests on that another case may rest on too: digests of evidence, and of the models that it is about. */
export interface Origins {
  /** By digest, the leaves that rest on it. */
  readonly evidence: ReadonlyMap<string, readonly LeafId[]>;
  readonly models: ReadonlyMap<string, readonly LeafId[]>;
}

export function originsOf({ case: of, measures, claim }: Claimed, options: AssessOptions): Origins {
  const { argument, leaves } = prepareCase(asOutcomes(of, asked(of, claim)), measures, options).prepared;
  const below = leavesBelow(argument, claim);
  const evidence = new Map<string, LeafId[]>();
  const models = new Map<string, LeafId[]>();
  const add = (into: Map<string, LeafId[]>, key: string, id: LeafId) => into.set(key, [...(into.get(key) ?? []), id]);
  argument.leaves.forEach((leaf, index) => {
    if (!below.has(leaf.id)) return;
    for (const id of leaves[index]!.evidence) {
      const stated = of.evidence.find((one) => one.id === id);
      for (const digest of measureOf(measures, id)?.digests ?? []) add(evidence, digest, leaf.id);
      if (stated?.about?.model !== undefined) add(models, stated.about.model, leaf.id);
    }
  });
  return { evidence, models };
}

/** What two generations have in common, in words. */
export function sharedBetween(here: Origins, there: Origins, generation: string): Generation['shares'] {
  const common = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>) =>
    [...a.keys()].filter((key) => b.has(key));
  return [
    ...common(here.evidence, there.evidence).map((digest) => ({ generation, what: `evidence ${digest}` })),
    ...common(here.models, there.models).map((digest) => ({ generation, what: `evidence about model ${digest}` })),
  ];
}

/** Leaves of a case that rest on what claims of generations before rest on too. */
export function sharingLeaves(own: Claimed, before: readonly ChainLink[], options: AssessOptions): readonly LeafId[] {
  const here = originsOf(own, options);
  const found = before
    .map((link) => originsOf(link, options))
    .flatMap((there) => [
      ...[...here.evidence].flatMap(([digest, elements]) => (there.evidence.has(digest) ? elements : [])),
      ...[...here.models].flatMap(([digest, elements]) => (there.models.has(digest) ? elements : [])),
    ]);
  return [...new Set(found)];
}
