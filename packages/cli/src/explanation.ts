import type { CaseLookup, Element } from '@surety/core/case';
import type { Assessment, LeafAssessment, OutcomeAssessment } from '@surety/core/doubt';
import { pathsFrom } from './path-to.js';
import { type Source, sourcesOf } from './sources.js';

/** Where the doubt of an element comes from, leaf by leaf, most telling first. */
export interface Explanation {
  readonly format: 'surety-explanation/1';
  readonly asOf: string;
  readonly seed: number;
  readonly element: { readonly id: string; readonly type: string; readonly text: string };
  readonly quantified: boolean;
  readonly doubt?: NonNullable<OutcomeAssessment['doubt']>;
  readonly legs: OutcomeAssessment['legs'];
  readonly leaves: readonly ExplainedLeaf[];
}

export interface ExplainedLeaf extends LeafAssessment {
  /** Share of the element's doubt that would go if the leaf held. */
  readonly share?: number;
  /** What its doubt comes from: who said it, when and why. */
  readonly sources: readonly Source[];
  /** What the numbers of its evidence do not prove. */
  readonly unproved: readonly string[];
  /** Ids from the element down to the leaf's element. */
  readonly path: readonly string[];
}

/** Explains an element from an assessment in which it is the only claim. */
export function explanationOf(assessment: Assessment, element: Element, index: CaseLookup): Explanation {
  const { asOf, seed, quantified, outcomes } = assessment;
  const [outcome] = outcomes;
  const shares = new Map(outcome?.importance.map((row) => [row.leaf, row.fussellVesely]));
  const pathTo = pathsFrom(index, element.id);
  const leaves = assessment.leaves
    .map((leaf): ExplainedLeaf => {
      const share = shares.get(leaf.id);
      const sources = sourcesOf(leaf, index, assessment);
      const unproved = assessment.evidence
        .filter(({ id }) => leaf.evidence.includes(id))
        .flatMap((one) => one.unproved)
        .filter(({ element: about }) => about === undefined || about === leaf.element)
        .map(({ text }) => text);
      const path = pathTo(leaf.element);
      return { ...leaf, ...(share === undefined ? {} : { share }), sources, unproved: [...new Set(unproved)], path };
    })
    .sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
  return {
    format: 'surety-explanation/1',
    asOf,
    seed,
    element: { id: element.id, type: element.type, text: element.text },
    quantified,
    ...(outcome?.doubt === undefined ? {} : { doubt: outcome.doubt }),
    legs: outcome?.legs ?? [],
    leaves,
  };
}
