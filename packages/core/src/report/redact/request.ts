import { type Case, type ElementId, nearest } from '../../case/index.js';

/** What a reader of the report may not see. Everything that the text marks as confidential is always part of it. */
export interface RedactionRequest {
  /** Names: owners, who stated, raised, approved, collected or signed. */
  readonly people: boolean;
  /** Where evidence and indicators come from: paths, keys, attestations, queries. */
  readonly sources: boolean;
  /** What every quantity is, and its values. */
  readonly quantities: boolean;
  /** Ids of elements, evidence or quantities. */
  readonly ids: readonly string[];
  /** Elements that are withheld with all that they rest on. */
  readonly subtrees: readonly ElementId[];
}

/** Words that stand for more than one thing; `marked` is what the text marks, and `public` is all of the others. */
export const redactionLevels = ['marked', 'people', 'sources', 'quantities', 'public'] as const;

export type ReadRequest =
  | { readonly ok: true; readonly request: RedactionRequest }
  | { readonly ok: false; readonly unknown: string; readonly nearest?: string };

/**
 * Reads what is to be withheld: levels, ids of elements, evidence and quantities, and `G4+` for an element with all
 * that it rests on. A name that is none of these is an error: a slip would give away what was to be withheld.
 */
export function readRequest(words: readonly string[], of: Case): ReadRequest {
  const levels = new Set<string>(redactionLevels);
  const elements = new Set(of.elements.map(({ id }) => id));
  const others = new Set([...of.evidence.map(({ id }) => id), ...of.quantities.map(({ name }) => name)]);
  const asked = new Set<string>();
  const ids: string[] = [];
  const subtrees: ElementId[] = [];
  for (const word of words) {
    const top = word.endsWith('+') ? word.slice(0, -1) : undefined;
    if (levels.has(word)) asked.add(word);
    else if (elements.has(word) || others.has(word)) ids.push(word);
    else if (top !== undefined && elements.has(top)) subtrees.push(top);
    else {
      const near = nearest(top ?? word, [...levels, ...elements, ...others]);
      return { ok: false, unknown: word, ...(near === undefined ? {} : { nearest: near }) };
    }
  }
  const has = (level: string) => asked.has(level) || asked.has('public');
  return {
    ok: true,
    request: { people: has('people'), sources: has('sources'), quantities: has('quantities'), ids, subtrees },
  };
}
