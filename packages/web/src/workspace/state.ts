import type { Case } from '@surety/core/case';
import type { CaseChange, WhatIfAnswer } from '@surety/core/what-if';
import type { EvidenceState, FileText, TextState } from '@surety/server/api';
import type { Model } from '../compute/questions.js';
import type { Past } from './past.js';

/** A file of the case as it stands here. Where `text` is not what is on disk, a save is on its way. */
export interface OpenFile {
  readonly path: string;
  /** On disk, as far as this page knows; null: not there. */
  readonly disk: FileText | null;
  /** Saved, or being saved; null: the file goes. */
  readonly text: string | null;
  /** What somebody types and has not saved. */
  readonly draft?: string;
  /** It was typed in an earlier visit. */
  readonly isRestored?: true;
  /**
   * What the disk says against what is here, where the two touch the same place: a person chooses. What is here is the draft
   * then, made of `base`; `text` and `theirs` are what is on disk.
   */
  readonly clash?: { readonly base: string | null; readonly theirs: FileText | null };
}

/** What was done in one step: which files have another text since. What it was before is in the past of each. */
export interface Step {
  readonly what: string;
  readonly files: readonly StepFile[];
}

export interface StepFile {
  readonly path: string;
  /** Number, in the past of the file, of the text that the step made. */
  readonly number: number;
}

export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'lost'; readonly why: string }
  /** It does not know this page: the address that it printed when it started is needed. */
  | { readonly kind: 'refused'; readonly why: string };

export interface Notice {
  readonly id: number;
  readonly tone: 'plain' | 'good' | 'bad';
  readonly text: string;
}

export interface WorkspaceState {
  readonly connection: Connection;
  /** Absent until it came. */
  readonly text?: Omit<TextState, 'files'>;
  /** A version that the server told of and that is not here yet. */
  readonly heard?: string;
  /** Why what the folder says could not be had; it is asked for again. */
  readonly stale?: string;
  readonly files: ReadonlyMap<string, OpenFile>;
  /** As it was measured last. */
  readonly evidence?: EvidenceState;
  /** Present while evidence is read. */
  readonly reading?: { readonly evidence: string; readonly done: number; readonly of: number };
  /** Counts how often the repository moved. */
  readonly commits: number;
  /** Of what is shown, or of what was shown until just now: see `isComputing`. */
  readonly model?: Model;
  /** What the text says, from before there is the first model of it. */
  readonly early?: Case;
  /** What is tried out, and what became of it; absent while nothing is. */
  readonly scenario?: Scenario;
  readonly tried?: Tried;
  /** Why there is no model though there is a text: a bug, not a fault of the text. */
  readonly failure?: string;
  /** What is shown is read, or will be in its turn. */
  readonly computing: boolean;
  /** The texts that files had before, as far back as a step needs them. */
  readonly past: ReadonlyMap<string, Past>;
  /** The last one is undone first. */
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  readonly notices: readonly Notice[];
}

/** Values that are tried out, under a name. */
export interface Scenario {
  readonly name: string;
  readonly changes: readonly CaseChange[];
}

/** What became of it: its numbers, or why there are none. */
export type Tried =
  | {
      readonly kind: 'answer';
      readonly scenario: Scenario;
      /** The model that it was asked about. */
      readonly of: Model;
      readonly answer: WhatIfAnswer;
      /** What the engine took. */
      readonly milliseconds: number;
    }
  | { readonly kind: 'problem'; readonly scenario: Scenario; readonly of: Model; readonly why: string };

export const atFirst: WorkspaceState = {
  connection: { kind: 'connecting' },
  files: new Map(),
  commits: 0,
  computing: false,
  past: new Map(),
  done: [],
  undone: [],
  notices: [],
};

/** What is shown of a file: what is typed, or else what is saved. */
export function shownText({ draft, text }: OpenFile): string | null {
  return draft ?? text;
}

/**
 * Whether the model is that of an earlier text, or of earlier measures: its verdicts and numbers do not stand. From the moment
 * at which the text is known to be another one, until there is the model of it.
 */
export function isComputing(state: WorkspaceState): boolean {
  const { model, computing, connection, heard, reading, evidence, text, failure } = state;
  if (model === undefined || failure !== undefined) return false;
  // Without the server nothing more comes, and that is told apart.
  if (connection.kind !== 'live') return computing;
  const isMeasuring = reading !== undefined || (evidence?.status === 'ready' && evidence.version !== text?.version);
  const isTried = state.scenario !== undefined && model.case !== null && (state.tried?.of ?? model) !== model;
  return computing || heard !== undefined || isMeasuring || isTried;
}

/** The file without what is typed in it. */
export function withoutDraft(file: OpenFile): OpenFile {
  const { draft: _typed, isRestored: _of, ...rest } = file;
  return rest;
}

/** How a file stands to the disk. */
type FileState =
  | 'saved'
  /** It is typed, and nobody saved it. */
  | 'unsaved'
  /** Somebody saved it, and the server does not have it yet. */
  | 'waiting'
  | 'clashes';

export function fileState({ disk, text, draft, clash }: OpenFile): FileState {
  if (clash !== undefined) return 'clashes';
  if (draft !== undefined) return 'unsaved';
  return text === (disk?.text ?? null) ? 'saved' : 'waiting';
}

/** Whether something stands here that is not on disk, in one of these states or in any. */
export function hasUnsaved({ files }: WorkspaceState, in_?: FileState): boolean {
  return [...files.values()].some((file) => {
    const state = fileState(file);
    return in_ === undefined ? state !== 'saved' : state === in_;
  });
}

/** Why no change of the case can be written now, in words; undefined where it can. */
export function whyNotWritten({ text, files }: WorkspaceState): string | undefined {
  if (text?.readOnly) return 'this workspace was opened for reading only';
  const clashing = [...files.values()].find(({ clash }) => clash !== undefined);
  return clashing === undefined ? undefined : `there are two texts of ${clashing.path}: settle that first, in Text`;
}

/** Why what is shown may be of earlier texts or measures though nothing is computed that would mend it; undefined where it is not. */
export function whyOld({ model, failure, connection, stale, evidence }: WorkspaceState): string | undefined {
  if (model === undefined) return connection.kind === 'live' ? stale : undefined;
  if (failure !== undefined) return failure;
  if (connection.kind === 'live' && stale !== undefined) return stale;
  if (evidence?.status !== 'failed') return undefined;
  return `the evidence could not be measured (${evidence.problems.join(' ')}); what was measured before is counted`;
}
