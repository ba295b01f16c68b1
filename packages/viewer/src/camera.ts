import type { Box, Point } from '@surety/core/diagram';
import type { Size, View } from './view.js';
import * as to from './view.js';

/** What is seen of the picture, and how that changes. */
export interface Camera {
  readonly view: () => View;
  readonly resize: (port: Size, first: Box | undefined) => void;
  readonly pan: (dx: number, dy: number) => void;
  /** Answers whether anything moved. */
  readonly roll: (dx: number, dy: number) => boolean;
  readonly zoomBy: (factor: number, at: Point) => void;
  /** Answers the scale that is reached. */
  readonly zoom: (by: 'in' | 'out' | 'fit' | 'actual') => number;
  readonly reveal: (box: Box) => void;
  /** Brings a part of the picture into sight as a whole, at once. */
  readonly show: (box: Box) => void;
  readonly startAt: (box: Box | undefined) => void;
  /** Shows a picture that was drawn anew; what moved by so much stays where it was on the screen. */
  readonly redraw: (dx: number, dy: number) => void;
  /** Brings a point of the picture into the middle. */
  readonly centre: (at: Point) => void;
  /** Nothing moves any more. */
  readonly close: () => void;
}

/** A movement takes this long, in milliseconds; none where the reader asked for less motion. */
const glideTime = 220;
const zoomStep = 1.25;

/** A camera over a picture of some size, which may change; `look` shows what it sees, at most once a frame. */
export function cameraOver(pictureSize: () => Size, look: (view: View, port: Size) => void): Camera {
  let port: Size = { width: 0, height: 0 };
  let view: View | undefined;
  let frame = 0;
  const seen = (): View => view ?? { x: 0, y: 0, scale: 1 };
  const held = (next: View) => to.hold(next, pictureSize(), port);

  function moveTo(next: View): void {
    cancelAnimationFrame(frame);
    view = next;
    frame = requestAnimationFrame(() => look(next, port));
  }

  function glideTo(next: View): void {
    const from = view;
    if (from === undefined) return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      moveTo(next);
      return;
    }
    cancelAnimationFrame(frame);
    const began = performance.now();
    const step = (now: number) => {
      const share = Math.min(1, Math.max(0, (now - began) / glideTime));
      view = share === 1 ? next : to.along(from, next, 1 - (1 - share) ** 3, port);
      look(view, port);
      if (share < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
  }

  function zoomed(scale: number, at: Point): View {
    const least = to.smallestScale(pictureSize(), port);
    return held(to.zoomAt(seen(), Math.min(to.largestScale, Math.max(least, scale)), at));
  }

  return {
    view: seen,
    resize: (next, first) => {
      if (next.width === 0 || next.height === 0 || (next.width === port.width && next.height === port.height)) return;
      const before = port;
      port = next;
      if (view === undefined) return moveTo(to.start(pictureSize(), port, first));
      // What was in the middle stays there.
      const { x, y, scale } = view;
      const [dx, dy] = [before.width - port.width, before.height - port.height];
      moveTo({ x: x + dx / 2 / scale, y: y + dy / 2 / scale, scale });
    },
    pan: (dx, dy) => moveTo(held(to.pan(seen(), dx, dy))),
    roll: (dx, dy) => {
      const before = seen();
      const after = to.roll(before, dx, dy, pictureSize(), port);
      const moves = before.x !== after.x || before.y !== after.y;
      if (moves) moveTo(after);
      return moves;
    },
    zoomBy: (factor, at) => moveTo(zoomed(seen().scale * factor, at)),
    zoom: (by) => {
      const middle = { x: port.width / 2, y: port.height / 2 };
      const { scale } = seen();
      const wanted = by === 'actual' ? 1 : by === 'in' ? scale * zoomStep : scale / zoomStep;
      const next = by === 'fit' ? to.fit(pictureSize(), port) : zoomed(wanted, middle);
      glideTo(next);
      return next.scale;
    },
    reveal: (box) => glideTo(to.reveal(seen(), box, port)),
    show: (box) => moveTo(to.fitBox(box, port)),
    startAt: (box) => glideTo(to.start(pictureSize(), port, box)),
    redraw: (dx, dy) => {
      cancelAnimationFrame(frame);
      if (view === undefined) return;
      view = { ...view, x: view.x + dx, y: view.y + dy };
      look(view, port);
    },
    centre: ({ x, y }) => {
      const { scale } = seen();
      moveTo(held({ x: x - port.width / scale / 2, y: y - port.height / scale / 2, scale }));
    },
    close: () => cancelAnimationFrame(frame),
  };
}
