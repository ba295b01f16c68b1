import { type ElementId, formatProbability, type OutcomeId } from '../../case/index.js';
import type { Assessment, LeafId } from '../../doubt/index.js';

/** Leaves that are to be pointed out, by element; `step` where it is the inference step of the element. */
export interface PointedOut {
  readonly leaves: ReadonlyMap<ElementId, 'element' | 'step'>;
  readonly claim: ElementId;
  /** Elements that no way to the leaves goes through: of a path set, those with leaves of their own outside of it. */
  readonly outside: ReadonlySet<ElementId>;
  /** Whether it is said what happens if they fail, not if they hold. */
  readonly fails: boolean;
  /** What they are, for the legend. */
  readonly text: string;
}

/** The leaves of a cut set or a path set; undefined where there is no such set. */
export function pointedOut(
  assessment: Assessment | undefined,
  cutSet: { readonly outcome: OutcomeId; readonly rank: number } | undefined,
  pathSet: OutcomeId | undefined,
): PointedOut | undefined {
  const outcome = assessment?.outcomes.find(({ id }) => id === (cutSet?.outcome ?? pathSet));
  if (assessment === undefined || outcome?.claim === undefined) return undefined;
  const { claim, id } = outcome;
  if (cutSet === undefined) {
    const text = `Carries the claim of ${id} by itself: its doubts add up to the dependence-free bound`;
    const inside = new Set(outcome.pathSet);
    const others = assessment.leaves.filter((leaf) => !inside.has(leaf.id));
    const outside = new Set(others.map(({ element }) => element));
    return { leaves: leavesOf(assessment, outcome.pathSet), claim, outside, fails: false, text };
  }
  const set = outcome.cutSets?.top[cutSet.rank - 1];
  if (set === undefined) return undefined;
  const probability = set.probability === undefined ? '' : `, probability ${formatProbability(set.probability)}`;
  const text = `Cut set ${cutSet.rank} of ${id}: if all of it is wrong, so is the claim${probability}`;
  return { leaves: leavesOf(assessment, set.elements), claim, outside: new Set(), fails: true, text };
}

function leavesOf(assessment: Assessment, ids: readonly LeafId[]): ReadonlyMap<ElementId, 'element' | 'step'> {
  const byId = new Map(assessment.leaves.map((leaf) => [leaf.id, leaf]));
  const found = new Map<ElementId, 'element' | 'step'>();
  for (const id of ids) {
    const leaf = byId.get(id);
    const element = leaf?.element ?? id.replace(/\.inference$/, '');
    found.set(element, leaf?.kind === 'inference' || id.endsWith('.inference') ? 'step' : 'element');
    for (const same of leaf?.sameAs ?? []) found.set(same, 'element');
  }
  return found;
}
