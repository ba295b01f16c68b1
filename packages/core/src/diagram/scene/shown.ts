import type { Step } from './steps-below.js';

/** What of a graph is drawn. */
export interface Shown {
  /** Vertices in reading order: depth first, each once. */
  readonly order: readonly number[];
  /** For each collapsed vertex what it hides: all below it that is not drawn elsewhere. */
  readonly hides: ReadonlyMap<number, readonly number[]>;
}

/**
 * Chooses what is drawn: what stands below the tops, down to a depth, and nothing below collapsed vertices unless it is
 * reached another way. Takes graphs with cycles.
 */
export function shownOf(
  steps: readonly (readonly Step[])[],
  tops: readonly number[],
  depth: number,
  collapsed: ReadonlySet<number>,
): Shown {
  const levels = levelsOf(steps, tops, depth, collapsed);
  const isOpen = (vertex: number) => levels[vertex]! < depth && !collapsed.has(vertex);
  const order: number[] = [];
  const hides = new Map<number, readonly number[]>();
  const seen = new Uint8Array(steps.length);
  const stack = [...tops].reverse();
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (seen[at] === 1) continue;
    seen[at] = 1;
    order.push(at);
    const below = steps[at]!;
    if (isOpen(at)) for (let i = below.length - 1; i >= 0; i--) stack.push(below[i]!.to);
    else {
      const hidden = hiddenBelow(steps, at, levels);
      if (hidden.length > 0) hides.set(at, hidden);
    }
  }
  return { order, hides };
}

/** Levels of support between a vertex and the nearest top, infinite for what is not drawn. */
function levelsOf(
  steps: readonly (readonly Step[])[],
  tops: readonly number[],
  depth: number,
  collapsed: ReadonlySet<number>,
): Float64Array {
  const levels = new Float64Array(steps.length).fill(Number.POSITIVE_INFINITY);
  let now = [...tops];
  for (const top of tops) levels[top] = 0;
  for (let level = 0; now.length > 0; level++) {
    const next: number[] = [];
    // The list grows by what stands on the same level.
    for (const at of now) {
      if (level >= depth || collapsed.has(at)) continue;
      for (const { to, levels: down } of steps[at]!) {
        if (levels[to]! <= level + down) continue;
        levels[to] = level + down;
        (down === 0 ? now : next).push(to);
      }
    }
    now = next.filter((vertex) => levels[vertex] === level + 1);
  }
  return levels;
}

function hiddenBelow(steps: readonly (readonly Step[])[], from: number, levels: Float64Array): readonly number[] {
  const found = new Set<number>();
  const stack = [from];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    for (const { to } of steps[at]!) {
      if (levels[to] !== Number.POSITIVE_INFINITY || found.has(to)) continue;
      found.add(to);
      stack.push(to);
    }
  }
  return [...found];
}
