import { nearest } from '../names/index.js';
import type { EventReference } from './formula.js';
import type { BasicEvent, Definition, GateDefinition, HouseEvent, OpenPsaModel } from './model.js';
import { type ModelPlace, type ModelProblem, problemAt } from './problem.js';
import { quoted } from './xml-node.js';

/**
 * What a name means in a scope: a private definition of the scope or of one around it, the innermost first, then a
 * public one of the whole model, then one by its path from the fault tree on.
 */
export function find<T extends Definition>(
  definitions: ReadonlyMap<string, T>,
  name: string,
  scope: readonly string[],
): T | undefined {
  for (let depth = scope.length; depth > 0; depth--) {
    const local = definitions.get(`${scope.slice(0, depth).join('.')}.${name}`);
    if (local?.private === true) return local;
  }
  const found = definitions.get(name);
  if (found !== undefined) return found;
  const dot = name.lastIndexOf('.');
  if (dot < 0) return undefined;
  const open = definitions.get(name.slice(dot + 1));
  if (open === undefined || open.private) return undefined;
  const path = name.slice(0, dot);
  const from = open.scope.join('.');
  const bases = scope.map((_, depth) => [...scope.slice(0, depth + 1), path].join('.'));
  return from === path || bases.includes(from) ? open : undefined;
}

export type FoundEvent =
  | { readonly kind: 'gate'; readonly of: GateDefinition }
  | { readonly kind: 'basic-event'; readonly of: BasicEvent }
  | { readonly kind: 'house-event'; readonly of: HouseEvent };

/** What an event reference means in a scope; of any type, the innermost definition. */
export function findEvent(
  model: OpenPsaModel,
  { to, type, place }: EventReference,
  scope: readonly string[],
): FoundEvent | ModelProblem {
  const candidates: FoundEvent[] = [];
  const gate = type === 'gate' || type === 'any' ? find(model.gates, to, scope) : undefined;
  if (gate !== undefined) candidates.push({ kind: 'gate', of: gate });
  const event = type === 'basic-event' || type === 'any' ? find(model.events, to, scope) : undefined;
  if (event !== undefined) candidates.push({ kind: 'basic-event', of: event });
  const house = type === 'house-event' || type === 'any' ? find(model.houses, to, scope) : undefined;
  if (house !== undefined) candidates.push({ kind: 'house-event', of: house });
  const [first, ...others] = candidates;
  if (first === undefined) {
    const what = type === 'any' ? 'event' : type;
    const names = [
      ...(type === 'gate' || type === 'any' ? model.gates.keys() : []),
      ...(type === 'basic-event' || type === 'any' ? model.events.keys() : []),
      ...(type === 'house-event' || type === 'any' ? model.houses.keys() : []),
    ];
    return undefinedName(what, to, place, names);
  }
  const depth = ({ of }: FoundEvent) => (of.private ? of.scope.length : 0);
  return others.reduce((best, one) => (depth(one) > depth(best) ? one : best), first);
}

export function undefinedName(what: string, name: string, place: ModelPlace, known: Iterable<string>): ModelProblem {
  return problemAt(
    'undefined',
    place,
    `the ${what} ${quoted(name)} is not defined`,
    'a name that is defined',
    nearest(name, known),
  );
}
