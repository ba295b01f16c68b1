import {
  type CountingPolicy,
  type Evidence,
  type FlawKind,
  flawKinds,
  type MeasureSpec,
  measureOf,
  type Requirement,
  type ResultName,
  resultKinds,
} from '../../case/index.js';
import { effectiveValue } from '../../statistics/index.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { inside, list, named } from '../words.js';

export const flatteringPolicy = rule({
  code: 'flattering-policy',
  title: 'Flawed trials counted in favour of the claim without a reason',
  severity: 'warning',
  check: (context) => context.case.evidence.flatMap((evidence) => flattered(evidence, context)),
});

/** One finding for each kind of flaw that occurs and is counted better than by the default, for something that rests on it. */
function flattered({ id, measure }: Evidence, { case: of, measures }: RuleContext): Found[] {
  const results = measureOf(measures, id)?.results ?? [];
  if (measure === undefined || measure.groupByBecause?.trim()) return [];
  const occurs = (kind: FlawKind) =>
    results.some(({ policy }) => policy[kind] !== undefined || policy.other?.[kind] !== undefined);
  return flawKinds.filter(occurs).flatMap((kind): Found[] => {
    const policy = measure[kind];
    if (policy === 'worst') return [];
    const helped = [
      ...of.elements
        .filter(
          (element) =>
            element.evidence === id &&
            element.requires !== undefined &&
            helps(policy, measure, element.requires.direction),
        )
        .map((each) => each.id),
      // A quantity is what goes wrong: the doubts that it feeds rise with it.
      ...of.quantities.flatMap(({ name, definition }) =>
        definition.kind === 'evidence' && definition.evidence === id && helps(policy, measure, '<=') ? [name] : [],
      ),
    ];
    if (helped.length === 0) return [];
    return [
      {
        message: `Evidence ${id} states \`${kind}: ${policy}\`, which is better for ${list(helped)} than \`worst\`, and does not say why`,
        at: inside(measure.origin, kind),
        hint: 'Leave it out, so that these trials are counted as hurts most, or say why in `because`.',
      },
    ];
  });
}

function helps(policy: CountingPolicy, { kind }: MeasureSpec, direction: Requirement['direction']): boolean {
  // Of two arms, what hurts in the one helps in the other.
  if (policy === 'exclude' || kind === 'difference') return true;
  // A success is more of what is measured, but for these: an attack caught, the best forecast, an event not survived.
  const inverse = kind === 'detection' || kind === 'credibility' || kind === 'survival';
  const isEvent = (policy === 'count as success') !== inverse;
  return isEvent === (direction === '>=');
}

/** What every result lies within, whatever is counted. */
function rangeOf(
  result: ResultName,
  measure: MeasureSpec | undefined,
): { readonly low: number; readonly high: number } {
  if (measure?.kind === 'mean') return { low: measure.range[0], high: measure.range[1] };
  if (measure?.kind === 'credibility' && measure.rule === 'brier') return { low: -1, high: 1 };
  return resultKinds[result];
}

export const requirementCannotFail = rule({
  code: 'requirement-cannot-fail',
  title: 'Requirement that every result meets',
  severity: 'warning',
  check: ({ case: of, lookup }) =>
    of.elements.flatMap((element): Found[] => {
      const { requires } = element;
      if (requires === undefined || element.evidence === undefined) return [];
      const { low, high } = rangeOf(requires.result, lookup.evidence(element.evidence)?.measure);
      const value = effectiveValue(requires);
      const met = requires.direction === '<=' ? value >= high : value <= low;
      if (!met) return [];
      return [
        {
          message: `${named(element)} requires ${requires.result} ${requires.direction} ${requires.value}, which every result meets`,
          at: requires.origin,
          element: element.id,
          hint: 'Require what the claim needs.',
        },
      ];
    }),
});
