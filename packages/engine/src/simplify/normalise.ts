import { FALSE, inputsFirst, type Literal, TRUE, type Workbench, type WorkGate } from './workbench.js';

/**
 * One pass from the inputs up: constants are carried through, gates of one input and gates that are equal to another
 * disappear, inputs that are listed twice or with their negation are resolved.
 */
export function normalise(bench: Workbench): void {
  const { leaves, gates, roots } = bench;
  const became = new Map<number, Literal>(); // by gate, where it is not itself
  const resolve = (literal: Literal): Literal => {
    if (literal < 0) return literal;
    const other = became.get((literal >> 1) - leaves);
    return other === undefined ? literal : other ^ (literal & 1);
  };
  const known = new Map<string, Literal>();
  for (const g of inputsFirst(bench)) {
    const gate = gates[g] as WorkGate;
    const own = 2 * (leaves + g);
    gate.inputs = gate.inputs.map(resolve);
    const result = settle(gate, own);
    if (result !== own) became.set(g, result);
    if (result >> 1 !== own >> 1) continue;
    const name = `${gate.kind}${gate.kind === 'atLeast' ? gate.need : ''}:${gate.inputs.join()}`;
    const twin = known.get(name);
    if (twin === undefined) known.set(name, own);
    else became.set(g, twin ^ (result & 1));
  }
  roots.forEach((root, i) => {
    roots[i] = resolve(root);
  });
}

/** Brings a gate whose inputs are resolved into its simplest form, inputs ascending; gives what it is equal to, often itself. */
function settle(gate: WorkGate, own: Literal): Literal {
  if (gate.kind === 'xor') return settleOdd(gate, own);
  if (gate.kind === 'atLeast') settleCount(gate);
  if (gate.kind === 'atLeast') return own;
  const decisive = gate.kind === 'or' ? TRUE : FALSE;
  const kept: Literal[] = [];
  for (const literal of gate.inputs.sort(ascending)) {
    const last = kept.length === 0 ? undefined : kept[kept.length - 1];
    if (literal === decisive || (last !== undefined && literal >= 0 && literal === (last ^ 1))) return decisive;
    if (literal >= 0 && literal !== last) kept.push(literal);
  }
  gate.inputs = kept;
  if (kept.length === 0) return decisive ^ 1;
  return kept.length === 1 ? (kept[0] as Literal) : own;
}

/** Constants and pairs of an input and its negation count; what is left is an `and`, an `or` or neither. */
function settleCount(gate: WorkGate): void {
  const kept: Literal[] = [];
  for (const literal of gate.inputs.sort(ascending)) {
    if (literal === FALSE) continue;
    if (literal === TRUE) gate.need--;
    else if (kept.length > 0 && literal === ((kept[kept.length - 1] as Literal) ^ 1) && (literal & 1) === 1) {
      kept.pop();
      gate.need--;
    } else kept.push(literal);
  }
  gate.inputs = kept;
  if (gate.need <= 0) {
    gate.kind = 'and';
    gate.inputs = [];
  } else if (gate.need === 1) gate.kind = 'or';
  else if (gate.need === kept.length) gate.kind = 'and';
  else if (gate.need > kept.length) {
    gate.kind = 'or';
    gate.inputs = [];
  }
}

/** Equal inputs cancel out, negations turn the result round. */
function settleOdd(gate: WorkGate, own: Literal): Literal {
  let turned = 0;
  const kept: Literal[] = [];
  for (const literal of gate.inputs.sort(ascending)) {
    if (literal < 0) {
      if (literal === TRUE) turned ^= 1;
      continue;
    }
    turned ^= literal & 1;
    const plain = literal & ~1;
    if (kept.length > 0 && kept[kept.length - 1] === plain) kept.pop();
    else kept.push(plain);
  }
  gate.inputs = kept;
  if (kept.length === 0) return FALSE ^ turned;
  return (kept.length === 1 ? (kept[0] as Literal) : own) ^ turned;
}

function ascending(a: number, b: number): number {
  return a - b;
}
