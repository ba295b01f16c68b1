import type { Box, Point } from '@surety/core/diagram';

/** What of the picture is seen: its upper left corner in the picture, and pixels of the screen per pixel of the picture. */
export interface View extends Point {
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const largestScale = 3;
/** Below this, text is read easily; a search or a step never leaves the reader at less. */
export const readableScale = 0.75;
const margin = 16;

/** The smallest scale that is offered: the whole picture, or a twentieth. */
export function smallestScale(picture: Size, port: Size): number {
  return Math.min(0.05, fitScale(picture, port));
}

function fitScale(picture: Size, port: Size): number {
  const fit = Math.min((port.width - margin) / picture.width, (port.height - margin) / picture.height);
  return Math.max(1e-4, Math.min(1, fit));
}

/** The whole picture in the middle, never enlarged. */
export function fit(picture: Size, port: Size): View {
  const scale = fitScale(picture, port);
  return {
    x: (picture.width - port.width / scale) / 2,
    y: (picture.height - port.height / scale) / 2,
    scale,
  };
}

/** A part of the picture in the middle, with some room around it, never enlarged. */
export function fitBox(box: Box, port: Size): View {
  const scale = fitScale({ width: box.width * 1.2, height: box.height * 1.2 }, port);
  return {
    x: box.x + box.width / 2 - port.width / scale / 2,
    y: box.y + box.height / 2 - port.height / scale / 2,
    scale,
  };
}

/** Where a reader starts: the whole picture if that can be read, else the first root, at the top of the picture if it is there. */
export function start(picture: Size, port: Size, root: Box | undefined): View {
  const whole = fit(picture, port);
  if (whole.scale >= readableScale || root === undefined) return whole;
  const scale = readableScale;
  const x = root.x + root.width / 2 - port.width / scale / 2;
  const isOnTop = root.y + root.height < port.height / scale / 2;
  return hold({ x, y: isOnTop ? 0 : root.y - 40 / scale, scale }, picture, port);
}

/** Moves by pixels of the screen. */
export function pan({ x, y, scale }: View, dx: number, dy: number): View {
  return { x: x + dx / scale, y: y + dy / scale, scale };
}

/** Changes the scale so that what lies under a point of the screen stays there. */
export function zoomAt(view: View, scale: number, { x, y }: Point): View {
  return { x: view.x + x / view.scale - x / scale, y: view.y + y / view.scale - y / scale, scale };
}

/** Keeps half of the port filled with picture, as far as there is one. */
export function hold(view: View, picture: Size, port: Size): View {
  const { scale } = view;
  return {
    x: between(view.x, port.width / scale, picture.width),
    y: between(view.y, port.height / scale, picture.height),
    scale,
  };
}

function between(at: number, seen: number, whole: number): number {
  const slack = Math.max(seen / 2, seen - Math.min(seen, whole) / 2);
  return Math.min(Math.max(at, -slack), Math.max(-slack, whole - seen + slack));
}

/** How far a wheel may turn the picture: to its edges, and not at all where it is seen whole, so that the page scrolls on. */
export function roll(view: View, dx: number, dy: number, picture: Size, port: Size): View {
  const { scale } = view;
  return {
    x: rolled(view.x, dx / scale, port.width / scale, picture.width),
    y: rolled(view.y, dy / scale, port.height / scale, picture.height),
    scale,
  };
}

function rolled(at: number, by: number, seen: number, whole: number): number {
  const [low, high] = seen >= whole ? [at, at] : [0, whole - seen];
  return by < 0 ? Math.max(at + by, Math.min(at, low)) : Math.min(at + by, Math.max(at, high));
}

/** Moves as little as needed so that a box is seen, with some room around it, and can be read. */
export function reveal(view: View, box: Box, port: Size): View {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  if (view.scale < readableScale) {
    const scale = readableScale;
    return { x: middle.x - port.width / scale / 2, y: middle.y - port.height / scale / 2, scale };
  }
  const { scale } = view;
  const [width, height] = [port.width / scale, port.height / scale];
  return {
    x: revealed(view.x, width, box.x, box.width, Math.min(60 / scale, width / 6)),
    y: revealed(view.y, height, box.y, box.height, Math.min(48 / scale, height / 6)),
    scale,
  };
}

function revealed(at: number, seen: number, from: number, length: number, room: number): number {
  if (length + 2 * room > seen) return from + length / 2 - seen / 2;
  return Math.min(Math.max(at, from + length + room - seen), from - room);
}

/** The view part of the way from one to another: the scale grows evenly, and the middle moves straight. */
export function along(from: View, to: View, share: number, port: Size): View {
  const scale = from.scale * (to.scale / from.scale) ** share;
  const middle = (view: View) => ({
    x: view.x + port.width / view.scale / 2,
    y: view.y + port.height / view.scale / 2,
  });
  const [a, b] = [middle(from), middle(to)];
  // Straight on the screen: the share of the way that a changing scale leaves.
  const way = to.scale === from.scale ? share : (1 / from.scale - 1 / scale) / (1 / from.scale - 1 / to.scale);
  return {
    x: a.x + (b.x - a.x) * way - port.width / scale / 2,
    y: a.y + (b.y - a.y) * way - port.height / scale / 2,
    scale,
  };
}
