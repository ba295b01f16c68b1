import { nearest } from '../names/index.js';
import type { Gate, NodeRef, RiskModel } from '../types.js';
import type { UncertainLeaves } from '../uncertainty/index.js';
import { whyNoValue } from '../uncertainty/index.js';
import type { EventReference, Formula } from './formula.js';
import { gateOf } from './gate-of.js';
import { type LeafEvent, leafBuilder } from './leaf-events.js';
import { type GateDefinition, idOf, type OpenPsaModel } from './model.js';
import { type ModelProblem, type ModelResult, problemAt } from './problem.js';
import { type FoundEvent, findEvent } from './resolve.js';
import { quoted } from './xml-node.js';

/** A formula at its place in the model, with house events that a path has set. */
export interface Placed {
  readonly formula: Formula;
  readonly scope: readonly string[];
  /** By id of the house event. */
  readonly houses: ReadonlyMap<string, boolean>;
}

export interface SolveOptions {
  /** Whether common-cause groups are expanded; yes unless told otherwise. */
  readonly commonCause?: boolean;
  /** In hours, what `system-mission-time` is; a year unless told otherwise. */
  readonly missionTime?: number;
  /**
   * Basic and house events, by id, that are given to happen or not: what is solved is the model under this condition. A house
   * event that a path sets is what the path says. Refused: a member of a common-cause group that is expanded, which does not
   * happen independently of the others.
   */
  readonly given?: ReadonlyMap<string, boolean>;
}

/** A year in hours, as SCRAM has it. */
export const defaultMissionTime = 8760;

/** What is below some formulas, ready for `compile`. */
export interface Solvables extends UncertainLeaves {
  readonly model: RiskModel;
  /** One node for each formula. */
  readonly roots: readonly NodeRef[];
  /** What the leaves are, by number; only events below the formulas, in the order that they are met. */
  readonly events: readonly LeafEvent[];
  /** Names of the leaves. */
  readonly leaves: readonly string[];
  /** With every uncertain number at its mean. */
  readonly probabilities: Float64Array;
  /** Gates of the model as written that are below the formulas. */
  readonly gates: number;
  /** Whether the mission time makes a difference. */
  readonly usesMissionTime: boolean;
}

export interface Solvable extends Solvables {
  readonly root: NodeRef;
}

const nothingSet: ReadonlyMap<string, boolean> = new Map();

/** Gates that no other gate uses, in the order of the text: what a fault tree is about. */
export function topGates(model: OpenPsaModel): readonly string[] {
  const used = new Set<string>();
  const visit = (formula: Formula, scope: readonly string[]): void => {
    if (formula.kind === 'reference') {
      const found = findEvent(model, formula, scope);
      if ('kind' in found && found.kind === 'gate') used.add(idOf(found.of));
    } else if (formula.kind !== 'constant') for (const input of formula.inputs) visit(input, scope);
  };
  for (const { formula, scope } of model.gates.values()) visit(formula, scope);
  return [...model.gates.keys()].filter((id) => !used.has(id));
}

/** The model below a gate: see `toRiskModels`. The gate is named by its id. */
export function toRiskModel(model: OpenPsaModel, top: string, options: SolveOptions = {}): ModelResult<Solvable> {
  const gate = model.gates.get(top);
  if (gate === undefined) {
    const near = nearest(top, model.gates.keys());
    return {
      ok: false,
      problem: problemAt(
        'undefined',
        { line: 1, column: 1 },
        `there is no gate ${quoted(top)}`,
        'the name of a gate',
        near,
      ),
    };
  }
  // By reference, so that a cycle through the gate itself is found and named.
  const formula: Formula = { kind: 'reference', to: top, type: 'gate', place: gate.place };
  const built = toRiskModels(model, [{ formula, scope: [], houses: nothingSet }], options);
  return built.ok ? { ok: true, value: { ...built.value, root: built.value.roots[0]! } } : built;
}

/**
 * The model below formulas. Refused with a place: an event that is not defined, a gate that depends on itself, an event
 * without a probability or with one outside [0, 1].
 */
