import { type Element, linkFault } from '../case/index.js';
import { type Refusal, type Removed, refuse, removeElements, removeSubtree } from '../skeleton/index.js';
import type { DeleteElement, DeleteSubtree } from './intent.js';
import { inWords } from './may-link.js';
import { isRefusal, writable } from './named.js';
import { type Done, type Outcome, reread, type Working } from './working.js';
import { linkTo } from './write-element.js';

export function deleteSubtree(working: Working, { element: id }: DeleteSubtree): Outcome {
  const parent = working.look.parents(id)[0]?.element.id;
  const removed = removeSubtree(working.of, working.texts.files(), id);
  if (!removed.ok) return removed;
  const others = removed.removed.length - 1;
  const more =
    others === 0 ? '' : others === 1 ? ' and what only it uses' : ` and the ${others} elements that only it uses`;
  return take(working, removed, `Delete ${id}${more}`, parent);
}

/** Puts the texts without what was removed in the place of the others. */
function take({ texts }: Working, { changed, also }: Removed, what: string, select: string | undefined): Done {
  for (const [file, text] of changed) texts.write(file, text);
  return { ok: true, what, also, ...(select === undefined ? {} : { select }) };
}

export function deleteElement(working: Working, { element: id, children = 'reconnect' }: DeleteElement): Outcome {
  const element = writable(working, id);
  if (isRefusal(element)) return element;
  const { look } = working;
  const [challenge] = [
    ...look.challengesTo(id),
    ...[...element.supportedBy, ...element.inContextOf].flatMap(({ to }) => look.challengesToLink(id, to)),
    ...look.parents(id).flatMap((one) => look.challengesToLink(one.element.id, id)),
  ];
  if (challenge !== undefined)
    return refuse(`${challenge.id} challenges ${id}, or a link of it`, 'Withdraw it first, or delete the subtree.');
  const orphans = children === 'leave' ? [] : [...element.supportedBy, ...element.inContextOf];
  const given = orphans.length === 0 ? working : reconnected(working, element);
  if ('ok' in given) return given;
  const removed = removeElements(given.of, given.texts.files(), new Set([id]));
  if (!removed.ok) return removed;
  const where =
    orphans.length === 0
      ? ''
      : `, and let ${look
          .parents(id)
          .map((one) => one.element.id)
          .join(' and ')} rest on what it rested on`;
  return take(working, removed, `Delete ${id}${where}`, look.parents(id)[0]?.element.id);
}

/** The case with what an element rests on linked to each of its parents too, behind it. */
function reconnected(working: Working, element: Element): Working | Refusal {
  const { look } = working;
  const { id, supportedBy, combine, inference } = element;
  const parents = look.parents(id).map((one) => one.element);
  if (parents.length === 0)
    return refuse(
      `nothing refers to ${id}, to which what it rests on could go`,
      'Delete it with its subtree, or leave the others.',
    );
  if (
    inference !== undefined &&
    supportedBy.length > 0 &&
    inference.opinions.some(({ value }) => value.kind !== 'number' || value.value !== 0)
  )
    return refuse(
      `the doubt of the inference in ${id} would be lost, and the case look better than before`,
      'Take the doubt away first, or leave the others without it.',
    );
  if (combine.kind !== 'all' && supportedBy.length > 1)
    return refuse(`the support of ${id} combines in a way of its own`, 'Leave the others, and connect them by hand.');
  let now = working;
  for (const parent of parents) {
    if (parent.combine.kind !== 'all' && supportedBy.length > 1)
      return refuse(
        `${parent.id} combines its support by \`${parent.combine.kind}\`, and what ${id} needs together would be legs of their own`,
        'Leave the others, and connect them by hand.',
      );
    const linked = linkAll(now, parent.id, element);
    if ('ok' in linked) return linked;
    now = linked;
  }
  return now;
}

function linkAll(working: Working, parentId: string, element: Element): Working | Refusal {
  const parent = writable(working, parentId);
  if (isRefusal(parent)) return parent;
  for (const relation of ['supportedBy', 'inContextOf'] as const) {
    const at = parent[relation].findIndex(({ to }) => to === element.id);
    let place = at === -1 ? undefined : at + 1;
    for (const { to } of element[relation]) {
      const child = working.look.element(to);
      if (child === undefined || [...parent.supportedBy, ...parent.inContextOf].some((edge) => edge.to === to))
        continue;
      const fault = linkFault(parent, relation, child);
      const failed =
        fault === undefined ? linkTo(working, parent, relation, child, place) : inWords(fault, parent, child);
      if (failed !== undefined) return failed;
      if (place !== undefined) place += 1;
    }
  }
  return reread(working);
}
