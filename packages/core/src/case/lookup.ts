import type {
  Case,
  Edge,
  Element,
  ElementId,
  Evidence,
  EvidenceId,
  Outcome,
  OutcomeId,
  Quantity,
  QuantityName,
  Subsystem,
} from './model/index.js';

/** How one element refers to another. */
export type Relation = 'supportedBy' | 'inContextOf';

export interface Parent {
  readonly element: Element;
  readonly relation: Relation;
  readonly edge: Edge;
}

/** Indices over a case, built once in linear time. Lists keep the order of the text. */
export interface CaseLookup {
  readonly case: Case;
  element(id: ElementId): Element | undefined;
  outcome(id: OutcomeId): Outcome | undefined;
  subsystem(id: string): Subsystem | undefined;
  evidence(id: EvidenceId): Evidence | undefined;
  quantity(name: QuantityName): Quantity | undefined;
  /** Elements that refer to this one. */
  parents(id: ElementId): readonly Parent[];
  /** Challenges to the element itself (not to a link). */
  challengesTo(id: ElementId): readonly Element[];
  /** Challenges to the link `from -> to`. */
  challengesToLink(from: ElementId, to: ElementId): readonly Element[];
  /** Challenges that this element answers. */
  challengesAnsweredBy(id: ElementId): readonly Element[];
  /** Goals that argue assurance claim points of this element, with the ids that the point stands at. */
  confidenceIn(id: ElementId): readonly { readonly goal: Element; readonly at: readonly ElementId[] }[];
  /**
   * Everything that the truth of these elements may depend on: support, context, challenges with their answers,
   * and confidence arguments. In depth-first order; safe on cycles and dangling references.
   */
  below(ids: readonly ElementId[]): ReadonlySet<ElementId>;
  /** What the truth of the element refers to directly, in the order of the text. */
  dependencies(element: Element): readonly ElementId[];
}

/** The indices of a case with the same elements, evidence and quantities: nothing is gone through but its outcomes. */
export function lookupLike(like: CaseLookup, of: Case): CaseLookup {
  const outcomes = firstById(of.outcomes, (outcome) => outcome.id);
  const subsystems = firstById(of.system, (subsystem) => subsystem.id);
  return { ...like, case: of, outcome: (id) => outcomes.get(id), subsystem: (id) => subsystems.get(id) };
}

/** Those made before: a case does not change, and is asked about by the rules and by what is computed. */
const made = new WeakMap<Case, CaseLookup>();

/** The indices, built when first asked for. Where an id stands twice, the first one counts (the text is then in error). */
export function lookup(of: Case): CaseLookup {
  const known = made.get(of);
  if (known !== undefined) return known;
  const index = indicesOf(of);
  made.set(of, index);
  return index;
}

/** Cones of one element that are kept: a large case has few claims. */
const mostCones = 8;

