import { canonicalText } from '../canonical/index.js';
import { type CaseLookup, type Element, modelNames } from '../case/index.js';
import type { Subtree } from './subtree.js';

/**
 * What a sign-off of an element is of, as plain data: everything that is stated of the things in its subtree. Without
 * origins, so that layout, comments, the order of entries and the split into files are not part of it; without the
 * review and the waivers, which are about the case and not of it.
 */
export function subtreeContent(lookup: CaseLookup, subtree: Subtree): unknown {
  const { case: of } = lookup;
  const { root, elements, outcomes } = subtree;
  const members = [...elements].flatMap((id) => lookup.element(id) ?? []);
  const claimed = new Set(outcomes.map(({ id }) => id));
  const isMember = (id: string | undefined) => id !== undefined && elements.has(id);
  const { window, exposure } = of.decision ?? {};
  return stated({
    element: root,
    elements: byId(members, ({ id }) => id),
    evidence: byId(
      [...subtree.evidence].flatMap((id) => lookup.evidence(id) ?? []),
      ({ id }) => id,
    ),
    quantities: byId(
      [...subtree.quantities].flatMap((name) => lookup.quantity(name) ?? []),
      ({ name }) => name,
    ),
    system: byId(
      [...subtree.subsystems].flatMap((id) => lookup.subsystem(id) ?? []),
      ({ id }) => id,
    ),
    models: modelsHeldAgainst(lookup, subtree),
    outcomes: byId(outcomes, ({ id }) => id),
    named: outcomesNamed(lookup, members),
    riskCases: inAnyOrder(of.riskCases.filter(({ outcome }) => claimed.has(outcome))),
    dependence: inAnyOrder(subtree.groups),
    indicators: byId(
      of.indicators.filter(
        ({ id, tests }) => isMember(tests) || members.some(({ indicator: watchedBy }) => watchedBy === id),
      ),
      ({ id }) => id,
    ),
    chain: isMember(of.chain?.gap) ? of.chain : undefined,
    // Every doubt is for the whole deployment window and its exposure, so no claim means the same in another one.
    window,
    exposure,
  });
}

/** Evidence that names no subsystem is held against the model of every one. */
function modelsHeldAgainst(lookup: CaseLookup, { evidence }: Subtree): unknown {
  const anyModel = [...evidence].some((id) => {
    const about = lookup.evidence(id)?.about;
    return about?.model !== undefined && (about.subsystem === undefined || !lookup.subsystem(about.subsystem));
  });
  if (!anyModel) return undefined;
  return Object.fromEntries(
    lookup.case.system
      .filter((subsystem) => modelNames(subsystem).length > 0)
      .map((subsystem) => [subsystem.id, subsystem.model]),
  );
}

/** What the outcomes are that elements say they are about. */
function outcomesNamed(lookup: CaseLookup, members: readonly Element[]): unknown {
  const ids = new Set(members.flatMap(({ outcome, riskCase }) => [outcome, riskCase].filter((id) => id !== undefined)));
  return Object.fromEntries([...ids].map((id) => [id, lookup.outcome(id)?.text]));
}

/** By id; where one stands twice the first counts, as everywhere. */
function byId<T>(items: readonly T[], id: (item: T) => string): Record<string, T> {
  return Object.fromEntries([...items].reverse().map((item) => [id(item), item]));
}

/** Items that have no id, each once, in an order that does not depend on where they stand. */
function inAnyOrder(items: readonly unknown[]): readonly string[] {
  return [...new Set(items.map((item) => canonicalText(stated(item))))].sort();
}

/** The data without the keys that say where it stands. A thing that its author named `origin` is none of them. */
function stated(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(stated);
  if (typeof data !== 'object' || data === null) return data;
  const kept = Object.entries(data).filter(
    ([key, value]) => value !== undefined && !(key === 'origin' && isOrigin(value)),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, stated(value)]));
}

function isOrigin(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'file' in value && 'path' in value && Array.isArray(value.path);
}
