import type { CaseLookup, Element, ElementId, EvidenceId, Outcome } from '../case/index.js';
import { citedClaim, policyBreaches, reachesEvent, textOf } from '../case/index.js';
import { signatureTrouble, signOffsOf } from '../signoff/index.js';
import type { Argument } from './argument.js';
import type { Reason, ReasonCode } from './assessment.js';
import type { EvidenceStatus } from './evidence-state.js';

export interface UnmetRequirement {
  readonly id: ElementId;
  readonly evidence: EvidenceId;
  readonly text: string;
}

/** What the reasons of an outcome are gathered from. */
export interface Ground {
  readonly lookup: CaseLookup;
  readonly argument: Argument;
  readonly statuses: ReadonlyMap<EvidenceId, EvidenceStatus>;
  /** Evidence that an element rests on, directly or through quantities. */
  readonly evidenceUnder: (element: Element) => readonly EvidenceId[];
  /** Elements in scope whose quantity has no value. */
  readonly withoutValue: (
    scope: ReadonlySet<ElementId>,
  ) => readonly { readonly id: ElementId; readonly text: string }[];
  /** Requirements, on elements in scope, that what was counted does not meet. */
  readonly requirementsNotMet: (scope: ReadonlySet<ElementId>) => readonly UnmetRequirement[];
}

/** What blocks an outcome whatever its number, in the order of `semantics.md` section 4, and what is only listed. */
export function reasonsOf(
  { lookup, argument, quantified }: Pick<Ground, 'lookup' | 'argument'> & { readonly quantified: boolean },
  outcome: Outcome,
  /** Of the claim of the outcome. */
  { inScope, reasons: ofText }: TextReasons,
  /** Leaves in some cut set of the declared structure. */
  declaredSupport: ReadonlySet<number>,
): readonly Reason[] {
  const { reasons, add } = collected();
  if (lookup.case.status === 'revoked') add(true, 'revoked', 'The case is revoked');
  // A bare argument has nowhere to say one; as long as it states no number, none is missed.
  if (outcome.threshold === undefined && (quantified || !lookup.case.bare))
    add(true, 'no-threshold', `Outcome ${outcome.id} has no threshold to be held against`);
  for (const breach of policyBreaches(lookup.case)) {
    if (breach.outcome === undefined || breach.outcome === outcome.id) add(true, 'beyond-policy', breach.message);
  }
  argument.leaves.forEach((leaf, index) => {
    if (leaf.source.kind !== 'certain' || !inScope.has(leaf.element.id)) return;
    const { why } = leaf.source;
    if (why === 'challenge') return;
    // Without numbers a solution or an assumption is complete as it stands: nothing has to be stated of it.
    const needsNumber = leaf.element.type === 'solution' || leaf.element.type === 'assumption';
    if (why === 'nothing stated' && needsNumber && !quantified) return;
    const id = leaf.element.id;
    if (why === 'limit')
      add(declaredSupport.has(index), 'beyond-limit', `${id} no longer holds: ${limitText(leaf.id, leaf.element)}`, id);
    else if (declaredSupport.has(index))
      add(true, 'undeveloped', `${id} is ${openText(leaf.element, why)}: ${textOf(leaf.element)}`, id);
    else
      add(
        false,
        'undeveloped-listed',
        `${id} is ${openText(leaf.element, why)}, in a leg that the claim does not rest on`,
        id,
      );
  });
  reasons.push(...ofText);
  const blocking = reasons.filter((reason) => reason.blocks);
  return [...blocking, ...reasons.filter((reason) => !reason.blocks)];
}

/** What a claim stands on, and what the text says against it whatever the numbers, thresholds and chosen legs are. */
export interface TextReasons {
  /** Elements that the claim may depend on. */
  readonly inScope: ReadonlySet<ElementId>;
  readonly reasons: readonly Reason[];
  /** Steps of inference that nobody assessed, and these as reasons. */
  readonly unassessed: readonly ElementId[];
  readonly steps: readonly Reason[];
}

export function textReasons(ground: Ground, outcome: Outcome, claim: ElementId): TextReasons {
  const { lookup } = ground;
  const { reasons, add } = collected();
  const inScope = scopeOf(ground, claim);
  const scope = Array.from(inScope, (id) => lookup.element(id)!);
  for (const element of scope) {
    const { id, challenge } = element;
    if (challenge?.status !== 'open') continue;
    const marked = element.defeated ? ' (marked as defeated, and not answered)' : '';
    add(challenge.blocking, 'challenge-open', `Challenge ${id} is open${marked}: ${textOf(element)}`, id);
  }
  for (const id of evidenceInScope(ground, scope)) {
    const element = citing(scope, id);
    for (const { code, text } of ground.statuses.get(id)?.blockers ?? []) {
      reasons.push({ code, text, blocks: true, evidence: id, ...(element === undefined ? {} : { element }) });
    }
  }
  for (const element of scope) {
    if (!reachesEvent(lookup, element)) {
      const text = `${element.id} requires a rate, and no assessed inference step says what follows for the event in the window`;
      add(true, 'rate-is-not-event', text, element.id);
    }
  }
  for (const { id, text } of ground.withoutValue(inScope)) add(true, 'no-value', text, id);
  for (const { id, evidence, text } of ground.requirementsNotMet(inScope)) {
    reasons.push({ code: 'requirement-not-met', text, blocks: false, element: id, evidence });
  }
  const unassessed = unassessedSteps(scope, lookup);
  const required = lookup.case.policy.inference === 'required';
  for (const id of required ? unassessed : [])
    add(
      true,
      'inference-required',
      `Nobody assessed the step from its support to ${id}, and the policy requires it`,
      id,
    );
  reasons.push(...signOffReasons(lookup, outcome, claim));
  const steps = unassessed.map(
    (id): Reason => ({
      code: 'inference-unassessed',
      text: `Nobody assessed the step from its support to ${id}`,
      element: id,
      blocks: false,
    }),
  );
  return { inScope, reasons, unassessed, steps };
}