export function toRiskModels(
  model: OpenPsaModel,
  formulas: readonly Placed[],
  { commonCause = true, missionTime = defaultMissionTime, given = nothingSet }: SolveOptions = {},
): ModelResult<Solvables> {
  const impossible = whyNotGiven(model, given, commonCause);
  if (impossible !== undefined) return { ok: false, problem: impossible };
  const found = new Map<EventReference, FoundEvent>();
  const order: Instance[] = [];
  const problem = inputsFirst(model, formulas, found, order);
  if (problem !== undefined) return { ok: false, problem };

  // Leaves come first in a model, and how many there are is known when all formulas were looked at.
  const leaves = leafBuilder(model, commonCause, missionTime);
  for (const { formula } of [...order.map(({ gate }) => gate), ...formulas]) {
    const wrong = eachReference(formula, (reference) => {
      const event = found.get(reference)!;
      const open = event.kind === 'basic-event' && !given.has(idOf(event.of));
      return open ? leaves.add(event.of, reference.place) : undefined;
    });
    if (wrong !== undefined) return { ok: false, problem: wrong };
  }
  const { events, probabilities, leafTerms, terms, values, usesMissionTime } = leaves.finish();
  const bad = probabilities.findIndex((p) => !(p >= 0 && p <= 1));
  if (bad >= 0) {
    const { name, place } = events[bad]!;
    const p = probabilities[bad]!;
    const message = Number.isFinite(p)
      ? `${quoted(name)} has the probability ${p}`
      : `${quoted(name)} has no probability: ${whyNoValue(terms, values, leafTerms[bad]!)}`;
    return { ok: false, problem: problemAt('domain', place, message, 'a number from 0 to 1') };
  }

  const gates: Gate[] = [];
  const nodeOf = new Map<string, NodeRef>();
  const count = leafTerms.length;
  const add = (gate: Gate): NodeRef => count + gates.push(gate) - 1;
  const groupNode = new Map<string, NodeRef>();

  const event = (reference: EventReference, houses: ReadonlyMap<string, boolean>): NodeRef => {
    const { kind, of } = found.get(reference)!;
    if (kind === 'gate') return nodeOf.get(keyOf(idOf(of), houses))!;
    const id = idOf(of);
    if (kind === 'house-event') return constant(houses.get(id) ?? given.get(id) ?? of.state);
    const known = given.get(id);
    if (known !== undefined) return constant(known);
    const parts = leaves.partsOf(of);
    if (parts.length === 1) return parts[0]!;
    const node = groupNode.get(id) ?? add({ kind: 'or', inputs: parts });
    groupNode.set(id, node);
    return node;
  };

  const build = (formula: Formula, houses: ReadonlyMap<string, boolean>): NodeRef => {
    if (formula.kind === 'constant') return constant(formula.value);
    if (formula.kind === 'reference') return event(formula, houses);
    return add(
      gateOf(
        formula,
        formula.inputs.map((input) => build(input, houses)),
      ),
    );
  };

  /** An `and` of nothing fails, an `or` of nothing holds. */
  function constant(value: boolean): NodeRef {
    return add({ kind: value ? 'and' : 'or', inputs: [] });
  }

  for (const { id, gate, houses } of order) nodeOf.set(keyOf(id, houses), build(gate.formula, houses));
  const roots = formulas.map(({ formula, houses }) => build(formula, houses));
  return {
    ok: true,
    value: {
      model: { leaves: count, gates },
      roots,
      events,
      leaves: events.map(({ name }) => name),
      probabilities,
      terms,
      leafTerms,
      gates: new Set(order.map(({ id }) => id)).size,
      usesMissionTime,
    },
  };
}

