import fc from 'fast-check';
import type { MeasuredNode, MeasuredScene, SceneEdge, Shape } from '../types.js';

/** A node of a given size; its body leaves a margin for signs where `inset` says so. */
export function measuredNode(name: string, shape: Shape, width: number, height: number, inset = 0): MeasuredNode {
  return {
    id: name,
    name,
    shape,
    text: '',
    marks: [],
    tags: [],
    claimPoints: [],
    pointedOut: false,
    faint: false,
    hidden: 0,
    width,
    height,
    body: { x: inset, y: inset, width: width - 2 * inset, height: height - 2.5 * inset },
    lines: [],
  };
}

export function sceneEdge(from: number, to: number, kind: SceneEdge['kind'] = 'supportedBy', link?: number): SceneEdge {
  const plain = { optional: false, claimPoints: [], defeated: false, pointedOut: false, faint: false };
  return { from, to, kind, ...plain, ...(link === undefined ? {} : { link }) };
}

export function measuredScene(nodes: readonly MeasuredNode[], edges: readonly SceneEdge[]): MeasuredScene {
  return { title: '', description: '', nodes, edges, legend: [] };
}

/** Numbers in [0, 1) from a seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface RandomShape {
  readonly seed: number;
  readonly size: number;
  /** Up to how many children an element may have before others are preferred. */
  readonly fan: number;
  /** Shares of further links of support, of shared contexts, of challenges, and of links of any kind from anywhere to anywhere. */
  readonly shared: number;
  readonly contexts: number;
  readonly challenges: number;
  readonly wild: number;
  readonly roots: number;
  readonly extremeSizes: boolean;
}

export const randomShape: fc.Arbitrary<RandomShape> = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 31 }),
  size: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 70 })),
  fan: fc.constantFrom(1, 2, 3, 6, 30),
  shared: fc.constantFrom(0, 0.1, 0.4),
  contexts: fc.constantFrom(0, 0.2, 0.6),
  challenges: fc.constantFrom(0, 0.15, 0.4),
  wild: fc.constantFrom(0, 0, 0.1, 0.5),
  roots: fc.integer({ min: 1, max: 4 }),
  extremeSizes: fc.boolean(),
});

/** An argument that is nearly a tree, with whatever a text can make of it: shared elements, challenges to links, cycles. */
export function randomScene(shape: RandomShape): MeasuredScene {
  const random = randomNumbers(shape.seed);
  const below = (n: number) => Math.floor(random() * n);
  const nodes: MeasuredNode[] = [];
  const edges: SceneEdge[] = [];
  const parents: number[] = [];
  const size = () => (shape.extremeSizes && random() < 0.2 ? [8, 700, 30, 1500][below(4)]! : 60 + below(160));
  const add = (kind: Shape) =>
    nodes.push(measuredNode(`${kind}${nodes.length}`, kind, size(), size() / 2 + 10, random() < 0.3 ? 3 : 0)) - 1;
  while (nodes.length < shape.size) {
    const draw = random();
    const any = nodes.length === 0 ? -1 : below(nodes.length);
    if (any >= 0 && draw < shape.contexts) {
      const context = add('context');
      edges.push(sceneEdge(any, context, 'inContextOf'));
      if (random() < 0.3) edges.push(sceneEdge(below(nodes.length), context, 'inContextOf'));
    } else if (any >= 0 && draw < shape.contexts + shape.challenges) {
      const challenge = add('challenge');
      const link = edges.length > 0 && random() < 0.4 ? below(edges.length) : undefined;
      if (link === undefined) edges.push(sceneEdge(challenge, any, 'challenges'));
      else edges.push(sceneEdge(challenge, edges[link]!.to, 'challenges link', link));
      if (random() < 0.5) {
        const answer = add('goal');
        parents.push(answer);
        edges.push(sceneEdge(challenge, answer, 'answeredBy'));
      } else if (random() < 0.3) {
        const goal = add('goal');
        edges.push(sceneEdge(any, goal, 'confidence'));
      }
    } else {
      const node = add(random() < 0.4 ? 'solution' : 'goal');
      const recent = parents[Math.max(0, parents.length - 1 - below(shape.fan))];
      if (recent !== undefined && parents.length >= shape.roots) edges.push(sceneEdge(recent, node));
      if (random() < 0.6 || parents.length === 0) parents.push(node);
      const other = parents[below(parents.length)];
      if (random() < shape.shared && other !== undefined && other < node) edges.push(sceneEdge(other, node));
    }
    if (nodes.length > 0 && random() < shape.wild) {
      const kinds = ['supportedBy', 'inContextOf', 'challenges', 'answeredBy', 'confidence', 'uses'] as const;
      edges.push(sceneEdge(below(nodes.length), below(nodes.length), kinds[below(kinds.length)]!));
    }
  }
  return measuredScene(nodes, edges);
}
