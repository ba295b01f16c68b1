import type { Case } from '../../case/index.js';
import type { SceneNode, Shape } from '../types.js';
import type { Vertex } from './graph.js';
import type { SceneOptions } from './options.js';
import { moduleIn, patternIn } from './view.js';
import { counted } from './words.js';

export function titleOf(of: Case, options: SceneOptions): string {
  const { view, root, outcome, riskCase } = options;
  const [module, pattern] = [moduleIn(view), patternIn(view)];
  const parts = [
    of.title === '' ? of.id : of.title,
    view === 'architecture' ? 'architecture' : '',
    module === undefined ? '' : `module ${module}`,
    pattern === undefined ? '' : `pattern ${pattern}`,
    focusWords(root, outcome, riskCase),
  ];
  return parts.filter((part) => part !== '').join(': ');
}

function focusWords(root: string | undefined, outcome: string | undefined, riskCase: string | undefined): string {
  if (root !== undefined) return `below ${root}`;
  if (outcome !== undefined) return `argument for outcome ${outcome}`;
  return riskCase === undefined ? '' : `risk case for outcome ${riskCase}`;
}

const plurals: Readonly<Record<Shape, string>> = {
  goal: 'goals',
  strategy: 'strategies',
  solution: 'solutions',
  context: 'contexts',
  assumption: 'assumptions',
  justification: 'justifications',
  'counter-goal': 'counter-goals',
  'counter-solution': 'counter-solutions',
  challenge: 'challenges',
  module: 'modules',
  contract: 'contracts',
  choice: 'choices',
};
const shapes = Object.keys(plurals) as Shape[];

/**
 * What the picture shows, for who does not see it: what is drawn and how many, what is open, and the verdicts. Nodes
 * and vertices are parallel.
 */
export function describe(
  of: Case,
  options: SceneOptions,
  nodes: readonly SceneNode[],
  vertices: readonly Vertex[],
): string {
  const { view, assessment, outcome } = options;
  if (nodes.length === 0) return 'There is nothing to draw.';
  const totals = new Map<Shape, number>();
  let [missing, undeveloped, open, hidden] = [0, 0, 0, 0];
  nodes.forEach((node, at) => {
    const { kind, element } = vertices[at]!;
    if (kind === 'missing') missing += 1;
    else totals.set(node.shape, (totals.get(node.shape) ?? 0) + 1);
    if (node.marks.includes('undeveloped')) undeveloped += 1;
    if (kind === 'element' && element?.challenge?.status === 'open') open += 1;
    if (node.hidden > 0) hidden += 1;
  });
  const counts = shapes.flatMap((shape) => {
    const count = totals.get(shape);
    return count === undefined ? [] : [counted(count, shape, plurals[shape])];
  });
  const states = [
    undeveloped > 0 ? `${undeveloped} undeveloped` : '',
    open > 0 ? counted(open, 'open challenge') : '',
    missing > 0 ? `${counted(missing, 'reference')} to nothing` : '',
    hidden > 0 ? `${counted(hidden, 'subtree')} collapsed` : '',
  ].filter((words) => words !== '');
  const pattern = patternIn(view);
  const what =
    view === 'architecture' ? 'Modules of the argument' : pattern === undefined ? 'Argument in GSN' : 'Pattern';
  const parameters = parameterWords(of, pattern);
  const verdicts = (assessment?.outcomes ?? [])
    .filter(({ id }) => outcome === undefined || id === outcome)
    .map(({ id, verdict }) => `${id}: ${verdict}`);
  return [
    `${what}: ${counts.join(', ')}${states.length === 0 ? '' : `; ${states.join(', ')}`}.`,
    ...(parameters === '' ? [] : [`Parameters: ${parameters}.`]),
    ...(verdicts.length === 0 ? [] : [`As of ${assessment?.asOf}: ${verdicts.join('; ')}.`]),
  ].join(' ');
}

function parameterWords(of: Case, pattern: string | undefined): string {
  const parameters = Object.entries(of.patterns.find(({ id }) => id === pattern)?.parameters ?? {});
  return parameters.map(([name, meaning]) => (meaning === '' ? name : `${name} (${meaning})`)).join(', ');
}
