import type { Element } from './model/index.js';

/** What an element says, for people: a draft of gsn2x may be an id and nothing else. */
export function textOf({ text }: Pick<Element, 'text'>): string {
  return text === '' ? '(no text)' : text;
}