function collected() {
  const reasons: Reason[] = [];
  const add = (blocks: boolean, code: ReasonCode, text: string, element?: ElementId) =>
    reasons.push({ code, text, blocks, ...(element === undefined ? {} : { element }) });
  return { reasons, add };
}

function openText(element: Element, why: 'undeveloped' | 'nothing stated'): string {
  if (element.undeveloped) return 'undeveloped';
  return why === 'undeveloped' ? 'not instantiated' : 'without support, evidence or a stated doubt';
}

function limitText(leaf: string, element: Element): string {
  if (leaf.includes('.defeated')) return 'it is marked as defeated';
  if (leaf.endsWith('.combine')) return 'it needs more legs than it has';
  return `it holds until ${element.holdsUntil.map(({ axis, value }) => `${axis} ${value}`).join(', ')}`;
}

function evidenceInScope({ evidenceUnder, lookup }: Ground, scope: readonly Element[]): readonly EvidenceId[] {
  if (lookup.case.evidence.length === 0) return [];
  const cited = new Set(scope.flatMap(evidenceUnder));
  return lookup.case.evidence.filter((evidence) => cited.has(evidence.id)).map((evidence) => evidence.id);
}

function citing(scope: readonly Element[], evidence: EvidenceId): ElementId | undefined {
  return scope.find((element) => element.evidence === evidence)?.id;
}

function unassessedSteps(scope: readonly Element[], lookup: CaseLookup): ElementId[] {
  const { chain } = lookup.case;
  // The support of a claim of another case stands there; that its steps count as sound is told here all the same.
  const cited = chain?.unassessed === undefined ? undefined : citedClaim(chain);
  return scope
    .filter((element) => (element.type === 'goal' || element.type === 'strategy') && element.inference === undefined)
    .filter(({ id, supportedBy }) => id === cited || supportedBy.some(({ to }) => lookup.element(to) !== undefined))
    .map((element) => element.id);
}

/** Required sign-offs that are missing or stale: they block an accepted case, and are listed before. */
function signOffReasons(lookup: CaseLookup, outcome: Outcome, claim: ElementId): Reason[] {
  const blocks = lookup.case.status === 'accepted';
  const { required } = signOffsOf(lookup);
  const { outcomes } = lookup.case.stated ?? lookup.case;
  // A goal that another case cites although no outcome claims it: what is missing for any outcome is missing for it.
  const any = lookup.case.stated !== undefined && !outcomes.some(({ id }) => id === outcome.id);
  return required
    .filter((one) => (any || one.outcome === outcome.id) && one.state !== 'signed')
    .map(({ role, state, by }): Reason => {
      const trouble = signatureTrouble({ state, by });
      const who = [...new Set(by.map(({ signOff }) => signOff.who))];
      const stale = state === 'stale';
      const why = {
        missing: trouble === undefined ? 'is missing' : `is missing: ${trouble}`,
        stale: `is of an earlier content (${who.join(', ')})`,
        'not independent': `does not count: ${who.join(', ')} had a hand in what was signed`,
        signed: '',
      }[state];
      return {
        code: blocks ? (stale ? 'signoff-stale' : 'signoff-missing') : 'signoff-listed',
        text: `Sign-off by the ${role} ${why}`,
        element: claim,
        signOff: { role, ...(stale ? { who } : {}) },
        blocks,
      };
    });
}

/** Everything that the claim may depend on, the arguments that carry evidence over from another model included. */
function scopeOf({ lookup, evidenceUnder, statuses }: Ground, claim: ElementId): ReadonlySet<ElementId> {
  const carriesOver = [...statuses.values()].some(({ transfer }) => transfer !== undefined);
  if (!carriesOver) return lookup.below([claim]);
  const roots = new Set([claim]);
  for (;;) {
    const scope = lookup.below([...roots]);
    const elements = Array.from(scope, (id) => lookup.element(id)!);
    const transfers = elements.flatMap(evidenceUnder).flatMap((id) => statuses.get(id)?.transfer ?? []);
    const before = roots.size;
    for (const transfer of transfers) roots.add(transfer);
    if (roots.size === before) return scope;
  }
}
