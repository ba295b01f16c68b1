import type { MiddlewareHandler } from 'hono';
import { refused } from '../http/refused.js';
import { commonHeaders } from './headers.js';
import type { Tokens } from './tokens.js';

/**
 * What every request must pass: a host that is this server, an origin (where one is named) that is its page, and for the
 * API a token. Nothing is looked up before.
 */
export function gate(hosts: ReadonlySet<string>, tokens: Tokens, now: () => number): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context;
    const host = req.header('host')?.toLowerCase();
    const why =
      host === undefined || !hosts.has(host)
        ? ([421, 'This server is not called so.'] as const)
        : isForeign(req.header('origin'), req.header('sec-fetch-site'), req.path, hosts)
          ? ([403, 'Only the page of this server may ask it.'] as const)
          : isApi(req.path) && !tokens.accepts(req.header('authorization'), now())
            ? ([401, 'The token is missing or does not hold; open the address that `surety serve` printed.'] as const)
            : undefined;
    if (why === undefined) await next();
    else context.res = refused(why[1], why[0]);
    for (const [name, value] of Object.entries(commonHeaders)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
    if (isApi(req.path) || why !== undefined) context.res.headers.set('cache-control', 'no-store');
  };
}

function isApi(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}

function isForeign(
  origin: string | undefined,
  site: string | undefined,
  path: string,
  hosts: ReadonlySet<string>,
): boolean {
  // A report in its frame has no origin, and needs none: its address cannot be guessed, and it asks for nothing else.
  if (origin !== undefined) return !origin.startsWith('http://') || !hosts.has(origin.slice('http://'.length));
  return isApi(path) && site !== undefined && site !== 'same-origin' && site !== 'none';
}
