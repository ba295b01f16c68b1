import type { Case, Element, Opinion, StatedDoubt } from '../case/index.js';

/** An opinion that somebody gave as a number or a distribution, and what it is about. */
export interface Elicited {
  readonly opinion: Pick<Opinion, 'by' | 'date' | 'because' | 'origin'>;
  readonly element: Element;
  readonly of: 'doubt' | 'inference' | 'strength';
}

/** All of them, by element in the order of the text. */
export function elicited(of: Case): readonly Elicited[] {
  const found: Elicited[] = [];
  const add = (one: Elicited) => found.push(one);
  of.elements.forEach((element) => {
    opinionsOn(element.doubt, element, 'doubt').forEach(add);
    opinionsOn(element.inference, element, 'inference').forEach(add);
    strengthOf(element).forEach(add);
  });
  return found;
}

function opinionsOn(doubt: StatedDoubt | undefined, element: Element, of: Elicited['of']): readonly Elicited[] {
  if (doubt === undefined) return none;
  const opinions = doubt.opinions.filter(({ value }) => value.kind !== 'quantity');
  return opinions.map((opinion) => ({ opinion, element, of }));
}

const none: readonly never[] = [];

/** Whoever raised the challenge also says how strong it is, with its text as the reason, unless the strength says more. */
function strengthOf(element: Element): readonly Elicited[] {
  const { challenge, text } = element;
  if (challenge === undefined || challenge.strength === 1) return none;
  const { raisedBy, date } = challenge;
  return opinionsOn(challenge.strength, element, 'strength').map((one) => ({
    ...one,
    opinion: {
      because: text,
      ...(raisedBy === undefined ? {} : { by: raisedBy }),
      ...(date === undefined ? {} : { date }),
      ...one.opinion,
    },
  }));
}
