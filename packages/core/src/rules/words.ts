import type { Element, Origin } from '../case/index.js';

/** The origin of something inside a node: the node's own path and the steps below it. */
export function inside(origin: Origin, ...steps: readonly (string | number)[]): Origin {
  return { file: origin.file, path: [...origin.path, ...steps] };
}

/** `a`, `a and b`, `a, b and c`; of a long list the first ones and how many more there are. */
export function list(items: readonly string[], joint = 'and', most = 6): string {
  if (items.length > most) return `${items.slice(0, most).join(', ')} ${joint} ${items.length - most} more`;
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${joint} ${items[items.length - 1]}`;
}

/** `Goal G1`: how a message names an element at its start. */
export function named(element: Element): string {
  return `${element.type[0]?.toUpperCase()}${element.type.slice(1)} ${element.id}`;
}

/** Whether the element can hold or fail; context and justification only say what is meant. */
export function carriesTruth(element: Element): boolean {
  return element.type !== 'context' && element.type !== 'justification';
}

/** Whether the element may rest on other elements. */
export function isArgued(element: Element): boolean {
  return element.type === 'goal' || element.type === 'strategy';
}

/** `1 of 2`, `at least 1 of 2`. */
export function choiceOf({ keep, of, atLeast }: NonNullable<Element['choose']>): string {
  return `${atLeast ? 'at least ' : ''}${keep} of ${of}`;
}
