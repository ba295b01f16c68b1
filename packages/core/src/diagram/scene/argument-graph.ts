import { type Edge, type Element, type ElementId, linkKey } from '../../case/index.js';
import { append } from '../append.js';
import { buildGraph, type Graph, moduleVertex, nodeId } from './graph.js';

export interface ArgumentGraphOptions {
  /** Names of the case's modules: a reference may name one as a whole. */
  readonly modules: ReadonlySet<string>;
  /** Only this module; elements of others are drawn where it cites them, challenges them, or is challenged by them. */
  readonly module?: string | undefined;
  /** The module that an element counts to. */
  readonly moduleOf: (element: Element) => string | undefined;
}

/** All elements with all that they refer to; references that name nothing get a vertex of their own. */
export function argumentGraph(elements: readonly Element[], options: ArgumentGraphOptions): Graph {
  const { modules, module, moduleOf } = options;
  const { graph, vertex, link } = buildGraph();
  const byId = new Map<ElementId, Element>();
  for (const element of elements) if (!byId.has(element.id)) byId.set(element.id, element);
  const isOwn = (element: Element) => module === undefined || moduleOf(element) === module;
  const namesLinks = elements.some(({ challenge }) => challenge?.target.kind === 'link');
  /** Links by the elements that they lead from and to, where some are challenged. */
  const links = new Map<string, number>();
  const choices = new Map<ElementId, number>();

  const put = (element: Element) =>
    vertex(element.id, (id) => {
      return { id, kind: 'element', element, module: moduleOf(element), away: !isOwn(element), name: id };
    });

  function refer(reference: string): number {
    const element = byId.get(reference);
    if (element !== undefined) return put(element);
    if (modules.has(reference)) return vertex(nodeId.module(reference), () => moduleVertex(reference));
    return vertex(nodeId.missing(reference), (id) => {
      return { id, kind: 'missing', element: undefined, module: undefined, away: false, name: reference };
    });
  }

  function choiceOf(element: Element): number {
    const known = choices.get(element.id);
    if (known !== undefined) return known;
    const choice = vertex(nodeId.choice(element.id), (id) => {
      return { id, kind: 'choice', element, module: moduleOf(element), away: false, name: '' };
    });
    choices.set(element.id, choice);
    link({ from: put(element), to: choice, kind: 'supportedBy' });
    return choice;
  }

  /** A module draws what it says itself, and how it develops goals of others. */
  const draws = (element: Element, edge: Edge) =>
    module === undefined || (edge.developedBy === undefined ? isOwn(element) : edge.developedBy === module);

  for (const element of byId.values()) if (isOwn(element)) put(element);
  for (const element of byId.values()) {
    for (const kind of ['inContextOf', 'supportedBy'] as const) {
      const edges = element[kind].filter((edge) => draws(element, edge));
      const choice = kind === 'supportedBy' ? alternativesOf(element) : none;
      for (const edge of edges) {
        const from = choice.has(edge) ? choiceOf(element) : put(element);
        const index = link({ from, to: refer(edge.to), kind, edge });
        if (namesLinks) links.set(linkKey(element.id, edge.to), index);
      }
    }
  }
  addConfidence();
  addChallenges();
  return graph;

  function addConfidence(): void {
    const goals = new Map<string, Element[]>();
    for (const goal of byId.values()) {
      if (goal.confidence !== undefined) append(goals, goal.confidence, goal);
    }
    if (goals.size === 0) return;
    for (const element of byId.values()) {
      for (const { name } of isOwn(element) ? element.claimPoints : []) {
        for (const goal of goals.get(name) ?? []) link({ from: put(element), to: put(goal), kind: 'confidence' });
      }
    }
  }

  function addChallenges(): void {
    const onLinks: Element[] = [];
    for (const element of byId.values()) {
      const { target, answeredBy } = element.challenge ?? {};
      if (target?.kind === 'link') onLinks.push(element);
      if (target?.kind === 'element') addChallenge(element, target.element);
      if (answeredBy !== undefined && isOwn(element)) {
        link({ from: put(element), to: refer(answeredBy), kind: 'answeredBy' });
      }
    }
    for (const element of onLinks) {
      const target = element.challenge?.target;
      if (target?.kind !== 'link') continue;
      // The link from an element to a challenge of it may be meant, which is drawn the other way round.
      const challenged = links.get(linkKey(target.from, target.to)) ?? links.get(linkKey(target.to, target.from));
      if (challenged === undefined) addChallenge(element, target.from);
      else link({ from: put(element), to: graph.links[challenged]!.to, kind: 'challenges link', challenged });
    }
  }

  function addChallenge(challenge: Element, target: ElementId): void {
    const of = byId.get(target);
    if (!isOwn(challenge) && !(of !== undefined && isOwn(of))) return;
    links.set(linkKey(challenge.id, target), link({ from: put(challenge), to: refer(target), kind: 'challenges' }));
  }
}

const none: ReadonlySet<Edge> = new Set();

/** What a choice is among: the support that is optional; where none is, all of it. */
function alternativesOf({ choose, supportedBy }: Element): ReadonlySet<Edge> {
  if (choose === undefined) return none;
  const optional = supportedBy.filter((edge) => edge.optional);
  return new Set(optional.length > 0 ? optional : supportedBy);
}
