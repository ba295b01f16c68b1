import type { Case } from '../../case/index.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { aboutWaivers, holds, isFor } from '../waiving.js';
import { inside, list } from '../words.js';

export const unknownRule = rule({
  code: 'unknown-rule',
  title: 'Waiver for a rule that does not exist',
  severity: 'error',
  check: ({ case: of, codes, facts }) =>
    of.waivers
      .filter((waiver) => !codes.includes(waiver.rule) || aboutWaivers.has(waiver.rule))
      .map((waiver) => {
        const at = inside(waiver.origin, 'rule');
        if (aboutWaivers.has(waiver.rule)) return { message: `The rule ${waiver.rule} cannot be waived`, at };
        return { message: `There is no rule ${waiver.rule}`, at, ...facts.didYouMean(waiver.rule, codes) };
      }),
});

export const unknownWaived = rule({
  code: 'unknown-waived',
  title: 'Waiver at a place that does not exist',
  severity: 'error',
  check: ({ case: of, facts }) => {
    if (of.waivers.length === 0) return [];
    const names = namesIn(of);
    const known = new Set(names);
    return of.waivers.flatMap((waiver): Found[] => {
      if (waiver.at === undefined || known.has(waiver.at)) return [];
      return [
        {
          message: `The waiver is at ${waiver.at}, and nothing in the case has that name`,
          at: inside(waiver.origin, 'at'),
          ...facts.didYouMean(waiver.at, names),
        },
      ];
    });
  },
});

function namesIn(of: Case): readonly string[] {
  return [
    ...of.elements.map(({ id }) => id),
    ...of.outcomes.map(({ id }) => id),
    ...of.system.map(({ id }) => id),
    ...of.evidence.map(({ id }) => id),
    ...of.quantities.map(({ name }) => name),
    ...of.indicators.map(({ id }) => id),
    ...of.patterns.map(({ id }) => id),
  ];
}

export const waiverIncomplete = rule({
  code: 'waiver-incomplete',
  title: 'Waiver without a date, a person or a reason',
  severity: 'warning',
  check: ({ case: of }) =>
    of.waivers.flatMap((waiver) => {
      const missing = (['until', 'by', 'because'] as const).filter((key) => !waiver[key]?.trim());
      if (missing.length === 0) return [];
      const effect = waiver.until === undefined ? ', so it silences nothing' : '';
      return [
        {
          message: `The waiver of ${waiver.rule} does not state ${list(missing.map((key) => `\`${key}\``))}${effect}`,
          at: waiver.origin,
        },
      ];
    }),
});

export const waiverExpired = rule({
  code: 'waiver-expired',
  title: 'Waiver that has expired',
  severity: 'warning',
  check: ({ case: of, asOf }) =>
    of.waivers
      .filter((waiver) => waiver.until !== undefined && !holds(waiver, asOf))
      .map((waiver) => ({
        message: `The waiver of ${waiver.rule}${place(waiver.at)} expired on ${waiver.until}`,
        at: inside(waiver.origin, 'until'),
        hint: 'Mend the finding, or accept it anew with a later date.',
      })),
});

export const waiverUnused = rule({
  code: 'waiver-unused',
  title: 'Waiver that matches no finding',
  severity: 'warning',
  check: (context) =>
    context.case.waivers
      .filter((waiver) => holds(waiver, context.asOf) && isKnown(waiver.rule, context))
      .filter((waiver) => !context.found.some((finding) => isFor(waiver, finding)))
      .map((waiver) => ({
        message: `The waiver of ${waiver.rule}${place(waiver.at)} matches no finding`,
        at: waiver.origin,
        hint: 'Remove it.',
      })),
});

function isKnown(code: string, { codes }: RuleContext): boolean {
  return codes.includes(code) && !aboutWaivers.has(code);
}

function place(at: string | undefined): string {
  return at === undefined ? '' : ` at ${at}`;
}
