import type { Box } from '@surety/core/diagram';
import { type Drawing, within } from './drawing.js';
import { htmlElement, svgElement } from './elements.js';
import { farCanvas } from './far.js';
import { canFold } from './fold.js';
import { paintItems, paintRoutes, paintToggle } from './paint-view.js';
import type { Size, View } from './view.js';

/** The drawn part of the picture. Nodes are named by their index in the whole scene. */
export interface Picture {
  readonly element: HTMLElement;
  /** Takes a new drawing; the next look draws it. */
  readonly show: (drawing: Drawing) => void;
  readonly look: (view: View, port: Size) => void;
  /** The one that the keyboard stands on, and those that a search found. */
  readonly mark: (marks: Marks) => void;
  readonly focus: () => void;
  /** Draws all anew: the colours are others. */
  readonly repaint: () => void;
}

export interface Marks {
  readonly current: number;
  readonly found: ReadonlySet<number>;
  /** The match that is looked at. */
  readonly match: number | undefined;
  /** Whatever was not found is drawn faintly. */
  readonly faintOthers: boolean;
  readonly targets: Targets | undefined;
}

/** Where something may be put: each node that it may be put to, and the one that would take it now. */
export interface Targets {
  readonly legal: ReadonlySet<number>;
  /** What is moved. */
  readonly moved: number | undefined;
  readonly over: number | undefined;
}

/** Drawn beyond each side of the port, as a share of it, so that moving the picture seldom draws. */
const apron = 0.6;
/** From this scale down, or with more nodes than this in sight, boxes are drawn without what is in them. */
const farScale = 0.16;
const mostItems = 900;
/** While the picture moves, no more nodes than this are painted in a frame: it is drawn as from afar until it rests. */
const mostAtOnce = 100;
/** After the last change of scale, in milliseconds, all is drawn anew, sharply. */
const settleAfter = 140;

/** A picture whose elements have ids that begin with a prefix of its own. */
export function pictureFor(drawing: Drawing, prefix: string): Picture {
  const svg = svgElement('svg', { class: 'v-picture', role: 'none' });
  const far = farCanvas();
  const element = htmlElement('div', { class: 'v-sheet' }, far.element, svg);
  const lines = svgElement('g', { 'aria-hidden': 'true' });
  const items = svgElement('g', { role: 'tree', 'aria-label': drawing.argument.scene.title });
  const signs = svgElement('g', { 'aria-hidden': 'true' });
  svg.append(lines, items, signs);
  const drawn = new Map<number, SVGElement>();
  let now = drawing;
  let marks: Marks = { current: -1, found: new Set(), match: undefined, faintOthers: false, targets: undefined };
  let area: Box | undefined;
  let areaScale = 1;
  let isFar = false;
  let isCoarse = false;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let last: { view: View; port: Size } | undefined;

  return { element, show, look, mark, focus, repaint };

  function show(next: Drawing): void {
    now = next;
    items.setAttribute('aria-label', now.argument.scene.title);
    area = undefined;
    for (const item of drawn.values()) item.remove();
    drawn.clear();
  }

  function look(view: View, port: Size): void {
    last = { view, port };
    const seen = { x: view.x, y: view.y, width: port.width / view.scale, height: port.height / view.scale };
    if (area === undefined) drawArea(view.scale, seen, false);
    else if (!holds(area, seen)) drawArea(view.scale, seen, true);
    if (view.scale !== areaScale || isCoarse) settle();
    const ratio = view.scale / areaScale;
    const [x, y] = [(area!.x - view.x) * view.scale, (area!.y - view.y) * view.scale];
    element.style.transform = `translate(${x}px,${y}px)${ratio === 1 ? '' : ` scale(${ratio})`}`;
  }

  function repaint(): void {
    if (last === undefined) return;
    area = undefined;
    look(last.view, last.port);
  }

  function settle(): void {
    clearTimeout(settling);
    settling = setTimeout(() => {
      if (last?.view.scale !== areaScale || isCoarse) repaint();
    }, settleAfter);
  }

  function drawArea(scale: number, seen: Box, isMoving: boolean): void {
    const [dx, dy] = [seen.width * apron, seen.height * apron];
    area = { x: seen.x - dx, y: seen.y - dy, width: seen.width + 2 * dx, height: seen.height + 2 * dy };
    areaScale = scale;
    svg.setAttribute('width', String(area.width * scale));
    svg.setAttribute('height', String(area.height * scale));
    svg.setAttribute('viewBox', `${area.x} ${area.y} ${area.width} ${area.height}`);
    const inside = within(now.layout.boxes, area);
    const routes = within(now.reaches, area);
    const isTiny = scale < farScale || inside.length > mostItems;
    isCoarse = isMoving && !isTiny && inside.filter((item) => !drawn.has(item)).length > mostAtOnce;
    isFar = isTiny || isCoarse;
    if (isFar) {
      const isFound = (item: number) => marks.found.has(now.shown.nodes[item]!);
      far.draw(now, { area, scale, items: inside, routes, isFound, faintOthers: marks.faintOthers });
      lines.replaceChildren();
      signs.replaceChildren();
    } else {
      far.clear();
      const painted = paintRoutes(now, routes);
      lines.innerHTML = painted.lines;
      signs.innerHTML = painted.signs;
    }
    place(isFar ? [] : inside);
  }

  /** Draws what is wanted and not there yet, takes away what is no longer wanted; the current node always stays. */
  function place(wanted: readonly number[]): void {
    const all = new Set(wanted);
    for (const node of [marks.current, marks.match]) {
      const item = node === undefined ? undefined : now.index.get(node);
      if (item !== undefined) all.add(item);
    }
    for (const [item, old] of drawn) {
      if (all.has(item)) continue;
      old.remove();
      drawn.delete(item);
    }
    const missing = [...all].filter((item) => !drawn.has(item));
    const scratch = svgElement('svg', {});
    scratch.innerHTML = paintItems(now, missing, prefix);
    for (const [at, made] of ([...scratch.children] as SVGElement[]).entries()) {
      dress(made, missing[at]!);
      drawn.set(missing[at]!, made);
    }
    const position = (item: number) => now.walk.position.get(item)!;
    let next: SVGElement | null = null;
    for (const item of [...all].sort((a, b) => position(b) - position(a))) {
      const one: SVGElement = drawn.get(item)!;
      if (one.nextSibling !== next || one.parentNode !== items) items.insertBefore(one, next);
      next = one;
    }
    for (const [item, one] of drawn) markOne(one, now.shown.nodes[item]!);
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

  function mark(next: Marks): void {
    const isFoundAnew = next.found !== marks.found;
    marks = next;
    if (isFoundAnew && isFar) repaint();
    else if (area !== undefined) place([...drawn.keys()]);
  }

  function markOne(one: SVGElement, node: number): void {
    one.setAttribute('tabindex', node === marks.current ? '0' : '-1');
    one.setAttribute('aria-selected', String(node === marks.current));
    one.classList.toggle('v-found', marks.found.has(node));
    one.classList.toggle('v-match', node === marks.match);
    one.classList.toggle('v-other', marks.faintOthers && !marks.found.has(node));
    const { targets } = marks;
    one.classList.toggle('v-legal', targets?.legal.has(node) === true);
    one.classList.toggle('v-illegal', targets !== undefined && !targets.legal.has(node));
    one.classList.toggle('v-over', targets?.over === node);
    one.classList.toggle('v-moved', targets?.moved === node);
  }

  function focus(): void {
    const item = now.index.get(marks.current);
    if (item !== undefined) drawn.get(item)?.focus({ preventScroll: true });
  }
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}
