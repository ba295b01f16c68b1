import type { Case, Edge, Element } from '../../case/index.js';

/** The elements of a case, one a line: id, text, what it stands on, and what is still open. */
export function outline({ elements }: Pick<Case, 'elements'>): readonly string[] {
  return elements.map(lineOf);
}

function lineOf(element: Element): string {
  const { id, text, supportedBy, inContextOf, uninstantiated, undeveloped } = element;
  const parts = [
    `${id} ${text}`,
    supportedBy.length === 0 ? '' : `on ${supportedBy.map(edgeOf).join(', ')}`,
    inContextOf.length === 0 ? '' : `in ${inContextOf.map(edgeOf).join(', ')}`,
    undeveloped ? 'undeveloped' : '',
    uninstantiated ? 'open' : '',
  ];
  return parts.filter((part) => part !== '').join(' | ');
}

function edgeOf({ to, multiplicity, optional, developedBy }: Edge): string {
  const marks = [
    multiplicity,
    optional ? 'optional' : undefined,
    developedBy === undefined ? undefined : `by ${developedBy}`,
  ];
  const said = marks.filter((mark) => mark !== undefined);
  return said.length === 0 ? to : `${to} (${said.join(', ')})`;
}
