import type { OpenPsaModel } from '@surety/engine/open-psa';
import type { Limits } from '../limits.js';
import type { Problem, Result } from '../problem.js';
import type { Sampler } from '../samples/index.js';
import type { Source } from '../source/index.js';
import type { Column, Contents, Trials } from '../trials/index.js';

/** Turns one source into trials. A reader is this one object; `registry.ts` lists them. */
export interface Reader {
  /** What a case writes as `reader:`. */
  readonly name: string;
  /** Raised when the same bytes could give other trials; recorded in the lock file. */
  readonly version: number;
  /** What the sources look like, for messages. */
  readonly expects: string;
  /** What it is called, and what of it is read; for the documentation. */
  readonly title: string;
  readonly reads: string;
  /** How what the sources say is told in the words of trials; the table in `docs/readers.md` is made of it. */
  readonly docs?: ReaderDocs;
  /** Its sources hold what was asked and answered, and it offers that to a sampler. */
  readonly transcripts?: true;
  /** A form that many tools share (CSV, JSON Lines): it yields to a reader that knows the tool. */
  readonly general?: true;
  /** What it recognises is of no other form, so that the others that come with Surety need not look at it. */
  readonly unmistakable?: true;
  /** Whether a source that starts like this is one of its own; the content decides, a file's ending only tells text formats apart. */
  sniff(head: Uint8Array, path: string): boolean;
  read(source: Source, options: ReadOptions): Promise<ReadResult>;
  /**
   * What `read` says of the run without its trials, at the price of the header: no sample is read, so faults in the
   * samples are not found. Absent where a format has no header.
   */
  head?(source: Source, options: Pick<ReadOptions, 'limits'>): Promise<HeadResult>;
  /** Digests of the transcripts, in a pass of its own. Absent where a row is all that a source holds of a trial. */
  contents?(source: Source, limits: Limits): Promise<Result<Contents>>;
}

export interface ReaderDocs {
  /** What one row is, which rows are epochs of one sample, and what they are scored by. */
  readonly row: string;
  /** When a row is flawed. */
  readonly flags: string;
  /** What `group`, `model` and `time` are. */
  readonly group: string;
  /** What the source claims about itself. */
  readonly claims: string;
  /** What is not read, and said to be so. */
  readonly skips: string;
}

export interface ReadOptions {
  readonly limits: Limits;
  /** Is offered every trial with its texts, by readers of transcripts; the log that is read is the same without. */
  readonly sampler?: Sampler;
  /** Also read `claimed.reductions`, which nothing is counted from; default false. */
  readonly reductions?: boolean;
}

/** Nothing of the source may be used. */
interface ReadFailure {
  readonly ok: false;
  readonly reader: string;
  readonly problems: readonly Problem[];
}

export type ReadResult = { readonly ok: true; readonly log: Log } | ReadFailure;
export type HeadResult = { readonly ok: true; readonly head: LogHead } | ReadFailure;

/** What a source says. */
export interface Log extends LogHead {
  readonly trials: Trials;
  /** In place of trials, where the source is a model. */
  readonly faultTree?: OpenPsaModel;
}

/** What a source says besides its trials. */
export interface LogHead {
  /** Name and version, for example `inspect 1`. */
  readonly reader: string;
  /** What the source claims about itself; the trials are what counts. */
  readonly claimed: Claimed;
  /** Sources that run the same task share samples: equal ids are epochs of one sample. */
  readonly task?: string;
  readonly models: readonly string[];
  readonly status: RunStatus;
  /** Which run it was, where the source says. */
  readonly run?: Run;
  /** The model under test and those that help, where the source says. */
  readonly model?: RunModel;
  /** How often each sample was to be run, and how the scores of its epochs were made one. */
  readonly epochs?: { readonly count?: number; readonly reducers: readonly string[] };
  /** What a reader of the result should know, one sentence each, in a fixed order. */
  readonly notes: readonly string[];
}

/** Identity of a run, as far as a source states it. Times are ISO 8601 in UTC. */
export interface Run {
  /** One call of the tool, which may run several tasks. */
  readonly id?: string;
  /** The task in that run; a run that goes on from one that failed keeps it. */
  readonly task?: string;
  /** The log itself. */
  readonly log?: string;
  readonly created?: string;
  readonly started?: string;
  readonly completed?: string;
  readonly taskVersion?: string | number;
  /** Sorted, with the changes that were made after the run. */
  readonly tags: readonly string[];
  /** The commit of the evaluation's source. */
  readonly revision?: { readonly origin?: string; readonly commit: string; readonly dirty?: boolean };
  /** Versions of the tool and of packages. */
  readonly packages: Readonly<Record<string, string>>;
}

/** A model as a run called it. */
export interface RunModel {
  readonly name: string;
  /**
   * `sha256:…` of what the model was called with (arguments, base URL, generation settings) as canonical JSON: equal
   * where that is equal. A digest, because arguments can hold secrets.
   */
  readonly settings: string;
  /** Models in a role, such as the grader; a role may have several. */
  readonly roles: readonly { readonly role: string; readonly name: string; readonly settings: string }[];
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
  /** How many samples each score was given to. */
  readonly scored?: readonly ClaimedScore[];
  /** Scores of samples with their epochs made one, where `ReadOptions.reductions` asks for them. */
  readonly reductions?: readonly ClaimedReduction[];
}

/** Names a score among the claims. */
interface OfScore {
  /** The score's name: a scorer, or one of the values that a scorer gives. */
  readonly scorer: string;
  /** The scorer, where that has another name: the values are in the column `of.scorer`. */
  readonly of?: string;
  /** How the epochs were made one, where the run names it. */
  readonly reducer?: string;
}

export interface ClaimedMetric extends OfScore {
  readonly name: string;
  /** Of a metric that gives one value for each group of samples: its name; `name` is the group's. */
  readonly group?: string;
  /** May be NaN or infinite. */
  readonly value: number;
}

export interface ClaimedScore extends OfScore {
  /** Samples with a score, and samples that the scorer gave none. */
  readonly scored?: number;
  readonly unscored?: number;
}

export interface ClaimedReduction {
  readonly scorer: string;
  readonly reducer?: string;
  readonly samples: readonly string[];
  /** Columns as in `Trials.scores`, one entry for each sample. */
  readonly scores: ReadonlyMap<string, Column>;
}

/** `inspect 1` */
export function readerLabel(reader: Reader): string {
  return `${reader.name} ${reader.version}`;
}

export function readFailed(reader: Reader, problem: Problem): ReadFailure {
  return { ok: false, reader: readerLabel(reader), problems: [problem] };
}
