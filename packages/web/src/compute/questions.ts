import type { Case, Diagnostic, ElementId, IsoDate, SourceRange } from '@surety/core/case';
import type { Assessment } from '@surety/core/doubt';
import type { Coverage } from '@surety/core/rules';
import type { SignOffs } from '@surety/core/signoff';
import type { Condition, LoggedChallenge, Steps } from '@surety/core/steps';
import type { EvidenceState } from '@surety/server/api';
import type { AnalysisQuestions } from './analysis-questions.js';

/** Text that is to be read: saved or not. */
export interface Text {
  readonly path: string;
  readonly text: string;
}

export interface LoadInput {
  readonly files: readonly Text[];
  readonly evidence: Pick<EvidenceState, 'measures' | 'signatures' | 'previous'>;
  readonly asOf: IsoDate;
  readonly seed: number;
}

/** Where an element stands in the text. */
export interface Span {
  readonly id: ElementId;
  readonly range: SourceRange;
}

/** A text that was read and judged; what every view starts from. */
export interface Model {
  /** Another one for every load; answers name the one that they are about. */
  readonly serial: number;
  /** Null where the text has errors; `readable` is then what could be read of it, to be shown and never computed with. */
  readonly case: Case | null;
  readonly readable: Case | null;
  readonly findings: readonly Diagnostic[];
  /** Findings in whose presence nothing is assessed. */
  readonly fatal: readonly Diagnostic[];
  readonly assessment: Assessment | null;
  readonly spans: readonly Span[];
  readonly milliseconds: number;
}

/** What may be asked about the model that is loaded: arguments and answer of each question, plain data. */
export interface Questions extends AnalysisQuestions {
  readonly steps: { readonly args: null; readonly answer: Steps };
  readonly coverage: { readonly args: null; readonly answer: Coverage };
  readonly signOffs: { readonly args: null; readonly answer: SignOffs };
  readonly challenges: { readonly args: null; readonly answer: readonly LoggedChallenge[] };
  readonly conditions: { readonly args: null; readonly answer: readonly Condition[] };
}

export type QuestionName = keyof Questions;

/** What the worker is told, and what it says. */
export type Request =
  | { readonly id: number; readonly kind: 'load'; readonly input: LoadInput }
  | { readonly id: number; readonly kind: 'ask'; readonly name: QuestionName; readonly args: unknown };

export type Reply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string }
  /** It is not done yet; how far it is, in words. */
  | { readonly id: number; readonly ok: 'not yet'; readonly words: string };
