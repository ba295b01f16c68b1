import { type Case, type Element, type Opinion, statedDoubts } from '../case/index.js';

/** An opinion that somebody gave as a number or a distribution, and what it is about. */
export interface Elicited {
  readonly opinion: Pick<Opinion, 'by' | 'date' | 'because' | 'origin'>;
  readonly element: Element;
  readonly of: 'doubt' | 'inference' | 'strength';
}

/** All of them, by element in the order of the text. */
export function elicited(of: Case): readonly Elicited[] {
  const found: Elicited[] = [];
  of.elements.forEach((element) => {
    statedDoubts(element).forEach(({ of: what, stated }) => {
      stated.opinions.forEach((own) => {
        if (own.value.kind === 'quantity') return;
        const opinion = what === 'strength' ? { ...whoeverRaised(element), ...own } : own;
        found.push({ opinion, element, of: what });
      });
    });
  });
  return found;
}

/** Whoever raised the challenge also says how strong it is, with its text as the reason, unless the strength says more. */
function whoeverRaised({ challenge, text }: Element): Pick<Opinion, 'by' | 'date' | 'because'> {
  const { raisedBy, date } = challenge ?? {};
  return {
    because: text,
    ...(raisedBy === undefined ? {} : { by: raisedBy }),
    ...(date === undefined ? {} : { date }),
  };
}
