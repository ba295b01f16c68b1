import { alterationWords, type Evidence, type Measure, measureOf, type Origin } from '../../case/index.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { inside } from '../words.js';

export const evidenceMissing = rule({
  code: 'evidence-missing',
  title: 'Evidence that is not there, or gives no result',
  severity: 'error',
  check: (context) =>
    inState(context, (evidence, { state, ...measure }) => {
      if (state.kind !== 'missing') return undefined;
      const { id, sources } = evidence;
      const isHere = sources.length > 0 && measure.digests.length >= sources.length;
      const fault = isHere
        ? atFault(evidence, state.detail, measure.reader !== '', measure.digests.length)
        : unmeasured(evidence);
      if (fault === undefined) return { message: `Evidence ${id} is missing: ${state.detail}` };
      return { message: `Evidence ${id} gives no result: ${state.detail}`, ...fault };
    }),
});

export const evidenceAltered = rule({
  code: 'evidence-altered',
  title: 'Evidence that was altered',
  severity: 'error',
  check: (context) =>
    inState(context, ({ id }, { state }) =>
      state.kind === 'altered' ? { message: `Evidence ${id} was altered: ${alterationWords(state)}` } : undefined,
    ),
});

export const evidenceAbsent = rule({
  code: 'evidence-absent',
  title: 'Evidence that policy wants here',
  severity: 'error',
  check: (context) =>
    context.case.policy.absentEvidence === 'locked'
      ? []
      : inState(context, ({ id }, { state }) =>
          state.kind === 'locked'
            ? { message: `Evidence ${id} is not here; its result comes from the lock file, which the policy refuses` }
            : undefined,
        ),
});

interface Fault {
  readonly at: Origin;
  readonly hint?: string;
}

/** Where to look when the sources are here and yet give no result: at the measure once they could be read. */
function atFault(evidence: Evidence, detail: string, wasRead: boolean, digests: number): Fault {
  const { measure, sources, origin } = evidence;
  const path = sources[0]?.path ?? '';
  // A folder has more digests than it is sources; which of its logs is at fault stands in the detail.
  if (digests > sources.length)
    return { at: sources[0]?.origin ?? origin, hint: `\`surety evidence list ${path}\` shows the logs of a folder.` };
  if (measure === undefined || !wasRead)
    return { at: sources[0]?.origin ?? origin, hint: `\`surety evidence show ${path}\` says how the source reads.` };
  const hint = `\`surety evidence show ${path}\` lists the scores and fields that a measure may name.`;
  return { at: keyAtFault(measure, detail), hint };
}

/** The key of the measure that the problem is about, as far as its words tell; the measure itself otherwise. */
function keyAtFault(measure: NonNullable<Evidence['measure']>, detail: string): Origin {
  if (measure.kind !== 'rate') return measure.origin;
  if (measure.scorer !== undefined && detail.includes(`no scorer “${measure.scorer}”`))
    return inside(measure.origin, 'scorer');
  if (detail.includes(`\`${measure.success}\``) || detail.includes('has no field “'))
    return inside(measure.origin, 'success');
  return measure.origin;
}

/** Evidence that states nothing to measure, or several sources and not that they are pooled: its source is not at fault. */
function unmeasured({ measure, sources, pool, origin }: Evidence): Fault | undefined {
  if (sources.length > 1 && !pool)
    return { at: sources[1]?.origin ?? origin, hint: 'Write `pool: true`, or name one.' };
  return measure === undefined && sources.length > 0
    ? { at: origin, hint: 'Say what is counted, with `measure`.' }
    : undefined;
}

/** A finding for each cited piece of evidence whose measure is in a state that `say` has words for; at its source, mostly. */
function inState(
  { case: of, facts, measures }: RuleContext,
  say: (evidence: Evidence, measure: Measure) => (Omit<Found, 'at'> & { readonly at?: Origin }) | undefined,
): Found[] {
  if (measures === undefined) return [];
  return of.evidence.flatMap((evidence): Found[] => {
    const measure = measureOf(measures, evidence.id);
    if (measure === undefined || !facts.citedEvidence().has(evidence.id)) return [];
    const found = say(evidence, measure);
    return found === undefined ? [] : [{ at: evidence.sources[0]?.origin ?? evidence.origin, ...found }];
  });
}

export const auditFraction = rule({
  code: 'audit-fraction',
  title: 'Audit budget of the evaluation that differs from the deployed one',
  severity: 'error',
  check: ({ case: of, lookup }) => {
    const stated = of.system.filter((subsystem) => subsystem.auditFraction !== undefined);
    return of.evidence.flatMap(({ id, measure, about }): Found[] => {
      if (measure?.kind !== 'detection' || stated.length === 0) return [];
      const own = about?.subsystem === undefined ? undefined : lookup.subsystem(about.subsystem);
      const deployed = own?.auditFraction === undefined ? stated : [own];
      if (deployed.some((subsystem) => subsystem.auditFraction === measure.auditFraction)) return [];
      const fractions = deployed.map((subsystem) => `${subsystem.id} audits ${subsystem.auditFraction}`).join(', ');
      return [
        {
          message: `Evidence ${id} was measured at an audit fraction of ${measure.auditFraction}, but ${fractions}`,
          at: inside(measure.origin, 'auditFraction'),
        },
      ];
    });
  },
});
