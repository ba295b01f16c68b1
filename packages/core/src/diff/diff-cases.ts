import type { Case, Element } from '../case/index.js';
import { type Fields, sameContent } from './content.js';
import { diffFields } from './fields.js';
import { findRenames } from './find-renames.js';
import { diffLinks } from './links.js';
import { diffLists, elementKey, withRemoved } from './lists.js';
import { movesOf } from './moves.js';
import { renameElements } from './rename-elements.js';
import { diffSections, diffSingleParts } from './sections.js';
import type { CaseDiff, CaseHead, ElementChange, FieldChange, LinkChange, ListChange, Move } from './types.js';

/**
 * What became of the case a on the way to b: the least that has to be said, in a form that `applyDiff` can make again.
 * Pure and deterministic, in about linear time; places in the text do not count.
 */
export function diffCases(a: Case, b: Case): CaseDiff {
  const renamed = findRenames(a, b);
  const before = renameElements(a, renamed);
  const links = diffLinks(before, b);
  return {
    format: 'surety-diff/1',
    before: headOf(a),
    after: headOf(b),
    renamed,
    elements: diffElements(before, b, links),
    links,
    fields: diffSingleParts(before, b),
    entries: diffSections(before, b),
  };
}

/** Whether the two cases say the same, in the same order. */
export function isSame({ renamed, elements, links, fields, entries }: CaseDiff): boolean {
  return [renamed, elements, links, fields, entries].every((changes) => changes.length === 0);
}

function headOf({ id, title, status, contentHash }: Case): CaseHead {
  return { id, title, status, contentHash };
}

function diffElements(a: Case, b: Case, links: readonly LinkChange[]): readonly ElementChange[] {
  const moves = movesOf(a, b, links);
  const listed = diffLists(a.elements, b.elements, elementKey, ownFields);
  const changes = listed.map((change) => elementChange(change, moves.get(change.key)));
  const known = new Set(listed.map(({ key }) => key));
  // What moved by its links alone stands where it stood in the list.
  for (const [id, moved] of moves) if (!known.has(id)) changes.push({ change: 'moved', id, moved, fields: [] });
  const place = new Map(withRemoved(a.elements, b.elements, elementKey).map(({ id }, at) => [id, at]));
  return changes.sort((one, other) => place.get(one.id)! - place.get(other.id)!);
}

function elementChange(change: ListChange<Element>, moved?: Omit<Move, 'text'>): ElementChange {
  const { key: id } = change;
  if (change.change === 'added') return { change: 'added', id, at: change.at, element: change.value };
  if (change.change === 'removed') return { change: 'removed', id, was: change.was, element: change.value };
  const { was, at, fields } = change;
  const text = was === undefined || at === undefined ? {} : { text: { was, at } };
  const move = { ...moved, ...text };
  const isMoved = Object.keys(move).length > 0;
  return { change: fields.length > 0 ? 'changed' : 'moved', id, ...(isMoved ? { moved: move } : {}), fields };
}

/** What an element says of itself: its links to support and context, and its module, are told apart. */
function ownFields(before: Element, after: Element): readonly FieldChange[] {
  if (sameContent(before, after)) return [];
  return diffFields(own(before), own(after));
}

function own(element: Element): Fields {
  const { supportedBy: _, inContextOf: __, module: ___, ...rest } = element;
  return rest;
}
