import { attachmentOf, type Forest, growForest, nodeLabeller, type Scene } from '@surety/core/diagram';

/** A scene with what hangs on what. Nodes are named by their index in the whole scene. */
export interface Argument<Of extends Scene = Scene> {
  readonly scene: Of;
  /** For each node what hangs below it or stands at its side. */
  readonly guests: readonly (readonly number[])[];
  readonly forest: Forest;
  /** Levels of support above each node. */
  readonly levels: Int32Array;
  readonly deepest: number;
  /** What is said of a node, folded or not. */
  readonly labelOf: (node: number) => string;
}

/** What of a scene is drawn while some of its nodes are folded. */
export interface Shown<Of extends Scene = Scene> {
  readonly scene: Of;
  /** For each drawn node its index in the whole scene; ascending. */
  readonly nodes: readonly number[];
  /** For each folded node that is drawn, how many it hides that are not drawn elsewhere. */
  readonly hidden: ReadonlyMap<number, number>;
}

/** More nodes than this are not an overview. */
const overview = 160;

export function argumentOf<Of extends Scene>(scene: Of): Argument<Of> {
  const forest = growForest(scene);
  const guests: number[][] = scene.nodes.map(() => []);
  for (const edge of scene.edges) {
    const { host, guest } = attachmentOf(edge);
    if (host !== guest) guests[host]!.push(guest);
  }
  const levels = new Int32Array(scene.nodes.length);
  let deepest = 0;
  for (const node of forest.order) {
    const host = forest.host[node]!;
    if (host >= 0) levels[node] = levels[host]! + (forest.isBeside[node] === 1 ? 0 : 1);
    deepest = Math.max(deepest, levels[node]!);
  }
  return { scene, guests, forest, levels, deepest, labelOf: nodeLabeller(scene) };
}

/** Marks everything that is reached from the roots without passing a folded node. */
function reached({ guests, forest }: Argument, folded: ReadonlySet<number>): Uint8Array {
  const isShown = new Uint8Array(guests.length);
  const open = [...forest.roots];
  for (const root of open) isShown[root] = 1;
  while (open.length > 0) {
    const node = open.pop()!;
    if (folded.has(node)) continue;
    for (const guest of guests[node]!) {
      if (isShown[guest] === 1) continue;
      isShown[guest] = 1;
      open.push(guest);
    }
  }
  return isShown;
}

/** Nodes are the same ones: measured where those of the whole scene are. */
export function shownOf<Of extends Scene>(argument: Argument<Of>, folded: ReadonlySet<number>): Shown<Of> {
  const { scene, guests } = argument;
  const isShown = reached(argument, folded);
  const nodes: number[] = [];
  const index = new Int32Array(scene.nodes.length).fill(-1);
  for (let node = 0; node < isShown.length; node++) if (isShown[node] === 1) index[node] = nodes.push(node) - 1;
  const hidden = new Map<number, number>();
  for (const node of folded) if (isShown[node] === 1) hidden.set(node, countHidden(guests, isShown, node));
  const shown = { ...scene, nodes: nodes.map((node) => scene.nodes[node]!), edges: edgesAmong(scene, index) };
  return { scene: shown as Of, nodes, hidden };
}

function edgesAmong({ edges }: Scene, index: Int32Array): Scene['edges'] {
  const kept = new Int32Array(edges.length).fill(-1);
  let count = 0;
  for (const [at, { from, to }] of edges.entries()) if (index[from]! >= 0 && index[to]! >= 0) kept[at] = count++;
  return edges
    .filter((_, at) => kept[at]! >= 0)
    .map(({ link, ...edge }) => {
      const moved = { ...edge, from: index[edge.from]!, to: index[edge.to]! };
      return link === undefined || kept[link]! < 0 ? moved : { ...moved, link: kept[link]! };
    });
}

function countHidden(guests: readonly (readonly number[])[], isShown: Uint8Array, from: number): number {
  const found = new Set<number>();
  const open = [from];
  while (open.length > 0) {
    for (const guest of guests[open.pop()!]!) {
      if (isShown[guest] === 1 || found.has(guest)) continue;
      found.add(guest);
      open.push(guest);
    }
  }
  return found.size;
}

/** Folds everything that lies deeper than some levels of support. */
export function foldedBelow({ guests, levels }: Argument, depth: number): Set<number> {
  const folded = new Set<number>();
  for (const [node, own] of guests.entries()) if (own.length > 0 && levels[node]! >= depth) folded.add(node);
  return folded;
}

/** The levels that are shown at first: all, or as many as make an overview. */
export function firstDepth(argument: Argument): number | undefined {
  if (argument.scene.nodes.length <= overview) return undefined;
  let depth = 1;
  const countAt = (levels: number) =>
    reached(argument, foldedBelow(argument, levels)).reduce((sum, one) => sum + one, 0);
  while (depth < argument.deepest && countAt(depth + 1) <= overview) depth++;
  return depth;
}

/** What must be unfolded so that a node is drawn. */
export function foldsAbove({ forest }: Argument, folded: ReadonlySet<number>, node: number): number[] {
  const found: number[] = [];
  for (let host = forest.host[node]!; host >= 0; host = forest.host[host]!) if (folded.has(host)) found.push(host);
  return found;
}

export function canFold({ guests }: Pick<Argument, 'guests'>, node: number): boolean {
  return guests[node]!.length > 0;
}
