import type { Case, Element } from '../../case/index.js';
import { resolvePath } from '../../language/index.js';
import { buildGraph, type Graph, moduleVertex, nodeId } from './graph.js';
import { moduleOf, modulesOf } from './modules-of.js';

/** The architecture of the argument: its modules, and which rests on which. */
export function moduleGraph(of: Case): Graph {
  const { graph, vertex, link } = buildGraph();
  const put = (name: string) => vertex(nodeId.module(name), () => moduleVertex(name));
  const linked = new Set<string>();
  const rests = (from: string | undefined, to: string | undefined, kind: 'uses' | 'challenges' = 'uses') => {
    if (from === undefined || to === undefined || from === to) return;
    const key = `${kind} ${from} ${to}`;
    if (linked.has(key)) return;
    linked.add(key);
    link({ from: put(from), to: put(to), kind });
  };

  const elements = new Map<string, Element>(of.elements.map((element) => [element.id, element]));
  const names = new Set(modulesOf(of));
  const home = (id: string) => {
    const element = elements.get(id);
    return element === undefined ? (names.has(id) ? id : undefined) : moduleOf(of, element);
  };
  for (const name of names) put(name);
  for (const element of of.elements) {
    const from = moduleOf(of, element);
    for (const edge of [...element.supportedBy, ...element.inContextOf]) {
      // A goal that another module develops rests on that module, and this one on what it cites.
      if (edge.developedBy !== undefined) rests(from, edge.developedBy);
      rests(edge.developedBy ?? from, home(edge.to));
    }
    const { target, answeredBy } = element.challenge ?? {};
    if (answeredBy !== undefined) rests(from, home(answeredBy));
    if (target !== undefined) rests(from, home(target.kind === 'element' ? target.element : target.from), 'challenges');
  }
  for (const { from, to } of usedFiles(of)) {
    // A file is also read in order to develop its goals or to be cited by it; then the argument says who rests on whom.
    if (!linked.has(`uses ${to} ${from}`)) rests(from, to);
  }
  return graph;
}

/** Modules that name the file of another. */
function usedFiles(of: Case): readonly { readonly from: string; readonly to: string }[] {
  const byFile = new Map(of.modules.map(({ name, origin }) => [origin.file, name]));
  return of.modules.flatMap(({ name, uses, origin }) =>
    uses.flatMap(({ path }) => {
      const file = resolvePath('', origin.file, path);
      const to = file === undefined ? undefined : byFile.get(file);
      return to === undefined ? [] : [{ from: name, to }];
    }),
  );
}
