import { realpath } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { recoverSaves } from './edit/recover.js';
import { allowedHosts, inUrl, isWildcard } from './gate/allowed-hosts.js';
import { gate } from './gate/gate.js';
import { tokensOf } from './gate/tokens.js';
import { closeUnread } from './http/close-unread.js';
import { refused } from './http/refused.js';
import { openMemory } from './memory/memory.js';
import { ownFolders } from './memory/own-folders.js';
import { defaultTimeouts, mostConnections, type ServerOptions } from './options.js';
import { keepPreviews } from './preview/previews.js';
import { addRoutes } from './routes.js';
import { openSite } from './site/site.js';
import { openWorkspace } from './workspace.js';

export interface RunningServer {
  /** To be opened in the browser; holds the token. */
  readonly url: string;
  readonly port: number;
  /** Tells the pages that the server ends, and ends it. */
  close(): Promise<void>;
}

export type Started =
  | { readonly ok: true; readonly value: RunningServer }
  /** One sentence without the final full stop. */
  | { readonly ok: false; readonly message: string };

/** Serves the case at a location, until it is closed. */
export async function startServer(options: ServerOptions): Promise<Started> {
  const { host = '127.0.0.1', env, now, note = () => {} } = options;
  // One folder is one, by whatever links it is named.
  const location = await realpath(options.location).catch(() => options.location);
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const memory = openMemory(env, location);
  if (memory === undefined)
    note('There is no folder to keep state in: pages that are open need a new address after a restart');
  const earlier = memory?.read() ?? { tokens: [] };
  const journal = memory === undefined ? undefined : join(memory.folder, 'saves');
  // Who only shows the case leaves it to the next one who may write.
  if (journal !== undefined && options.readOnly !== true) for (const words of recoverSaves(journal, now())) note(words);

  const app = new Hono<{ Bindings: HttpBindings }>();
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    autoCleanupIncoming: false,
    serverOptions: {
      headersTimeout: timeouts.headers,
      requestTimeout: timeouts.request,
      connectionsCheckingInterval: Math.min(1000, timeouts.headers),
      keepAliveTimeout: 5000,
      maxHeaderSize: 16 * 1024,
    },
  }) as Server;
  server.maxConnections = mostConnections;
  const own = await ownFolders(env);
  const workspace = await openWorkspace({ ...options, location }, timeouts.heartbeat, journal, own);
  const wanted = options.port === undefined && earlier.port !== undefined ? [earlier.port, 0] : [options.port ?? 0];
  const port = await listen(server, host, wanted);
  if (typeof port === 'string') {
    await workspace.close();
    return { ok: false, message: port };
  }
  // From here to the last route nothing is waited for: no request comes before the gate is there.
  const tokens = tokensOf(earlier.tokens, options.token, now());
  app.use('*', closeUnread);
  app.use('*', gate(allowedHosts(host, port), tokens, now));
  app.onError((error) => refused(`This is a bug in Surety: ${error.message.split('\n')[0]}.`, 500));
  addRoutes(app, workspace, keepPreviews(now), openSite(options.site));
  const unkept = await memory?.write({ port, tokens: options.token === undefined ? tokens.kept : [] });
  if (unkept !== undefined) note(unkept);

  const shownHost = isWildcard(host) ? '127.0.0.1' : inUrl(host);
  let closing: Promise<void> | undefined;
  const close = async () => {
    const ended = new Promise<void>((done) => server.close(() => done()));
    await workspace.close();
    server.closeIdleConnections();
    // Whatever a client is still at has had its moment.
    const late = setTimeout(() => server.closeAllConnections(), 500);
    await ended;
    clearTimeout(late);
  };
  return {
    ok: true,
    value: {
      url: `http://${shownHost}:${port}/#token=${tokens.token}`,
      port,
      close: () => {
        closing ??= close();
        return closing;
      },
    },
  };
}

/** Listens on the first of the ports that is free; else says why on none. */
async function listen(server: Server, host: string, ports: readonly number[]): Promise<number | string> {
  let why = '';
  for (const port of ports) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
      server.once('error', done);
      server.listen(port, host, () => {
        server.off('error', done);
        done(undefined);
      });
    });
    if (error === undefined) return (server.address() as AddressInfo).port;
    const words: Readonly<Record<string, string>> = {
      EADDRINUSE: `port ${port} is in use`,
      EACCES: `port ${port} may not be used`,
      EADDRNOTAVAIL: `${host} is no address of this machine`,
      ENOTFOUND: `${host} is no address of this machine`,
    };
    why = words[error.code ?? ''] ?? `${host}:${port} cannot be listened on (${error.code ?? error.message})`;
  }
  return why;
}
