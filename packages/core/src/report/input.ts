import type { Advice } from '../advice/index.js';
import type { Case, Diagnostic, EvidenceId } from '../case/index.js';
import type { Catalogue } from '../catalogue/index.js';
import type { ChainAssessment } from '../chain/index.js';
import type { Assessment } from '../doubt/index.js';
import type { Horizon } from '../horizon/index.js';
import type { Macrosystem } from '../macrosystem/index.js';
import type { Coverage } from '../rules/index.js';
import type { SignOffs } from '../signoff/index.js';
import type { Withheld } from './redact/withheld.js';

/** Trials of one piece of evidence that were picked at random. */
export interface ShownTrials {
  readonly trials: readonly ShownTrial[];
  /** Why there is none, where the log could not be read again. */
  readonly problem?: string;
}

export interface ShownTrial {
  readonly sample: string;
  readonly epoch: number;
  readonly scores: readonly { readonly scorer: string; readonly value: string | number | boolean }[];
  readonly flaws: readonly ('error' | 'limit' | 'invalid' | 'refused' | 'partial')[];
  /** What was put to the model, and its last answer. */
  readonly input?: string;
  readonly output?: string;
  /** A text is longer than what is shown of it. */
  readonly cut: boolean;
}

/** What a report is made from; all of it must belong together (same case, same date). */
export interface ReportInput {
  readonly case: Case;
  readonly assessment: Assessment;
  readonly findings: readonly Diagnostic[];
  readonly coverage: Coverage;
  /** The catalogue that the case picks from; the built-in one where absent. */
  readonly catalogue?: Catalogue;
  readonly signOffs: SignOffs;
  /** What must go wrong together; absent where the case names no subsystem, and where something is withheld. */
  readonly macrosystem?: Macrosystem;
  /** How far verdicts carry, along the axes that somebody asked about. */
  readonly horizons?: readonly Horizon[];
  /** The smallest changes that make outcomes supported, where somebody asked for them. */
  readonly advice?: readonly Advice[];
  /** The generations that the case stands on, where it is one of a chain. */
  readonly chain?: ChainAssessment;
  /** Single trials of logs that are shown, where somebody asked for them. */
  readonly samples?: Readonly<Record<EvidenceId, ShownTrials>>;
  /** What was taken out of all of it; absent where nothing was. */
  readonly withheld?: Withheld;
  /** Version of Surety that made the assessment. */
  readonly version: string;
}
