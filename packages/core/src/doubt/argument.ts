import type {
  CaseLookup,
  Edge,
  Element,
  ElementId,
  EvidenceId,
  LegDependence,
  Requirement,
  StatedDoubt,
} from '../case/index.js';
import type { LeafId } from './assessment.js';
import { evidenceUnder } from './evidence-under.js';
import { postOrder } from './post-order.js';

/**
 * The argument as a fault tree (`semantics.md` section 1): "1" means "fails". Node numbers are `0 … leaves-1` for
 * leaves and `leaves + g` for gate `g`; gates come after their inputs.
 */
export interface Argument {
  readonly leaves: readonly Leaf[];
  readonly gates: readonly ArgumentGate[];
  /** The node that fails when the element fails; absent where it cannot fail (a context that nobody challenges). */
  readonly nodeOf: ReadonlyMap<ElementId, number>;
  readonly leafByName: ReadonlyMap<LeafId, number>;
}

/** What stands on what, whatever the leaves are. */
export interface ArgumentShape {
  readonly leaves: { readonly length: number };
  readonly gates: readonly ArgumentGate[];
}

export type ArgumentGate =
  | { readonly kind: 'or' | 'and'; readonly inputs: readonly number[] }
  /** Holds if at least `k` of its legs hold. */
  | {
      readonly kind: 'legs';
      readonly inputs: readonly number[];
      readonly k: number;
      readonly dependence: LegDependence;
      readonly element: Element;
      /** Place of the element in the text. */
      readonly place: number;
      /** The element at the foot of each leg, parallel to `inputs`. */
      readonly legs: readonly ElementId[];
    };

export interface Leaf {
  readonly id: LeafId;
  readonly element: Element;
  readonly kind: 'element' | 'inference' | 'challenge' | 'limit';
  readonly source: LeafDoubtSource;
  /** Further elements that are the same variable. */
  readonly sameAs: readonly ElementId[];
}

export type LeafDoubtSource =
  | { readonly kind: 'stated'; readonly doubt: StatedDoubt }
  | { readonly kind: 'evidence'; readonly evidence: EvidenceId; readonly requirement: Requirement }
  | { readonly kind: 'certain'; readonly why: 'undeveloped' | 'nothing stated' | 'limit' | 'challenge' };

/** What the structure needs to know besides the text. */
export interface ArgumentContext {
  /** Claims that carry over evidence about another model, by evidence. */
  readonly transfers: (evidence: EvidenceId) => ElementId | undefined;
  /** Evidence that a stated doubt rests on through quantities. */
  readonly evidenceBehind: (doubt: StatedDoubt) => readonly EvidenceId[];
  /** True where the element is past what its `holdsUntil` allows, or its axis has no value. */
  readonly beyondLimit: (element: Element) => boolean;
}

/**
 * Builds the fault tree of everything below the roots. The argument must be free of cycles and dangling references
 * (rules see to that first); a cycle here is a bug and throws.
 */
