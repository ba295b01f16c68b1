import { buildGraph, type Graph, type Link, moduleVertex, nodeId } from './graph.js';

/** The same graph with each of these modules as one vertex, which all links into it and out of it join. */
export function maskModules(graph: Graph, masked: ReadonlySet<string>): Graph {
  const isMasked = (module: string | undefined): module is string => module !== undefined && masked.has(module);
  if (masked.size === 0 || !graph.vertices.some(({ module }) => isMasked(module))) return graph;
  const { graph: result, vertex, link } = buildGraph();
  const at = graph.vertices.map((one) => {
    const { id, module } = one;
    return isMasked(module) ? vertex(nodeId.module(module), () => moduleVertex(module)) : vertex(id, () => one);
  });
  const links = new Map<string, number>();
  const indices: (number | undefined)[] = [];
  for (const { from, to, challenged, ...rest } of graph.links) {
    const ends = { from: at[from]!, to: at[to]! };
    const onLink = challenged === undefined ? undefined : indices[challenged];
    const modules = [ends.from, ends.to].filter((end) => result.vertices[end]?.kind === 'module').length;
    const kind = kindOf(rest.kind, onLink !== undefined, modules === 2);
    const key = `${ends.from} ${ends.to} ${kind}`;
    const known = modules > 0 && onLink === undefined ? links.get(key) : undefined;
    if (ends.from === ends.to) indices.push(undefined);
    else if (known !== undefined) indices.push(known);
    else {
      const index = link({ ...rest, ...ends, kind, ...(onLink === undefined ? {} : { challenged: onLink }) });
      links.set(key, index);
      indices.push(index);
    }
  }
  return result;
}

/** A challenge to a link inside of a module is one to the module; between modules it does not matter how one rests on the other. */
function kindOf(kind: Link['kind'], onLink: boolean, betweenModules: boolean): Link['kind'] {
  if (kind === 'challenges link') return onLink ? kind : 'challenges';
  return betweenModules && kind !== 'challenges' ? 'uses' : kind;
}
