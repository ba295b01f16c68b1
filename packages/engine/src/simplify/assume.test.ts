import fc from 'fast-check';
import { expect, test } from 'vitest';
import { truthTables } from '../brute-force.testing.js';
import { type Graph, readModel } from '../graph.js';
import { samples } from '../models.testing.js';
import type { RiskModel } from '../types.js';
import { simplify } from './index.js';

/** x or (y and (x or …)), so deep: the inner x is absorbed if it is carried down. */
function nested(depth: number): RiskModel {
  const gates: RiskModel['gates'][number][] = [{ kind: 'and', inputs: [0, 1] }];
  for (let i = 0; i < depth; i++) {
    const below = depth + 2 + gates.length - 1;
    gates.push({ kind: 'or', inputs: [2 + i, below] }, { kind: 'and', inputs: [1, depth + 2 + gates.length] });
  }
  return { leaves: depth + 2, gates };
}

test('assumptions are as many as nodes are allowed', () => {
  const model = nested(40);
  const root = model.leaves + model.gates.length - 1;
  const edges = (nodes: number) => simplify(readModel(model, [root]), nodes).graph.inputs.length;
  expect(edges(0)).toBeGreaterThan(edges(1_000_000));
});

test('whatever is allowed, a root stays the function that it was', () => {
  let smaller = 0;
  fc.assert(
    fc.property(samples(), fc.nat(60), ({ model, roots }, nodes) => {
      const before = truthTables(model);
      const whole = readModel(model, roots);
      const { graph, nodeOf } = simplify(whole, nodes);
      if (graph.inputs.length < whole.inputs.length) smaller++;
      for (const root of new Set(roots)) {
        const table = before(root);
        for (let mask = 0; mask < table.length; mask++)
          expect(fails(graph, nodeOf.get(root)!, mask)).toBe(table[mask] === 1);
      }
    }),
    { numRuns: 100 },
  );
  expect(smaller).toBeGreaterThan(50);
});

/** A gate by its definition, where just the leaves of the mask fail. */
function fails(graph: Graph, node: number, mask: number): boolean {
  const { leaves, start, inputs, need, signs } = graph;
  if (node < leaves) return ((mask >> node) & 1) === 1;
  const g = node - leaves;
  let count = 0;
  for (let i = start[g]!; i < start[g + 1]!; i++)
    if (fails(graph, inputs[i]!, mask) !== (signs?.negated[i] === 1)) count++;
  return signs?.odd[g] === 1 ? count % 2 === 1 : count >= need[g]!;
}
