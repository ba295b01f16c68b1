import type { Element, ElementId, SubsystemId } from '../case/index.js';
import type { Prepared } from '../doubt/index.js';
import type { Part } from './types.js';

/** What an element of an outcome's argument is about, and whose misbehaviour it takes as given. */
interface Subject {
  /** Subsystem to whether its control is argued, and not its own behaviour. */
  readonly about: ReadonlyMap<SubsystemId, boolean>;
  readonly given: ReadonlySet<SubsystemId>;
}

export interface LeafSubject {
  /** Never empty: the argument itself where no subsystem is named. */
  readonly parts: readonly Part[];
  readonly given: readonly SubsystemId[];
}

/**
 * What each leaf below the claim is about: the subsystem of its own element, else those of the nearest elements above that
 * name one. An assumption is about the setting unless it names a subsystem itself. Whoever argues control of a subsystem,
 * or assumes it to be untrustworthy, does not count on it: such a leaf is about the control of it.
 *
 * @returns by leaf of the argument; nothing for leaves that the claim does not depend on
 */
export function partsOfLeaves(prepared: Prepared, claim: ElementId): ReadonlyMap<number, LeafSubject> {
  const { argument, lookup } = prepared;
  const subjects = subjectsBelow(prepared, claim);
  const found = new Map<number, LeafSubject>();
  argument.leaves.forEach(({ element, sameAs }, leaf) => {
    const own = [element.id, ...sameAs].flatMap((id) => subjects.get(id) ?? []);
    if (own.length === 0) return;
    const parts = new Map<string, Part>();
    const given = new Set<SubsystemId>();
    for (const subject of own) {
      for (const [subsystem, controlled] of subject.about) {
        const part: Part = { kind: controlled ? 'control' : 'subsystem', subsystem };
        parts.set(partKey(part), part);
      }
      for (const id of subject.given) given.add(id);
    }
    const known = lookup.case.system.map(({ id }) => id);
    found.set(leaf, {
      parts: parts.size === 0 ? [{ kind: 'argument' }] : [...parts.values()],
      given: known.filter((id) => given.has(id)),
    });
  });
  return found;
}

/** One name for each part. */
export function partKey(part: Part): string {
  return part.kind === 'argument' ? part.kind : `${part.kind} ${part.subsystem}`;
}

function subjectsBelow(prepared: Prepared, claim: ElementId): ReadonlyMap<ElementId, Subject> {
  const { lookup } = prepared;
  const inherited = new Map<ElementId, Subject[]>([[claim, []]]);
  const subjects = new Map<ElementId, Subject>();
  for (const element of parentsFirst(prepared, claim)) {
    const subject = subjectOf(element, inherited.get(element.id) ?? [], (id) => lookup.subsystem(id) !== undefined);
    subjects.set(element.id, subject);
    for (const below of needsOf(prepared, element)) inherited.set(below, [...(inherited.get(below) ?? []), subject]);
  }
  return subjects;
}

function subjectOf(element: Element, above: readonly Subject[], isKnown: (id: SubsystemId) => boolean): Subject {
  const given = new Set(above.flatMap((one) => [...one.given]));
  for (const { subsystem, trust } of element.assumes) {
    if (trust === 'trusted') given.delete(subsystem);
    else if (isKnown(subsystem)) given.add(subsystem);
  }
  const about = new Map<SubsystemId, boolean>();
  const { subsystem, category } = element;
  if (subsystem !== undefined && isKnown(subsystem)) {
    const trusts = element.assumes.some((one) => one.subsystem === subsystem && one.trust === 'trusted');
    about.set(subsystem, (category === 'control' && !trusts) || given.has(subsystem));
  } else if (element.type !== 'assumption') {
    for (const one of above) {
      // Where one way here counts on its behaviour, that is what can fail.
      for (const [id, controlled] of one.about) about.set(id, (about.get(id) ?? true) && (controlled || given.has(id)));
    }
  }
  return { about, given };
}

function needsOf({ lookup, statuses, evidenceUnder }: Prepared, element: Element): readonly ElementId[] {
  const transfers = evidenceUnder(element).flatMap((evidence) => statuses.get(evidence)?.transfer ?? []);
  return [...lookup.dependencies(element), ...transfers];
}

/** Elements below the claim, each after all that refer to it; without recursion. */
function parentsFirst(prepared: Prepared, claim: ElementId): readonly Element[] {
  const done: Element[] = [];
  const seen = new Set<ElementId>();
  const stack: { readonly element: Element; readonly pending: ElementId[] }[] = [];
  const enter = (id: ElementId) => {
    const element = prepared.lookup.element(id);
    if (element === undefined || seen.has(id)) return;
    seen.add(id);
    stack.push({ element, pending: [...needsOf(prepared, element)].reverse() });
  };
  enter(claim);
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const next = top.pending.pop();
    if (next !== undefined) enter(next);
    else {
      done.push(top.element);
      stack.pop();
    }
  }
  return done.reverse();
}
