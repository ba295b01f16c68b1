import type { IsoDate } from '@surety/core/case';

/** How long a client may take, in milliseconds. */
export interface Timeouts {
  /** For the head of a request, and for all of it. */
  readonly headers: number;
  readonly request: number;
  /** Between signs of life on a stream of events. */
  readonly heartbeat: number;
}

export interface ServerOptions {
  /** The case: a folder, or a file. Absolute. */
  readonly location: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Address to listen on. Default: 127.0.0.1. */
  readonly host?: string;
  /** Default: the port of last time, if it is free, else any. */
  readonly port?: number;
  /** Default: a random one. One that is given is all that is accepted. */
  readonly token?: string;
  readonly readOnly?: boolean;
  /** Day to assess everything on; absent: the day that it is. */
  readonly asOf?: IsoDate;
  /** The day, and milliseconds since 1970. */
  readonly today: () => IsoDate;
  readonly now: () => number;
  /** Folder of the page: index.html and what it loads. */
  readonly site?: string;
  /** Files of readers of the user's own, absolute. */
  readonly readers?: readonly string[];
  readonly timeouts?: Partial<Timeouts>;
  /** What a person at the terminal should know: what was cleaned up, what is not kept. */
  readonly note?: (words: string) => void;
}

export const defaultTimeouts: Timeouts = { headers: 10_000, request: 120_000, heartbeat: 15_000 };

/** Bytes. */
export const mostEditBytes = 16 * 1024 * 1024;
export const mostUploadBytes = 100 * 1024 * 1024;
export const mostPreviewBytes = 32 * 1024 * 1024;

/** Streams of events, that is open windows, and connections in all. */
export const mostWindows = 64;
export const mostConnections = 256;
