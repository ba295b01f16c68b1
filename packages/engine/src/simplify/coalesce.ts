import { countUses, gateAt, inputsFirst, type Literal, type Workbench, type WorkGate } from './workbench.js';

/** An `and` in an `and`, or an `or` in an `or`, that nothing else uses is taken into it; a negated one by De Morgan's law. */
export function coalesce(bench: Workbench): boolean {
  const order = inputsFirst(bench);
  const uses = countUses(bench, order);
  let changed = false;
  for (const g of order) {
    const gate = bench.gates[g] as WorkGate;
    if (gate.kind !== 'and' && gate.kind !== 'or') continue;
    const dual = gate.kind === 'and' ? 'or' : 'and';
    const inputs: Literal[] = [];
    for (const literal of gate.inputs) {
      const inner = gateAt(bench, literal);
      const sign = literal & 1;
      if (inner === undefined || uses[literal >> 1] !== 1 || inner.kind !== (sign === 0 ? gate.kind : dual)) {
        inputs.push(literal);
      } else {
        for (const input of inner.inputs) inputs.push(input ^ sign);
        changed = true;
      }
    }
    gate.inputs = inputs;
  }
  return changed;
}
