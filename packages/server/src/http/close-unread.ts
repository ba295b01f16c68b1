import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';

/** Milliseconds for a client to take in an answer that came before it had sent all. */
const linger = 100;

/**
 * Where a request is answered before all of it was read, the rest is thrown away, and the connection is closed a moment
 * later: closing it at once would take the answer away from who is still sending.
 */
export const closeUnread: MiddlewareHandler<{ Bindings: HttpBindings }> = async (
  { env: { incoming, outgoing } },
  next,
) => {
  await next();
  if (incoming.complete) return;
  outgoing.once('finish', () => {
    if (incoming.complete) return;
    setTimeout(() => incoming.socket.destroy(), linger).unref();
  });
};
