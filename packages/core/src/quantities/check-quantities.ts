import { type Case, type DoubtValue, nearest, type Origin, type QuantityName, statedDoubts } from '../case/index.js';
import { functionNames, isDoubtUnit, namesIn, type Unit, unitText } from '../expression/index.js';
import { type BuiltInQuantity, builtInQuantitiesOf, builtInUnit, isBuiltInName } from './built-in-quantities.js';
import { at, inExpression, type QuantityFinding } from './quantity-finding.js';
import { type QuantityGraph, type QuantityNode, quantityGraph } from './quantity-graph.js';
import { quantityUnits } from './quantity-units.js';

/** Look-ups of nearest names in one check, so that checking stays linear in the size of the text. */
const mostLookUps = 100;

/**
 * What is wrong with the quantities and with the doubts that name them, before any number is drawn: first the quantities
 * in the order of the text, then cycles, then units, then the doubts of the elements. Parameters of distributions and
 * the names of evidence are checked elsewhere.
 */
export function checkQuantities(of: Case): readonly QuantityFinding[] {
  const graph = quantityGraph(of);
  const builtIns = builtInQuantitiesOf(of);
  const { units, findings: unitFindings } = quantityUnits(graph, builtIns);
  const nearestOf = limited((name) => nearest(name, [...graph.nodes.keys(), ...builtIns.keys()]));
  const context: Context = { graph, builtIns, units, nearest: nearestOf };
  const functions = new Set(functionNames());
  return [
    ...[...graph.nodes.values()].flatMap((node) => [
      ...reservedName(node, functions),
      ...node.problems.map((problem) => inExpression(node.quantity, 'expression-syntax', problem)),
      ...unknownNames(node, context),
    ]),
    ...graph.cycles.map((cycle) => cycleFinding(cycle, graph)),
    ...unitFindings,
    ...naming(of).flatMap((one) => checkDoubt(one, context)),
  ];
}

interface Context {
  readonly graph: QuantityGraph;
  readonly builtIns: ReadonlyMap<string, BuiltInQuantity>;
  readonly units: ReadonlyMap<QuantityName, Unit | 'any'>;
  readonly nearest: (name: string) => string | undefined;
}

function reservedName({ quantity }: QuantityNode, functions: ReadonlySet<string>): readonly QuantityFinding[] {
  const { name, origin } = quantity;
  const owner = isBuiltInName(name)
    ? 'a quantity that is there by itself'
    : functions.has(name)
      ? 'a function'
      : name === 'true' || name === 'false'
        ? 'a value'
        : undefined;
  if (owner === undefined) return [];
  const message = `\`${name}\` is the name of ${owner}, and no quantity may have it`;
  return [{ ...at(origin, 'reserved-quantity-name', message, 'Choose another name.'), atKey: true }];
}

function unknownNames({ quantity, ast }: QuantityNode, context: Context): readonly QuantityFinding[] {
  if (ast === undefined) return [];
  return namesIn(ast)
    .filter(({ name }) => !isKnown(name, context))
    .map((place) => {
      const { message, hint } = unknown(place.name, context);
      return inExpression(quantity, 'unknown-quantity', { message, from: place.from, to: place.to }, hint);
    });
}

function isKnown(name: string, { graph, builtIns }: Context): boolean {
  return graph.nodes.has(name) || builtIns.has(name);
}

function unknown(name: string, { graph, nearest: nearestOf }: Context): { message: string; hint?: string } {
  const source = statedWhere(name);
  if (source !== undefined) return { message: `The case does not state what \`${name}\` is taken from`, hint: source };
  const hyphenated = [...graph.nodes.keys()].find((each) => each.startsWith(`${name}-`));
  const near = nearestOf(name);
  const message = `There is no quantity \`${name}\``;
  if (near !== undefined) return { message, hint: `Did you mean \`${near}\`?` };
  if (hyphenated === undefined) return { message };
  return { message, hint: `\`${hyphenated}\` reads as a difference here: rename it with \`_\` in place of \`-\`.` };
}

/** Where a built-in quantity without a value would be stated. */
function statedWhere(name: string): string | undefined {
  if (name === 'exposure.tasks' || name === 'exposure.instances') return `State \`decision.${name}\`.`;
  if (name === 'window.days') return 'State `decision.window: { from, to }`.';
  return undefined;
}

function cycleFinding(cycle: readonly QuantityName[], { nodes }: QuantityGraph): QuantityFinding {
  const [first, next] = cycle as readonly [string, string];
  const node = nodes.get(first)!;
  const place = namesIn(node.ast!).find(({ name }) => name === next)!;
  const message = `The quantity \`${first}\` is made of itself: ${cycle.join(' → ')}`;
  const related = cycle.slice(1, -1).map((name) => ({
    message: `\`${name}\` is on the way`,
    at: nodes.get(name)!.quantity.origin,
  }));
  return {
    ...inExpression(node.quantity, 'quantity-cycle', { message, from: place.from, to: place.to }),
    ...(related.length === 0 ? {} : { related }),
  };
}

interface NamingOpinion {
  readonly value: DoubtValue & { readonly kind: 'quantity' };
  readonly origin: Origin;
  readonly whose: string;
}

const wordsOf = {
  doubt: 'The doubt of',
  inference: 'The doubt of the inference of',
  strength: 'The strength of',
} as const;

/** The opinions that name a quantity, of every doubt that the elements state. */
function naming(of: Case): readonly NamingOpinion[] {
  const found: NamingOpinion[] = [];
  of.elements.forEach((element) => {
    statedDoubts(element).forEach(({ of: what, stated }) => {
      stated.opinions.forEach(({ value, origin }) => {
        if (value.kind === 'quantity') found.push({ value, origin, whose: `${wordsOf[what]} ${element.id}` });
      });
    });
  });
  return found;
}

function checkDoubt({ value, origin, whose }: NamingOpinion, context: Context): readonly QuantityFinding[] {
  if (!isKnown(value.name, context)) {
    const { message, hint } = unknown(value.name, context);
    return [at(origin, 'unknown-quantity', message, hint)];
  }
  const builtIn = context.builtIns.get(value.name);
  const unit = context.units.get(value.name) ?? (builtIn === undefined ? 'any' : builtInUnit(builtIn));
  if (unit === 'any' || isDoubtUnit(unit)) return [];
  const message = `${whose} is a probability per window, and \`${value.name}\` is ${unitText(unit)}`;
  const hint = 'Convert it: `1 - (1 - p)^n` with p per X and n = X per window is a probability per window.';
  const quantity = context.graph.nodes.get(value.name)?.quantity;
  const related = quantity === undefined ? [] : [{ message: `\`${value.name}\` is defined here`, at: quantity.origin }];
  return [{ ...at(origin, 'doubt-unit', message, hint), ...(related.length === 0 ? {} : { related }) }];
}

function limited(find: (name: string) => string | undefined): (name: string) => string | undefined {
  let lookUps = 0;
  return (name) => (++lookUps > mostLookUps ? undefined : find(name));
}
