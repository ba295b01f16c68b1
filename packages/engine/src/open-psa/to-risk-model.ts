import type { Gate, NodeRef, RiskModel } from '../types.js';
import type { XmlPlace, XmlProblem } from '../xml/index.js';
import type { FaultTree, FaultTreeGate, Formula } from './fault-tree.js';

/** A coherent tree below one gate, ready for `compile`. */
export interface Solvable {
  readonly model: RiskModel;
  readonly root: NodeRef;
  /** Names of the leaves, by number; only events below the gate, in the order that they are met. */
  readonly leaves: readonly string[];
  readonly probabilities: Float64Array;
}

/** Gates that no other gate uses, in the order of the text: what a tree is about. */
export function topGates(tree: FaultTree): readonly string[] {
  const used = new Set<string>();
  const visit = (formula: Formula): void => {
    if (formula.kind === 'reference') used.add(formula.to);
    else if (formula.kind !== 'constant') formula.inputs.forEach(visit);
  };
  for (const { formula } of tree.gates.values()) visit(formula);
  return [...tree.gates.keys()].filter((name) => !used.has(name));
}

/**
 * The model below a gate. Only coherent trees can be solved: `and`, `or` and `atleast` over gates, basic events and
 * house events. Refused with a place: a gate, event or connective that is not defined or not coherent, a gate that
 * depends on itself, an event without a probability.
 */
export function toRiskModel(
  tree: FaultTree,
  top: string,
): { readonly ok: true; readonly value: Solvable } | { readonly ok: false; readonly problem: XmlProblem } {
  const leaves: string[] = [];
  const probabilities: number[] = [];
  const leafOf = new Map<string, number>();
  const order: FaultTreeGate[] = [];
  const start = tree.gates.get(top);
  if (start === undefined) {
    return no({ line: 1, column: 1 }, `there is no gate “${top}”`, 'the name of a gate');
  }
  const sorted = inputsFirst(tree, start, order);
  if (sorted !== undefined) return { ok: false, problem: sorted };

  // Leaves come first in a model, and how many there are is known when all formulas were looked at.
  let problem: XmlProblem | undefined;
  for (const gate of order) eachReference(gate.formula, (reference) => (problem ??= leafFor(reference)));
  if (problem !== undefined) return { ok: false, problem };
  const gates: Gate[] = [];
  const nodeOf = new Map<string, NodeRef>();
  const add = (gate: Gate): NodeRef => leaves.length + gates.push(gate) - 1;
  for (const { name, formula } of order) {
    const node = build(formula);
    if (typeof node !== 'number') return { ok: false, problem: node };
    nodeOf.set(name, node);
  }
  const root = nodeOf.get(top)!;
  return {
    ok: true,
    value: { model: { leaves: leaves.length, gates }, root, leaves, probabilities: Float64Array.from(probabilities) },
  };

  function leafFor({ to, type, place }: Reference): XmlProblem | undefined {
    const event = type === 'gate' || (type === 'any' && tree.gates.has(to)) ? undefined : tree.events.get(to);
    if (event === undefined || leafOf.has(to)) return undefined;
    if (event.probability === undefined)
      return fail(
        place,
        `basic event “${to}” has no probability (defined at ${event.place.line}:${event.place.column})`,
        'a constant',
      );
    leafOf.set(to, leaves.length);
    leaves.push(to);
    probabilities.push(event.probability);
    return undefined;
  }

  function build(formula: Formula): NodeRef | XmlProblem {
    if (formula.kind === 'constant') return constant(formula.value);
    if (formula.kind === 'reference') {
      const house = formula.type === 'gate' || formula.type === 'basic-event' ? undefined : tree.houses.get(formula.to);
      return house === undefined ? (nodeOf.get(formula.to) ?? leafOf.get(formula.to)!) : constant(house);
    }
    const inputs: NodeRef[] = [];
    for (const input of formula.inputs) {
      const node = build(input);
      if (typeof node !== 'number') return node;
      inputs.push(node);
    }
    switch (formula.kind) {
      case 'and':
      case 'or':
        return add({ kind: formula.kind, inputs });
      case 'atleast':
        return add({ kind: 'atLeast', k: formula.min!, inputs });
      default:
        return fail(
          formula.place,
          `<${formula.kind}> makes the tree non-coherent, and such trees are not solved`,
          'and, or, atleast',
        );
    }
  }

  /** An `and` of nothing fails, an `or` of nothing holds. */
  function constant(value: boolean): NodeRef {
    return add({ kind: value ? 'and' : 'or', inputs: [] });
  }
}

type Reference = Extract<Formula, { readonly kind: 'reference' }>;

function fail({ line, column }: XmlPlace, message: string, expected: string): XmlProblem {
  return { kind: 'syntax', line, column, message, expected };
}

function no(place: XmlPlace, message: string, expected: string): { readonly ok: false; readonly problem: XmlProblem } {
  return { ok: false, problem: fail(place, message, expected) };
}

function eachReference(formula: Formula, use: (reference: Reference) => void): void {
  if (formula.kind === 'reference') use(formula);
  else if (formula.kind !== 'constant') for (const input of formula.inputs) eachReference(input, use);
}

/** Fills `order` with the gates below `start`, each after those that it uses; a stack of its own, as trees may be deep. */
function inputsFirst(tree: FaultTree, start: FaultTreeGate, order: FaultTreeGate[]): XmlProblem | undefined {
  const state = new Map<string, 'open' | 'done'>([[start.name, 'open']]);
  const stack: { readonly gate: FaultTreeGate; readonly uses: readonly Reference[]; next: number }[] = [];
  const enter = (gate: FaultTreeGate): void => {
    const uses: Reference[] = [];
    eachReference(gate.formula, (reference) => uses.push(reference));
    stack.push({ gate, uses, next: 0 });
  };
  enter(start);
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const use = frame.uses[frame.next];
    frame.next += 1;
    if (use === undefined) {
      order.push(frame.gate);
      state.set(frame.gate.name, 'done');
      stack.pop();
      continue;
    }
    const { to, type, place } = use;
    const gate = type === 'gate' || type === 'any' ? tree.gates.get(to) : undefined;
    if (gate === undefined) {
      const known =
        ((type === 'basic-event' || type === 'any') && tree.events.has(to)) ||
        ((type === 'house-event' || type === 'any') && tree.houses.has(to));
      if (!known)
        return fail(place, `the ${type === 'any' ? 'event' : type} “${to}” is not defined`, 'a name that is defined');
      continue;
    }
    const was = state.get(to);
    if (was === 'open') {
      const from = stack.findIndex((each) => each.gate.name === to);
      const names = [...stack.slice(from).map((each) => each.gate.name), to];
      const shown = names.length > 8 ? [...names.slice(0, 7), '…', to] : names;
      return fail(place, `gate “${to}” depends on itself: ${shown.join(' → ')}`, 'a tree without a cycle');
    }
    if (was === undefined) {
      state.set(to, 'open');
      enter(gate);
    }
  }
  return undefined;
}
