import type { Origin, QuantityName } from '../case/index.js';
import {
  type Expression,
  type ExpressionProblem,
  namesIn,
  parseUnit,
  plainUnit,
  sameUnit,
  type Unit,
  unitOf,
  unitText,
} from '../expression/index.js';
import { type BuiltInQuantity, builtInUnit } from './built-in-quantities.js';
import { at, inExpression, type QuantityFinding } from './quantity-finding.js';
import type { QuantityGraph, QuantityNode } from './quantity-graph.js';

/** The unit of every quantity (`any` where it is in error), and what is wrong with units. */
export interface QuantityUnits {
  readonly units: ReadonlyMap<QuantityName, Unit | 'any'>;
  readonly findings: readonly QuantityFinding[];
}

/**
 * Checks units from the base quantities up. A quantity has the unit that it states, else that of its expression, else it
 * is a plain number. The unit that an expression states must be its own, or is given to it where it is made of plain
 * numbers only.
 */
export function quantityUnits(graph: QuantityGraph, builtIns: ReadonlyMap<string, BuiltInQuantity>): QuantityUnits {
  const units = new Map<QuantityName, Unit | 'any'>();
  const found = new Map<QuantityName, readonly QuantityFinding[]>();
  const unitOfName = (name: string): Unit | 'any' => {
    const builtIn = builtIns.get(name);
    return units.get(name) ?? (builtIn === undefined ? 'any' : builtInUnit(builtIn));
  };
  const cyclic = [...graph.nodes.keys()].filter((name) => !graph.position.has(name));
  for (const name of [...cyclic, ...graph.order]) {
    const node = graph.nodes.get(name)!;
    const { unit, findings } = unitOfQuantity(node, graph.position.has(name), unitOfName, (ast, problem) =>
      unstatedUnit(ast, problem, graph, units),
    );
    units.set(name, unit);
    found.set(name, findings);
  }
  return { units, findings: [...graph.nodes.keys()].flatMap((name) => found.get(name)!) };
}

function unitOfQuantity(
  { quantity, ast }: QuantityNode,
  ordered: boolean,
  unitOfName: (name: string) => Unit | 'any',
  hintOf: (ast: Expression, problem: ExpressionProblem) => string | undefined,
): { unit: Unit | 'any'; findings: readonly QuantityFinding[] } {
  const stated = quantity.unit === undefined ? undefined : parseUnit(quantity.unit);
  if (stated !== undefined && 'message' in stated) {
    const message = `${stated.message[0]!.toUpperCase()}${stated.message.slice(1)}`;
    return { unit: 'any', findings: [at(unitOrigin(quantity.origin), 'unit-syntax', message)] };
  }
  if (ast === undefined) {
    const unreadable = quantity.definition.kind === 'expression';
    return { unit: stated ?? (unreadable ? 'any' : plainUnit), findings: [] };
  }
  if (!ordered) return { unit: stated ?? 'any', findings: [] };
  let plainOnly = true;
  const computed = unitOf(ast, (name) => {
    const unit = unitOfName(name);
    plainOnly &&= unit === 'any' || unit.length === 0;
    return unit;
  });
  if ('problem' in computed) {
    const { problem } = computed;
    const finding = inExpression(quantity, 'unit-mismatch', problem, hintOf(ast, problem));
    return { unit: stated ?? 'any', findings: [finding] };
  }
  if (stated === undefined) return { unit: computed.unit, findings: [] };
  if (computed.unit === 'any' || plainOnly || sameUnit(stated, computed.unit)) return { unit: stated, findings: [] };
  const message = `\`${quantity.name}\` is stated to be ${unitText(stated)}, and its expression is ${unitText(computed.unit)}`;
  return { unit: stated, findings: [inExpression(quantity, 'unit-mismatch', { message, from: ast.from, to: ast.to })] };
}

/** Where the part that does not fit is a quantity that says of no unit: what to say. */
function unstatedUnit(
  ast: Expression,
  { needs, from, to }: ExpressionProblem,
  { nodes }: QuantityGraph,
  units: ReadonlyMap<QuantityName, Unit | 'any'>,
): string | undefined {
  const part = namesIn(ast).find((name) => name.from === from && name.to === to)?.name;
  if (needs === undefined || part === undefined) return undefined;
  const quantity = nodes.get(part)?.quantity;
  if (quantity === undefined || quantity.unit !== undefined || units.get(part)?.length !== 0) return undefined;
  return `If that is what \`${part}\` is, state it there: \`unit: ${needs}\`.`;
}

function unitOrigin({ file, path }: Origin): Origin {
  return { file, path: [...path, 'unit'] };
}
