import type { Case, ElementId } from '../../case/index.js';
import { append } from '../append.js';
import type { NodeId, Scene } from '../types.js';
import { argumentGraph } from './argument-graph.js';
import { assessedOf } from './assessed.js';
import { describe, titleOf } from './describe.js';
import { drawingOf } from './drawing.js';
import { edgesOf } from './edges-of.js';
import { type Graph, nodeId, type Vertex } from './graph.js';
import { highlightOf } from './highlight.js';
import { legendOf } from './legend.js';
import { maskModules } from './mask-modules.js';
import { moduleGraph } from './module-graph.js';
import { moduleOf, modulesOf } from './modules-of.js';
import { nodeOf } from './node-of.js';
import type { SceneOptions } from './options.js';
import { pointedOut } from './pointed-out.js';
import { shownOf } from './shown.js';
import { stepsBelow } from './steps-below.js';
import { topsOf } from './tops.js';
import { moduleIn, patternIn, type View } from './view.js';

/**
 * What a diagram of a case shows, before anything is measured or placed. Takes every case that can be parsed: what a
 * reference to nothing names is drawn faintly, circles are drawn once, and what nothing leads to is drawn beside the rest.
 */
export function sceneOf(stated: Case, asked: SceneOptions = {}): Scene {
  const options = fitting(asked);
  const of = options.diff?.union ?? stated;
  const { view = 'complete', depth = Number.POSITIVE_INFINITY, collapse = [], mask = [] } = options;
  const whole = graphOf(of, view);
  const graph = view === 'architecture' ? whole : maskModules(whole, new Set(mask));
  const steps = stepsBelow(graph);
  const tops = topsOf(of, graph, steps, options);
  const shown = shownOf(steps, tops, depth, verticesNamed(graph, collapse));

  const drawing = drawingOf(of, graph, assessedOf(of, options.assessment), options);
  const pointed = pointedOut(options.assessment, options.cutSet, options.pathSet);
  const highlight = highlightOf(graph, steps, shown, pointed, graph === whole ? new Map() : membersOf(whole));
  const drawn = shown.order.map((at) => graph.vertices[at]!);
  const nodes = shown.order.map((at, place) =>
    nodeOf(drawing, drawn[place]!, {
      hidden: elementsAmong(graph, shown.hides.get(at) ?? none),
      pointedOut: highlight.vertices.has(at),
      notes: highlight.notes.get(at) ?? none,
    }),
  );
  const edges = edgesOf(drawing, new Map(shown.order.map((at, place) => [at, place])), highlight.links);
  return {
    title: titleOf(of, options),
    description: describe(of, options, nodes, drawn),
    nodes,
    edges,
    legend: legendOf(nodes, edges, highlight.vertices.size === 0 ? undefined : pointed?.text),
  };
}

const none: readonly never[] = [];

/** Elements of each module, by the node that stands for it. */
function membersOf({ vertices }: Graph): ReadonlyMap<NodeId, readonly ElementId[]> {
  const members = new Map<NodeId, ElementId[]>();
  for (const { kind, id, module } of vertices) {
    if (kind === 'element' && module !== undefined) append(members, nodeId.module(module), id);
  }
  return members;
}

/** What is hidden is counted in elements; a choice is none. */
function elementsAmong({ vertices }: Graph, hidden: readonly number[]): readonly Vertex[] {
  if (hidden.length === 0) return none;
  return hidden.map((at) => vertices[at]!).filter(({ kind }) => kind !== 'choice');
}

/** Ids in a pattern are its own: what an assessment or a comparison says of `G1` is not about the pattern's. */
function fitting(options: SceneOptions): SceneOptions {
  if (patternIn(options.view) === undefined) return options;
  const { assessment: _assessment, diff: _diff, ...rest } = options;
  return rest;
}

function graphOf(of: Case, view: View): Graph {
  if (view === 'architecture') return moduleGraph(of);
  const pattern = patternIn(view);
  if (pattern !== undefined) {
    const elements = of.patterns.find(({ id }) => id === pattern)?.elements ?? [];
    return argumentGraph(elements, { modules: new Set(), moduleOf: () => undefined });
  }
  const modules = new Set(modulesOf(of));
  return argumentGraph(of.elements, { modules, module: moduleIn(view), moduleOf: (element) => moduleOf(of, element) });
}

function verticesNamed(graph: Graph, names: readonly string[]): ReadonlySet<number> {
  const wanted = new Set(names.flatMap((name) => [name, nodeId.module(name)]));
  return new Set([...graph.vertices.keys()].filter((at) => wanted.has(graph.vertices[at]!.id)));
}
