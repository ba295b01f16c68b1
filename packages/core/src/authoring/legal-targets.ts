import { type Case, type CaseLookup, type Element, type ElementId, lookup, type Relation } from '../case/index.js';
import type { Refusal } from '../skeleton/index.js';
import { edgeBetween, linkNeeded } from './connect.js';
import type { Connect, MoveElement } from './intent.js';
import { linkRefusal, relationTo, restsOn } from './may-link.js';
import { parentOf } from './move.js';
import { isRefusal, notWritable, referenceTo, writable } from './named.js';

/** What is being dragged: a new link from an element, or an element away from its parent. */
export type Gesture = Omit<Connect, 'to' | 'place'> | Omit<MoveElement, 'to' | 'place'>;

/**
 * Which elements a gesture may end at: `ok`, or why not in a sentence. What is `ok` here is what `author` takes, but for
 * places where the text itself stands in the way, such as an alias.
 */
export function legalTargets(of: Case, gesture: Gesture): ReadonlyMap<ElementId, 'ok' | string> {
  const look = lookup(of);
  const judge = gesture.kind === 'connect' ? connections(look, gesture) : moves(look, gesture);
  const targets = new Map<ElementId, 'ok' | string>();
  for (const element of of.elements) {
    const refused = isRefusal(judge) ? judge : judge(element);
    targets.set(element.id, refused === undefined ? 'ok' : refused.reason);
  }
  return targets;
}

type Judge = (to: Element) => Refusal | undefined;

function connections(
  look: CaseLookup,
  gesture: { readonly from: ElementId; readonly relation?: Relation },
): Judge | Refusal {
  const known = { of: look.case, look };
  const from = writable(known, gesture.from);
  if (isRefusal(from)) return from;
  const above = restOn(look, from.id);
  return (to) => {
    const refused = linkRefusal(from, gesture.relation ?? relationTo(to), to);
    if (refused !== undefined) return refused;
    if (above.has(to.id)) return restsOn(to, from);
    const reference = referenceTo(from, to.id);
    return typeof reference === 'string' ? undefined : reference;
  };
}

function moves(look: CaseLookup, gesture: { readonly element: ElementId; readonly from?: ElementId }): Judge | Refusal {
  const known = { of: look.case, look };
  const element = writable(known, gesture.element);
  if (isRefusal(element)) return element;
  const from = parentOf(known, element, gesture.from);
  if (isRefusal(from)) return from;
  const own = edgeBetween(known, from, element.id);
  if (isRefusal(own)) return own;
  const needed = linkNeeded(known, from, element.id);
  if (needed !== undefined) return needed;
  const below = look.below([element.id]);
  return (to) => {
    const refused = notWritable(known, to) ?? linkRefusal(to, own.relation, element);
    if (refused !== undefined) return refused;
    if (below.has(to.id)) return restsOn(element, to);
    const reference = referenceTo(to, element.id);
    return typeof reference === 'string' ? undefined : reference;
  };
}

/** Everything whose truth may depend on an element, itself included: the way that `look.below` goes, upwards. */
function restOn(look: CaseLookup, id: ElementId): ReadonlySet<ElementId> {
  const answered = new Map<ElementId, ElementId[]>();
  const points = new Map<string, ElementId[]>();
  for (const { id: own, challenge, claimPoints } of look.case.elements) {
    if (challenge?.answeredBy !== undefined) add(answered, challenge.answeredBy, own);
    for (const { name } of claimPoints) add(points, name, own);
  }
  const seen = new Set([id]);
  for (const one of seen) {
    for (const { element } of look.parents(one)) seen.add(element.id);
    for (const user of answered.get(one) ?? []) seen.add(user);
    const { challenge, confidence } = look.element(one) ?? {};
    if (challenge !== undefined)
      seen.add(challenge.target.kind === 'element' ? challenge.target.element : challenge.target.from);
    for (const user of confidence === undefined ? [] : (points.get(confidence) ?? [])) seen.add(user);
  }
  return seen;
}

function add(map: Map<string, ElementId[]>, key: string, id: ElementId): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [id]);
  else known.push(id);
}
