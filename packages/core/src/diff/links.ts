import type { Case, Edge, Element, ElementId } from '../case/index.js';
import { diffLists } from './lists.js';
import { append } from './multimap.js';
import { type LinkChange, type ListChange, linkKey } from './types.js';

export const edgeKinds = ['supportedBy', 'inContextOf'] as const;
export const edgeKey = ({ to }: Edge): string => to;

/** Links of two states of a case, whose elements go by the same ids. */
export function diffLinks(a: Case, b: Case): readonly LinkChange[] {
  const before = byId(a);
  const after = byId(b);
  const all = [...b.elements, ...a.elements.filter(({ id }) => !after.has(id))];
  return [
    ...all.flatMap(({ id }) => edgeKinds.flatMap((kind) => diffEdges(kind, id, before.get(id), after.get(id)))),
    ...diffOthers(a, b),
  ];
}

function byId(of: Case): ReadonlyMap<ElementId, Element> {
  return new Map(of.elements.map((element) => [element.id, element]));
}

type EdgeKind = (typeof edgeKinds)[number];

function diffEdges(kind: EdgeKind, from: ElementId, a?: Element, b?: Element): readonly LinkChange[] {
  const before = a?.[kind] ?? [];
  const after = b?.[kind] ?? [];
  if (before.length === 0 && after.length === 0) return [];
  return diffLists(before, after, edgeKey).map((one) => {
    const common = { kind, from, to: one.key, change: one.change };
    if (one.change === 'added') return { ...common, at: one.at, edge: one.value };
    if (one.change === 'removed') return { ...common, was: one.was, edge: one.value };
    const place = one.at === undefined ? {} : { was: one.was!, at: one.at };
    return { ...common, ...place, ...(one.change === 'changed' ? { fields: one.fields } : {}) };
  });
}

/** The same as changes of the list of links that an element of both states has. */
export function edgeChanges(links: readonly LinkChange[]): readonly ListChange<Edge>[] {
  return links.map(
    ({ kind: _, from: __, to, edge, ...rest }) => ({ key: to, value: edge, fields: [], ...rest }) as ListChange<Edge>,
  );
}

/** A link that follows from what an element says of itself, in no order. */
type OtherLink = Pick<LinkChange, 'kind' | 'from' | 'to' | 'point'>;

function diffOthers(a: Case, b: Case): readonly LinkChange[] {
  const before = otherLinks(a);
  const after = otherLinks(b);
  return [
    ...[...after].flatMap(([key, link]) => (before.has(key) ? [] : [{ ...link, change: 'added' as const }])),
    ...[...before].flatMap(([key, link]) => (after.has(key) ? [] : [{ ...link, change: 'removed' as const }])),
  ];
}

function otherLinks(of: Case): ReadonlyMap<string, OtherLink> {
  const goals = new Map<string, ElementId[]>();
  for (const { id, confidence } of of.elements) {
    if (confidence !== undefined) append(goals, confidence, id);
  }
  const links = of.elements.flatMap((element): readonly OtherLink[] => {
    const { id, challenge, claimPoints } = element;
    if (challenge === undefined && claimPoints.length === 0) return [];
    return [
      ...(challenge === undefined ? [] : challengeLinks(id, challenge)),
      ...claimPoints.flatMap(({ name }) =>
        (goals.get(name) ?? []).map((to) => ({ kind: 'confidence' as const, from: id, to, point: name })),
      ),
    ];
  });
  return new Map(links.map((link) => [[link.kind, link.from, link.to, link.point].join('\u0000'), link]));
}

function challengeLinks(
  from: ElementId,
  { target, answeredBy }: NonNullable<Element['challenge']>,
): readonly OtherLink[] {
  const to = target.kind === 'element' ? target.element : linkKey(target.from, target.to);
  return [
    { kind: 'challenges', from, to },
    ...(answeredBy === undefined ? [] : [{ kind: 'answeredBy' as const, from, to: answeredBy }]),
  ];
}
