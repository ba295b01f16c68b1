import type { Case, Edge, Element, ElementId } from '../case/index.js';
import type { Rename } from './types.js';

/** The case with its renamed elements under their new ids, wherever it names them. Elements of patterns have ids of their own. */
export function renameElements(of: Case, renamed: readonly Rename[]): Case {
  if (renamed.length === 0) return of;
  const id = newNames(renamed);
  return {
    ...of,
    outcomes: of.outcomes.map((outcome) => withReferences(outcome, ['claim'], id)),
    elements: of.elements.map((element) => renamedElement(element, id)),
    riskCases: of.riskCases.map((riskCase) => withReferences(riskCase, ['claim'], id)),
    evidence: of.evidence.map((evidence) => ({
      ...withReferences(evidence, ['transfer'], id),
      map: Object.fromEntries(Object.entries(evidence.map).map(([event, element]) => [event, id(element)])),
    })),
    interactions: of.interactions.map((one) => withReferences(one, ['arguedBy'], id)),
    dependence: of.dependence.map((group) => ({
      ...group,
      members: group.members.map((member) => ({ ...member, leaf: renamedLeaf(member.leaf, id) })),
    })),
    indicators: of.indicators.map((indicator) => withReferences(indicator, ['tests'], id)),
    waivers: of.waivers.map((waiver) => withReferences(waiver, ['at'], id)),
    review: { ...of.review, signoffs: of.review.signoffs.map((one) => withReferences(one, ['element'], id)) },
    modules: of.modules.map((module) => ({
      ...module,
      extends: module.extends.map((extension) => ({
        ...extension,
        develops: extension.develops.map((one) => ({ ...one, element: id(one.element), by: one.by.map(id) })),
      })),
    })),
    fmea: of.fmea.map((row) => withReferences(row, ['arguedBy'], id)),
    ...(of.chain === undefined ? {} : { chain: withReferences(of.chain, ['gap'], id) }),
  };
}

/**
 * The new id of what had an old one. What names an id that only the later state has, and so nothing, names the old one
 * then: two references that differed never become one.
 */
export function newNames(renamed: readonly Rename[]): (id: ElementId) => ElementId {
  const names = new Map([
    ...renamed.map(({ from, to }) => [to, from] as const),
    ...renamed.map(({ from, to }) => [from, to] as const),
  ]);
  return (id) => names.get(id) ?? id;
}

/** A leaf is an element, or a part of one: `G2.inference`. Ids themselves may hold dots, so the whole name counts first. */
export function renamedLeaf(leaf: string, id: (old: ElementId) => ElementId): string {
  const whole = id(leaf);
  if (whole !== leaf) return whole;
  const dot = leaf.lastIndexOf('.');
  return dot < 0 ? leaf : id(leaf.slice(0, dot)) + leaf.slice(dot);
}

function renamedElement(element: Element, id: (old: ElementId) => ElementId): Element {
  const { challenge, instance } = element;
  const edges = (list: readonly Edge[]) => list.map((edge) => ({ ...edge, to: id(edge.to) }));
  return {
    ...element,
    id: id(element.id),
    supportedBy: edges(element.supportedBy),
    inContextOf: edges(element.inContextOf),
    claimPoints: element.claimPoints.map((point) => ({ ...point, at: point.at.map(id) })),
    defeatedRelation: element.defeatedRelation.map(id),
    ...(instance === undefined ? {} : { instance: { ...instance, at: id(instance.at) } }),
    ...(challenge === undefined ? {} : { challenge: renamedChallenge(challenge, id) }),
  };
}

function renamedChallenge(
  challenge: NonNullable<Element['challenge']>,
  id: (old: ElementId) => ElementId,
): NonNullable<Element['challenge']> {
  const { target } = challenge;
  const renamed =
    target.kind === 'element'
      ? { ...target, element: id(target.element) }
      : { ...target, from: id(target.from), to: id(target.to) };
  return withReferences({ ...challenge, target: renamed }, ['answeredBy'], id);
}

/** The same with other ids under these keys, where they hold one. */
function withReferences<T extends object>(value: T, keys: readonly (keyof T)[], id: (old: ElementId) => ElementId): T {
  const renamed = keys.flatMap((key) => {
    const old = value[key];
    return typeof old === 'string' ? [[key, id(old)]] : [];
  });
  return { ...value, ...Object.fromEntries(renamed) };
}
