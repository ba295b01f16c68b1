import type { Element } from '../../case/index.js';
import { says } from '../draft.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { inside, list } from '../words.js';

export const dismissalWithoutReason = rule({
  code: 'dismissal-without-reason',
  title: 'Dismissal without a reason',
  severity: 'warning',
  check: ({ case: of }) => [
    ...of.dismissed
      .filter((row) => !says(row.because))
      .map((row) => ({
        message: `Subsystem ${row.subsystem} is dismissed for outcome ${row.outcome} without a reason`,
        at: row.origin,
        step: 5 as const,
        hint: 'Add `because`.',
      })),
    ...of.interactions
      .filter((row) => row.dismissed !== undefined && !says(row.dismissed))
      .map((row) => ({
        message: `Interaction ${row.kind} is dismissed for outcome ${row.outcome} without a reason`,
        at: row.origin,
        step: 6 as const,
      })),
  ],
});

export const arguedAndDismissed = rule({
  code: 'argued-and-dismissed',
  title: 'Argued and dismissed at once',
  severity: 'warning',
  check: (context) => [
    ...context.case.interactions
      .filter((row) => row.arguedBy !== undefined && row.dismissed !== undefined)
      .map((row) => ({
        message: `Interaction ${row.kind} is both argued by ${row.arguedBy} and dismissed for outcome ${row.outcome}`,
        at: row.origin,
        step: 6 as const,
      })),
    ...dismissedThoughArgued(context),
  ],
});

function dismissedThoughArgued({ case: of, facts }: RuleContext): Found[] {
  const argued = new Map(
    facts
      .coverage()
      .subsystems.flatMap(({ subsystem, outcome, state }) =>
        state.kind === 'argued' ? [[`${subsystem} × ${outcome}`, state.by] as const] : [],
      ),
  );
  return of.dismissed.flatMap((row) => {
    const by = argued.get(`${row.subsystem} × ${row.outcome}`);
    if (by === undefined) return [];
    return [
      {
        message: `Subsystem ${row.subsystem} is both argued by ${list(by)} and dismissed for outcome ${row.outcome}`,
        at: row.origin,
        step: 5,
      },
    ];
  });
}

export const arguedElsewhere = rule({
  code: 'argued-elsewhere',
  step: 6,
  title: 'Argued by something outside the outcome’s argument',
  severity: 'warning',
  check: ({ case: of, facts, lookup }) =>
    of.interactions.flatMap(({ kind, outcome, arguedBy, origin }) => {
      const claim = lookup.outcome(outcome)?.claim;
      if (arguedBy === undefined || claim === undefined || lookup.element(arguedBy) === undefined) return [];
      if (facts.argumentFor(outcome).has(arguedBy)) return [];
      return [
        {
          message: `Interaction ${kind} is argued by ${arguedBy}, on which ${claim}, the claim of outcome ${outcome}, does not depend`,
          at: inside(origin, 'arguedBy'),
          element: arguedBy,
        },
      ];
    }),
});

export const arguedByUndeveloped = rule({
  code: 'argued-by-undeveloped',
  title: 'Argued only by what is not developed',
  severity: 'warning',
  check: ({ facts, lookup, case: of }) => {
    const isOpen = (id: string) => {
      const element: Element | undefined = lookup.element(id);
      return element !== undefined && (element.undeveloped || element.uninstantiated);
    };
    const { subsystems, interactions } = facts.coverage();
    const cells = [
      ...subsystems.map((cell) => ({
        ...cell,
        what: `subsystem ${cell.subsystem} alone`,
        at: lookup.subsystem(cell.subsystem)?.origin,
        step: 5 as const,
      })),
      ...interactions.map((cell) => ({
        ...cell,
        what: cell.kind,
        at: lookup.outcome(cell.outcome)?.origin,
        step: 6 as const,
      })),
    ].flatMap(({ state, ...cell }) =>
      state.kind === 'argued' && state.by.every(isOpen) ? [{ ...cell, by: list(state.by) }] : [],
    );
    // Six kinds of interaction that one claim argues are one thing to do.
    const groups = new Map<string, (typeof cells)[number][]>();
    for (const cell of cells) {
      const key = JSON.stringify([cell.step, cell.outcome, cell.by, cell.step === 5 ? cell.what : '']);
      groups.set(key, [...(groups.get(key) ?? []), cell]);
    }
    return [...groups.values()].map((group) => {
      const { outcome, by, at, step } = group[0]!;
      const [what, verb] = [list(group.map((one) => one.what)), group.length === 1 ? 'does' : 'do'];
      return {
        message: `That ${what} ${verb} not cause outcome ${outcome} is argued only by ${by}, which is not developed`,
        at: at ?? of.origin,
        atKey: true,
        step,
      };
    });
  },
});
