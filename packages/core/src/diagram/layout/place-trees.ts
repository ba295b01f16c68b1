import type { MeasuredScene } from '../types.js';
import { type Contour, extent, placeSideBySide } from './contour.js';
import type { Forest } from './forest.js';
import { spacing } from './spacing.js';

/** Ranks are about this tall; only the decision to put trees in rows depends on it. */
const typicalRank = 150;
/** A picture of several trees is about this much wider than high, at most, unless one tree is wider. */
const aspect = 2.5;

/**
 * Gives each root its x and its rank, and returns the number of ranks. Trees that are linked with each other stand side by
 * side, in the order of the text; others are put in rows where that makes a better picture.
 */
export function placeTrees(
  scene: MeasuredScene,
  forest: Forest,
  outlines: readonly (Contour | undefined)[],
  places: { readonly x: Float64Array; readonly rank: Int32Array },
): number {
  const families = linkedTrees(scene, forest).map((roots) => {
    const own = roots.map((root) => outlines[root]!);
    const ranks = own.reduce((most, { left }) => Math.max(most, left.length), 0);
    const { offsets, contour } = placeSideBySide(own, { top: spacing.trees, below: spacing.trees });
    const { left, right } = extent(contour);
    return { roots, offsets, left, width: right - left, ranks };
  });
  const area = families.reduce((sum, { width, ranks }) => sum + (width + spacing.trees) * ranks * typicalRank, 0);
  const widest = families.reduce((most, { width }) => Math.max(most, width), 0);
  const limit = Math.max(widest, Math.sqrt(area * aspect));
  let top = 0;
  let start = 0;
  let deepest = 0;
  for (const { roots, offsets, left, width, ranks } of families) {
    if (start > 0 && start + width > limit) {
      top += deepest;
      deepest = 0;
      start = 0;
    }
    for (const [index, root] of roots.entries()) {
      places.x[root] = start + offsets[index]! - left;
      places.rank[root] = top;
    }
    start += width + spacing.trees;
    deepest = Math.max(deepest, ranks);
  }
  return top + deepest;
}

/** Roots whose trees are linked with each other, directly or through other trees. */
function linkedTrees({ edges }: MeasuredScene, { roots, host, order }: Forest): number[][] {
  const root = new Int32Array(order.length);
  for (const node of order) root[node] = host[node]! < 0 ? node : root[host[node]!]!;
  const parent = Int32Array.from(root);
  const find = (start: number) => {
    let node = start;
    while (parent[node] !== node) {
      parent[node] = parent[parent[node]!]!;
      node = parent[node]!;
    }
    return node;
  };
  for (const { from, to } of edges) {
    const [a, b] = [find(root[from]!), find(root[to]!)];
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  }
  const families = new Map<number, number[]>();
  for (const one of roots) {
    const family = families.get(find(one)) ?? [];
    family.push(one);
    families.set(find(one), family);
  }
  return [...families.values()];
}