/** Why these events cannot be given. */
function whyNotGiven(
  model: OpenPsaModel,
  given: ReadonlyMap<string, boolean>,
  commonCause: boolean,
): ModelProblem | undefined {
  for (const id of given.keys()) {
    const event = model.events.get(id);
    if (event === undefined && !model.houses.has(id)) {
      const known = [...model.events.keys(), ...model.houses.keys()];
      const expected = 'the name of a basic event or a house event';
      return problemAt(
        'undefined',
        { line: 1, column: 1 },
        `there is no event ${quoted(id)}`,
        expected,
        nearest(id, known),
      );
    }
    if (event?.group === undefined || !commonCause) continue;
    const message = `${quoted(id)} cannot be given: it is in the common-cause group ${quoted(event.group)}, and says something of the others`;
    return problemAt('not-supported', event.place, message, 'an event outside of common-cause groups');
  }
  return undefined;
}

/** A gate with what a path has set. */
interface Instance {
  readonly id: string;
  readonly gate: GateDefinition;
  readonly houses: ReadonlyMap<string, boolean>;
}

/** NUL cannot stand in XML, so no id holds one. */
function keyOf(id: string, houses: ReadonlyMap<string, boolean>): string {
  if (houses.size === 0) return id;
  return [id, ...[...houses].map(([house, state]) => `${house}=${state}`).sort()].join('\u0000');
}

/** Looks at all references of a formula, until one gives a problem. */
function eachReference(
  formula: Formula,
  use: (reference: EventReference) => ModelProblem | undefined,
): ModelProblem | undefined {
  if (formula.kind === 'reference') return use(formula);
  if (formula.kind === 'constant') return undefined;
  for (const input of formula.inputs) {
    const problem = eachReference(input, use);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Fills `order` with the gates below the formulas, each after those that it uses; a stack of its own, as trees may be deep. */
function inputsFirst(
  model: OpenPsaModel,
  formulas: readonly Placed[],
  found: Map<EventReference, FoundEvent>,
  order: Instance[],
): ModelProblem | undefined {
  const state = new Map<string, 'open' | 'done'>();
  interface Frame {
    readonly instance?: Instance;
    readonly houses: ReadonlyMap<string, boolean>;
    readonly uses: readonly EventReference[];
    next: number;
  }
  const stack: Frame[] = [];
  const enter = (
    formula: Formula,
    scope: readonly string[],
    houses: ReadonlyMap<string, boolean>,
    instance?: Instance,
  ) => {
    const uses: EventReference[] = [];
    const problem = eachReference(formula, (reference) => {
      const event = found.get(reference) ?? findEvent(model, reference, scope);
      if (!('kind' in event && 'of' in event)) return event;
      found.set(reference, event);
      if (event.kind === 'gate') uses.push(reference);
      return undefined;
    });
    stack.push({ ...(instance === undefined ? {} : { instance }), houses, uses, next: 0 });
    return problem;
  };
  for (const { formula, scope, houses } of formulas) {
    const problem = enter(formula, scope, houses);
    if (problem !== undefined) return problem;
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const use = frame.uses[frame.next];
      frame.next += 1;
      if (use === undefined) {
        const { instance } = frame;
        stack.pop();
        if (instance === undefined) continue;
        order.push(instance);
        state.set(keyOf(instance.id, instance.houses), 'done');
        continue;
      }
      const gate = found.get(use)!.of as GateDefinition;
      const instance: Instance = { id: idOf(gate), gate, houses: frame.houses };
      const key = keyOf(instance.id, instance.houses);
      const was = state.get(key);
      if (was === 'open') return cycle(instance.id, use, stack);
      if (was === 'done') continue;
      state.set(key, 'open');
      const wrong = enter(gate.formula, gate.scope, frame.houses, instance);
      if (wrong !== undefined) return wrong;
    }
  }
  return undefined;
}

function cycle(
  id: string,
  { place }: EventReference,
  stack: readonly { readonly instance?: Instance }[],
): ModelProblem {
  const names = stack.flatMap(({ instance }) => (instance === undefined ? [] : [instance.id]));
  const round = [...names.slice(names.indexOf(id)), id];
  const shown = round.length > 8 ? [...round.slice(0, 7), '…', id] : round;
  return problemAt(
    'cycle',
    place,
    `gate ${quoted(id)} depends on itself: ${shown.join(' → ')}`,
    'a tree without a cycle',
  );
}
