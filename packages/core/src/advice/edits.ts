import type { Case, Edge, Element, ElementId, StatedDoubt } from '../case/index.js';
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

/** The challenge with an answer of its own, whose doubt is stated. */
export function answered(variant: Variant, id: ElementId, doubt: number): Variant {
  const answer = `${id}.answer`;
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
