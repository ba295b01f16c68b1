import type { Case, Element, Evidence, Opinion, Quantity, SignatureCheck, StatedDoubt } from '../../case/index.js';
import type { RedactionPlan } from './plan.js';
import { withheldWord } from './scrub.js';

/** What stands in the place of a withheld text. */
export type Marker = (kind: 'element' | 'evidence' | 'quantity', id: string) => string;

/** The case without what is withheld: ids, types and links stay, so that the shape of the argument can be seen. */
export function redactCase(of: Case, plan: RedactionPlan, marker: Marker, name: (text: string) => string): Case {
  // What the text says is all that is withheld.
  const { stated: _, ...shown } = of;
  const named = (text: string | undefined) => (text === undefined || !plan.people ? text : name(text));
  return {
    ...shown,
    ...optional('owner', named(of.owner)),
    outcomes: of.outcomes.map((outcome) => {
      const approved = outcome.threshold?.approved;
      if (outcome.threshold === undefined || approved === undefined) return outcome;
      return {
        ...outcome,
        threshold: { ...outcome.threshold, approved: { ...approved, by: named(approved.by) ?? '' } },
      };
    }),
    system: of.system.map((one) => ({ ...one, ...optional('owner', named(one.owner)) })),
    elements: of.elements.map((element) => {
      const open = plan.elements.has(element.id) ? emptied(element, marker('element', element.id)) : element;
      return plan.people ? withNames(open, name) : open;
    }),
    evidence: of.evidence.map((one) => redactEvidence(one, plan, marker, named)),
    quantities: of.quantities.map((one) => (plan.quantities.has(one.name) ? emptyQuantity(one, marker) : one)),
    dependence: of.dependence.map((group) =>
      group.because !== undefined && group.members.some(({ leaf }) => plan.leaves.has(leaf))
        ? { ...group, because: withheldWord }
        : group,
    ),
    indicators: plan.sources
      ? of.indicators.map((one) => ({ ...one, ...(one.source === undefined ? {} : { source: withheldWord }) }))
      : of.indicators,
    waivers: of.waivers.map((one) => ({ ...one, ...optional('by', named(one.by)) })),
    review: {
      ...of.review,
      signoffs: of.review.signoffs.map(({ check, signature, ...one }) => ({
        ...one,
        who: named(one.who) ?? '',
        ...statement(one.statement, plan),
        ...(signature === undefined ? {} : { signature: plan.sources ? withheldWord : signature }),
        ...(check === undefined ? {} : { check: withoutWords(check) }),
      })),
      keys: (of.review.keys ?? []).map((one) => ({
        ...one,
        who: named(one.who) ?? '',
        path: plan.sources ? withheldWord : one.path,
      })),
      ...(of.review.allowedSigners === undefined || !plan.sources
        ? {}
        : { allowedSigners: { ...of.review.allowedSigners, path: withheldWord } }),
    },
    // What instances withhold stands in their patterns too.
    patterns: [],
  };
}

/** Whether a signature holds, and no word more. */
export function withoutWords({ kind }: SignatureCheck): SignatureCheck {
  return kind === 'verified' ? { kind, by: withheldWord } : { kind, why: withheldWord };
}

function statement(text: string | undefined, { sources }: RedactionPlan): { readonly statement?: string } {
  return text === undefined ? {} : { statement: sources ? withheldWord : text };
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: string };
}

/** An element of which only the place in the argument is left. */
function emptied(element: Element, text: string): Element {
  const { doubt, inference, requires, url, block, owner, layers, uses, choose, confidential, ...rest } = element;
  return {
    ...rest,
    text,
    legs: element.legs.kind === 'undeclared' ? element.legs : { ...element.legs, because: withheldWord },
    holdsUntil: [],
    classes: [],
    layers: {},
    ...(element.challenge === undefined ? {} : { challenge: { ...element.challenge, strength: 1 } }),
  };
}

function withNames(element: Element, name: (text: string) => string): Element {
  const { owner, doubt, inference, challenge } = element;
  const by = (stated: StatedDoubt): StatedDoubt => ({
    ...stated,
    opinions: stated.opinions.map((one): Opinion => ({ ...one, ...optional('by', one.by && name(one.by)) })),
  });
  return {
    ...element,
    ...optional('owner', owner && name(owner)),
    ...(doubt === undefined ? {} : { doubt: by(doubt) }),
    ...(inference === undefined ? {} : { inference: by(inference) }),
    ...(challenge === undefined
      ? {}
      : {
          challenge: {
            ...challenge,
            strength: challenge.strength === 1 ? 1 : by(challenge.strength),
            ...optional('raisedBy', challenge.raisedBy && name(challenge.raisedBy)),
          },
        }),
  };
}

function redactEvidence(
  evidence: Evidence,
  plan: RedactionPlan,
  marker: Marker,
  named: (text: string | undefined) => string | undefined,
): Evidence {
  const whole = plan.evidence.has(evidence.id);
  const { attestation, measure, reader, about, by, confidential, top, ...rest } = evidence;
  const hidden = whole ? marker('evidence', evidence.id) : withheldWord;
  const closed = whole || plan.sources;
  return {
    ...rest,
    ...optional('by', whole ? undefined : named(by)),
    ...(reader === undefined || whole ? {} : { reader }),
    ...(measure === undefined || whole ? {} : { measure }),
    ...(about === undefined || whole ? {} : { about }),
    ...(top === undefined || whole ? {} : { top }),
    ...(attestation === undefined
      ? {}
      : { attestation: closed ? { path: withheldWord, origin: attestation.origin } : attestation }),
    sources: closed ? evidence.sources.map((one) => ({ ...one, path: hidden })) : evidence.sources,
    keys: closed ? [] : evidence.keys,
    trials: closed ? [] : evidence.trials,
    map: closed ? {} : evidence.map,
  };
}

function emptyQuantity(quantity: Quantity, marker: Marker): Quantity {
  const { name, origin } = quantity;
  return { name, origin, definition: { kind: 'expression', text: marker('quantity', name), origin } };
}
