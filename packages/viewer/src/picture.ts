import type { Box } from '@surety/core/diagram';
import { around, holds, meet, nearestFirst, within } from './boxes.js';
import type { Drawing } from './drawing.js';
import { htmlElement, svgElement } from './elements.js';
import { farCanvas } from './far.js';
import { type Marks, markNode, noMarks } from './marks.js';
import { paintedOf } from './painted.js';
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
  /** Nothing is drawn any more. */
  readonly close: () => void;
}

/** What is seen of the picture, and at which scale. */
interface Sight {
  readonly scale: number;
  readonly seen: Box;
}

/** Painted beyond each side of the port, as a share of it, before it comes into sight; and taken away only beyond that. */
const apron = 0.6;
const keptApron = 0.9;
/** The same of what is drawn from afar, all of it at once. */
const farApron = 0.25;
/** The sheet reaches this far beyond each side of the port: only beyond that all of it gets another place. */
const sheetApron = 2;
/** From this scale down, or with more nodes than this in sight and around it, boxes are drawn without what is in them. */
const farScale = 0.16;
const mostItems = 900;
/** Painted, and taken away, in one frame: what a frame has time for beside its other work on a slow machine. */
const mostPainted = { nodes: 12, links: 24 };
const mostDropped = 40;
/**
 * All that comes into sight is painted at once if it is no more than this; else it is first drawn as from afar, and painted
 * over that in the frames that follow, once the scale does not change any more.
 */
const mostAtOnce = { nodes: 24, links: 60 };
/** After the last change of scale, in milliseconds, all is drawn anew, sharply. */
const settleAfter = 140;

