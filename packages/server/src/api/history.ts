import type { EvidenceState } from './evidence.js';
import type { Refused } from './refused.js';
import type { FileText } from './text.js';

/** A commit that touched the case. */
export interface Commit {
  readonly hash: string;
  readonly author: string;
  /** ISO 8601, with the offset. */
  readonly date: string;
  readonly subject: string;
  readonly files: readonly string[];
}

/** `GET /api/history?limit=N&before=HASH`: newest first; a commit and the changes before it, of the folder alone. */
export interface History {
  readonly commits: readonly Commit[];
  readonly more: boolean;
  /** Why there is none: not a repository, no git. */
  readonly why?: string;
}

/** `GET /api/revision?rev=R` (a commit, branch or tag) or `?folder=P` (another folder below the root): a case to compare with. */
export type RevisionReply =
  | {
      readonly kind: 'case';
      readonly name: string;
      readonly files: readonly FileText[];
      readonly evidence: EvidenceState;
    }
  | Refused;
