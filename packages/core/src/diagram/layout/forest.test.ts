import { describe, expect, it } from 'vitest';
import type { SceneEdge } from '../types.js';
import { growForest } from './forest.js';
import { sceneEdge } from './random-scene.testing.js';

const grow = (size: number, edges: readonly SceneEdge[]) => growForest({ nodes: new Array(size).fill(0), edges });

describe('growForest', () => {
  it('hangs a node below the deepest of its parents', () => {
    const { host, roots } = grow(4, [sceneEdge(0, 1), sceneEdge(0, 3), sceneEdge(1, 2), sceneEdge(2, 3)]);
    expect([...host]).toEqual([-1, 0, 1, 2]);
    expect(roots).toEqual([0]);
  });

  it('takes the parent that is read first among equally deep ones, whatever the order of the edges', () => {
    const { host } = grow(4, [sceneEdge(0, 1), sceneEdge(0, 2), sceneEdge(2, 3), sceneEdge(1, 3)]);
    expect(host[3]).toBe(1);
  });

  it('places context beside the first that cites it, and support before all', () => {
    const edges = [sceneEdge(0, 1), sceneEdge(1, 2, 'inContextOf'), sceneEdge(0, 2, 'inContextOf')];
    expect(grow(3, edges).beside[0]).toEqual([2]);
    expect(grow(3, [...edges, sceneEdge(1, 2)]).below[1]).toEqual([2]);
  });

  it('places challenges beside what they challenge, and answers below them', () => {
    const { below, beside } = grow(3, [sceneEdge(1, 0, 'challenges'), sceneEdge(1, 2, 'answeredBy')]);
    expect(beside[0]).toEqual([1]);
    expect(below[1]).toEqual([2]);
  });

  it('gives a cycle without an entry a root, and every node one place', () => {
    const { roots, order } = grow(4, [sceneEdge(0, 1), sceneEdge(1, 2), sceneEdge(2, 0), sceneEdge(3, 3)]);
    expect(roots).toEqual([0, 3]);
    expect([...order].sort()).toEqual([0, 1, 2, 3]);
  });
});
