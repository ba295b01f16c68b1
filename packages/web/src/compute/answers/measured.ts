import type { CountedResult, Element, Requirement } from '@surety/core/case';
import { policyText, posteriorOf } from '@surety/core/doubt';
import { posteriorPlot } from '@surety/core/report';
import {
  effectiveValue,
  estimatorOf,
  requirementDoubt,
  requirementInWords,
  tailInWords,
  worstRequirementDoubt,
} from '@surety/core/statistics';
import type { PosteriorDrawn, RequirementFollowed } from '../evidence-questions.js';
import { wholeCase } from '../loaded.js';
import type { Answer } from './answer.js';

export const measured: Answer<'measured'> = (loaded, { evidence: id }) => {
  const { case: of } = wholeCase(loaded);
  const { evidence, seed } = loaded.input;
  const measure = Object.hasOwn(evidence.measures, id) ? evidence.measures[id] : undefined;
  const [first] = measure?.results ?? [];
  if (measure === undefined || first === undefined) return null;
  const { title, assumes, misleads } = estimatorOf(first.counts);
  const requirements = of.elements.flatMap((element) =>
    element.evidence === id && element.requires !== undefined
      ? [followed(element, element.requires, measure.results, seed)]
      : [],
  );
  const drawn = requirements.length > 0 ? undefined : posteriorDrawn(first, seed);
  return {
    estimator: title,
    assumes,
    misleads,
    ways: measure.results.map(({ policy, counts }) => ({
      policy: policyText(policy),
      counts: estimatorOf(counts).words(counts),
    })),
    requirements,
    ...(drawn === undefined ? {} : { posterior: drawn }),
  };
};

function followed(
  { id: element }: Element,
  requirement: Requirement,
  results: readonly CountedResult[],
  seed: number,
): RequirementFollowed {
  const { doubt, jeffreys, index = 0 } = worstRequirementDoubt(results, requirement);
  const worst = results[index]!;
  const formula = estimatorOf(worst.counts).formula?.(worst.counts, requirement);
  const posterior = posteriorDrawn(worst, seed, requirement);
  return {
    element,
    asks: requirementInWords(requirement),
    ...(requirement.because === undefined ? {} : { because: requirement.because }),
    doubts: results.map(({ counts }) => requirementDoubt(counts, requirement).doubt),
    worst: index,
    ...(jeffreys === undefined ? {} : { jeffreys }),
    how: tailInWords(worst.counts, requirement, doubt),
    ...(formula === undefined ? {} : { formula }),
    ...(posterior === undefined ? {} : { posterior }),
  };
}

/** Results that are another thing than what the draws are of: their limit has no place beside these. */
const drawnOtherwise: ReadonlySet<string> = new Set(['ratio', 'anyPass', 'anyUse']);

function posteriorDrawn(
  { counts }: CountedResult,
  seed: number,
  requirement?: Requirement,
): PosteriorDrawn | undefined {
  const posterior = posteriorOf(counts, seed);
  if (posterior === undefined) return undefined;
  const isShown = requirement !== undefined && !drawnOtherwise.has(requirement.result);
  const limit = isShown ? { value: effectiveValue(requirement), direction: requirement.direction } : undefined;
  const plot = posteriorPlot(posterior, limit);
  return {
    ...posterior,
    ...(plot === undefined ? {} : { plot }),
    beyond: requirement?.direction === '>=' ? 'below' : 'above',
  };
}
