import type { Edge, Element, ElementId, Relation } from '../case/index.js';
import { type Refusal, refuse, removeLink } from '../skeleton/index.js';
import type { Connect, Disconnect } from './intent.js';
import { circleRefusal, linkRefusal, relationTo } from './may-link.js';
import { elementOf, isRefusal, type Known, writable } from './named.js';
import type { Outcome, Working } from './working.js';
import { linkTo } from './write-element.js';

export function connect(working: Working, intent: Connect): Outcome {
  const from = writable(working, intent.from);
  if (isRefusal(from)) return from;
  const to = elementOf(working, intent.to);
  if (isRefusal(to)) return to;
  const relation = intent.relation ?? relationTo(to);
  const failed =
    linkRefusal(from, relation, to) ??
    circleRefusal(working.look, from, to) ??
    linkTo(working, from, relation, to, intent.place);
  const how = relation === 'supportedBy' ? `Support ${from.id} by ${to.id}` : `Put ${from.id} in context of ${to.id}`;
  return failed ?? { ok: true, what: how, select: to.id };
}

/** A reference that stands in the text of an element. */
export interface OwnEdge {
  readonly relation: Relation;
  readonly edge: Edge;
  /** Its place among those of the relation. */
  readonly place: number;
}

/** How an element refers to another in its own text. */
export function edgeBetween(working: Known, from: Element, to: ElementId): OwnEdge | Refusal {
  for (const relation of ['supportedBy', 'inContextOf'] as const) {
    const place = from[relation].findIndex((one) => one.to === to);
    const edge = from[relation][place];
    if (edge === undefined) continue;
    return edge.developedBy === undefined
      ? { relation, edge, place }
      : refuse(`${from.id} rests on ${to} because the module ${edge.developedBy} develops it`, 'Change that module.');
  }
  const target = elementOf(working, to);
  if (isRefusal(target)) return target;
  const names = [...from.supportedBy, ...from.inContextOf].map((edge) => edge.to);
  return refuse(
    `${from.id} does not refer to ${to}`,
    names.length === 0 ? 'It refers to nothing.' : `It refers to ${names.slice(0, 8).join(', ')}.`,
  );
}

/** What is said of a link that goes, and only makes sense with it. */
export function linkNeeded({ look }: Known, from: Element, to: ElementId): Refusal | undefined {
  const [challenge] = look.challengesToLink(from.id, to);
  if (challenge !== undefined)
    return refuse(`${challenge.id} challenges the link from ${from.id} to ${to}`, 'Withdraw it first.');
  const point = from.claimPoints.find(({ at }) => at.includes(to));
  if (point !== undefined)
    return refuse(`the claim point ${point.name} of ${from.id} stands at ${to}`, 'Move it first.');
  return from.defeatedRelation.includes(to)
    ? refuse(`${from.id} marks its relation to ${to} as defeated`, 'Take that mark away first.')
    : undefined;
}

export function disconnect(working: Working, intent: Disconnect): Outcome {
  const from = writable(working, intent.from);
  if (isRefusal(from)) return from;
  const own = edgeBetween(working, from, intent.to);
  if (isRefusal(own)) return own;
  const failed =
    writtenInPlace(working, from, intent.to) ??
    linkNeeded(working, from, intent.to) ??
    removeLink(working.texts, from.origin.file, own.edge.origin.path);
  return failed ?? { ok: true, what: `Disconnect ${intent.to} from ${from.id}`, select: from.id };
}

/** An element that is written where the link stands would go with it. */
function writtenInPlace({ look }: Working, from: Element, to: ElementId): Refusal | undefined {
  const child = look.element(to);
  if (child === undefined || !isAtEdge(from, child)) return undefined;
  return refuse(
    `${to} is written inside ${from.id}, and would go with the link`,
    'Move it below another, or delete it.',
  );
}

/** Whether the text of `child` stands in place of its id, in a list of `from`. */
export function isAtEdge(from: Element, child: Element): boolean {
  return [...from.supportedBy, ...from.inContextOf].some(
    ({ to, origin: { file, path } }) =>
      to === child.id &&
      file === child.origin.file &&
      path.length === child.origin.path.length &&
      path.every((step, index) => step === child.origin.path[index]),
  );
}
