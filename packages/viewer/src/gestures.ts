import type { Point } from '@surety/core/diagram';

/** What pointers and wheels ask for, in pixels of the port. */
export interface Moves {
  readonly pan: (dx: number, dy: number) => void;
  /** Answers whether anything moved; where nothing does, the page scrolls. */
  readonly roll: (dx: number, dy: number) => boolean;
  readonly zoom: (factor: number, at: Point) => void;
  /** What a drag with a mouse or a pen does in place of moving the picture, by what it begins on. */
  readonly grab?: (target: Element, event: PointerEvent) => Grab | undefined;
}

/** Something that is held and moved; points are those of the window. */
export interface Grab {
  readonly move: (event: PointerEvent) => void;
  readonly drop: (event: PointerEvent) => void;
  readonly cancel: () => void;
}

/** A pointer that moves less than this clicks. */
const still = 4;
/** Pixels of a wheel that counts in lines, and of one that counts in pages. */
const wheelUnits = [1, 18, 400];

/** Dragging with a mouse, a pen or a finger, pinching with two, and turning a wheel. */
export function listenToGestures(port: HTMLElement, moves: Moves): void {
  const pointers = new Map<number, Point>();
  let start: Point | undefined;
  let isDragged = false;
  let pressed: Element | undefined;
  let held: Grab | undefined;
  const at = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const { left, top } = port.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };

  port.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, at(event));
    if (pointers.size === 1) {
      start = at(event);
      isDragged = false;
      pressed = event.pointerType === 'touch' ? undefined : (event.target as Element);
    }
  });
  port.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (before === undefined || start === undefined) return;
    const here = at(event);
    if (!isDragged && pointers.size === 1 && distance(start, here) < still) return;
    if (!isDragged) {
      held = pressed === undefined ? undefined : moves.grab?.(pressed, event);
      port.classList.add(held === undefined ? 'v-dragged' : 'v-holds');
    }
    isDragged = true;
    // Not before the pointer moves: what is clicked shall hear of it itself.
    if (!port.hasPointerCapture(event.pointerId)) port.setPointerCapture(event.pointerId);
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    pointers.set(event.pointerId, here);
    if (held !== undefined) held.move(event);
    else if (other === undefined) moves.pan(before.x - here.x, before.y - here.y);
    else {
      const [from, to] = [middle(before, other), middle(here, other)];
      moves.pan(from.x - to.x, from.y - to.y);
      moves.zoom(Math.max(1, distance(here, other)) / Math.max(1, distance(before, other)), to);
    }
  });
  const letGo = (end: 'drop' | 'cancel', event?: PointerEvent) => {
    if (held === undefined) return;
    const was = held;
    held = undefined;
    if (end === 'drop' && event !== undefined) was.drop(event);
    else was.cancel();
  };
  const release = (event: PointerEvent) => {
    pointers.delete(event.pointerId);
    letGo(event.type === 'pointerup' ? 'drop' : 'cancel', event);
    if (pointers.size === 0) port.classList.remove('v-dragged', 'v-holds');
  };
  port.addEventListener('pointerup', release);
  port.addEventListener('pointercancel', release);
  port.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || held === undefined) return;
    event.stopPropagation();
    pointers.clear();
    port.classList.remove('v-holds');
    letGo('cancel');
  });
  port.addEventListener('pointerleave', (event) => {
    if (!port.hasPointerCapture(event.pointerId)) release(event);
  });
  port.addEventListener(
    'click',
    (event) => {
      if (isDragged) event.stopPropagation();
      isDragged = false;
    },
    { capture: true },
  );
  port.addEventListener(
    'wheel',
    (event) => {
      const unit = wheelUnits[event.deltaMode] ?? 1;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        moves.zoom(Math.exp(-0.003 * Math.max(-100, Math.min(100, event.deltaY * unit))), at(event));
        return;
      }
      const [dx, dy] = event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
      if (moves.roll(dx * unit, dy * unit)) event.preventDefault();
    },
    { passive: false },
  );
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