function indicesOf(of: Case): CaseLookup {
  const elements = firstById(of.elements, (element) => element.id);
  const outcomes = firstById(of.outcomes, (outcome) => outcome.id);
  const subsystems = firstById(of.system, (subsystem) => subsystem.id);
  const evidence = firstById(of.evidence, (item) => item.id);
  const quantities = firstById(of.quantities, (quantity) => quantity.name);
  const parents = new Map<ElementId, Parent[]>();
  const challenges = new Map<ElementId, Element[]>();
  const linkChallenges = new Map<string, Element[]>();
  const answered = new Map<ElementId, Element[]>();
  const goalsByPoint = new Map<string, Element[]>();
  for (const element of of.elements) {
    element.supportedBy.forEach((edge) => {
      append(parents, edge.to, { element, relation: 'supportedBy', edge });
    });
    element.inContextOf.forEach((edge) => {
      append(parents, edge.to, { element, relation: 'inContextOf', edge });
    });
    if (element.confidence !== undefined) append(goalsByPoint, element.confidence, element);
    const { target, answeredBy } = element.challenge ?? {};
    if (answeredBy !== undefined) append(answered, answeredBy, element);
    if (target?.kind === 'element') append(challenges, target.element, element);
    if (target?.kind === 'link') append(linkChallenges, linkKey(target.from, target.to), element);
  }
  const none: readonly never[] = [];
  const confidenceIn = (id: ElementId) => {
    if (goalsByPoint.size === 0) return none;
    const points = elements.get(id)?.claimPoints ?? none;
    if (points.length === 0) return none;
    return points.flatMap((point) => (goalsByPoint.get(point.name) ?? none).map((goal) => ({ goal, at: point.at })));
  };
  const challengesTo = (id: ElementId) => challenges.get(id) ?? none;
  const challengesToLink = (from: ElementId, to: ElementId) =>
    linkChallenges.size === 0 ? none : (linkChallenges.get(linkKey(from, to)) ?? none);

  const dependenciesOf = new Map<Element, readonly ElementId[]>();

  // Every element is asked about several times. No `for … of`: until V8 optimises a function it makes an object for each step,
  // and a command is mostly over by then.
  function dependencies(element: Element): readonly ElementId[] {
    const known = dependenciesOf.get(element);
    if (known !== undefined) return known;
    const { id, supportedBy, inContextOf } = element;
    const found: ElementId[] = [];
    for (let at = 0; at < supportedBy.length; at++) found.push(supportedBy[at]!.to);
    for (let at = 0; at < inContextOf.length; at++) found.push(inContextOf[at]!.to);
    challenges.get(id)?.forEach((challenge) => {
      found.push(challenge.id);
    });
    if (linkChallenges.size > 0) {
      const atLink = ({ to }: Edge) =>
        challengesToLink(id, to).forEach((challenge) => {
          found.push(challenge.id);
        });
      supportedBy.forEach(atLink);
      inContextOf.forEach(atLink);
    }
    confidenceIn(id).forEach(({ goal }) => {
      found.push(goal.id);
    });
    if (element.challenge?.answeredBy !== undefined) found.push(element.challenge.answeredBy);
    dependenciesOf.set(element, found);
    return found;
  }

  /** What stands below one element, of those asked about last: the rules and the assessment ask about the same claims. */
  const cones = new Map<ElementId, ReadonlySet<ElementId>>();

  function below(ids: readonly ElementId[]): ReadonlySet<ElementId> {
    const [id] = ids;
    if (id === undefined || ids.length > 1) return walkBelow(ids);
    const known = cones.get(id);
    if (known !== undefined) return known;
    const found = walkBelow(ids);
    if (cones.size === mostCones) cones.delete(cones.keys().next().value!);
    cones.set(id, found);
    return found;
  }

  function walkBelow(ids: readonly ElementId[]): ReadonlySet<ElementId> {
    const seen = new Set<ElementId>();
    const stack = [...ids].reverse();
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      const element = elements.get(id);
      if (element === undefined || seen.has(id)) continue;
      seen.add(id);
      const next = dependencies(element);
      for (let at = next.length - 1; at >= 0; at--) stack.push(next[at]!);
    }
    return seen;
  }

  return {
    case: of,
    element: (id) => elements.get(id),
    outcome: (id) => outcomes.get(id),
    subsystem: (id) => subsystems.get(id),
    evidence: (id) => evidence.get(id),
    quantity: (name) => quantities.get(name),
    parents: (id) => parents.get(id) ?? none,
    challengesTo,
    challengesToLink,
    challengesAnsweredBy: (id) => answered.get(id) ?? none,
    confidenceIn,
    below,
    dependencies,
  };
}

function linkKey(from: ElementId, to: ElementId): string {
  return `${from}\u0000${to}`;
}

function firstById<T>(items: readonly T[], id: (item: T) => string): Map<string, T> {
  const map = new Map<string, T>();
  for (const item of items) if (!map.has(id(item))) map.set(id(item), item);
  return map;
}

function append<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}
