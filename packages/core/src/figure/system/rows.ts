import type { SubsystemKind } from '../../case/index.js';
import type { SystemBox, SystemLine } from './picture.js';

const below: Readonly<Record<SubsystemKind, number>> = {
  model: 0,
  monitor: 0,
  humans: 0,
  users: 0,
  tool: -1,
  infrastructure: -2,
};

/**
 * Rows from top to bottom: watchers stand above what they watch, then whoever acts, then tools, then infrastructure. Within a
 * row the order is that of the case.
 */
export function rowsOf(boxes: readonly SystemBox[], lines: readonly SystemLine[]): readonly (readonly SystemBox[])[] {
  const watched = new Map<string, string[]>();
  for (const { kind, from, to } of lines) {
    if (kind === 'watches') watched.set(from, [...(watched.get(from) ?? []), to]);
  }
  const levels = watchLevels(boxes, watched);
  const tier = ({ id, kind }: SystemBox) => (watched.has(id) ? (levels.get(id) as number) : below[kind]);
  const tiers = [...new Set(boxes.map(tier))].sort((a, b) => b - a);
  return tiers.map((one) => boxes.filter((box) => tier(box) === one));
}

/** One more than the highest of what it watches; who watches in a circle is left as found. */
function watchLevels(
  boxes: readonly SystemBox[],
  watched: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  // Each round settles one more level; circles stop at the number of boxes.
  for (let round = 0; round < boxes.length; round++) {
    let changed = false;
    for (const { id } of boxes) {
      const targets = watched.get(id) ?? [];
      const level = targets.length === 0 ? 0 : 1 + Math.max(...targets.map((to) => levels.get(to) ?? 0));
      if (level === levels.get(id) || level > boxes.length) continue;
      levels.set(id, level);
      changed = true;
    }
    if (!changed) break;
  }
  return levels;
}
