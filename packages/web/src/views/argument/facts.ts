import { type Case, type Element, type ElementId, lookup } from '@surety/core/case';
import type { Model } from '../../compute/questions.js';

/** States that a filter picks elements by, in the order of the list. */
export const states = [
  'open challenge',
  'undeveloped',
  'unassessed step',
  'evidence not usable',
  'expires in the window',
  'finding',
  'blocks a verdict',
] as const;
export type State = (typeof states)[number];

/** What is known of each element besides its text, to pick by. */
export type Facts = ReadonlyMap<ElementId, ReadonlySet<State>>;

export function factsOf({ case: stated, readable, assessment, findings }: Model): Facts {
  const of = stated ?? readable;
  const facts = new Map<ElementId, Set<State>>();
  const say = (id: ElementId | undefined, state: State) => {
    const known = id === undefined ? undefined : facts.get(id);
    if (id !== undefined && known === undefined) facts.set(id, new Set([state]));
    known?.add(state);
  };
  if (of === null) return facts;
  const look = lookup(of);
  const citing = citedBy(of);
  for (const element of of.elements) {
    const { id, challenge, undeveloped, supportedBy } = element;
    if (undeveloped && supportedBy.length === 0) say(id, 'undeveloped');
    if (challenge?.status !== 'open') continue;
    say(id, 'open challenge');
    say(challenge.target.kind === 'element' ? challenge.target.element : challenge.target.from, 'open challenge');
  }
  for (const { unassessed, reasons } of assessment?.outcomes ?? []) {
    for (const id of unassessed) say(id, 'unassessed step');
    for (const { blocks, element, evidence } of reasons) {
      if (!blocks) continue;
      for (const id of evidence === undefined ? [element] : (citing.get(evidence) ?? [])) say(id, 'blocks a verdict');
    }
  }
  for (const { id, states: found } of assessment?.evidence ?? []) {
    if (found.every(({ state }) => state === 'fresh' || state === 'locked')) continue;
    for (const element of citing.get(id) ?? []) say(element, 'evidence not usable');
  }
  for (const { id, expires } of of.evidence) {
    const end = of.decision?.window?.to;
    if (expires === undefined || end === undefined || expires >= end) continue;
    for (const element of citing.get(id) ?? []) say(element, 'expires in the window');
  }
  for (const { element, severity } of findings) {
    if (severity !== 'info' && element !== undefined && look.element(element) !== undefined) say(element, 'finding');
  }
  return facts;
}

function citedBy(of: Case): ReadonlyMap<string, readonly ElementId[]> {
  const citing = new Map<string, ElementId[]>();
  for (const { id, evidence } of of.elements) {
    if (evidence === undefined) continue;
    const known = citing.get(evidence);
    if (known === undefined) citing.set(evidence, [id]);
    else known.push(id);
  }
  return citing;
}

/** What is picked: nothing of a kind means all. `none` stands for elements that say nothing of the kind. */
export interface Filter {
  readonly types: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
  readonly owners: ReadonlySet<string>;
  readonly states: ReadonlySet<string>;
}

export const noFilter: Filter = { types: new Set(), categories: new Set(), owners: new Set(), states: new Set() };

export const notStated = 'none stated';

export function isEmpty(filter: Filter): boolean {
  return Object.values(filter).every((set: ReadonlySet<string>) => set.size === 0);
}

/** The elements that a filter picks: of each kind any of what is asked for; undefined: no filter. */
export function picked(of: Case, facts: Facts, filter: Filter): ReadonlySet<ElementId> | undefined {
  if (isEmpty(filter)) return undefined;
  const fits = (set: ReadonlySet<string>, value: string | undefined) => set.size === 0 || set.has(value ?? notStated);
  const found = of.elements.filter(({ id, type, category, owner }: Element) => {
    if (!fits(filter.types, type) || !fits(filter.categories, category) || !fits(filter.owners, owner)) return false;
    return filter.states.size === 0 || [...(facts.get(id) ?? [])].some((state) => filter.states.has(state));
  });
  return new Set(found.map(({ id }) => id));
}

export interface Option {
  readonly value: string;
  readonly count: number;
}

/** What there is to pick by, with how many elements each has. */
export function optionsOf(of: Case, facts: Facts): Readonly<Record<keyof Filter, readonly Option[]>> {
  const count = (values: Iterable<string>): readonly Option[] => {
    const counts = new Map<string, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].map(([value, number]) => ({ value, count: number }));
  };
  const found = count([...facts.values()].flatMap((set) => [...set]));
  return {
    types: count(of.elements.map(({ type }) => type)),
    categories: count(of.elements.map(({ category }) => category ?? notStated)),
    owners: count(of.elements.map(({ owner }) => owner ?? notStated)),
    states: states.flatMap((state) => found.find(({ value }) => value === state) ?? []),
  };
}
