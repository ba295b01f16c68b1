import {
  type Case,
  type CaseLookup,
  type DependenceGroup,
  type Element,
  type ElementId,
  type Evidence,
  type EvidenceId,
  memo,
  type Outcome,
  type QuantityName,
  type SubsystemId,
  statedDoubts,
} from '../case/index.js';
import { namesIn, parseExpression } from '../expression/index.js';
import { bearingGroups } from './bearing-groups.js';

/** Everything that the truth and the meaning of an element rest on, by name; each name stands for a thing that is there. */
export interface Subtree {
  readonly root: ElementId;
  readonly elements: ReadonlySet<ElementId>;
  readonly evidence: ReadonlySet<EvidenceId>;
  readonly quantities: ReadonlySet<QuantityName>;
  readonly subsystems: ReadonlySet<SubsystemId>;
  /** Outcomes whose claim is one of the elements. */
  readonly outcomes: readonly Outcome[];
  /** Groups that bear on the elements. */
  readonly groups: readonly DependenceGroup[];
}

/**
 * Finds the subtree of any element of a case: the elements below it (support, context, challenges with their answers,
 * confidence arguments); the evidence and the quantities that these rest on; the subsystems that any of it names; the
 * claims that carry evidence over and the elements that a fault tree maps to; and for outcomes claimed in it, the risk
 * case. Expressions are read once and subtrees are kept, so ask one finder for many. Safe on cycles and dangling references.
 */
export function subtreesOf(lookup: CaseLookup): (root: ElementId) => Subtree {
  const { case: of } = lookup;
  const namesOf = memo((name: QuantityName) => namesInQuantity(lookup, name));
  const namesUnder = (members: readonly Element[]) => reachable(members.flatMap(quantitiesNamed), namesOf);
  const quantitiesIn = (names: ReadonlySet<string>) =>
    new Set([...names].filter((name) => lookup.quantity(name) !== undefined));
  // Goes through the whole case, and most cases have no sign-off of an element.
  let groupsOn: ReturnType<typeof bearingGroups> | undefined;
  const groupsOf = (elements: ReadonlySet<ElementId>) => {
    groupsOn ??= bearingGroups(lookup, (element) =>
      evidenceUnder(lookup, [element], quantitiesIn(namesUnder([element]))),
    );
    return groupsOn(elements);
  };
  return memo((root: ElementId) => {
    const roots = new Set([root]);
    for (;;) {
      const elements = lookup.below([...roots]);
      const members = [...elements].flatMap((id) => lookup.element(id) ?? []);
      const names = namesUnder(members);
      const quantities = quantitiesIn(names);
      const evidence = evidenceUnder(lookup, members, quantities);
      const pieces = [...evidence].flatMap((id) => lookup.evidence(id) ?? []);
      const outcomes = of.outcomes.filter(({ claim }) => claim !== undefined && elements.has(claim));
      const before = roots.size;
      for (const id of furtherRoots(of, pieces, outcomes)) if (lookup.element(id) !== undefined) roots.add(id);
      if (roots.size > before) continue;
      const subsystems = new Set(
        [
          ...members.flatMap(subsystemsNamed),
          ...pieces.flatMap(({ about }) => about?.subsystem ?? []),
          ...[...names].flatMap((name) => builtInSubsystem(name) ?? []),
        ].filter((id) => lookup.subsystem(id) !== undefined),
      );
      return { root, elements, evidence, quantities, subsystems, outcomes, groups: groupsOf(elements) };
    }
  });
}

/** Elements that the subtree rests on without citing them. */
function furtherRoots(of: Case, pieces: readonly Evidence[], outcomes: readonly Outcome[]): ElementId[] {
  const claimed = new Set(outcomes.map(({ id }) => id));
  return [
    ...pieces.flatMap(({ transfer, map }) => [...(transfer === undefined ? [] : [transfer]), ...Object.values(map)]),
    ...of.riskCases.filter(({ outcome }) => claimed.has(outcome)).map(({ claim }) => claim),
  ];
}

function quantitiesNamed(element: Element): QuantityName[] {
  return statedDoubts(element).flatMap(({ stated }) =>
    stated.opinions.flatMap(({ value }) => (value.kind === 'quantity' ? [value.name] : [])),
  );
}

function namesInQuantity(lookup: CaseLookup, name: QuantityName): readonly string[] {
  const definition = lookup.quantity(name)?.definition;
  if (definition?.kind !== 'expression') return [];
  const { ast } = parseExpression(definition.text);
  return ast === undefined ? [] : namesIn(ast).map((one) => one.name);
}

/** The names and all names that stand in what they stand for. */
function reachable(from: readonly string[], next: (name: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const stack = [...from];
  for (let name = stack.pop(); name !== undefined; name = stack.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    stack.push(...next(name));
  }
  return found;
}

function evidenceUnder(
  lookup: CaseLookup,
  members: readonly Element[],
  quantities: ReadonlySet<QuantityName>,
): ReadonlySet<EvidenceId> {
  const cited = [
    ...members.flatMap(({ evidence }) => evidence ?? []),
    ...[...quantities].flatMap((name) => {
      const definition = lookup.quantity(name)?.definition;
      return definition?.kind === 'evidence' ? [definition.evidence] : [];
    }),
  ];
  return new Set(cited.filter((id) => lookup.evidence(id) !== undefined));
}

function subsystemsNamed({ subsystem, assumes }: Element): SubsystemId[] {
  return [...(subsystem === undefined ? [] : [subsystem]), ...assumes.map((one) => one.subsystem)];
}

/** The subsystem of a built-in quantity such as `system.coder.copies`. */
function builtInSubsystem(name: string): SubsystemId | undefined {
  return /^system\.(.+)\.(?:copies|capability)$/.exec(name)?.[1];
}
