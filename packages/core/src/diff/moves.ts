import type { Case, ElementId } from '../case/index.js';
import { append } from './multimap.js';
import type { LinkChange, Move, ParentLink } from './types.js';

type Parents = ReadonlyMap<ElementId, readonly ParentLink[]>;
type Reordered = NonNullable<Move['order']>[number];

/**
 * Where elements of both states went: to another module; by their links to other parents, where one left something and
 * came under something else (one more parent, or one less, is a link that came or went), or to another place among their
 * siblings. Their place in the text is not looked at.
 */
export function movesOf(a: Case, b: Case, links: readonly LinkChange[]): ReadonlyMap<ElementId, Omit<Move, 'text'>> {
  const [before, after] = [parentsOf(a), parentsOf(b)];
  const order = new Map<ElementId, Reordered[]>();
  for (const { kind, from, to, was, at } of links) {
    if ((kind !== 'supportedBy' && kind !== 'inContextOf') || was === undefined || at === undefined) continue;
    append(order, to, { parent: from, kind, was, at });
  }
  const old = new Map(a.elements.map((element) => [element.id, element]));
  const moves = new Map<ElementId, Omit<Move, 'text'>>();
  for (const { id, module } of b.elements) {
    const element = old.get(id);
    if (element === undefined) continue;
    const [had, has] = [before.get(id) ?? [], after.get(id) ?? []];
    const siblings = order.get(id);
    const move = {
      ...(lost(had, has) && lost(has, had) ? { parents: { before: had, after: has } } : {}),
      ...(element.module === module ? {} : { module: moduleChange(element.module, module) }),
      ...(siblings === undefined ? {} : { order: siblings }),
    };
    if (Object.keys(move).length > 0) moves.set(id, move);
  }
  return moves;
}

function moduleChange(before: string | undefined, after: string | undefined): NonNullable<Move['module']> {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

/** Whether something of the first is not in the second. */
function lost(first: readonly ParentLink[], second: readonly ParentLink[]): boolean {
  const key = ({ parent, kind }: ParentLink) => `${kind} ${parent}`;
  const here = new Set(second.map(key));
  return first.some((link) => !here.has(key(link)));
}

function parentsOf(of: Case): Parents {
  const found = new Map<ElementId, ParentLink[]>();
  for (const { id, supportedBy, inContextOf, challenge } of of.elements) {
    for (const { to } of supportedBy) append(found, to, { parent: id, kind: 'supportedBy' });
    for (const { to } of inContextOf) append(found, to, { parent: id, kind: 'inContextOf' });
    if (challenge?.answeredBy !== undefined) append(found, challenge.answeredBy, { parent: id, kind: 'answeredBy' });
  }
  return found;
}
