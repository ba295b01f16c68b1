import type { CaseLookup, Element, ElementId, OutcomeId } from '../../case/index.js';
import { blockOf, builtInCatalogue } from '../../catalogue/index.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { inside, named } from '../words.js';

export const trustedMonitorUnargued = rule({
  code: 'trusted-monitor-unargued',
  step: 5,
  title: 'Control argument that leans on a monitor whose trust nobody argues',
  severity: 'error',
  check: unargued,
});

/** One finding per trusted subsystem and outcome, at the first control argument that leans on it. */
function unargued(context: RuleContext): Found[] {
  const { case: of, lookup, facts } = context;
  const argued = new Map<string, Element[]>();
  for (const element of of.elements) {
    const { id, category, subsystem, outcome } = element;
    if (category !== 'trustworthiness' || outcome === undefined || !facts.argumentFor(outcome).has(id)) continue;
    const cell = `${subsystem} × ${outcome}`;
    argued.set(cell, [...(argued.get(cell) ?? []), element]);
  }
  const told = new Set<string>();
  return of.elements
    .filter((element) => element.category === 'control')
    .flatMap((element) =>
      outcomesOf(element, context).flatMap((outcome) =>
        element.assumes.flatMap(({ subsystem, trust }): Found[] => {
          const cell = `${subsystem} × ${outcome}`;
          if (trust !== 'trusted' || lookup.subsystem(subsystem) === undefined || told.has(cell)) return [];
          const arguments_ = argued.get(cell) ?? [];
          if (arguments_.some(({ id }) => bearsOn(lookup, element, id))) return [];
          told.add(cell);
          const first = arguments_[0];
          const why =
            first === undefined
              ? `no trustworthiness argument for ${subsystem} stands in the argument for ${outcome}`
              : `${first.id}, which argues it, stands where its failure leaves ${element.id} as it is`;
          const place = first === undefined ? (lookup.outcome(outcome)?.claim ?? element.id) : element.id;
          return [
            {
              message: `${named(element)} assumes that ${subsystem} can be trusted, and ${why}`,
              at: inside(element.origin, 'assumes', subsystem),
              element: element.id,
              hint: `Add a goal with \`category: trustworthiness\`, \`subsystem: ${subsystem}\` and \`outcome: ${outcome}\` below ${place}; where it can be relied on for another reason than its trustworthiness (a piece of code that is under control, say), name that claim among the support in place of the assumption.`,
            },
          ];
        }),
      ),
    );
}

/**
 * Whether a claim counts wherever the control argument does: it stands below it, or the two are needed together by
 * something that needs all of its support.
 */
function bearsOn(lookup: CaseLookup, control: Element, claim: ElementId): boolean {
  if (lookup.below([control.id]).has(claim)) return true;
  const needsAll = ({ combine, supportedBy }: Element) =>
    combine.kind === 'all' || (combine.kind === 'atLeast' && combine.k >= supportedBy.length);
  const above = closure([control.id], (id) =>
    lookup
      .parents(id)
      .filter(({ relation, element }) => relation === 'supportedBy' && needsAll(element))
      .map(({ element }) => element.id),
  );
  above.delete(control.id);
  return closure([...above], (id) => {
    const element = lookup.element(id);
    return element === undefined || !needsAll(element) ? [] : element.supportedBy.map(({ to }) => to);
  }).has(claim);
}

/** Everything that the steps lead to, the starts included. */
function closure(starts: readonly ElementId[], next: (id: ElementId) => readonly ElementId[]): Set<ElementId> {
  const seen = new Set(starts);
  for (const id of seen) for (const one of next(id)) seen.add(one);
  return seen;
}

/** The outcome that the element names, else every outcome whose claim depends on it. */
function outcomesOf(element: Element, { case: of, facts, lookup }: RuleContext): readonly OutcomeId[] {
  if (element.outcome !== undefined) return lookup.outcome(element.outcome) === undefined ? [] : [element.outcome];
  return of.outcomes.map(({ id }) => id).filter((id) => facts.argumentFor(id).has(element.id));
}

export const controlTrustsItsSubject = rule({
  code: 'control-trusts-its-subject',
  step: 5,
  title: 'Control argument that trusts what it controls',
  severity: 'warning',
  check: ({ case: of }) =>
    of.elements
      .filter((element) => element.category === 'control')
      .filter(({ subsystem, assumes }) => assumes.some((one) => one.subsystem === subsystem && one.trust === 'trusted'))
      .map((element) => ({
        message: `${named(element)} argues control of ${element.subsystem} and assumes that it can be trusted`,
        at: inside(element.origin, 'assumes', element.subsystem ?? ''),
        element: element.id,
        hint: `Assume ${element.subsystem} to be untrustworthy, or make it a trustworthiness argument.`,
      })),
});

export const watchesItself = rule({
  code: 'watches-itself',
  step: 4,
  title: 'Monitor that is what it watches',
  severity: 'warning',
  check: ({ case: of, lookup }) =>
    of.system.flatMap((monitor) =>
      monitor.watches.flatMap((id, i): Found[] => {
        const watched = lookup.subsystem(id);
        const digest = monitor.model?.digest;
        const same =
          watched !== undefined &&
          (watched.id === monitor.id || (digest !== undefined && digest === watched.model?.digest));
        if (!same) return [];
        const how = watched.id === monitor.id ? 'watches itself' : `watches ${id}, which is the same model by digest`;
        return [{ message: `Subsystem ${monitor.id} ${how}`, at: inside(monitor.origin, 'watches', i) }];
      }),
    ),
});

export const supportingBlockAlone = rule({
  code: 'supporting-block-alone',
  step: 5,
  title: 'Supporting argument as the only leg',
  severity: 'warning',
  check: ({ case: of, lookup, catalogue = builtInCatalogue }) =>
    of.elements.flatMap((element) => {
      // Most elements are of no block.
      if (!element.supportedBy.some(({ to }) => lookup.element(to)?.block !== undefined)) return [];
      const legs = element.supportedBy.flatMap((edge) => {
        const leg = lookup.element(edge.to);
        return leg === undefined ? [] : [{ leg, edge }];
      });
      const isSupporting = (block: string | undefined) =>
        block !== undefined && blockOf(catalogue, block)?.role.value === 'supporting';
      if (isSupporting(element.block) || legs.length === 0 || !legs.every(({ leg }) => isSupporting(leg.block)))
        return [];
      return legs.map(({ leg, edge }) => ({
        message: `${named(element)} rests on ${leg.id} alone, whose block ${leg.block} may only support other arguments`,
        at: edge.origin,
        element: element.id,
        hint: 'Add a leg that argues inability or control, and let this one support it.',
      }));
    }),
});
