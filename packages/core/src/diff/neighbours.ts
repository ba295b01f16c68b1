import type { Case, ElementId } from '../case/index.js';
import { append } from './multimap.js';

/** What an element is linked to, each neighbour with the link's kind and direction. */
export interface Neighbour {
  readonly link: string;
  readonly id: ElementId;
}

/** Indices the links of a case, from both ends: support, context, challenges and answers. */
export function neighbours(of: Case): (id: ElementId) => readonly Neighbour[] {
  const found = new Map<ElementId, Neighbour[]>();
  const both = (from: ElementId, link: string, to: ElementId) => {
    append(found, from, { link, id: to });
    append(found, to, { link: `${link} of`, id: from });
  };
  for (const { id, supportedBy, inContextOf, challenge } of of.elements) {
    for (const { to } of supportedBy) both(id, 'supportedBy', to);
    for (const { to } of inContextOf) both(id, 'inContextOf', to);
    if (challenge === undefined) continue;
    const { target, answeredBy } = challenge;
    both(id, 'challenges', target.kind === 'element' ? target.element : target.from);
    if (answeredBy !== undefined) both(id, 'answeredBy', answeredBy);
  }
  return (id) => found.get(id) ?? [];
}
