import type { CaseLookup, Confidential, ElementId, EvidenceId, Quantity, QuantityName } from '../../case/index.js';
import type { Assessment, LeafId } from '../../doubt/index.js';
import { namesIn, parseExpression } from '../../expression/index.js';
import type { RedactionRequest } from './request.js';

/** Everything that a redacted report withholds, each with why, where somebody says it. */
export interface RedactionPlan {
  readonly elements: ReadonlyMap<ElementId, string | undefined>;
  readonly evidence: ReadonlyMap<EvidenceId, string | undefined>;
  readonly quantities: ReadonlyMap<QuantityName, string | undefined>;
  /** Leaves whose numbers follow from what is withheld. */
  readonly leaves: ReadonlySet<LeafId>;
  /** Elements between those leaves and the claims of outcomes: with their doubts, what is withheld could be worked out. */
  readonly onTheWay: ReadonlySet<ElementId>;
  readonly people: boolean;
  readonly sources: boolean;
}

/** What is marked in the text and what is asked for, with all that follows from it. */
export function planOf(index: CaseLookup, assessment: Assessment, request: RedactionRequest): RedactionPlan {
  const { case: of } = index;
  const elements = new Map<ElementId, string | undefined>();
  const asked = new Set(request.ids);
  const tops: { readonly id: ElementId; readonly because: string | undefined }[] = request.subtrees.map((id) => ({
    id,
    because: undefined,
  }));
  for (const { id, confidential } of of.elements) {
    if (confidential !== undefined || asked.has(id)) elements.set(id, confidential?.because);
    if (confidential?.subtree === true) tops.push({ id, because: confidential.because });
  }
  for (const { id, because } of tops) {
    for (const below of index.below([id]))
      if (!elements.has(below)) elements.set(below, because ?? (below === id ? undefined : `part of ${id}`));
  }
  const evidence = new Map(marked(of.evidence, ({ id }) => id, asked));
  const quantities = withDependents(
    of.quantities,
    evidence,
    marked(of.quantities, ({ name }) => name, asked),
    request.quantities,
  );
  const leaves = new Set(
    assessment.leaves.flatMap((leaf) =>
      [leaf.element, ...leaf.sameAs].some((id) => elements.has(id)) ||
      leaf.evidence.some((id) => evidence.has(id)) ||
      leaf.quantities.some((name) => quantities.has(name))
        ? [leaf.id]
        : [],
    ),
  );
  return {
    elements,
    evidence,
    quantities,
    leaves,
    onTheWay: above(index, assessment, leaves),
    people: request.people,
    sources: request.sources,
  };
}

function marked<T extends { readonly confidential?: Confidential }>(
  items: readonly T[],
  nameOf: (item: T) => string,
  asked: ReadonlySet<string>,
): [string, string | undefined][] {
  return items.flatMap((item): [string, string | undefined][] =>
    item.confidential !== undefined || asked.has(nameOf(item)) ? [[nameOf(item), item.confidential?.because]] : [],
  );
}

/** Quantities that are computed from what is withheld would give it away. */
function withDependents(
  all: readonly Quantity[],
  evidence: ReadonlyMap<EvidenceId, unknown>,
  first: readonly [string, string | undefined][],
  every: boolean,
): ReadonlyMap<QuantityName, string | undefined> {
  const found = new Map(first);
  if (every) for (const { name } of all) if (!found.has(name)) found.set(name, undefined);
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const { name, definition } of all) {
      if (found.has(name)) continue;
      const source =
        definition.kind === 'evidence'
          ? [definition.evidence].find((id) => evidence.has(id))
          : definition.kind === 'expression'
            ? namesOf(definition.text).find((one) => found.has(one))
            : undefined;
      if (source !== undefined) found.set(name, `computed from ${source}`);
    }
  }
  return found;
}

function namesOf(text: string): readonly string[] {
  const { ast } = parseExpression(text);
  return ast === undefined ? [] : namesIn(ast).map(({ name }) => name);
}

/** What lies above the leaves, without the claims of the outcomes: their doubts are the verdict, which stays. */
function above(
  index: CaseLookup,
  { leaves, outcomes }: Assessment,
  withheld: ReadonlySet<LeafId>,
): ReadonlySet<ElementId> {
  const citing = citingBeside(index);
  const found = new Set<ElementId>();
  const stack = leaves.flatMap((leaf) => (withheld.has(leaf.id) ? [leaf.element, ...leaf.sameAs] : []));
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    stack.push(...index.parents(id).map(({ element }) => element.id), ...(citing.get(id) ?? []));
  }
  for (const { claim } of outcomes) if (claim !== undefined) found.delete(claim);
  return found;
}

/** What bears on an element without being cited by it: what a challenge is against, a challenge by its answer, a claim point by its argument. */
function citingBeside({ case: { elements } }: CaseLookup): ReadonlyMap<ElementId, readonly ElementId[]> {
  const points = new Map<string, ElementId[]>();
  for (const { id, claimPoints } of elements)
    for (const { name } of claimPoints) points.set(name, [...(points.get(name) ?? []), id]);
  const citing = new Map<ElementId, ElementId[]>();
  const add = (from: ElementId, to: ElementId) => citing.set(from, [...(citing.get(from) ?? []), to]);
  for (const { id, challenge, confidence } of elements) {
    const target = challenge?.target;
    if (target !== undefined) add(id, target.kind === 'element' ? target.element : target.from);
    if (challenge?.answeredBy !== undefined) add(challenge.answeredBy, id);
    if (confidence !== undefined) for (const argued of points.get(confidence) ?? []) add(id, argued);
  }
  return citing;
}
