import type { IsoDate, Measures } from '@surety/core/case';
import type { FilesByFolder } from '@surety/evidence/loading';
import type { EvidenceState, FileText, TrialText } from '../api/index.js';

/** What a thread is asked to do, and what it answers: plain data, since it goes from thread to thread. */
export type Job =
  | (Common & { readonly kind: 'measure' })
  | (Common & {
      readonly kind: 'trials';
      readonly evidence: string;
      readonly sample: number;
      readonly seed: number;
      readonly measures: Measures;
    })
  | (Common & { readonly kind: 'revision'; readonly revision: string })
  /** Another folder below the root; absolute. */
  | (Common & { readonly kind: 'folder'; readonly folder: string; readonly name: string });

interface Common {
  readonly location: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Files of readers of the user's own. */
  readonly readers: readonly string[];
  readonly asOf: IsoDate;
}

export interface Measured {
  readonly version: string;
  readonly evidence: Pick<EvidenceState, 'measures' | 'signatures' | 'previous' | 'problems'>;
  /** What this rests on, to be watched. */
  readonly watch: FilesByFolder;
}

export interface Answers {
  readonly measure: Measured;
  readonly trials: { readonly of: number; readonly trials: readonly TrialText[]; readonly why?: string };
  readonly revision: OtherCase;
  readonly folder: OtherCase;
}

/** A case to compare with; or why there is none. */
export type OtherCase =
  | {
      readonly ok: true;
      readonly name: string;
      readonly files: readonly FileText[];
      readonly version: string;
      readonly evidence: Measured['evidence'];
    }
  | { readonly ok: false; readonly why: string };

export interface JobProgress {
  readonly evidence: string;
  readonly done: number;
  readonly of: number;
}
