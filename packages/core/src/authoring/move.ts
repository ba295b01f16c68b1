import type { Element, Origin } from '../case/index.js';
import { addLink, type Refusal, refuse, removeLink } from '../skeleton/index.js';
import { edgeBetween, isAtEdge, linkNeeded, type OwnEdge } from './connect.js';
import type { MoveElement, Reorder } from './intent.js';
import { circleRefusal, linkRefusal } from './may-link.js';
import { isRefusal, type Known, moduleOfId, referenceTo, writable } from './named.js';
import { movableValue } from './value-at.js';
import type { Outcome, Working } from './working.js';

export function move(working: Working, intent: MoveElement): Outcome {
  const element = writable(working, intent.element);
  if (isRefusal(element)) return element;
  const from = parentOf(working, element, intent.from);
  if (isRefusal(from)) return from;
  const to = writable(working, intent.to);
  if (isRefusal(to)) return to;
  if (from.id === to.id) {
    if (intent.place === undefined) return refuse(`${element.id} stands under ${to.id} already`);
    return reorder(working, { kind: 'reorder', under: to.id, element: element.id, place: intent.place });
  }
  const own = edgeBetween(working, from, element.id);
  if (isRefusal(own)) return own;
  const failed =
    linkRefusal(to, own.relation, element) ??
    circleRefusal(working.look, to, element) ??
    linkNeeded(working, from, element.id) ??
    carry(working, own, from, to, element, intent.place);
  return failed ?? { ok: true, what: `Move ${element.id} under ${to.id}`, select: element.id };
}

/** The parent that is left: the one that is named, or the only one there is. */
export function parentOf(working: Known, element: Element, id: string | undefined): Element | Refusal {
  if (id !== undefined) return writable(working, id);
  const parents = working.look.parents(element.id);
  const [only, other] = parents;
  if (only === undefined) return refuse(`nothing refers to ${element.id}`, 'Connect it instead.');
  if (other === undefined) return writable(working, only.element.id);
  const names = parents.map((one) => one.element.id);
  return refuse(`${element.id} stands under ${names.slice(0, 8).join(' and ')}`, 'Say which of them it leaves.');
}

/** The new link first, so that an only child is never without a place; what then stands further down is found again. */
function carry(
  { texts }: Working,
  { edge, relation }: OwnEdge,
  from: Element,
  to: Element,
  element: Element,
  place: number | undefined,
): Refusal | undefined {
  if (edge.optional || edge.multiplicity !== undefined)
    return refuse(
      `the link from ${from.id} to ${element.id} is left open, as links of patterns are`,
      'Decide it first.',
    );
  const inPlace = isAtEdge(from, element);
  if (inPlace && moduleOfId(from.id) !== moduleOfId(to.id))
    return refuse(`${element.id} is written inside ${from.id}, and would come into another module`);
  const reference = inPlace ? movableValue(texts, edge.origin, element.id) : referenceTo(to, element.id);
  if (typeof reference !== 'string' && isRefusal(reference)) return reference;
  const value = typeof reference === 'string' ? reference : reference.value;
  const added = addLink(texts, to, relation, value, { at: place });
  if (added !== undefined) return added;
  const list: Origin = { file: to.origin.file, path: [...to.origin.path, relation] };
  const at = place ?? to[relation].filter(({ developedBy }) => developedBy === undefined).length;
  return removeLink(texts, from.origin.file, pathAfterInsert(edge.origin, list, at));
}

/** The path of what stood at a place, once something new stands in a list. */
function pathAfterInsert({ file, path }: Origin, list: Origin, at: number): Origin['path'] {
  const depth = list.path.length;
  const index = path[depth];
  if (file !== list.file || index === undefined || !list.path.every((step, level) => step === path[level])) return path;
  // What stood there alone, without a list, is an item of one now.
  if (typeof index === 'string') return [...list.path, at === 0 ? 1 : 0, ...path.slice(depth)];
  return index < at ? path : [...list.path, index + 1, ...path.slice(depth + 1)];
}

export function reorder(working: Working, { under, element, place }: Reorder): Outcome {
  const parent = writable(working, under);
  if (isRefusal(parent)) return parent;
  const own = edgeBetween(working, parent, element);
  if (isRefusal(own)) return own;
  const { file, path } = own.edge.origin;
  const count = parent[own.relation].filter(({ developedBy }) => developedBy === undefined).length;
  if (!Number.isInteger(place) || place < 0 || place >= count)
    return refuse(`there is no place ${place} under ${parent.id}`, `There are 0 to ${count - 1}.`);
  const failed = place === own.place ? undefined : working.texts.change(file, { kind: 'move', path, to: place });
  return failed ?? { ok: true, what: `Put ${element} at place ${place + 1} under ${parent.id}`, select: element };
}
