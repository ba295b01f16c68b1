import type { ServerEvent } from '@surety/server/api';
import { ServerError } from './server-error.js';

const name = 'surety-events';

type Message =
  /** A page has come, and does not know yet what the others do. */
  | { readonly kind: 'hello' }
  | { readonly kind: 'event'; readonly event: ServerEvent }
  | { readonly kind: 'ended'; readonly status: number; readonly why: string };

type Open = (each: (event: ServerEvent) => void, signal: AbortSignal) => Promise<void>;

/**
 * The events of the server, over one connection for all pages of this browser: a browser opens six to a server, and each
 * page would keep one for itself. The page that has the lock connects and tells the others; when it is closed, the next
 * one has it. Ends as a connection of one's own would: by the signal, or when the connection ends. Where a browser has no locks
 * for the page, or denies them, each page has a connection of its own.
 */
export function sharedEvents(open: Open, each: (event: ServerEvent) => void, signal: AbortSignal): Promise<void> {
  if (navigator.locks === undefined) return open(each, signal);
  return new Promise((done, fail) => {
    const channel = new BroadcastChannel(name);
    const tell = (message: Message) => channel.postMessage(message);
    const over = new AbortController();
    let last: ServerEvent | undefined;
    const end = (error?: unknown) => {
      over.abort();
      channel.close();
      if (error === undefined) done();
      else fail(error);
    };
    channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if (data.kind === 'event') each(data.event);
      else if (data.kind === 'ended') end(new ServerError(data.status, data.why));
      else if (last !== undefined) tell({ kind: 'event', event: last });
    });
    signal.addEventListener('abort', () => end());
    tell({ kind: 'hello' });
    const connect = async () => {
      const hear = (event: ServerEvent) => {
        if (event.kind === 'text') last = event;
        each(event);
        tell({ kind: 'event', event });
      };
      try {
        await open(hear, signal);
        if (over.signal.aborted) return;
        tell({ kind: 'ended', status: 0, why: 'The server does not answer' });
        end();
      } catch (error) {
        if (over.signal.aborted) return;
        const [status, why] = error instanceof ServerError ? [error.status, error.message] : [0, `${error}`];
        tell({ kind: 'ended', status, why });
        end(error);
      }
    };
    // Whoever hears that it is over before the lock comes gives up waiting for it.
    navigator.locks.request(name, { signal: over.signal }, connect).catch((error: unknown) => {
      if (over.signal.aborted) return;
      if (!(error instanceof DOMException && error.name === 'SecurityError')) return end(error);
      channel.close();
      open(each, signal).then(done, fail);
    });
  });
}
