import type { Case, Diagnostic, Measures, Ranges } from '@surety/core/case';
import type { Catalogue } from '@surety/core/catalogue';
import type { Assessment, AssessmentInShort } from '@surety/core/doubt';
import type { Readable } from '@surety/core/language';
import type { Places } from '../place.js';

/** The text of a case as it was read. `case` is null exactly when a finding is an error of the text. */
export interface CaseText {
  readonly case: Case | null;
  /** What could be read of it; null where that is nothing. */
  readonly readable: Readable | null;
  /** Findings about the text itself, in the order of the text. */
  readonly findings: readonly Diagnostic[];
  readonly ranges: Ranges;
  /** What its author picks from: the built-in catalogue, or a file of his own over it. */
  readonly catalogue: Catalogue;
  readonly places: Places;
  /** Absolute paths of the files that were read. */
  readonly files: readonly string[];
  /** The texts as they were decoded; their names are relative to the root. */
  readonly documents: readonly { readonly file: string; readonly text: string }[];
  /** Absolute; holds the lock file. */
  readonly folder: string;
  /** Absolute, free of links; the names of all files are relative to it. */
  readonly root: string;
}

/** A case whose text could be read, with what was measured and found. */
export interface CheckedCase extends CaseText {
  readonly case: Case;
  readonly measures: Measures;
}

export interface AssessedCase extends CheckedCase {
  readonly assessment: Assessment;
}

/** Of what the rules found, the errors alone. */
export interface CaseAssessedInShort extends CheckedCase {
  readonly assessment: AssessmentInShort;
}

/** Why there is nothing to work with: `lines` say it to a person. */
export interface Unusable {
  readonly ok: false;
  readonly problems: readonly string[];
  /** Findings of the text, or the fatal ones of the rules; with the places to print them at. */
  readonly text?: CaseText;
}

export type Loaded<T> = { readonly ok: true; readonly value: T } | Unusable;

/** How the files of a revision are called, which stand elsewhere than they are said to. */
export interface CalledCase {
  readonly revision: string;
  /** Folder of the case from the root of the repository. */
  readonly folder: string;
}
