import { type Evidence, endsBeforeWindow, measureOf } from '../../case/index.js';
import { type Found, rule } from '../rule.js';
import { inside, list } from '../words.js';

export const evidenceStale = rule({
  code: 'evidence-stale',
  title: 'Evidence that has expired',
  severity: 'error',
  check: ({ case: of, facts, asOf }) =>
    of.evidence
      .filter((evidence) => facts.citedEvidence().has(evidence.id) && isStale(evidence, asOf))
      .map(({ id, expires, origin }) => ({
        message: `Evidence ${id} expired on ${expires}, and the case is checked as of ${asOf}`,
        at: inside(origin, 'expires'),
        hint: 'Collect it anew.',
      })),
});

/** Evidence may be used up to the day before it expires. */
function isStale({ expires }: Evidence, asOf: string): boolean {
  return expires !== undefined && asOf >= expires;
}

export const expiresInWindow = rule({
  code: 'expires-in-window',
  title: 'Evidence that expires inside the window',
  severity: 'warning',
  check: ({ case: of, facts, asOf }) => {
    const window = of.decision?.window;
    if (window === undefined) return [];
    return of.evidence
      .filter(({ id, expires }) => facts.citedEvidence().has(id) && endsBeforeWindow(expires, window))
      .filter((evidence) => !isStale(evidence, asOf))
      .map(({ id, expires, origin }) => ({
        message: `Evidence ${id} expires on ${expires}, inside the window that ends on ${window.to}`,
        at: inside(origin, 'expires'),
        hint: 'Plan to collect it again before that day, or shorten the window.',
      }));
  },
});

export const evidenceDates = rule({
  code: 'evidence-dates',
  title: 'Evidence with impossible dates',
  severity: 'error',
  check: ({ case: of, asOf, measures }) =>
    of.evidence.flatMap(({ id, collected, expires, origin }): Found[] => {
      const state = measureOf(measures, id)?.state;
      if (state?.kind === 'locked' && state.lockedAt !== undefined && state.lockedAt > asOf) {
        const message = `Evidence ${id} was locked on ${state.lockedAt}, after the day of the check, ${asOf}`;
        return [{ message, at: origin, atKey: true }];
      }
      if (collected === undefined) return [];
      const at = inside(origin, 'collected');
      if (expires !== undefined && expires <= collected) {
        return [{ message: `Evidence ${id} was collected on ${collected} and expired on ${expires} already`, at }];
      }
      if (collected <= asOf) return [];
      return [{ message: `Evidence ${id} was collected on ${collected}, after the day of the check, ${asOf}`, at }];
    }),
});

export const evidenceProvenance = rule({
  code: 'evidence-provenance',
  title: 'Evidence that does not say whence or until when',
  severity: 'info',
  check: ({ case: of }) =>
    of.evidence.flatMap((evidence) => {
      const missing = (['by', 'collected', 'expires'] as const).filter((key) => evidence[key] === undefined);
      if (missing.length === 0) return [];
      return [
        {
          message: `Evidence ${evidence.id} does not state ${list(missing.map((key) => `\`${key}\``))}`,
          at: evidence.origin,
          atKey: true,
        },
      ];
    }),
});

export const evidenceUnused = rule({
  code: 'evidence-unused',
  title: 'Evidence that nothing cites',
  severity: 'info',
  check: ({ case: of, facts }) =>
    of.evidence
      .filter(({ id }) => !facts.citedEvidence().has(id))
      .map(({ id, origin }) => ({
        message: `No element and no quantity cites evidence ${id}`,
        at: origin,
        atKey: true,
      })),
});
