import type { Limits } from '../limits.js';
import type { Problem } from '../problem.js';
import type { Sampler } from '../samples/index.js';
import type { Source } from '../source/index.js';
import type { Trials } from '../trials/index.js';

/** Turns one source into trials. A reader is this one object; `registry.ts` lists them. */
export interface Reader {
  /** What a case writes as `reader:`. */
  readonly name: string;
  /** Raised when the same bytes could give other trials; recorded in the lock file. */
  readonly version: number;
  /** What the sources look like, for messages. */
  readonly expects: string;
  /** Whether a source that starts like this is one of its own; the content decides, a file's ending only tells text formats apart. */
  sniff(head: Uint8Array, path: string): boolean;
  read(source: Source, options: ReadOptions): Promise<ReadResult>;
}

export interface ReadOptions {
  readonly limits: Limits;
  /** Is offered every trial with its texts, by readers of transcripts; the log that is read is the same without. */
  readonly sampler?: Sampler;
}

export type ReadResult =
  | { readonly ok: true; readonly log: Log }
  /** Nothing of the source may be used. */
  | { readonly ok: false; readonly reader: string; readonly problems: readonly Problem[] };

/** What a source says. */
export interface Log {
  /** Name and version, for example `inspect 1`. */
  readonly reader: string;
  readonly trials: Trials;
  /** What the source claims about itself; the trials are what counts. */
  readonly claimed: Claimed;
  /** Sources that run the same task share samples: equal ids are epochs of one sample. */
  readonly task?: string;
  readonly models: readonly string[];
  readonly status: RunStatus;
  /** What a reader of the result should know, one sentence each, in a fixed order. */
  readonly notes: readonly string[];
}

/** `unstated` for formats that do not say. `started`: the run never ended. */
export type RunStatus = 'success' | 'cancelled' | 'error' | 'started' | 'unstated';

export interface Claimed {
  /** Rows that the run was to give, and rows that it gave without an error. */
  readonly total?: number;
  readonly completed?: number;
  /** Size of the data set, of which a run may use a part. */
  readonly dataset?: number;
  readonly metrics: readonly ClaimedMetric[];
}

export interface ClaimedMetric {
  readonly scorer: string;
  readonly name: string;
  /** May be NaN. */
  readonly value: number;
}

/** `inspect 1` */
export function readerLabel(reader: Reader): string {
  return `${reader.name} ${reader.version}`;
}

export function readFailed(reader: Reader, problem: Problem): ReadResult {
  return { ok: false, reader: readerLabel(reader), problems: [problem] };
}
