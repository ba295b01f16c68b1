import type { Draft, Element } from '../../case/index.js';
import { blank, freeId, listOf } from '../draft.js';
import { type Found, type RuleContext, rule } from '../rule.js';

export const subsystemNotCovered = rule({
  code: 'subsystem-not-covered',
  step: 5,
  title: 'Subsystem neither argued nor dismissed for an outcome',
  severity: 'warning',
  check: (context) => {
    const holes = context.facts.coverage().subsystems.filter((cell) => cell.state.kind === 'hole');
    if (holes.length === 0) return [];
    const close = context.case.elements.filter(
      (element) => element.subsystem !== undefined && element.outcome === undefined,
    );
    return holes.map(({ subsystem, outcome }) => ({
      message: `Whether subsystem ${subsystem} alone can cause outcome ${outcome} is neither argued nor dismissed`,
      at: context.lookup.subsystem(subsystem)?.origin ?? context.case.origin,
      atKey: true,
      hint: holeHint(subsystem, outcome, close, context),
      draft: holeDraft(subsystem, outcome, context),
      ...waysIn(subsystem, outcome, context),
    }));
  },
});

function holeHint(
  subsystem: string,
  outcome: string,
  withoutOutcome: readonly Element[],
  { lookup, facts }: RuleContext,
): string {
  const claim = lookup.outcome(outcome)?.claim;
  const argument = facts.argumentFor(outcome);
  const close = withoutOutcome.find((element) => element.subsystem === subsystem && argument.has(element.id));
  if (close !== undefined) return `${close.id} names the subsystem: add \`outcome: ${outcome}\` if it argues this.`;
  const where = claim === undefined ? 'an element of the outcome’s argument' : `an element below ${claim}`;
  return `Say \`subsystem: ${subsystem}\` and \`outcome: ${outcome}\` at ${where}, or list it under \`dismissed\` with a reason.`;
}

/** Rows of the worksheet that name a way in which it could. */
function waysIn(subsystem: string, outcome: string, { case: of }: RuleContext): Pick<Found, 'related'> {
  const rows = of.fmea.filter((row) => row.subsystem === subsystem && row.outcome === outcome);
  if (rows.length === 0) return {};
  return { related: rows.map(({ mode, origin }) => ({ message: `The worksheet names a way: ${mode}`, at: origin })) };
}

/**
 * What acts by itself is argued: an undeveloped goal below the claim, which blocks until it is developed. Of anything
 * else, and where the claim has no list to add to, it is the dismissal, whose reason is left blank.
 */
function holeDraft(subsystem: string, outcome: string, { case: of, lookup }: RuleContext): readonly Draft[] {
  const kind = lookup.subsystem(subsystem)?.kind;
  const claim = lookup.element(lookup.outcome(outcome)?.claim ?? '');
  const list = claim?.supportedBy.find(({ origin }) => typeof origin.path.at(-1) === 'number')?.origin;
  if ((kind === 'model' || kind === 'monitor') && list !== undefined) {
    const id = freeId(of, 'G');
    const text = `${subsystem} by itself does not bring ${outcome} about in the window`;
    return [
      { at: { file: list.file, path: ['argument'] }, key: id, value: { text, subsystem, outcome, undeveloped: true } },
      { at: { file: list.file, path: list.path.slice(0, -1) }, value: id },
    ];
  }
  return [{ at: listOf(of, 'dismissed'), value: { subsystem, outcome, because: blank } }];
}

export const interactionNotCovered = rule({
  code: 'interaction-not-covered',
  step: 6,
  title: 'Kind of interaction neither argued nor dismissed for an outcome',
  severity: 'warning',
  check: ({ case: of, facts, lookup }) => {
    if (of.system.length === 0) return [];
    return facts
      .coverage()
      .interactions.filter((cell) => cell.state.kind === 'hole')
      .map(({ kind, outcome }) => ({
        message: `Whether ${kind} can cause outcome ${outcome} is neither argued nor dismissed`,
        at: lookup.outcome(outcome)?.origin ?? of.origin,
        atKey: true,
        hint: `Add an entry of kind ${kind} for ${outcome} to \`interactions\`, with \`arguedBy\` or \`dismissed\`.`,
        draft: [{ at: listOf(of, 'interactions'), value: { kind, outcome, dismissed: blank } }],
      }));
  },
});

/**
 * Asked once every kind has an entry for every outcome. An argued entry that names no subsystems speaks of all of them, and
 * where none names any nobody was left out. Asked of what some claim is about:
 * what is dismissed for every outcome was thought of.
 */
export const subsystemInNoInteraction = rule({
  code: 'subsystem-in-no-interaction',
  step: 6,
  title: 'Subsystem that no interaction names, though others are named',
  severity: 'info',
  check: ({ case: { interactions, system }, facts }) => {
    const named = new Set(interactions.flatMap(({ between }) => between));
    const speaksOfAll = interactions.some(({ arguedBy, between }) => arguedBy !== undefined && between.length === 0);
    const cells = facts.coverage();
    const hasHole = cells.interactions.some(({ state }) => state.kind === 'hole');
    if (named.size === 0 || speaksOfAll || hasHole) return [];
    const argued = new Set(
      cells.subsystems.flatMap(({ subsystem, state }) => (state.kind === 'argued' ? [subsystem] : [])),
    );
    return system
      .filter(({ id }) => argued.has(id) && !named.has(id))
      .map(({ id, origin }) => ({
        message: `What subsystem ${id} could bring about together with others is not said: no interaction names it`,
        at: origin,
        atKey: true,
        hint: `Add ${id} to \`between\` of each interaction that it could take part in, if the claim that argues it still holds then.`,
      }));
  },
});

export const nothingToCover = rule({
  code: 'nothing-to-cover',
  title: 'Steps that cannot be taken yet',
  severity: 'info',
  check: ({ case: of }) => {
    const missing = [
      ...(of.outcomes.length === 0 ? ['outcomes'] : []),
      ...(of.system.length === 0 ? ['subsystems'] : []),
    ];
    if (missing.length === 0) return [];
    return ([5, 6] as const).map((step) => ({
      message: `Step ${step} cannot be taken: the case lists no ${missing.join(' and no ')}`,
      at: of.origin,
      atKey: true,
      step,
      hint: `List ${missing.join(' and ')} first.`,
    }));
  },
});
