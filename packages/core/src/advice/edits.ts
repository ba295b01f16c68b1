import type { Case, Edge, Element, ElementId, StatedDoubt } from '../case/index.js';
import type { LeafId } from '../doubt/index.js';
import type { Variant } from './types.js';

/** The variant with one element changed. */
export function withElement(variant: Variant, id: ElementId, change: (element: Element) => Element): Variant {
  const elements = variant.case.elements.map((element) => (element.id === id ? change(element) : element));
  return { ...variant, case: { ...variant.case, elements } };
}

export function statedDoubt(value: number, origin: Case['origin'], because?: string): StatedDoubt {
  const opinion = { value: { kind: 'number' as const, value }, origin };
  return { opinions: [because === undefined ? opinion : { ...opinion, because }], origin };
}

/** What stands in the text for a doubt that is given in its place, between certain and refuted. */
const SOME_DOUBT = 0.5;

/**
 * A change of the text by which some leaf has the doubt that is asked for. The text is one for all of them, and the same object
 * wherever it is made of the same: what was prepared of it serves again.
 */
export function leafWith(
  leaf: LeafId,
  change: (variant: Variant, doubt: number) => Variant,
): (variant: Variant, doubt: number) => Variant {
  const changed = once((variant) => change(variant, SOME_DOUBT));
  return (variant, doubt) => {
    const made = changed(variant);
    return { ...made, doubts: new Map([...made.doubts, [leaf, doubt]]) };
  };
}

/** A change of the text that is made of each text once. */
export function once(change: (variant: Variant) => Variant): (variant: Variant) => Variant {
  const made = new WeakMap<Case, Case>();
  return (variant) => {
    const known = made.get(variant.case) ?? change(variant).case;
    made.set(variant.case, known);
    return { ...variant, case: known };
  };
}

/** An element that was open, with a doubt; what it rests on stays, and every link stands for itself alone. */
export function developed(element: Element, doubt: number): Element {
  const { choose: _, ...rest } = element;
  const settled = ({ multiplicity: __, ...edge }: Edge): Edge => ({ ...edge, optional: false });
  return {
    ...rest,
    undeveloped: false,
    uninstantiated: false,
    doubt: statedDoubt(doubt, element.origin),
    supportedBy: element.supportedBy.map(settled),
    inContextOf: element.inContextOf.map(settled),
  };
}

/** The answer that a challenge gets. */
export function answerTo(id: ElementId): ElementId {
  return `${id}.answer`;
}

/** The challenge with an answer of its own, whose doubt is stated. */
export function answered(variant: Variant, id: ElementId, doubt: number): Variant {
  const answer = answerTo(id);
  const changed = withElement(variant, id, (element) => ({
    ...element,
    challenge: { ...element.challenge!, status: 'answered', answeredBy: answer },
  }));
  const like = variant.case.elements.find((element) => element.id === id)!;
  const { challenge: _, form: __, evidence: ___, requires: ____, confidence: _____, ...rest } = like;
  const goal: Element = {
    ...rest,
    id: answer,
    type: 'goal',
    text: `The answer to ${id} holds`,
    supportedBy: [],
    inContextOf: [],
    claimPoints: [],
    undeveloped: false,
    doubt: statedDoubt(doubt, like.origin),
  };
  return { ...changed, case: { ...changed.case, elements: [...changed.case.elements, goal] } };
}
