import { countUses, gateAt, inputsFirst, type Literal, type Workbench, type WorkGate } from './workbench.js';

/**
 * Absorption at any depth: below an `and` of x and others, the others matter only when x fails, so there x may be taken to
 * fail; below an `or`, to hold. A gate that is used in several places may be given what all its users agree on: where x is
 * not so, none of them looks at it. x or (x and y) becomes x, x and (x or y) likewise.
 *
 * @param most assumptions carried over all gates: an upper limit of the memory that it takes; what is beyond is left out
 */
export function assume(bench: Workbench, most: number): boolean {
  const { leaves, gates, roots } = bench;
  const order = inputsFirst(bench);
  const uses = countUses(bench, order);
  const given = new Map<number, Map<number, Literal>>(); // by gate: the constant of some nodes
  for (const root of roots) if (gateAt(bench, root) !== undefined) given.set((root >> 1) - leaves, new Map());
  let steps = most;
  let changed = false;
  for (let at = order.length - 1; at >= 0; at--) {
    const g = order[at];
    const gate = gates[g] as WorkGate;
    const own = given.get(g) as Map<number, Literal>;
    given.delete(g);
    if (own.size > 0) {
      gate.inputs = gate.inputs.map((literal) => {
        const constant = own.get(literal >> 1);
        if (constant === undefined) return literal;
        changed = true;
        return constant ^ (literal & 1);
      });
    }
    // What an input may assume: what this gate may, and for `and` and `or` the others.
    if (steps <= 0 && own.size === 0) {
      for (const literal of gate.inputs)
        if (gateAt(bench, literal) !== undefined) given.set((literal >> 1) - leaves, new Map());
      continue;
    }
    const passed = new Map(own);
    const failing = gate.kind === 'and' ? 1 : 0;
    if (gate.kind === 'and' || gate.kind === 'or') {
      for (const literal of gate.inputs) {
        if (literal >= 0 && uses[literal >> 1] > 1) passed.set(literal >> 1, -2 + (failing ^ (literal & 1)));
      }
    }
    steps -= passed.size + gate.inputs.length;
    for (const literal of gate.inputs) {
      if (gateAt(bench, literal) === undefined) continue;
      const inner = (literal >> 1) - leaves;
      const before = given.get(inner);
      if (steps < 0) given.set(inner, new Map());
      else if (before === undefined) {
        const copy = new Map(passed);
        copy.delete(literal >> 1);
        given.set(inner, copy);
        steps -= copy.size;
      } else {
        for (const [node, constant] of before) if (passed.get(node) !== constant) before.delete(node);
        steps -= before.size;
      }
    }
  }
  return changed;
}
