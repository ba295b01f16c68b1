import type { Case } from '../../case/index.js';
import { type Graph, nodeId } from './graph.js';
import type { SceneOptions } from './options.js';
import type { Step } from './steps-below.js';

/**
 * Where the drawing starts. Without a focus: the claims of outcomes and risk cases, then whatever nothing stands above,
 * and then one of each circle that is left.
 */
export function topsOf(
  of: Case,
  { vertices }: Graph,
  steps: readonly (readonly Step[])[],
  options: SceneOptions,
): readonly number[] {
  const index = new Map(vertices.map(({ id }, at) => [id, at]));
  const at = (id: string | undefined) => {
    const found = id === undefined ? undefined : index.get(id);
    return found === undefined ? [] : [found];
  };
  const claimOf = (outcome: string) => of.outcomes.find(({ id }) => id === outcome)?.claim;
  const riskClaimOf = (outcome: string) => of.riskCases.find((one) => one.outcome === outcome)?.claim;
  if (options.root !== undefined) return [...at(options.root), ...at(nodeId.module(options.root))].slice(0, 1);
  if (options.outcome !== undefined) return at(claimOf(options.outcome));
  if (options.riskCase !== undefined) return at(riskClaimOf(options.riskCase));

  const isBelow = new Uint8Array(vertices.length);
  for (const list of steps) for (const { to } of list) isBelow[to] = 1;
  const claims = [...of.outcomes, ...of.riskCases].flatMap(({ claim }) => at(claim));
  const free = [...claims, ...vertices.keys()].filter((vertex) => isBelow[vertex] === 0);
  const reached = new Uint8Array(vertices.length);
  const reach = (top: number) => {
    const stack = [top];
    for (let vertex = stack.pop(); vertex !== undefined; vertex = stack.pop()) {
      if (reached[vertex] === 1) continue;
      reached[vertex] = 1;
      for (const { to } of steps[vertex]!) stack.push(to);
    }
  };
  const tops = [...new Set(free)];
  for (const top of tops) reach(top);
  for (const vertex of vertices.keys()) {
    if (reached[vertex] === 1) continue;
    tops.push(vertex);
    reach(vertex);
  }
  return tops;
}
