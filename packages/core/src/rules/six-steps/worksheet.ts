import { rule } from '../rule.js';
import { inside } from '../words.js';

export const worksheetDismissed = rule({
  code: 'worksheet-dismissed',
  step: 5,
  title: 'Worksheet that names a way where the case says there is none',
  severity: 'warning',
  check: ({ case: of, facts }) => {
    const dismissed = new Set(
      facts
        .coverage()
        .subsystems.flatMap(({ subsystem, outcome, state }) =>
          state.kind === 'dismissed' ? [`${subsystem} × ${outcome}`] : [],
        ),
    );
    return of.fmea.flatMap(({ subsystem, mode, outcome, origin }) =>
      outcome === undefined || !dismissed.has(`${subsystem} × ${outcome}`)
        ? []
        : [
            {
              message: `The worksheet says how subsystem ${subsystem} can lead to outcome ${outcome} (${mode}), and no claim argues that pair: it is dismissed`,
              at: origin,
              hint: `Argue it below the claim of ${outcome}, or take the row or its outcome away.`,
            },
          ],
    );
  },
});

export const worksheetElsewhere = rule({
  code: 'worksheet-elsewhere',
  step: 5,
  title: 'Row of the worksheet that is argued outside the outcome’s argument',
  severity: 'warning',
  check: ({ case: of, facts, lookup }) =>
    of.fmea.flatMap(({ subsystem, mode, outcome, arguedBy, origin }) => {
      const claim = outcome === undefined ? undefined : lookup.outcome(outcome)?.claim;
      if (outcome === undefined || arguedBy === undefined || claim === undefined) return [];
      if (lookup.element(arguedBy) === undefined || facts.argumentFor(outcome).has(arguedBy)) return [];
      return [
        {
          message: `The row of ${subsystem} (${mode}) is argued by ${arguedBy}, on which ${claim}, the claim of outcome ${outcome}, does not depend`,
          at: inside(origin, 'arguedBy'),
          element: arguedBy,
        },
      ];
    }),
});
