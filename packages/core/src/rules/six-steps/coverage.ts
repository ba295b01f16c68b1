import type { Element } from '../../case/index.js';
import { example, failing, type RuleContext, rule } from '../rule.js';

export const subsystemNotCovered = rule({
  code: 'subsystem-not-covered',
  title: 'Subsystem neither argued nor dismissed for an outcome',
  severity: 'warning',
  why: 'Step 5 asks of each subsystem whether it can cause each outcome by itself. A cell that nobody filled in is a way to the outcome that nobody looked at.',
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
    }));
  },
  passes: example(`
outcomes:
  escape: { text: The agent escapes, claim: G1 }
system:
  coder: { kind: model }
  sandbox: { kind: infrastructure }
argument:
  G1: { text: Coder does not escape, subsystem: coder, outcome: escape, undeveloped: true }
dismissed:
  - { subsystem: sandbox, outcome: escape, because: Has no agency }
`),
  fails: failing(
    `
outcomes:
  escape: { text: The agent escapes, claim: G1 }
system:
  coder: { kind: model }
  sandbox: { kind: infrastructure }
argument:
  G1: { text: The agent does not escape, subsystem: coder, undeveloped: true }
dismissed:
  - { subsystem: sandbox, outcome: escape, because: Has no agency }
`,
    ['6:3 Whether subsystem coder alone can cause outcome escape is neither argued nor dismissed'],
  ),
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

export const interactionNotCovered = rule({
  code: 'interaction-not-covered',
  title: 'Kind of interaction neither argued nor dismissed for an outcome',
  severity: 'warning',
  why: 'Step 6 asks how subsystems could cause the outcome together. Collusion, correlated failure, cascades, subverted monitors, manipulated humans and collective strategies are each easy to forget, and each has undone a case that looked complete.',
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
      }));
  },
  passes: example(`
outcomes:
  escape: { text: The agent escapes, claim: G1 }
system:
  coder: { kind: model }
argument:
  G1: { text: The agent does not escape, undeveloped: true }
interactions:
  - { kind: collusion, outcome: escape, arguedBy: G1 }
  - { kind: correlated failure, outcome: escape, dismissed: One instance }
  - { kind: cascade, outcome: escape, dismissed: One instance }
  - { kind: monitor subversion, outcome: escape, dismissed: Nothing monitors }
  - { kind: human manipulation, outcome: escape, dismissed: Nobody reads its output }
  - { kind: collective strategy, outcome: escape, dismissed: One instance }
`),
  fails: failing(
    `
outcomes:
  escape: { text: The agent escapes, claim: G1 }
system:
  coder: { kind: model }
argument:
  G1: { text: The agent does not escape, undeveloped: true }
interactions:
  - { kind: collusion, outcome: escape, arguedBy: G1 }
  - { kind: correlated failure, outcome: escape, dismissed: One instance }
  - { kind: monitor subversion, outcome: escape, dismissed: Nothing monitors }
  - { kind: human manipulation, outcome: escape, dismissed: Nobody reads its output }
  - { kind: collective strategy, outcome: escape }
`,
    [
      '4:3 Whether cascade can cause outcome escape is neither argued nor dismissed',
      '4:3 Whether collective strategy can cause outcome escape is neither argued nor dismissed',
    ],
  ),
});
