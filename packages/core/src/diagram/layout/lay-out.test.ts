import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../language/index.js';
import { sceneOf } from '../scene/index.js';
import { measure } from '../text/measure.js';
import type { Layout, MeasuredScene } from '../types.js';
import { countCrossings, countOverlaps } from './crossings.testing.js';
import { faultsOf } from './faults.testing.js';
import { layOut } from './lay-out.js';
import {
  measuredNode,
  measuredScene,
  type RandomShape,
  randomScene,
  randomShape,
  sceneEdge,
} from './random-scene.testing.js';

const examples = join(dirname(fileURLToPath(import.meta.url)), '../../../../../examples');
const goals = (count: number) => Array.from({ length: count }, (_, at) => measuredNode(`G${at}`, 'goal', 160, 60));
const middle = (layout: Layout, node: number) => layout.boxes[node]!.x + layout.boxes[node]!.width / 2;

describe('layOut', () => {
  it('keeps every box and route in its place on random arguments', { timeout: 300_000 }, () => {
    let crossLinks = 0;
    fc.assert(
      fc.property(randomShape, (shape) => {
        const scene = randomScene(shape);
        const layout = layOut(scene);
        crossLinks += layout.routes.filter(({ points }) => points.length > 4).length;
        expect(faultsOf(scene, layout)).toEqual([]);
      }),
      { numRuns: 1500, seed: 1 },
    );
    expect(crossLinks).toBeGreaterThan(1000);
  });

  it('gives the same layout for the same scene', () => {
    const shape: RandomShape = {
      seed: 5,
      size: 60,
      fan: 6,
      shared: 0.4,
      contexts: 0.2,
      challenges: 0.15,
      wild: 0.1,
      roots: 2,
      extremeSizes: true,
    };
    expect(JSON.stringify(layOut(randomScene(shape)))).toBe(JSON.stringify(layOut(randomScene(shape))));
  });

  it('draws nothing for an empty scene, and one node at the margin', () => {
    expect(layOut(measuredScene([], []))).toEqual({ width: 48, height: 48, boxes: [], routes: [] });
    const { boxes, width, height } = layOut(measuredScene(goals(1), []));
    expect(boxes).toEqual([{ x: 24, y: 24, width: 160, height: 60 }]);
    expect([width, height]).toEqual([208, 108]);
  });

  it('centres parents above their children, with equal gaps, in the order of the text', () => {
    const scene = measuredScene(goals(4), [sceneEdge(0, 1), sceneEdge(0, 2), sceneEdge(0, 3)]);
    const layout = layOut(scene);
    expect(middle(layout, 0)).toBe(middle(layout, 2));
    expect(middle(layout, 2) - middle(layout, 1)).toBe(middle(layout, 3) - middle(layout, 2));
    expect(middle(layout, 1)).toBeLessThan(middle(layout, 2));
    expect(layout.routes[1]!.points).toHaveLength(2);
  });

  it('draws no line with a kink of a few pixels', () => {
    const widths = [160, 140, 150, 168];
    const nodes = widths.map((width, at) => measuredNode(`G${at}`, 'goal', width, 60));
    const layout = layOut(measuredScene(nodes, [sceneEdge(0, 1), sceneEdge(0, 2), sceneEdge(0, 3)]));
    expect(middle(layout, 2)).toBe(middle(layout, 0));
    expect(layout.routes[1]!.points).toHaveLength(2);
  });

  it('places a shared element below the deepest of its parents, and leads the other line down to it', () => {
    const scene = measuredScene(goals(4), [sceneEdge(0, 1), sceneEdge(0, 3), sceneEdge(1, 2), sceneEdge(2, 3)]);
    const layout = layOut(scene);
    expect(middle(layout, 3)).toBe(middle(layout, 2));
    expect(layout.boxes[3]!.y).toBeGreaterThan(layout.boxes[2]!.y);
    const ys = layout.routes[1]!.points.map(({ y }) => y);
    expect(ys).toEqual([...ys].sort((a, b) => a - b));
  });

  it('puts the first context to the right, the second to the left, and challenges to the right of all', () => {
    const context = (name: string) => measuredNode(name, 'context', 120, 50);
    const nodes = [...goals(1), context('C1'), context('C2')];
    const edges = [sceneEdge(0, 1, 'inContextOf'), sceneEdge(0, 2, 'inContextOf')];
    const { boxes, routes } = layOut(measuredScene(nodes, edges));
    expect(boxes[1]!.x).toBeGreaterThan(boxes[0]!.x);
    expect(boxes[2]!.x).toBeLessThan(boxes[0]!.x);
    expect(routes.map(({ points }) => points.length)).toEqual([2, 2]);
    const challenged = measuredScene(
      [...nodes, measuredNode('D1', 'challenge', 120, 50)],
      [...edges, sceneEdge(3, 0, 'challenges')],
    );
    const after = layOut(challenged);
    expect(after.boxes.slice(1, 3).every(({ x }) => x < after.boxes[0]!.x)).toBe(true);
    expect(after.boxes[3]!.x).toBeGreaterThan(after.boxes[0]!.x);
  });

  it('ends a challenge to a link on that link', () => {
    const scene = measuredScene(
      [...goals(2), measuredNode('D1', 'challenge', 120, 50)],
      [sceneEdge(0, 1), sceneEdge(2, 1, 'challenges link', 0)],
    );
    const layout = layOut(scene);
    expect(layout.routes[1]!.points.at(-1)).toEqual(layout.routes[0]!.label);
    expect(faultsOf(scene, layout)).toEqual([]);
  });

  it('draws challenges to links that challenge each other, and links that are not there', () => {
    const scene = measuredScene(goals(3), [
      sceneEdge(0, 1, 'challenges link', 1),
      sceneEdge(1, 2, 'challenges link', 0),
      sceneEdge(2, 2, 'challenges link', 9),
      sceneEdge(0, 2, 'challenges link'),
    ]);
    expect(layOut(scene).routes.every(({ points }) => points.length >= 2)).toBe(true);
  });

  it('puts wide fans in rows: a hundred solutions are not a hundred wide', () => {
    const scene = measuredScene(
      [...goals(1), ...Array.from({ length: 100 }, (_, at) => measuredNode(`Sn${at}`, 'solution', 100, 100))],
      Array.from({ length: 100 }, (_, at) => sceneEdge(0, at + 1)),
    );
    const layout = layOut(scene);
    expect(layout.width / layout.height).toBeLessThan(1.5);
    expect(layout.width / layout.height).toBeGreaterThan(0.4);
    expect(faultsOf(scene, layout)).toEqual([]);
  });

  it('keeps trees that are linked side by side, and puts others in rows', () => {
    const edges = Array.from({ length: 40 }, (_, at) => sceneEdge(2 * at, 2 * at + 1));
    const apart = layOut(measuredScene(goals(80), edges));
    expect(apart.width / apart.height).toBeLessThan(3);
    const linked = layOut(
      measuredScene(goals(80), [...edges, ...edges.slice(1).map(({ from }) => sceneEdge(from, 1))]),
    );
    expect(new Set(edges.map(({ from }) => linked.boxes[from]!.y)).size).toBe(1);
  });

  it('reorders nothing when a leaf is added', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.nat(), (seed, at) => {
        const plain = { shared: 0, contexts: 0, challenges: 0, wild: 0, extremeSizes: false };
        const before = randomScene({ seed, size: 30, fan: 3, roots: 1, ...plain });
        const parent = at % before.nodes.length;
        const after = measuredScene(
          [...before.nodes, measuredNode('new', 'solution', 90, 90)],
          [...before.edges, sceneEdge(parent, before.nodes.length)],
        );
        expect(orderOfRanks(layOut(after), before)).toEqual(orderOfRanks(layOut(before), before));
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  it('goes around the picture where a link spans many ranks', () => {
    const scene = measuredScene(goals(80), [
      ...Array.from({ length: 79 }, (_, at) => sceneEdge(at, at + 1)),
      sceneEdge(0, 79),
      sceneEdge(79, 1, 'inContextOf'),
    ]);
    expect(faultsOf(scene, layOut(scene))).toEqual([]);
  });

  it('lays out 20,000 goals in one chain', () => {
    const count = 20_000;
    const layout = layOut(
      measuredScene(
        goals(count),
        Array.from({ length: count - 1 }, (_, at) => sceneEdge(at, at + 1)),
      ),
    );
    expect(layout.width).toBe(208);
    expect(layout.boxes[count - 1]!.y).toBeGreaterThan(count * 100);
  });

  it.each([
    ['minimal', 0],
    ['coding-agent', 9],
  ])('draws the example %s with at most %i crossings', (name, most) => {
    const folder = join(examples, name);
    const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
    const parsed = parse(files.map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') })));
    const scene = measure(sceneOf(parsed.case!, {}));
    const layout = layOut(scene);
    expect(faultsOf(scene, layout)).toEqual([]);
    expect(countCrossings(layout)).toBeLessThanOrEqual(most);
    expect(countOverlaps(scene, layout)).toBe(0);
  });
});

/** The nodes of each rank from left to right, without those that the other scene lacks; a fan moves its members as one. */
function orderOfRanks({ boxes }: Layout, { nodes, edges }: MeasuredScene): string[] {
  const children = nodes.map((_, node) => edges.filter(({ from }) => from === node).map(({ to }) => to));
  return children
    .filter((list) => list.length > 0 && list.length < 4)
    .map((list) => [...list].sort((a, b) => boxes[a]!.x - boxes[b]!.x).join(' '));
}
