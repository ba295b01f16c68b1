import { type Box, linkRank } from '@surety/core/diagram';
import { boundsOf } from './boxes.js';
import type { Drawing } from './drawing.js';
import { svgElement } from './elements.js';
import { canFold } from './fold.js';
import { paintItems, paintRoutes, paintToggle } from './paint-view.js';

/** What is drawn as SVG of a drawing: nodes and links, by their index in it, put in and taken out a few at a time. */
export interface Painted {
  /** Layers, to be put into the picture in this order. */
  readonly layers: readonly SVGGElement[];
  readonly node: (item: number) => SVGElement | undefined;
  readonly hasRoute: (route: number) => boolean;
  readonly nodes: () => IterableIterator<readonly [item: number, element: SVGElement]>;
  /** Links of one element that lie at one height are painted together, and go together; with the box around them. */
  readonly bundles: () => IterableIterator<readonly [name: string, bundle: Bundle]>;
  readonly addNodes: (items: readonly number[]) => void;
  readonly addRoutes: (routes: readonly number[]) => void;
  readonly dropNode: (item: number) => void;
  readonly dropBundle: (name: string) => void;
  /** Another drawing: nothing is painted of it. */
  readonly show: (drawing: Drawing) => void;
}

export interface Bundle {
  readonly routes: readonly number[];
  readonly reach: Box;
  readonly elements: readonly SVGElement[];
}

export function paintedOf(first: Drawing, prefix: string): Painted {
  let now = first;
  const ranks = [0, 1, 2].map(() => svgElement('g', {}));
  const lines = svgElement('g', { 'aria-hidden': 'true' });
  lines.append(...ranks);
  const items = svgElement('g', { role: 'tree' });
  const signs = svgElement('g', { 'aria-hidden': 'true' });
  const drawn = new Map<number, SVGElement>();
  const bundles = new Map<string, Bundle>();
  const drawnRoutes = new Set<number>();
  show(first);

  return {
    layers: [lines, items, signs],
    node: (item) => drawn.get(item),
    hasRoute: (route) => drawnRoutes.has(route),
    nodes: () => drawn.entries(),
    bundles: () => bundles.entries(),
    addNodes,
    addRoutes,
    dropNode: (item) => {
      drawn.get(item)?.remove();
      drawn.delete(item);
    },
    dropBundle,
    show,
  };

  function show(next: Drawing): void {
    now = next;
    items.setAttribute('aria-label', next.argument.scene.title);
    for (const layer of [...ranks, items, signs]) layer.replaceChildren();
    drawn.clear();
    bundles.clear();
    drawnRoutes.clear();
  }

  function addNodes(added: readonly number[]): void {
    if (added.length === 0) return;
    for (const [at, made] of svgOf(paintItems(now, added, prefix)).entries()) {
      dress(made, added[at]!);
      drawn.set(added[at]!, made);
    }
    // Where they stand in the tree is what is heard.
    const position = (item: number) => now.walk.position.get(item)!;
    let next: SVGElement | null = null;
    for (const item of [...drawn.keys()].sort((a, b) => position(b) - position(a))) {
      const one: SVGElement = drawn.get(item)!;
      if (one.nextSibling !== next || one.parentNode !== items) items.insertBefore(one, next);
      next = one;
    }
  }

  /** A bundle that gets more links is painted anew with all of them. */
  function addRoutes(added: readonly number[]): void {
    const byBundle = new Map<string, number[]>();
    for (const route of added) {
      const key = nameOf(route);
      const before = byBundle.get(key);
      if (before === undefined) byBundle.set(key, [...(bundles.get(key)?.routes ?? []), route]);
      else before.push(route);
    }
    for (const [key, routes] of byBundle) {
      dropBundle(key);
      const painted = paintRoutes(
        now,
        routes.sort((a, b) => a - b),
      );
      const [line, sign] = [svgOf(painted.lines), svgOf(painted.signs)];
      ranks[linkRank(now.shown.scene.edges[routes[0]!]!)]!.append(...line);
      signs.append(...sign);
      const reach = boundsOf(routes.map((route) => now.reaches[route]!));
      bundles.set(key, { routes, reach, elements: [...line, ...sign] });
      for (const route of routes) drawnRoutes.add(route);
    }
  }

  function dropBundle(name: string): void {
    const bundle = bundles.get(name);
    if (bundle === undefined) return;
    for (const element of bundle.elements) element.remove();
    for (const route of bundle.routes) drawnRoutes.delete(route);
    bundles.delete(name);
  }

  function nameOf(route: number): string {
    const edge = now.shown.scene.edges[route]!;
    return `${edge.from} ${linkRank(edge)}`;
  }

  /** Makes an item of the tree of what the painter made. */
  function dress(made: SVGElement, item: number): void {
    const { walk, argument, shown } = now;
    const node = shown.nodes[item]!;
    const among = walk.siblings(item);
    made.setAttribute('role', 'treeitem');
    // As a title it is heard, and also seen where the text is too small to read.
    const title = svgElement('title', {});
    title.textContent = made.getAttribute('aria-label');
    made.removeAttribute('aria-label');
    made.prepend(title);
    made.setAttribute('data-node', String(node));
    made.setAttribute('aria-level', String(walk.level(item)));
    made.setAttribute('aria-setsize', String(among.length));
    made.setAttribute('aria-posinset', String(among.indexOf(item) + 1));
    if (canFold(argument, node)) made.setAttribute('aria-expanded', String(!shown.hidden.has(node)));
    made.insertAdjacentHTML('beforeend', paintToggle(now, item));
  }
}

function svgOf(text: string): SVGElement[] {
  const scratch = svgElement('svg', {});
  scratch.innerHTML = text;
  return [...scratch.children] as SVGElement[];
}
