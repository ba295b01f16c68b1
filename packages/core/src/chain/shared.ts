import { type ElementId, lookup } from '../case/index.js';
import { type AssessOptions, prepareCase } from '../doubt/index.js';
import type { ChainLink, Generation } from './types.js';

type Claimed = Pick<ChainLink, 'case' | 'measures' | 'claim'>;

/** What a claim rests on that another case may rest on too: digests of evidence, and of the models that it is about. */
export interface Origins {
  /** By digest, the elements that rest on it. */
  readonly evidence: ReadonlyMap<string, readonly ElementId[]>;
  readonly models: ReadonlyMap<string, readonly ElementId[]>;
}

export function originsOf({ case: of, measures, claim }: Claimed, options: AssessOptions): Origins {
  const { prepared } = prepareCase(of, measures, options);
  const scope = lookup(of).below([claim]);
  const evidence = new Map<string, ElementId[]>();
  const models = new Map<string, ElementId[]>();
  const add = (into: Map<string, ElementId[]>, key: string, id: ElementId) =>
    into.set(key, [...(into.get(key) ?? []), id]);
  for (const element of of.elements) {
    if (!scope.has(element.id)) continue;
    for (const id of prepared.evidenceUnder(element)) {
      const stated = of.evidence.find((one) => one.id === id);
      for (const digest of measures[id]?.digests ?? []) add(evidence, digest, element.id);
      if (stated?.about?.model !== undefined) add(models, stated.about.model, element.id);
    }
  }
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
export function sharingLeaves(
  own: Claimed,
  before: readonly ChainLink[],
  options: AssessOptions,
): readonly ElementId[] {
  const here = originsOf(own, options);
  const found = before
    .map((link) => originsOf(link, options))
    .flatMap((there) => [
      ...[...here.evidence].flatMap(([digest, elements]) => (there.evidence.has(digest) ? elements : [])),
      ...[...here.models].flatMap(([digest, elements]) => (there.models.has(digest) ? elements : [])),
    ]);
  return [...new Set(found)];
}
