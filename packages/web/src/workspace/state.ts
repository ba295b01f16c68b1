import type { Case } from '@surety/core/case';
import type { CaseChange, WhatIfAnswer } from '@surety/core/what-if';
import type { EvidenceState, FileText, Replace, TextState } from '@surety/server/api';
import type { Model } from '../compute/questions.js';

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
  /** What the disk says against what is here, where the two touch the same place: a person chooses. */
  readonly clash?: { readonly base: string | null; readonly theirs: FileText | null };
}

/** What was done in one step, so that it can be undone: changes of the text after it, by file. */
export interface Step {
  readonly what: string;
  readonly files: readonly StepFile[];
  /** Somebody else changed the same place since; why it cannot be taken back. */
  readonly lost?: string;
}

export type StepFile =
  | { readonly path: string; readonly kind: 'changed'; readonly changes: readonly Replace[] }
  /** The file came, or went, as a whole: its text before. */
  | { readonly path: string; readonly kind: 'whole'; readonly text: string | null };

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
  readonly saving: boolean;
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
  | { readonly kind: 'problem'; readonly scenario: Scenario; readonly why: string };

export const atFirst: WorkspaceState = {
  connection: { kind: 'connecting' },
  files: new Map(),
  commits: 0,
  computing: false,
  saving: false,
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
export function isComputing({ model, computing, heard, reading, evidence, text, failure }: WorkspaceState): boolean {
  if (model === undefined || failure !== undefined) return false;
  const isMeasuring = reading !== undefined || (evidence?.status === 'ready' && evidence.version !== text?.version);
  return computing || heard !== undefined || isMeasuring;
}

/** The file without what is typed in it. */
export function withoutDraft(file: OpenFile): OpenFile {
  const { draft: _typed, isRestored: _of, ...rest } = file;
  return rest;
}

/** How a file stands to the disk. */
export type FileState =
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
