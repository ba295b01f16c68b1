import type { Measures, SignatureCheck } from '@surety/core/case';
import type { ChainLink } from '@surety/core/chain';
import type { Refused } from './refused.js';

/** `GET /api/evidence`: what was measured for the text of a version, as far as it is done. */
export interface EvidenceState {
  /** Version of the text that it belongs to. */
  readonly version: string;
  readonly status: 'reading' | 'ready' | 'failed';
  /** What is being read, while it is. */
  readonly progress?: { readonly evidence: string; readonly done: number; readonly of: number };
  readonly measures: Measures;
  /** What was found of the signature of each sign-off, in their order; null where none is asked for. */
  readonly signatures: readonly (SignatureCheck | null)[];
  /** The generations before the case, where it stands in a chain. */
  readonly previous?: readonly ChainLink[];
  /** Why something could not be read, each in one sentence. */
  readonly problems: readonly string[];
}

/** A trial of a log, to read. */
export interface TrialText {
  readonly id: string;
  /** What the measure counts it as; absent where it is no rate over one source. */
  readonly counted?: 'event' | 'no event' | 'flawed';
  /** What its scorers said of it, and what is wrong with it: `solved: 0`, `score: 1, error`. */
  readonly result: string;
  readonly messages: readonly { readonly role: string; readonly text: string }[];
}

/** `GET /api/trials?evidence=ID&sample=N&seed=S`: so many trials of the source, drawn at random by the seed. */
export interface TrialSample {
  readonly evidence: string;
  readonly of: number;
  readonly seed: number;
  readonly trials: readonly TrialText[];
  /** Why there is nothing to read. */
  readonly why?: string;
}

/** `POST /api/file?path=P`, the bytes as the body: a new source beside the case. An existing file is never replaced. */
export type FileReply =
  | {
      readonly kind: 'saved';
      readonly path: string;
      readonly digest: string;
      readonly bytes: number;
      readonly reader?: string;
    }
  | Refused;