/** A picture whose elements have ids that begin with a prefix of its own. */
export function pictureFor(drawing: Drawing, prefix: string): Picture {
  const svg = svgElement('svg', { class: 'v-picture', role: 'none' });
  const far = farCanvas();
  const element = htmlElement('div', { class: 'v-sheet' }, far.element, svg);
  const painted = paintedOf(drawing, prefix);
  svg.append(...painted.layers);
  let now = drawing;
  let marks = noMarks;
  /** The place of the sheet, and the scale that it is drawn at. */
  let sheet: { readonly area: Box; readonly scale: number } | undefined;
  /** What is drawn from afar; none while all in sight is painted. */
  let drawnFar: Box | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let filling = 0;
  let last: { view: View; port: Size } | undefined;
  /** Nothing of the drawing was seen yet: it comes as a whole. */
  let isAnew = true;

  return { element, show, look, mark, focus, repaint, close };

  function show(next: Drawing): void {
    now = next;
    sheet = undefined;
    isAnew = true;
    painted.show(next);
  }

  function look(view: View, port: Size): void {
    last = { view, port };
    cancelAnimationFrame(filling);
    const seen = { x: view.x, y: view.y, width: port.width / view.scale, height: port.height / view.scale };
    const isFirst = sheet === undefined;
    if (sheet === undefined || !holds(sheet.area, seen)) place(sheet?.scale ?? view.scale, seen);
    if (!paint(view.scale, seen, isFirst)) fill();
    isAnew = false;
    const { area, scale } = sheet!;
    if (view.scale !== scale) settle();
    const ratio = view.scale / scale;
    const [x, y] = [(area.x - view.x) * view.scale, (area.y - view.y) * view.scale];
    element.style.transform = `translate(${x}px,${y}px)${ratio === 1 ? '' : ` scale(${ratio})`}`;
  }

  /** Goes on with painting, unless there is another look in the next frame, as while the picture moves: that goes on too. */
  function fill(): void {
    filling = requestAnimationFrame(() => {
      filling = requestAnimationFrame(() => {
        if (last !== undefined) look(last.view, last.port);
      });
    });
  }

  function place(scale: number, seen: Box): void {
    const area = around(seen, sheetApron);
    sheet = { area, scale };
    svg.setAttribute('width', String(area.width * scale));
    svg.setAttribute('height', String(area.height * scale));
    svg.setAttribute('viewBox', `${area.x} ${area.y} ${area.width} ${area.height}`);
    if (drawnFar !== undefined) putFar(drawnFar);
  }

  function repaint(): void {
    if (last === undefined) return;
    sheet = undefined;
    drawnFar = undefined;
    look(last.view, last.port);
  }

  function settle(): void {
    clearTimeout(settling);
    settling = setTimeout(() => {
      if (last?.view.scale !== sheet?.scale) repaint();
    }, settleAfter);
  }

  /**
   * Paints what is in sight, or draws it from afar, and a part of what is around it; answers whether that was all of it.
   * On a sheet that is new, nothing is left that is not in sight, since it would have to be laid out at the new scale.
   */
  function paint(scale: number, seen: Box, isNewSheet: boolean): boolean {
    const wide = around(seen, apron);
    const items = within(now.layout.boxes, wide);
    if (scale < farScale || items.length > mostItems) {
      if (drawnFar === undefined || !holds(drawnFar, seen)) drawFar(scale, seen);
      return drop(undefined, isNewSheet ? Number.POSITIVE_INFINITY : mostDropped);
    }
    const isTidy = isNewSheet ? drop(seen, Number.POSITIVE_INFINITY) : drop(around(seen, keptApron), mostDropped);
    const nodes = nextOf(
      'nodes',
      items.filter((item) => painted.node(item) === undefined),
      now.layout.boxes,
      { scale, seen },
    );
    const links = nextOf(
      'links',
      within(now.reaches, wide).filter((route) => !painted.hasRoute(route)),
      now.reaches,
      { scale, seen },
    );
    addNodes(nodes.now);
    painted.addRoutes(links.now);
    if (nodes.isInSight && links.isInSight) {
      if (drawnFar !== undefined) far.clear();
      drawnFar = undefined;
    } else if (drawnFar === undefined || !holds(drawnFar, seen)) drawFar(scale, seen);
    return isTidy && nodes.isAll && links.isAll;
  }

  /** What of the missing is painted in this frame, nearest first, and what is then there. */
  function nextOf(what: 'nodes' | 'links', missing: readonly number[], boxes: readonly Box[], { scale, seen }: Sight) {
    const inSight = missing.filter((one) => meet(boxes[one]!, seen)).length;
    const isCovered = drawnFar !== undefined;
    const isAtOnce = isAnew || (!isCovered && inSight <= mostAtOnce[what]);
    const most = isAtOnce
      ? Math.max(mostPainted[what], inSight)
      : isCovered && scale !== sheet?.scale
        ? 0
        : mostPainted[what];
    return {
      now: missing.length <= most ? missing : nearestFirst(missing, boxes, seen).slice(0, most),
      isInSight: inSight <= most,
      isAll: missing.length <= most,
    };
  }

  function drawFar(scale: number, seen: Box): void {
    const [near, wide] = [around(seen, farApron), around(seen, apron)];
    const [inNear, inWide] = [within(now.layout.boxes, near), within(now.layout.boxes, wide)];
    // Where a wider area has hardly more in it, as when all is in sight, it is drawn less often.
    const isWide = inWide.length < 1.5 * inNear.length;
    drawnFar = isWide ? wide : near;
    far.draw(now, {
      area: drawnFar,
      scale,
      items: isWide ? inWide : inNear,
      routes: within(now.reaches, drawnFar),
      isFound: (item) => marks.found.has(now.shown.nodes[item]!),
      faintOthers: marks.faintOthers,
    });
    putFar(drawnFar);
  }

  function putFar({ x, y, width, height }: Box): void {
    const { area, scale } = sheet!;
    far.put({ x: (x - area.x) * scale, y: (y - area.y) * scale, width: width * scale, height: height * scale });
  }

  /** Takes away what is outside, all of it if nothing is kept, but no more than so much; answers whether that was all. The current node always stays. */
  function drop(kept: Box | undefined, most: number): boolean {
    const always = new Set([marks.current, marks.match].map((node) => (node === undefined ? -1 : now.index.get(node))));
    const isOut = (box: Box) => kept === undefined || !meet(box, kept);
    const nodes: number[] = [];
    for (const [item] of painted.nodes()) if (!always.has(item) && isOut(now.layout.boxes[item]!)) nodes.push(item);
    const bundles: string[] = [];
    for (const [name, { reach }] of painted.bundles()) if (isOut(reach)) bundles.push(name);
    for (const item of nodes.slice(0, most)) painted.dropNode(item);
    for (const name of bundles.slice(0, most)) painted.dropBundle(name);
    return nodes.length <= most && bundles.length <= most;
  }

  function addNodes(items: readonly number[]): void {
    painted.addNodes(items);
    for (const item of items) markNode(painted.node(item)!, now.shown.nodes[item]!, marks);
  }

  function mark(next: Marks): void {
    const isFoundAnew = next.found !== marks.found || next.faintOthers !== marks.faintOthers;
    marks = next;
    if (isFoundAnew && drawnFar !== undefined) repaint();
    if (sheet === undefined) return;
    const items = [marks.current, marks.match].flatMap((node) =>
      node === undefined ? [] : (now.index.get(node) ?? []),
    );
    painted.addNodes([...new Set(items)].filter((item) => painted.node(item) === undefined));
    for (const [item, one] of painted.nodes()) markNode(one, now.shown.nodes[item]!, marks);
  }

  function focus(): void {
    const item = now.index.get(marks.current);
    if (item !== undefined) painted.node(item)?.focus({ preventScroll: true });
  }

  function close(): void {
    clearTimeout(settling);
    cancelAnimationFrame(filling);
  }
}