export function buildArgument(lookup: CaseLookup, roots: readonly ElementId[], context: ArgumentContext): Argument {
  const leaves: Leaf[] = [];
  const gates: ArgumentGate[] = [];
  const leafByName = new Map<LeafId, number>();
  const sharedLeaf = new Map<string, number>();
  /** While building, leaf i is `i` and gate g is `-1 - g`; `null` cannot fail. */
  const built = new Map<ElementId, number | null>();
  let places: ReadonlyMap<Element, number> | undefined;

  const isChallenged = lookup.case.elements.some(({ challenge }) => challenge !== undefined);
  const carriesOver = lookup.case.evidence.some(({ id }) => context.transfers(id) !== undefined);

  const gate = (g: ArgumentGate) => -gates.push(g);
  const or = (inputs: readonly (number | null)[]): number | null => {
    if (inputs.length === 1) return inputs[0]!;
    const failing: number[] = [];
    inputs.forEach((input) => {
      if (input !== null) failing.push(input);
    });
    const distinct = failing.length < 2 ? failing : [...new Set(failing)];
    return distinct.length < 2 ? (distinct[0] ?? null) : gate({ kind: 'or', inputs: distinct });
  };
  const addLeaf = (leaf: Leaf): number => {
    const index = leaves.push(leaf) - 1;
    leafByName.set(leaf.id, index);
    return index;
  };
  const nodeOf = (id: ElementId): number | null => {
    const node = built.get(id);
    if (node === undefined) throw new Error(`The argument is not free of cycles or dangling references at ${id}`);
    return node;
  };

  function ownLeaf(element: Element): number | null {
    const open = element.undeveloped || element.uninstantiated || hasOpenLinks(element);
    if (element.type === 'context' || element.type === 'justification') return null;
    const add = (source: LeafDoubtSource) => addLeaf({ id: element.id, element, kind: 'element', source, sameAs: [] });
    if (open) return add({ kind: 'certain', why: 'undeveloped' });
    if (element.doubt !== undefined) return add({ kind: 'stated', doubt: element.doubt });
    if (element.evidence !== undefined && element.requires !== undefined) {
      const { evidence, requires: requirement } = element;
      const key = JSON.stringify([
        evidence,
        requirement.result,
        requirement.direction,
        requirement.value,
        requirement.margin,
      ]);
      const same = sharedLeaf.get(key);
      if (same !== undefined) {
        const leaf = leaves[same] as Leaf;
        leaves[same] = { ...leaf, sameAs: [...leaf.sameAs, element.id] };
        leafByName.set(element.id, same);
        return same;
      }
      const index = add({ kind: 'evidence', evidence, requirement });
      sharedLeaf.set(key, index);
      return index;
    }
    return supportEdges(element).length > 0 ? null : add({ kind: 'certain', why: 'nothing stated' });
  }

  /** Support that carries truth: a context under `supportedBy` (an error of its own) must not pass for a leg that holds. */
  function supportEdges(element: Element): readonly Edge[] {
    const edges = distinctTargets(element.supportedBy);
    return edges.every(carriesTruth) ? edges : edges.filter(carriesTruth);
  }

  function carriesTruth({ to }: Edge): boolean {
    const type = lookup.element(to)?.type;
    return type !== 'context' && type !== 'justification' && type !== 'challenge';
  }

  function inferenceLeaf(element: Element): number | null {
    if (element.inference === undefined || supportEdges(element).length === 0) return null;
    const source: LeafDoubtSource = { kind: 'stated', doubt: element.inference };
    return addLeaf({ id: `${element.id}.inference`, element, kind: 'inference', source, sameAs: [] });
  }

  function limitLeaf(element: Element): number | null {
    return or([
      context.beyondLimit(element) ? certainLeaf(element, 'holdsUntil') : null,
      element.defeated ? certainLeaf(element, 'defeated') : null,
    ]);
  }

  /** A leaf that fails for certain, because of what the text says of the element. */
  function certainLeaf(element: Element, suffix: string): number {
    const source: LeafDoubtSource = { kind: 'certain', why: 'limit' };
    return addLeaf({ id: `${element.id}.${suffix}`, element, kind: 'limit', source, sameAs: [] });
  }

  /** The event that a challenge stands: it is right, and its answer fails. */
  function standing(challenge: Element): number | null {
    const { status, strength, answeredBy } = challenge.challenge ?? { status: 'accepted', strength: 1 };
    const known = leafByName.get(challenge.id);
    const source: LeafDoubtSource =
      status === 'accepted' || strength === 1
        ? { kind: 'certain', why: 'challenge' }
        : { kind: 'stated', doubt: strength };
    const leaf = known ?? addLeaf({ id: challenge.id, element: challenge, kind: 'challenge', source, sameAs: [] });
    const right = or([leaf, ...transferClaims(challenge).map(nodeOf)]) ?? leaf;
    if (status === 'accepted' || answeredBy === undefined) return right;
    const answer = nodeOf(answeredBy);
    return answer === null ? null : gate({ kind: 'and', inputs: [right, answer] });
  }

  /** Failure of the element at the far end of a link, or of the link itself. */
  function throughLink(element: Element, edge: Edge): number | null {
    const inputs = [nodeOf(edge.to)];
    lookup.challengesToLink(element.id, edge.to).forEach((challenge) => {
      inputs.push(standing(challenge));
    });
    lookup.confidenceIn(element.id).forEach(({ goal, at }) => {
      if (at.includes(edge.to)) inputs.push(nodeOf(goal.id));
    });
    if (element.defeatedRelation.includes(edge.to)) inputs.push(certainLeaf(element, `defeated ${edge.to}`));
    return or(inputs);
  }

  function support(element: Element): (number | null)[] {
    const edges = supportEdges(element);
    if (edges.length === 0) return [];
    const { combine } = element;
    const k = combine.kind === 'all' ? edges.length : combine.kind === 'any' ? 1 : combine.k;
    if (k > edges.length) return [certainLeaf(element, 'combine')];
    const failing = edges.map((edge) => throughLink(element, edge));
    if (k >= edges.length) return failing;
    // A leg that cannot fail is one of the k that hold.
    const legs = failing.flatMap((input, i) => (input === null ? [] : [{ input, id: (edges[i] as Edge).to }]));
    const needed = k - (edges.length - legs.length);
    if (needed <= 0) return [];
    const inputs = legs.map((leg) => leg.input);
    if (needed === legs.length) return inputs;
    const ids = legs.map((leg) => leg.id);
    places ??= new Map(lookup.case.elements.map((one, at) => [one, at]));
    const place = places.get(element) ?? 0;
    return [gate({ kind: 'legs', inputs, k: needed, dependence: element.legs, element, place, legs: ids })];
  }

  /** Claims that carry over the evidence that the element rests on. */
  function transferClaims(element: Element): readonly ElementId[] {
    if (!carriesOver) return [];
    return evidenceUnder(element, context.evidenceBehind).flatMap((evidence) => {
      const claim = context.transfers(evidence);
      return claim === undefined || lookup.element(claim) === undefined ? [] : [claim];
    });
  }

  function build(element: Element): number | null {
    if (element.type === 'challenge') return standing(element);
    const { id } = element;
    const inputs = [ownLeaf(element), inferenceLeaf(element), limitLeaf(element)];
    distinctTargets(element.inContextOf).forEach((edge) => {
      inputs.push(throughLink(element, edge));
    });
    support(element).forEach((part) => {
      inputs.push(part);
    });
    lookup.confidenceIn(id).forEach(({ goal, at }) => {
      if (at.includes(id)) inputs.push(nodeOf(goal.id));
    });
    transferClaims(element).forEach((claim) => {
      inputs.push(nodeOf(claim));
    });
    lookup.challengesTo(id).forEach((challenge) => {
      inputs.push(standing(challenge));
    });
    return or(inputs);
  }

  function needs(element: Element): readonly ElementId[] {
    // Without challenges, and nothing carried over, that is what the element refers to.
    if (!isChallenged && !carriesOver) return lookup.dependencies(element);
    const { id, supportedBy, inContextOf } = element;
    const found: ElementId[] = [];
    addAnswer(element, found);
    supportedBy.forEach(({ to }) => {
      found.push(to);
    });
    inContextOf.forEach(({ to }) => {
      found.push(to);
    });
    lookup.confidenceIn(id).forEach(({ goal }) => {
      found.push(goal.id);
    });
    const challenges = challengesAt(element);
    challenges.forEach((challenge) => {
      addAnswer(challenge, found);
    });
    if (carriesOver)
      [element, ...challenges].forEach((one) => {
        found.push(...transferClaims(one));
      });
    return found;
  }

  /** To the element and to its links. */
  function challengesAt({ id, supportedBy, inContextOf }: Element): readonly Element[] {
    if (!isChallenged) return none;
    const found = [...lookup.challengesTo(id)];
    const takeAtLink = ({ to }: Edge) => found.push(...lookup.challengesToLink(id, to));
    supportedBy.forEach(takeAtLink);
    inContextOf.forEach(takeAtLink);
    return found;
  }

  postOrder(lookup, roots, needs).forEach((element) => {
    built.set(element.id, build(element));
  });

  const number = (node: number) => (node >= 0 ? node : leaves.length - 1 - node);
  const numbered = new Map<ElementId, number>();
  built.forEach((node, id) => {
    if (node !== null) numbered.set(id, number(node));
  });
  return {
    leaves,
    gates: gates.map((g): ArgumentGate => {
      const inputs = g.inputs.map(number);
      return g.kind === 'legs' ? { ...g, inputs } : { kind: g.kind, inputs };
    }),
    nodeOf: numbered,
    leafByName,
  };
}

const none: readonly never[] = [];

/** Where it is still to be said which links there are, or how many: one that stands for several must not pass for all of them. */
function hasOpenLinks({ choose, supportedBy, inContextOf }: Element): boolean {
  const isOpen = ({ optional, multiplicity }: Edge) => optional || multiplicity !== undefined;
  return choose !== undefined || supportedBy.some(isOpen) || inContextOf.some(isOpen);
}

function distinctTargets(edges: readonly Edge[]): readonly Edge[] {
  const isAgain = ({ to }: Edge, at: number) => at > 0 && edges.findIndex((edge) => edge.to === to) < at;
  // Hardly any list names an element twice, and most are short.
  if (edges.length <= shortList && !edges.some(isAgain)) return edges;
  const seen = new Set<ElementId>();
  return edges.filter((edge) => !seen.has(edge.to) && seen.add(edge.to) !== undefined);
}

const shortList = 8;

/** The goal that answers a challenge, where an answer counts: an accepted challenge has none. */
function addAnswer({ challenge }: Element, to: ElementId[]): void {
  if (challenge?.answeredBy !== undefined && challenge.status !== 'accepted') to.push(challenge.answeredBy);
}
