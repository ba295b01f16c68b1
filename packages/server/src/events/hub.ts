import type { ServerEvent } from '../api/index.js';
import { mostWindows } from '../options.js';

/** The windows that are open, and what they are told. */
export interface Hub {
  send(event: ServerEvent): void;
  /** A stream of all events from `first` on; undefined where too many are open. */
  open(first: ServerEvent): ReadableStream<Uint8Array> | undefined;
  /** Tells all that the server ends, and lets go of them. */
  close(): void;
}

/** Events that wait for a window that does not read them; then it is let go, and asks again when it wakes up. */
const mostWaiting = 256;

export function openHub(heartbeat: number): Hub {
  const windows = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const encoder = new TextEncoder();
  const drop = (window: ReadableStreamDefaultController<Uint8Array>) => {
    if (!windows.delete(window)) return;
    window.close();
  };
  const write = (text: string) => {
    const bytes = encoder.encode(text);
    for (const window of windows) {
      window.enqueue(bytes);
      if ((window.desiredSize ?? 0) < -mostWaiting) drop(window);
    }
  };
  const beat = setInterval(() => write(': still here\n\n'), heartbeat);
  beat.unref();
  return {
    send: (event) => write(data(event)),
    open(first) {
      if (windows.size >= mostWindows) return undefined;
      let own: ReadableStreamDefaultController<Uint8Array>;
      return new ReadableStream<Uint8Array>({
        start(controller) {
          own = controller;
          windows.add(controller);
          controller.enqueue(encoder.encode(data(first)));
        },
        cancel() {
          windows.delete(own);
        },
      });
    },
    close() {
      clearInterval(beat);
      write(data({ kind: 'end' }));
      for (const window of windows) drop(window);
    },
  };
}

function data(event: ServerEvent): string {
  return `data: ${JSON.stringify(event)}\n\n`;
}
