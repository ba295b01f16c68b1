import { type PointerEvent as ReactPointerEvent, useEffect, useRef } from 'react';

/** How long a finger rests until it means a right click, and how far it may shake meanwhile. */
const rest = 500;
const shake = 10;

export interface LongPress {
  readonly onPointerDown: (event: ReactPointerEvent) => void;
  readonly onPointerMove: (event: ReactPointerEvent) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
  /** The click that ends a long press is none. */
  readonly onClickCapture: (event: { stopPropagation(): void; preventDefault(): void }) => void;
}

/**
 * A finger that rests on something, where the browser itself makes no right click of it (as on an iPad). `pressed` gets what
 * it rests on, and where.
 */
export function useLongPress(
  pressed: (on: Element, at: { readonly x: number; readonly y: number }) => void,
): LongPress {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const start = useRef({ x: 0, y: 0 });
  const wasLong = useRef(false);
  const end = () => clearTimeout(timer.current);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    onPointerDown(event) {
      end();
      wasLong.current = false;
      // A second finger pinches.
      if (event.pointerType !== 'touch' || !event.isPrimary) return;
      const { target, clientX: x, clientY: y } = event;
      start.current = { x, y };
      timer.current = setTimeout(() => {
        wasLong.current = true;
        pressed(target as Element, { x, y });
      }, rest);
    },
    onPointerMove({ clientX, clientY }) {
      if (Math.hypot(clientX - start.current.x, clientY - start.current.y) > shake) end();
    },
    onPointerUp: end,
    onPointerCancel: end,
    onClickCapture(event) {
      if (!wasLong.current) return;
      wasLong.current = false;
      event.stopPropagation();
      event.preventDefault();
    },
  };
}
