import { countUses, gateAt, inputsFirst, type Kind, type Literal, type Workbench, type WorkGate } from './workbench.js';

/**
 * Inputs that always occur together, in the same gates of one kind and with the same signs, become one gate of that kind,
 * used in their place: if they are leaves or modules, it is a module.
 */
export function groupShared(bench: Workbench): boolean {
  const { leaves, gates, roots } = bench;
  const order = inputsFirst(bench);
  const users = new Map<number, number[]>();
  for (const g of order) {
    for (const literal of (gates[g] as WorkGate).inputs) {
      const sign = 2 * g + (literal & 1);
      const list = users.get(literal >> 1);
      if (list === undefined) users.set(literal >> 1, [sign]);
      else list.push(sign);
    }
  }
  for (const root of roots) if (root >= 0) users.delete(root >> 1);
  const groups = new Map<string, Literal[]>();
  for (const [node, signs] of users) {
    if (signs.length < 2) continue;
    const sign = (signs[0] as number) & 1;
    const kind = (gates[(signs[0] as number) >> 1] as WorkGate).kind;
    if (kind !== 'and' && kind !== 'or') continue;
    if (!signs.every((each) => (each & 1) === sign && (gates[each >> 1] as WorkGate).kind === kind)) continue;
    const name = signs.join();
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [2 * node + sign]);
    else group.push(2 * node + sign);
  }
  let changed = false;
  for (const [name, group] of groups) {
    if (group.length < 2) continue;
    const places = name.split(',').map((each) => Number(each) >> 1);
    const kind = (gates[places[0] as number] as WorkGate).kind;
    const members = new Set(group);
    const node = leaves + gates.push({ kind, need: 0, inputs: group.sort((a, b) => a - b) }) - 1;
    for (const g of places) {
      const gate = gates[g] as WorkGate;
      gate.inputs = gate.inputs.filter((literal) => !members.has(literal));
      gate.inputs.push(2 * node);
    }
    changed = true;
  }
  return changed;
}

/**
 * The last step: inputs of an `and` or `or` that are leaves or modules used nowhere else become one module, which takes the
 * place of one variable.
 */
export function groupPrivate(bench: Workbench): void {
  const { leaves, gates } = bench;
  const order = inputsFirst(bench);
  const uses = countUses(bench, order);
  const isModule = new Set<number>();
  const isPrivate = (literal: Literal): boolean =>
    uses[literal >> 1] === 1 && (gateAt(bench, literal) === undefined || isModule.has(literal >> 1));
  const groupable = (kind: Kind): boolean => kind === 'and' || kind === 'or';
  for (const g of order) {
    const gate = gates[g] as WorkGate;
    const own = gate.inputs.filter(isPrivate);
    if (own.length === gate.inputs.length) isModule.add(leaves + g);
    else if (own.length > 1 && groupable(gate.kind)) {
      const node = leaves + gates.push({ kind: gate.kind, need: 0, inputs: own }) - 1;
      gate.inputs = [...gate.inputs.filter((literal) => !isPrivate(literal)), 2 * node];
    }
  }
}
