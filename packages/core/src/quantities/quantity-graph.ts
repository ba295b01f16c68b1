import type { Case, Quantity, QuantityName } from '../case/index.js';
import { type Expression, type ExpressionProblem, namesIn, parseExpression } from '../expression/index.js';

/** A quantity with its expression read. */
export interface QuantityNode {
  readonly quantity: Quantity;
  /** Place in the order of the text. */
  readonly place: number;
  /** Present where the definition is an expression that could be read. */
  readonly ast?: Expression;
  readonly problems: readonly ExpressionProblem[];
  /** The names in the expression, each once, in the order of the text. */
  readonly names: readonly string[];
}

/** The quantities of a case and what they are made of. */
export interface QuantityGraph {
  readonly nodes: ReadonlyMap<QuantityName, QuantityNode>;
  /** Names in an order in which each stands after what it is made of; those on a cycle, or above one, are left out. */
  readonly order: readonly QuantityName[];
  /** Place of each name in `order`. */
  readonly position: ReadonlyMap<QuantityName, number>;
  /** One cycle through each group of quantities that are made of each other: a, b, …, a. */
  readonly cycles: readonly (readonly QuantityName[])[];
}

/** Reads all expressions and puts the quantities in order. Linear in the size of the text; safe on cycles. */
export function quantityGraph(of: Case): QuantityGraph {
  const nodes = new Map<QuantityName, QuantityNode>();
  // Where a name stands twice, the first one counts.
  for (const one of of.quantities) if (!nodes.has(one.name)) nodes.set(one.name, nodeOf(one, nodes.size));
  const state = new Map<QuantityName, 'open' | 'done' | 'cyclic'>();
  const order: QuantityName[] = [];
  const cycles: QuantityName[][] = [];
  const onCycle = new Set<QuantityName>();
  for (const root of nodes.keys()) {
    if (state.has(root)) continue;
    const path: { readonly name: QuantityName; next: number; cyclic: boolean }[] = [];
    const enter = (name: QuantityName) => {
      state.set(name, 'open');
      path.push({ name, next: 0, cyclic: false });
    };
    enter(root);
    while (path.length > 0) {
      const top = path.at(-1)!;
      const name = nodes.get(top.name)!.names[top.next++];
      if (name === undefined) {
        path.pop();
        state.set(top.name, top.cyclic ? 'cyclic' : 'done');
        if (!top.cyclic) order.push(top.name);
        else if (path.length > 0) path.at(-1)!.cyclic = true;
        continue;
      }
      if (!nodes.has(name)) continue;
      const known = state.get(name);
      if (known === undefined) enter(name);
      else if (known !== 'done') top.cyclic = true;
      if (known === 'open') {
        const cycle = path.slice(path.findIndex((each) => each.name === name)).map((each) => each.name);
        if (!cycle.some((each) => onCycle.has(each))) cycles.push([...cycle, name]);
        for (const each of cycle) onCycle.add(each);
      }
    }
  }
  return { nodes, order, position: new Map(order.map((name, i) => [name, i])), cycles };
}

function nodeOf(quantity: Quantity, place: number): QuantityNode {
  if (quantity.definition.kind !== 'expression') return { quantity, place, problems: [], names: [] };
  const { ast, problems } = parseExpression(quantity.definition.text);
  if (ast === undefined) return { quantity, place, problems, names: [] };
  return { quantity, place, ast, problems, names: [...new Set(namesIn(ast).map(({ name }) => name))] };
}

/** The quantities that this one is made of, itself included, each after what it is made of. Those on a cycle are left out. */
export function closure(graph: QuantityGraph, name: string): readonly QuantityNode[] {
  const found = new Set<string>();
  const stack = [name];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    stack.push(...(graph.nodes.get(next)?.names ?? []));
  }
  const placed = [...found].filter((each) => graph.position.has(each));
  placed.sort((a, b) => graph.position.get(a)! - graph.position.get(b)!);
  return placed.map((each) => graph.nodes.get(each)!);
}
