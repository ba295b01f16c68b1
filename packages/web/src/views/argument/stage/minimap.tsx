import type { Drawing, Explorer, Size, View } from '@surety/viewer';
import { type PointerEvent, useEffect, useRef } from 'react';
import { useShownTheme } from '../../../app/use-shown-theme.js';
import { minimapCorner } from './minimap-corner.js';

export interface Seen {
  readonly view: View;
  readonly port: Size;
}

export type WatchSeen = (told: (seen: Seen) => void) => () => void;

const most: Size = { width: 190, height: 130 };
/** What is many times as wide as it is high is drawn higher than it is, so that it can be seen. */
const least = 28;

/** The whole diagram small, with what is in sight framed; a click or a drag in it moves there. For the keyboard there are others. */
export function Minimap({
  drawing,
  explorer,
  current,
  watch,
}: {
  readonly drawing: Drawing;
  readonly explorer: Explorer;
  /** The node that is picked, which it does not cover. */
  readonly current: number;
  readonly watch: WatchSeen;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const theme = useShownTheme();
  const { layout } = drawing;
  const scale = Math.min(most.width / layout.width, most.height / layout.height);
  const [width, height] = [Math.max(least, layout.width * scale), Math.max(least, layout.height * scale)];
  const [across, down] = [width / layout.width, height / layout.height];

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are those of the theme
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context == null) return;
    const ratio = devicePixelRatio;
    canvas.current!.width = Math.ceil(width * ratio);
    canvas.current!.height = Math.ceil(height * ratio);
    context.scale(ratio * across, ratio * down);
    context.fillStyle = getComputedStyle(canvas.current!).color;
    for (const box of drawing.layout.boxes) {
      context.fillRect(box.x, box.y, Math.max(box.width, 1.5 / across), Math.max(box.height, 1.5 / down));
    }
  }, [drawing, width, height, across, down, theme]);

  useEffect(
    () =>
      watch(({ view, port }) => {
        if (frame.current === null || place.current === null) return;
        const corner = minimapCorner(explorer.boxOf(current), view, port, { width, height });
        place.current.dataset.corner = corner ?? 'none';
        const [left, top] = [Math.max(0, view.x * across), Math.max(0, view.y * down)];
        const right = Math.min(width, (view.x + port.width / view.scale) * across);
        const bottom = Math.min(height, (view.y + port.height / view.scale) * down);
        frame.current.style.transform = `translate(${left}px,${top}px)`;
        frame.current.style.width = `${Math.max(6, right - left)}px`;
        frame.current.style.height = `${Math.max(6, bottom - top)}px`;
      }),
    [watch, across, down, width, height, explorer, current],
  );

  const go = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    explorer.camera.centre({ x: (event.clientX - left) / across, y: (event.clientY - top) / down });
  };
  return (
    <div
      ref={place}
      className="minimap"
      aria-hidden="true"
      style={{ width, height }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={go}
    >
      <canvas ref={canvas} style={{ width, height }} />
      <div ref={frame} className="minimap-frame" />
    </div>
  );
}
