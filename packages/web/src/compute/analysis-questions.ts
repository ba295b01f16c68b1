import type { Advice } from '@surety/core/advice';
import type { HorizonAxis, OutcomeId } from '@surety/core/case';
import type { ChainAssessment } from '@surety/core/chain';
import type { Box } from '@surety/core/diagram';
import type { AssessmentDiff, CaseDiff } from '@surety/core/diff';
import type { ChangeBlock } from '@surety/core/diff/told';
import type { Horizon, HorizonProblem } from '@surety/core/horizon';
import type { Macrosystem } from '@surety/core/macrosystem';
import type { Audience } from '@surety/core/report';
import type { EvidenceState } from '@surety/server/api';
import type { Text } from './text.js';

/** A picture that core drew, in both themes; SVG without script, every text of the case escaped. */
export interface Drawn {
  readonly title: string;
  /** All that it says, as sentences. */
  readonly description: string;
  readonly wide: Painted;
  /** What of the wide picture is to be seen first. */
  readonly focus?: Box;
  /** For a telephone, where it can be laid out for one. */
  readonly narrow?: Painted;
}

export interface Painted {
  readonly width: number;
  readonly height: number;
  readonly light: string;
  readonly dark: string;
}

/** Another state of the case, to be judged on the same day and with the same seed. */
export interface OtherState {
  readonly files: readonly Text[];
  readonly evidence: Pick<EvidenceState, 'measures' | 'signatures' | 'previous'>;
}

export type Compared =
  | {
      readonly kind: 'compared';
      readonly diff: CaseDiff;
      /** Null where one of the two could not be assessed. */
      readonly assessment: AssessmentDiff | null;
    }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Two states of the case with every change in words. */
export interface ComparedWhole {
  readonly kind: 'whole';
  readonly diff: CaseDiff;
  readonly assessment: AssessmentDiff | null;
  /** They say the same, whatever their texts look like. */
  readonly same: boolean;
  readonly counts: string;
  readonly blocks: readonly ChangeBlock[];
  /** Both in one argument; null where they say the same. */
  readonly picture: Drawn | null;
  readonly files: readonly { readonly path: string; readonly before: string | null; readonly after: string | null }[];
}

/** What protocols there are, by quantities whose names say so, and which of them no other one beats. */
export interface Protocols {
  readonly front: readonly string[];
  readonly points: readonly {
    readonly name: string;
    readonly usefulness?: number;
    readonly safety: number;
    readonly beatenBy: readonly string[];
  }[];
  readonly picture: Drawn;
}

export interface ReportAsk {
  readonly form: 'html' | 'markdown' | 'json';
  readonly audience?: Audience;
  /** What is withheld beside what the text marks; absent: nothing is. */
  readonly redact?: readonly string[];
  /** Also how far the verdicts carry, and the smallest changes that would do; takes seconds. */
  readonly outlook?: boolean;
}

export type ReportAnswer =
  | { readonly kind: 'report'; readonly text: string }
  | { readonly kind: 'unknown'; readonly name: string; readonly nearest?: string };

/** What the views of analysis and report ask. Those that take long tell how far they are, and are asked of a worker of their own. */
export interface AnalysisQuestions {
  /** What became of the other state on the way to the one that is loaded. */
  readonly compared: { readonly args: OtherState; readonly answer: Compared };
  /** Any two states; `after` null: the one that is loaded. */
  readonly comparison: {
    readonly args: { readonly before: OtherState; readonly after: OtherState | null };
    readonly answer: ComparedWhole | (Compared & { readonly kind: 'unreadable' });
  };
  /** Null: the case names no subsystem. */
  readonly macrosystem: { readonly args: null; readonly answer: Macrosystem | null };
  /** With an outcome: the sets of parts that must go wrong together are pointed out. Null as above. */
  readonly systemPicture: { readonly args: { readonly outcome?: OutcomeId }; readonly answer: Drawn | null };
  /** Null: no quantity says how safe a protocol is. */
  readonly protocols: { readonly args: null; readonly answer: Protocols | null };
  /** Null: the case stands in no chain. */
  readonly chain: {
    readonly args: null;
    readonly answer: { readonly chain: ChainAssessment; readonly picture: Drawn } | null;
  };
  readonly horizon: {
    readonly args: { readonly axis: HorizonAxis };
    readonly answer:
      | { readonly kind: 'horizon'; readonly horizon: Horizon; readonly picture: Drawn }
      | { readonly kind: 'problem'; readonly problem: HorizonProblem };
  };
  readonly advice: { readonly args: { readonly outcome: OutcomeId }; readonly answer: readonly Advice[] };
  readonly report: { readonly args: ReportAsk; readonly answer: ReportAnswer };
}
