import type { Case } from '@surety/core/case';
import { textOf } from '@surety/core/case';
import type { LeafId } from '@surety/core/doubt';
import { clean } from './text.js';

/** Says in words, which are clean, what an id stands for. */
export interface Words {
  /** What a leaf says when it fails or holds: the text of its element, or the step, limit or challenge that it is. */
  leaf(id: LeafId): string;
  /** The text of an element. */
  element(id: string): string;
}

/** Of a case nothing of which was cleaned; only what is said of it is. */
export function wordsOf(of: Case): Words {
  const elements = new Map(of.elements.map((one) => [one.id, one]));
  const element = (id: string) => {
    const found = elements.get(id);
    return found === undefined ? '' : clean(textOf(found));
  };
  return {
    element,
    leaf: (id) => {
      const own = elements.get(id);
      if (own !== undefined)
        return own.challenge === undefined ? element(id) : `the challenge is right: ${element(id)}`;
      const [owner, part] = splitLeaf(id);
      if (part === 'inference') return `the step from its support to ${owner}: ${element(owner)}`;
      if (part === 'holdsUntil') return `the limit up to which ${owner} holds`;
      if (part.startsWith('defeated')) return `${owner} is marked as defeated`;
      if (part === 'combine') return `${owner} needs more legs than it has`;
      return '';
    },
  };
}

/** `G2.inference` is the part `inference` of `G2`; ids themselves may hold dots, so the last one counts. */
function splitLeaf(id: LeafId): readonly [string, string] {
  const dot = id.lastIndexOf('.');
  return dot < 0 ? [id, ''] : [id.slice(0, dot), id.slice(dot + 1)];
}
