import type { OutcomeAssessment } from '../../doubt/index.js';
import type { ReportInput } from '../input.js';
import type { RedactionPlan } from './plan.js';
import { coarse, type Withheld, type WithheldItem, type WithheldShare } from './withheld.js';

/** What the report says of what it withholds. @param names how many names have stand-ins */
export function withheldOf(
  { assessment, case: of }: ReportInput,
  plan: RedactionPlan,
  digests: ReadonlyMap<string, string>,
  names: number,
): Withheld {
  const leavesOf = (test: (leaf: (typeof assessment.leaves)[number]) => boolean) =>
    new Set(assessment.leaves.filter((leaf) => plan.leaves.has(leaf.id) && test(leaf)).map(({ id }) => id));
  const item = (
    kind: WithheldItem['kind'],
    id: string,
    because: string | undefined,
    leaves: ReadonlySet<string>,
  ): WithheldItem => ({
    kind,
    id,
    ...(because === undefined ? {} : { because }),
    digest: digests.get(`${kind} ${id}`) ?? '',
    shares: sharesOf(assessment.outcomes, leaves),
  });
  const order = new Map(of.elements.map(({ id }, at) => [id, at]));
  const elements = [...plan.elements].sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return {
    items: [
      ...elements.map(([id, because]) =>
        item(
          'element',
          id,
          because,
          leavesOf((leaf) => [leaf.element, ...leaf.sameAs].includes(id)),
        ),
      ),
      ...[...plan.evidence].map(([id, because]) =>
        item(
          'evidence',
          id,
          because,
          leavesOf((leaf) => leaf.evidence.includes(id)),
        ),
      ),
      ...[...plan.quantities].map(([name, because]) =>
        item(
          'quantity',
          name,
          because,
          leavesOf((leaf) => leaf.quantities.includes(name)),
        ),
      ),
    ],
    names,
    sources: plan.sources,
    leaves: [...plan.leaves].map((leaf) => ({ leaf, shares: sharesOf(assessment.outcomes, new Set([leaf])) })),
    shares: sharesOf(assessment.outcomes, plan.leaves),
  };
}

/** How much of each outcome's doubt would go if these leaves held; an upper bound, as shares of several overlap. */
function sharesOf(outcomes: readonly OutcomeAssessment[], leaves: ReadonlySet<string>): readonly WithheldShare[] {
  return outcomes.flatMap(({ id, importance }) => {
    const rows = importance.filter(({ leaf }) => leaves.has(leaf));
    const share = rows.reduce((sum, { fussellVesely }) => sum + fussellVesely, 0);
    return rows.length === 0 ? [] : [coarse(id, Math.min(1, share))];
  });
}
