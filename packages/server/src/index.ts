/** The server of the workspace: a case over loopback, to be read, watched and edited. */
export type { ServerOptions, Timeouts } from './options.js';
export { type RunningServer, type Started, startServer } from './start-server.js';
