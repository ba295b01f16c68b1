import type { Element } from '../../case/index.js';
import { listed, someOf } from '../../shown/index.js';
import type { FieldChange, Move, WordHunk } from '../types.js';
import { pathInWords, said } from './said.js';

/** Parents of one element that are named. */
const mostParents = 6;

/** `label: before -> after`, or words that came and went. */
export interface Fact {
  readonly label: string;
  readonly text: readonly WordHunk[];
}

export function fieldFact(change: FieldChange): Fact {
  return { label: pathInWords(change.path), text: hunksOf(change) };
}

/** What was and what is, or the words that came and went. */
export function hunksOf({ before, after, words }: FieldChange): readonly WordHunk[] {
  if (words !== undefined) return words;
  return [
    ...(before === undefined ? [] : [{ kind: 'removed' as const, text: said(before) }]),
    ...(after === undefined ? [] : [{ kind: 'added' as const, text: said(after) }]),
  ];
}

export function fact(label: string, before: string, after: string): Fact {
  return {
    label,
    text: [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ],
  };
}

export function plainFact(label: string, text: string): Fact {
  return { label, text: [{ kind: 'same', text }] };
}

export function note(text: string): Fact {
  return plainFact('', text);
}

/** What is told of an element that came or went. */
export function wholeFacts(element: Element, parents: readonly string[] = []): readonly Fact[] {
  const { doubt, inference, evidence, undeveloped, challenge } = element;
  const target = challenge?.target;
  const values: readonly (readonly [string, unknown])[] = [
    ['under', parents.length === 0 ? undefined : listed(someOf(parents, mostParents))],
    [
      'challenges',
      target === undefined ? undefined : target.kind === 'element' ? target.element : `${target.from} -> ${target.to}`,
    ],
    ['undeveloped', undeveloped ? true : undefined],
    ['doubt', doubt],
    ['inference', inference],
    ['evidence', evidence],
  ];
  return values.flatMap(([label, value]) => (value === undefined ? [] : [plainFact(label, said(value))]));
}

/** Where an element went. */
export function moveFacts(move: Move | undefined): readonly Fact[] {
  if (move === undefined) return [];
  const { parents, module, order = [], text } = move;
  const names = (links: readonly { readonly parent: string }[]) =>
    listed(
      someOf(
        links.map(({ parent }) => parent),
        mostParents,
      ),
    );
  return [
    ...(parents === undefined ? [] : [fact('under', names(parents.before), names(parents.after))]),
    ...(module === undefined ? [] : [fact('module', module.before ?? 'none', module.after ?? 'none')]),
    ...order.map(({ parent, was, at }) => fact(`place under ${parent}`, String(was + 1), String(at + 1))),
    // Of what moved otherwise, the place in the text is no news.
    ...(text === undefined || parents !== undefined || module !== undefined || order.length > 0
      ? []
      : [fact('place in the text', String(text.was + 1), String(text.at + 1))]),
  ];
}
